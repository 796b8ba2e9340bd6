package org.mineban.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mineban.kernel.Language;
import org.mineban.kernel.Problem;
import org.mineban.translations.Selection;
import org.mineban.translations.TextList;
import org.mineban.translations.TranslationText;
import org.mineban.translations.XliffWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code translation export --lang LANGUAGE --to FILE}: the texts of one language as an XLIFF file for a translator. */
@Command(name = "export")
final class TranslationExportCommand implements Runnable {

    private final Session session;

    @Option(names = "--lang", paramLabel = "LANGUAGE", required = true)
    private String lang = "";

    @Option(names = "--to", paramLabel = "FILE", required = true)
    private String to = "";

    @Option(names = "--only", paramLabel = "WHICH", defaultValue = "all")
    private String only = "all";

    TranslationExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Language language = TextList.target(Language.find(lang)
                .orElseThrow(() -> new Problem("unknown-language", Problem.Kind.WRONG_USAGE, Map.of("value", lang))
                        .asException()));
        Selection selection = Selection.find(only)
                .orElseThrow(() -> new Problem(
                                "unknown-filter",
                                Problem.Kind.WRONG_USAGE,
                                Map.of("value", only, "name", "--only", "allowed", String.join(", ", Selection.WORDS)))
                        .asException());
        List<TranslationText> texts = selection.of(new TextList(session.messages()).of(language));
        try (OutputStream out = Files.newOutputStream(Path.of(to))) {
            new XliffWriter(session.messages()).write(language, texts, out);
        } catch (IOException notWritten) {
            throw new Problem("file-not-written", Problem.Kind.CANNOT_BE_DONE, Map.of("value", to)).asException();
        }
        session.err()
                .println(session.messages()
                        .say(session.language(), "translation.exported", Map.of("count", texts.size(), "file", to)));
    }
}
