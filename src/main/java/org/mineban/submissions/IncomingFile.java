package org.mineban.submissions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.mineban.storage.ReceivedFile;

/**
 * What a received file is, by what is in it and not by its name.
 *
 * @param name as it was sent, without folders
 * @param mediaType as {@code application/pdf}
 */
public record IncomingFile(String name, String mediaType) {

    private static final int MOST_ENTRIES = 5000;
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    /**
     * Looks into a file.
     *
     * @throws ProblemException {@code report-file-kind} for what is no document, {@code report-file-macros} for one that holds programs
     */
    public static IncomingFile of(ReceivedFile file, String sent) {
        String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .strip();
        String shown = name.isEmpty() ? "report" : name;
        try (InputStream in = file.open()) {
            byte[] head = in.readNBytes(8);
            String text = new String(head, StandardCharsets.ISO_8859_1);
            if (text.startsWith("%PDF-")) {
                return new IncomingFile(shown, "application/pdf");
            }
            if (text.startsWith("PK\u0003\u0004")) {
                return new IncomingFile(shown, archive(file, shown));
            }
            if (text.startsWith("\u0089PNG")) {
                return new IncomingFile(shown, "image/png");
            }
            if (text.startsWith("\u00ff\u00d8\u00ff")) {
                return new IncomingFile(shown, "image/jpeg");
            }
            if (text.startsWith("II*\0") || text.startsWith("MM\0*")) {
                return new IncomingFile(shown, "image/tiff");
            }
            throw problem("report-file-kind", shown);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String archive(ReceivedFile file, String name) throws IOException {
        String type = "";
        try (ZipInputStream zip = new ZipInputStream(file.open(), StandardCharsets.UTF_8)) {
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry();
                    entry != null && entries < MOST_ENTRIES;
                    entry = zip.getNextEntry()) {
                String inside = entry.getName().toLowerCase(Locale.ROOT);
                if (inside.endsWith("vbaproject.bin")) {
                    throw problem("report-file-macros", name);
                }
                if (inside.equals("word/document.xml")) {
                    type = OFFICE + "wordprocessingml.document";
                } else if (inside.equals("xl/workbook.xml")) {
                    type = OFFICE + "spreadsheetml.sheet";
                }
                entries++;
            }
        } catch (java.util.zip.ZipException | IllegalArgumentException broken) {
            throw problem("report-file-kind", name);
        }
        return type.isEmpty() ? "application/zip" : type;
    }

    private static ProblemException problem(String id, String name) {
        return new Problem(id, Problem.Kind.WRONG_USAGE, Map.of("value", name)).asException();
    }
}
