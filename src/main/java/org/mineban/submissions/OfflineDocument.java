package org.mineban.submissions;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.mineban.documents.Block;
import org.mineban.documents.Document;
import org.mineban.documents.DocumentFiles;
import org.mineban.documents.DocumentKind;
import org.mineban.documents.Inline;
import org.mineban.kernel.Language;
import org.mineban.platform.Messages;
import org.mineban.presentation.Narrator;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Field;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportWords;
import org.mineban.storage.ReceivedFile;

/**
 * A draft as a text document that is filled in without a connection and brought back: a table for each part, whose rows have the field, its content, and
 * its place. The place finds a row again, wherever it was moved to; the content stands in the cell before it. Word and LibreOffice keep both.
 */
public final class OfflineDocument {

    private static final int BLANK_ROWS = 1;
    private static final int WIDE = 5;
    private static final int NARROW = 3;
    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String DOCUMENT = "word/document.xml";

    private OfflineDocument() {}

    /**
     * Writes the document. The stream is left open.
     *
     * @param parts those that whoever asks may write
     * @param language of the report
     */
    public static void write(
            Report report,
            List<Part> parts,
            Dictionary dictionary,
            Messages messages,
            Narrator narrator,
            Language language,
            OutputStream out)
            throws IOException {
        new DocumentFiles(messages)
                .write(form(report, parts, dictionary, messages, narrator, language), DocumentKind.DOCX, out);
    }

