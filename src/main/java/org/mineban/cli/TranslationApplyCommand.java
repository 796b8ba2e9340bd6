package org.mineban.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.mineban.kernel.Problem;
import org.mineban.translations.SourceFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code translation apply --to-sources DIR}: brings the mended texts of the data folder into the sources of the program. */
@Command(name = "apply")
final class TranslationApplyCommand implements Runnable {

    private final Session session;

    @Option(names = "--to-sources", paramLabel = "DIR", defaultValue = "src/main/resources")
    private String sources = "src/main/resources";

    @Mixin
    private LanguageOption language = new LanguageOption();

    TranslationApplyCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        language.check();
        int lines;
        try {
            lines = new SourceFolder(Path.of(sources)).apply(session.mended());
        } catch (IOException notWritten) {
            throw new Problem("file-not-written", Problem.Kind.CANNOT_BE_DONE, Map.of("value", sources)).asException();
        }
        session.err()
                .println(session.messages()
                        .say(session.language(), "translation.applied", Map.of("count", lines, "file", sources)));
    }
}
