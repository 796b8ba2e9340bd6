package org.mineban.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.UUID;
import org.mineban.kernel.Problem;
import org.mineban.kernel.StateCode;
import org.mineban.submissions.Submission;
import org.mineban.submissions.Submissions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report kit ISO3 YEAR}: the files of the newest submission of a State for a year, to the byte as they were kept, as one ZIP. */
@Command(name = "kit")
final class ReportKitCommand implements Runnable {

    private final Session session;

    @Parameters(index = "0", arity = "1", paramLabel = "ISO3")
    private String state = "";

    @Parameters(index = "1", arity = "1", paramLabel = "YEAR")
    private int year;

    @Option(names = "--to", paramLabel = "FILE", required = true)
    private String to = "";

    @Mixin
    private LanguageOption language = new LanguageOption();

    ReportKitCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        language.check();
        StateCode code = session.knowledge().register().getState(state).code();
        Submissions submissions = session.submissions();
        Submission newest = submissions
                .newest(code, year)
                .orElseThrow(() -> new Problem(
                                "submission-none",
                                Problem.Kind.NOT_FOUND,
                                Map.of(
                                        "state",
                                        session.narrator(session.today()).state(code),
                                        "year",
                                        Integer.toString(year)))
                        .asException());
        try {
            Path target = Path.of(to).toAbsolutePath();
            Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                    submissions.kit(newest, out);
                }
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException | InvalidPathException notWritten) {
            throw new Problem("file-not-written", Problem.Kind.CANNOT_BE_DONE, Map.of("value", to)).asException();
        }
        session.err().println(session.messages().say(session.language(), "document.written", Map.of("file", to)));
    }
}
