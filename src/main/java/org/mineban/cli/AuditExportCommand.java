package org.mineban.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.UUID;
import org.mineban.audit.AuditTable;
import org.mineban.audit.AuditTrail;
import org.mineban.kernel.Problem;
import org.mineban.presentation.TableStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code audit export --to FILE}: entries of the trail as a file, however many there are. */
@Command(name = "export")
final class AuditExportCommand implements Runnable {

    private final Session session;

    @Mixin
    private AuditFilter filter = new AuditFilter();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(names = "--to", paramLabel = "FILE", required = true)
    private String to = "";

    AuditExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        language.check();
        TableStream.Kind kind = TableStream.Kind.ofFile(to)
                .orElseThrow(() -> new Problem(
                                "unknown-ending",
                                Problem.Kind.WRONG_USAGE,
                                Map.of("value", to, "allowed", ".csv, .xlsx, .jsonl"))
                        .asException());
        try {
            Path target = Path.of(to).toAbsolutePath();
            Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
            try {
                write(kind, part);
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException | UncheckedIOException | InvalidPathException notWritten) {
            throw new Problem("file-not-written", Problem.Kind.CANNOT_BE_DONE, Map.of("value", to)).asException();
        }
    }

    private void write(TableStream.Kind kind, Path part) throws IOException {
        long entries;
        long shortened;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part));
                TableStream rows = TableStream.begin(kind, "audit", AuditTable.COLUMNS, session.language(), out)) {
            entries = session.database()
                    .read(sql -> new AuditTrail().each(sql, filter.query(), entry -> {
                        try {
                            rows.row(AuditTable.row(entry));
                        } catch (IOException notWritten) {
                            throw new UncheckedIOException(notWritten);
                        }
                    }));
            shortened = rows.shortened();
        }
        session.err()
                .println(session.messages()
                        .say(session.language(), "trail.exported", Map.of("count", entries, "file", to)));
        if (shortened > 0) {
            session.err()
                    .println(session.messages().say(session.language(), "trail.shortened", Map.of("count", shortened)));
        }
    }
}