    private static Document form(
            Report report,
            List<Part> parts,
            Dictionary dictionary,
            Messages messages,
            Narrator narrator,
            Language language) {
        ReportWords words = new ReportWords(messages, narrator.language());
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(narrator.say("report.offline.document-lead")));
        for (Part part : parts) {
            String subject = part.subject().map(words::subject).orElseGet(() -> narrator.say("report.part.title"));
            List<List<Block.Cell>> rows = new ArrayList<>();
            for (OfflineForm.Line line : OfflineForm.lines(part, report, dictionary, BLANK_ROWS)) {
                String label = words.field(line.field()) + (line.row().isEmpty() ? "" : " (" + line.row() + ")");
                rows.add(List.of(
                        Block.Cell.of(label),
                        new Block.Cell(lines(OfflineForm.shown(report.at(line.place()), language))),
                        Block.Cell.of(new Inline.Code(line.place().text()))));
            }
            blocks.add(Block.heading(1, subject));
            blocks.add(new Block.Table(
                    subject,
                    List.of(
                            Block.Column.rowHead(narrator.say("report.paper.field"), NARROW),
                            Block.Column.text(narrator.say("report.offline.content"), WIDE),
                            Block.Column.text(narrator.say("report.offline.place"), NARROW)),
                    rows));
        }
        String title = narrator.say("report.offline.document");
        return new Document(
                narrator.language(),
                title,
                "",
                title,
                new Document.Masthead("Mineban", List.of(narrator.say("document.convention")), title, List.of()),
                blocks);
    }

    private static List<Inline> lines(String text) {
        List<Inline> parts = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (!parts.isEmpty()) {
                parts.add(new Inline.Break());
            }
            parts.add(new Inline.Name(line));
        }
        return parts;
    }

    /**
     * Reads a document that came back. What stands in no cell of a content (a paragraph that was added, a comment, a picture) is told as left.
     *
     * @throws org.mineban.kernel.ProblemException {@code offline-unreadable} when no place of a field stands in it
     */
    public static OfflineForm.Returned read(
            ReceivedFile file,
            Report report,
            Dictionary dictionary,
            Messages messages,
            Narrators voices,
            Language language) {
        Found found = new Found(dictionary, own(dictionary, messages, voices, language));
        try {
            OfflineForm.requireBounded(file);
            try (ZipInputStream zip = new ZipInputStream(file.open(), StandardCharsets.UTF_8)) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    part(entry.getName(), zip, found);
                }
            }
        } catch (IOException | XMLStreamException broken) {
            throw OfflineForm.unreadable();
        }
        if (found.typed.isEmpty()) {
            throw OfflineForm.unreadable();
        }
        return OfflineForm.compared(found.typed, found.left, report, dictionary, language);
    }

    /** Gives the voice of each language, so that the form’s own words are known again in whichever language it went out. */
    public interface Narrators {
        Narrator of(Language language);
    }

    private static Set<String> own(Dictionary dictionary, Messages messages, Narrators voices, Language language) {
        Set<String> own = new HashSet<>();
        for (Language one : Language.values()) {
            Narrator narrator = voices.of(one);
            Document form = form(Report.empty(), Part.all(), dictionary, messages, narrator, language);
            own.add(key(form.title()));
            own.add(key(form.masthead().issuer()));
            form.masthead().lines().forEach(line -> own.add(key(line)));
            for (Block block : form.blocks()) {
                switch (block) {
                    case Block.Heading heading -> own.add(key(text(heading.text())));
                    case Block.Paragraph paragraph -> own.add(key(text(paragraph.text())));
                    case Block.Table table -> {
                        own.add(key(table.caption()));
                        table.columns().forEach(column -> own.add(key(column.head())));
                        table.rows()
                                .forEach(row ->
                                        own.add(key(label(text(row.getFirst().text())))));
                    }
                    default -> {
                        // the form has no other
                    }
                }
            }
        }
        return own;
    }

    private static String text(List<Inline> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> {
            if (part instanceof Inline.Text(String words)) {
                text.append(words);
            }
        });
        return text.toString();
    }

    /** A label without the number of its row. */
    private static String label(String text) {
        return text.replaceAll(" \\(\\p{Nd}+\\)$", "");
    }

    private static String key(String text) {
        return text.codePoints()
                .filter(sign -> Character.isLetterOrDigit(sign))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toLowerCase(Locale.ROOT);
    }

    private static void part(String name, InputStream in, Found found) throws XMLStreamException, IOException {
        if (name.equals(DOCUMENT) || name.matches("word/(comments|footnotes|endnotes)\\d*\\.xml")) {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
            XMLStreamReader xml = factory.createXMLStreamReader(new java.io.ByteArrayInputStream(in.readAllBytes()));
            new Reading(found).read(xml);
        } else if (name.startsWith("word/media/") || name.startsWith("word/embeddings/")) {
            found.left.add(name.substring(name.lastIndexOf('/') + 1));
        }
    }

    /** What was read so far. */
    private static final class Found {
        private final Dictionary dictionary;
        private final Set<String> own;
        private final SequencedMap<String, String> typed = new LinkedHashMap<>();
        private final List<String> left = new ArrayList<>();

        Found(Dictionary dictionary, Set<String> own) {
            this.dictionary = dictionary;
            this.own = own;
        }

        void paragraph(String text) {
            if (!text.isBlank() && !own.contains(key(text))) {
                left.add(text.strip());
            }
        }

        void row(List<String> cells) {
            for (int at = cells.size() - 1; at >= 0; at--) {
                String place = cells.get(at).replaceAll("[\\s\\u200b-\\u200f\\u2066-\\u2069]", "");
                Optional<Field> field = FieldPath.find(place).flatMap(dictionary::find);
                if (field.isPresent() && place.contains(".") && field.get().type() != Field.Type.FILE) {
                    String content = at == 0 ? "" : cells.get(at - 1).strip();
                    String before = typed.putIfAbsent(place, content);
                    if (before != null && !before.equals(content)) {
                        left.add(place + ": " + content);
                    }
                    for (int other = 0; other < cells.size(); other++) {
                        boolean label = other == at - 2 && at >= 2;
                        if (other != at && other != at - 1 && !(label && own.contains(key(label(cells.get(other)))))) {
                            paragraph(cells.get(other));
                        }
                    }
                    return;
                }
            }
            List<String> rest = cells.stream()
                    .filter(cell -> !cell.isBlank() && !own.contains(key(label(cell))))
                    .map(String::strip)
                    .toList();
            if (!rest.isEmpty()) {
                left.add(String.join(" | ", rest));
            }
        }
    }

    /** Reads one part of the file: cells of the outermost table rows, and paragraphs outside of tables. */
    private static final class Reading {
        private final Found found;
        private final Deque<List<String>> rows = new ArrayDeque<>();
        private StringBuilder text = new StringBuilder();
        private int tables;

        Reading(Found found) {
            this.found = found;
        }

        void read(XMLStreamReader xml) throws XMLStreamException {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT && WORD.equals(xml.getNamespaceURI())) {
                    begins(xml);
                } else if (event == XMLStreamConstants.END_ELEMENT && WORD.equals(xml.getNamespaceURI())) {
                    ends(xml.getLocalName());
                }
            }
        }

        private void begins(XMLStreamReader xml) throws XMLStreamException {
            switch (xml.getLocalName()) {
                case "tbl" -> tables++;
                case "tr" -> {
                    if (tables == 1) {
                        rows.push(new ArrayList<>());
                    }
                }
                case "tc" -> {
                    if (tables == 1) {
                        text = new StringBuilder();
                    }
                }
                case "p" -> {
                    if (tables == 0) {
                        text = new StringBuilder();
                    } else if (!text.isEmpty()) {
                        text.append('\n');
                    }
                }
                case "t" -> text.append(xml.getElementText());
                case "br", "cr" -> text.append('\n');
                case "tab" -> text.append(' ');
                case "noBreakHyphen" -> text.append('-');
                default -> {
                    // carries no words
                }
            }
        }

        private void ends(String name) {
            switch (name) {
                case "tbl" -> tables--;
                case "tc" -> {
                    if (tables == 1 && !rows.isEmpty()) {
                        rows.peek().add(clean(text));
                        text = new StringBuilder();
                    }
                }
                case "tr" -> {
                    if (tables == 1 && !rows.isEmpty()) {
                        found.row(rows.pop());
                    }
                }
                case "p" -> {
                    if (tables == 0) {
                        found.paragraph(clean(text));
                        text = new StringBuilder();
                    }
                }
                default -> {
                    // closes nothing that is kept
                }
            }
        }

        /** Marks of direction are the form’s, not the writer’s. */
        private static String clean(StringBuilder text) {
            return text.toString()
                    .replaceAll("[\\u2066-\\u2069\\u200e\\u200f]", "")
                    .strip();
        }
    }
}
