package org.mineban.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.Problem;
import org.mineban.presentation.LetterDetails;
import org.mineban.presentation.LetterText;
import picocli.CommandLine.Option;

/** What notes verbales and letters have in common on the command line. */
final class CorrespondenceOptions {

    /** No letter is longer; what is, is another file. */
    private static final long LONGEST = 200_000;

    @Option(names = "--sender", paramLabel = "OFFICE")
    private String sender = "";

    @Option(names = "--reference", paramLabel = "REFERENCE")
    private String reference = "";

    @Option(names = "--enclosure", paramLabel = "TITLE")
    private List<String> enclosures = new ArrayList<>();

    @Option(names = "--text", paramLabel = "FILE")
    private @Nullable String text;

    LetterDetails details(LocalDate date) {
        return new LetterDetails(sender, reference, date, enclosures);
    }

    /** The text that the file holds; empty when none was named. */
    Optional<LetterText.Given> text() {
        String file = text;
        if (file == null) {
            return Optional.empty();
        }
        try {
            Path path = Path.of(file);
            if (Files.size(path) > LONGEST) {
                throw refused(file);
            }
            LetterText.Given given = LetterText.Given.of(Files.readString(path));
            if (given.paragraphs().isEmpty()) {
                throw refused(file);
            }
            return Optional.of(given);
        } catch (IOException | InvalidPathException notRead) {
            throw refused(file);
        }
    }

    private static RuntimeException refused(String file) {
        return new Problem(
                        "letter-text-not-read",
                        Problem.Kind.CANNOT_BE_DONE,
                        Map.of("value", file, "limit", Long.toString(LONGEST)))
                .asException();
    }
}
