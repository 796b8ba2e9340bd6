package org.mineban.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code jobs}: what the program does by itself. Without a command below it shows its help. */
@Command(
        name = "jobs",
        subcommands = {JobsListCommand.class, JobsRunCommand.class, JobsHistoryCommand.class})
final class JobsCommand implements Runnable {

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        language.check();
        CommandLine command = spec.commandLine();
        command.usage(command.getOut());
    }
}
