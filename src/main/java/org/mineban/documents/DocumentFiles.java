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
import org.mineban.documents.writing.UncommonCharacters;
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
     * @return the characters that cannot be shown, or may not be; the file names them too. Empty when all can
     */
    public List<Unshown> write(Document document, DocumentKind kind, OutputStream out) throws IOException {
        Labels labels = Labels.of(messages, document.language());
        if (kind == DocumentKind.PDF) {
            return PdfWriter.write(document, labels, out);
        }
        List<Unshown> doubtful = UncommonCharacters.in(TextWriter.write(document, labels));
        Document named = doubtful.isEmpty()
                ? document
                : document.with(
                        new Block.Notice(List.of(new Inline.Text(labels.doubtful(Unshown.codesAndNames(doubtful))))));
        switch (kind) {
            case PDF -> throw new IllegalStateException("A PDF embeds its fonts.");
            case DOCX -> DocxWriter.write(named, labels, out);
            case XLSX -> XlsxWriter.write(named, labels, out);
            case HTML -> text(HtmlWriter.standalone(named, labels), out);
            case TEXT -> text(TextWriter.write(named, labels), out);
        }
        return doubtful;
    }

    /**
     * Writes all documents of the set as one PDF. The stream is left open.
     *
     * @return the characters that could not be shown; empty when all could
     */
    public List<Unshown> writeMerged(DocumentSet set, OutputStream out) throws IOException {
        return PdfWriter.write(set, Labels.of(messages, set.language()), out);
    }

    private static void text(String text, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(text);
        writer.flush();
    }
}
