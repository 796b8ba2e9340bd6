package org.mineban.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code report}: Article 7 reports in files. Alone it shows its help. */
@Command(
        name = "report",
        subcommands = {
            ReportCheckCommand.class,
            ReportDiffCommand.class,
            ReportRenderCommand.class,
            ReportKitCommand.class
        })
final class ReportCommand implements Runnable {

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
