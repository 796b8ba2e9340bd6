package org.mineban.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code translation}: the work of translators. Alone it shows its help. */
@Command(
        name = "translation",
        subcommands = {
            TranslationStatusCommand.class,
            TranslationExportCommand.class,
            TranslationImportCommand.class,
            TranslationApplyCommand.class
        })
final class TranslationCommand implements Runnable {

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
