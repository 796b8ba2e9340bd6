package org.mineban.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code victims}: the vault of victims’ identities. Without a command below it shows its help. */
@Command(name = "victims", subcommands = VictimsRekeyCommand.class)
final class VictimsCommand implements Runnable {

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
