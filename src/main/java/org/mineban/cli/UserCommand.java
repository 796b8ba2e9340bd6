package org.mineban.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code user}: the people who have accounts. */
@Command(
        name = "user",
        subcommands = {
            UserAddCommand.class,
            UserListCommand.class,
            UserDisableCommand.class,
            UserEnableCommand.class,
            UserResetCommand.class
        })
final class UserCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
