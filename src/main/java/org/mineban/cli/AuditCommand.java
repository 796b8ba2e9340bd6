package org.mineban.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code audit}: who changed what. Alone it shows its help. */
@Command(
        name = "audit",
        subcommands = {
            AuditVerifyCommand.class,
            AuditListCommand.class,
            AuditExportCommand.class,
            AuditHeadCommand.class
        })
final class AuditCommand implements Runnable {

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        language.check();
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
