package org.mineban.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mineban.documents.writing.DocxWriter;
import org.mineban.documents.writing.HtmlWriter;
import org.mineban.documents.writing.Labels;
import org.mineban.documents.writing.PdfWriter;
import org.mineban.documents.writing.TextWriter;
import org.mineban.documents.writing.XlsxWriter;
import org.mineban.platform.Messages;

/** Writes a {@link Document} as a file. Nothing is loaded before the first document of a kind is written. */
public final class DocumentFiles {

    private final Messages messages;

    /** @param messages has the few words that renderings add themselves, as “Page 1 of 3” */
    public DocumentFiles(Messages messages) {
        this.messages = messages;
    }

    /**
     * Writes the document. The stream is left open.
     *
     * @return the characters that could not be shown; empty when all could
     */
    public List<Unshown> write(Document document, DocumentKind kind, OutputStream out) throws IOException {
        Labels labels = Labels.of(messages, document.language());
        return switch (kind) {
            case PDF -> PdfWriter.write(document, labels, out);
            case DOCX -> {
                DocxWriter.write(document, labels, out);
                yield List.of();
            }
            case XLSX -> {
                XlsxWriter.write(document, labels, out);
                yield List.of();
            }
            case HTML -> text(HtmlWriter.standalone(document, labels), out);
            case TEXT -> text(TextWriter.write(document, labels), out);
        };
    }

    /**
     * Writes all documents of the set as one PDF. The stream is left open.
     *
     * @return the characters that could not be shown; empty when all could
     */
    public List<Unshown> writeMerged(DocumentSet set, OutputStream out) throws IOException {
        return PdfWriter.write(set, Labels.of(messages, set.language()), out);
    }

    private static List<Unshown> text(String text, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(text);
        writer.flush();
        return List.of();
    }
}
