package org.mineban.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.mineban.documents.Document;
import org.mineban.documents.DocumentFiles;
import org.mineban.documents.DocumentKind;
import org.mineban.documents.DocumentSet;
import org.mineban.documents.Unshown;
import org.mineban.kernel.Problem;
import picocli.CommandLine.Option;

/** {@code --to FILE}: where a document is written; the file's ending says as what. */
final class ToOption {

    @Option(names = "--to", paramLabel = "FILE", required = true)
    private String to = "";

    /** Writes the document. Nothing is left of it when that fails, and a file that was there before stays as it was. */
    void write(Session session, Supplier<Document> document) {
        DocumentKind kind = DocumentKind.ofFile(to)
                .orElseThrow(() -> new Problem(
                                "unknown-ending",
                                Problem.Kind.WRONG_USAGE,
                                Map.of("value", to, "allowed", String.join(", ", DocumentKind.endings())))
                        .asException());
        Document made = document.get();
        write(session, out -> new DocumentFiles(session.messages()).write(made, kind, out));
    }

    /** Writes the documents bound into one file, which only PDF can hold with pages of their own. */
    void writeMerged(Session session, Supplier<DocumentSet> documents) {
        if (DocumentKind.ofFile(to).filter(kind -> kind == DocumentKind.PDF).isEmpty()) {
            throw new Problem("merged-only-pdf", Problem.Kind.WRONG_USAGE, Map.of("value", to)).asException();
        }
        DocumentSet made = documents.get();
        write(session, out -> new DocumentFiles(session.messages()).writeMerged(made, out));
    }

    /** Writes a file and tells which characters it could not show. */
    private interface Writing {
        List<Unshown> write(OutputStream out) throws IOException;
    }

    private void write(Session session, Writing writing) {
        try {
            Path target = Path.of(to).toAbsolutePath();
            Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
            try {
                List<Unshown> unshown;
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                    unshown = writing.write(out);
                }
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
                tell(session, unshown);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException | InvalidPathException notWritten) {
            throw new Problem("file-not-written", Problem.Kind.CANNOT_BE_DONE, Map.of("value", to)).asException();
        }
    }

    private void tell(Session session, List<Unshown> unshown) {
        session.err().println(session.messages().say(session.language(), "document.written", Map.of("file", to)));
        if (!unshown.isEmpty()) {
            session.err()
                    .println(session.messages()
                            .say(
                                    session.language(),
                                    unshown.getFirst().kept() ? "document.engine.doubtful" : "document.engine.unshown",
                                    Map.of("characters", Unshown.codesAndNames(unshown))));
        }
    }
}
