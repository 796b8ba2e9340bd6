package org.mineban.documents.writing;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.mineban.documents.Block;
import org.mineban.documents.Block.Column.Kind;
import org.mineban.documents.Document;
import org.mineban.documents.Inline;

/** Writes a document as plain text for mail: lines of at most 72 columns, tables as aligned lines where they fit, else row by row. */
public final class TextWriter {

    private static final int WIDTH = 72;
    private static final String GAP = "  ";

    private final Document document;
    private final Labels labels;
    private final Notes notes = new Notes();
    private final StringBuilder text = new StringBuilder();
    private final BreakIterator breaks;

    private TextWriter(Document document, Labels labels) {
        this.document = document;
        this.labels = labels;
        this.breaks = BreakIterator.getLineInstance(document.language().locale());
    }

    /** The document as text; lines end with a line feed. */
    public static String write(Document document, Labels labels) {
        return new TextWriter(document, labels).all();
    }

    private String all() {
        paragraph("", "", Characters.clean(document.masthead().issuer()));
        if (!document.masthead().symbol().isEmpty()) {
            paragraph("", "", words(List.of(new Inline.Code(document.masthead().symbol()))));
        }
        document.masthead().facts().forEach(fact -> paragraph("", "", Characters.clean(fact)));
        document.masthead().lines().forEach(line -> paragraph("", "", Characters.clean(line)));
        text.append('\n');
        underlined(Characters.clean(document.title()), '=');
        if (!document.subtitle().isEmpty()) {
            paragraph("", "", Characters.clean(document.subtitle()));
        }
        text.append('\n');
        document.masthead().notices().forEach(this::notice);
        document.blocks().forEach(this::block);
        if (!notes.all().isEmpty()) {
            text.append('\n');
            underlined(Characters.clean(labels.notes()), '-');
            text.append('\n');
            for (int i = 0; i < notes.all().size(); i++) { // a note may refer to a further one
                paragraph(
                        "[" + (i + 1) + "] ", "     ", words(notes.all().get(i).text()));
            }
        }
        text.append('\n');
        paragraph("", "", Characters.clean(document.masthead().footer()));
        return text.toString();
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading -> {
                text.append('\n');
                underlined(words(heading.text()), heading.level() == 1 ? '-' : '.');
                text.append('\n');
            }
            case Block.Paragraph paragraph -> spaced("", "", words(paragraph.text()));
            case Block.NumberedParagraph paragraph -> {
                String number = Characters.clean(paragraph.number()) + " ";
                spaced(number, " ".repeat(Characters.columns(number)), words(paragraph.text()));
            }
            case Block.Listing listing -> {
                for (int i = 0; i < listing.items().size(); i++) {
                    String bullet = listing.numbered() ? (i + 1) + ". " : "- ";
                    paragraph(
                            bullet,
                            " ".repeat(bullet.length()),
                            words(listing.items().get(i)));
                }
                text.append('\n');
            }
            case Block.DescriptionList list -> {
                list.items()
                        .forEach(item ->
                                paragraph(Characters.clean(item.term()) + ": ", "    ", words(item.description())));
                text.append('\n');
            }
            case Block.Notice notice -> notice(notice.text());
            case Block.Table table -> table(table);
            case Block.PageBreak pageBreak -> text.append('\n');
        }
    }

    private void notice(List<Inline> parts) {
        spaced("| ", "| ", words(parts));
    }

    private void table(Block.Table table) {
        paragraph("", "", Characters.clean(table.caption()));
        text.append('\n');
        List<List<String>> lines = new ArrayList<>();
        lines.add(table.columns().stream()
                .map(column -> words(LongTexts.head(column)))
                .toList());
        table.rows()
                .forEach(row ->
                        lines.add(row.stream().map(cell -> words(cell.text())).toList()));
        int[] widths = new int[table.columns().size()];
        lines.forEach(line -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Characters.columns(line.get(i)));
            }
        });
        if (Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) <= WIDTH) {
            aligned(table, lines, widths);
        } else {
            rowByRow(lines);
        }
        text.append('\n');
    }

    private void aligned(Block.Table table, List<List<String>> lines, int[] widths) {
        for (int number = 0; number < lines.size(); number++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = lines.get(number).get(i);
                String pad = " ".repeat(widths[i] - Characters.columns(cell));
                boolean right = table.columns().get(i).kind() == Kind.NUMBER;
                line.append(right ? pad + cell : cell + pad).append(GAP);
            }
            text.append(line.toString().stripTrailing()).append('\n');
            if (number == 0) {
                text.append(Arrays.stream(widths).mapToObj("-"::repeat).collect(Collectors.joining(GAP)))
                        .append('\n');
            }
        }
    }

    private void rowByRow(List<List<String>> lines) {
        List<String> heads = lines.getFirst();
        for (List<String> row : lines.subList(1, lines.size())) {
            for (int i = 0; i < heads.size(); i++) {
                if (!row.get(i).isEmpty()) {
                    paragraph(i == 0 ? "* " : "  ", "    ", heads.get(i) + ": " + row.get(i));
                }
            }
        }
    }

    private void underlined(String words, char line) {
        paragraph("", "", words);
        text.append(String.valueOf(line).repeat(Math.clamp(Characters.columns(words), 1, WIDTH)))
                .append('\n');
    }

    private void spaced(String first, String next, String words) {
        paragraph(first, next, words);
        text.append('\n');
    }

    /** Writes words in lines that are not wider than they may be, unless a single word is. */
    private void paragraph(String first, String next, String words) {
        StringBuilder line = new StringBuilder(first);
        int used = Characters.columns(first);
        boolean empty = true;
        breaks.setText(words);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            String piece = words.substring(start, end);
            if (!empty && used + Characters.columns(piece.stripTrailing()) > WIDTH) {
                text.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(next);
                used = Characters.columns(next);
                empty = true;
            }
            line.append(piece);
            used += Characters.columns(piece);
            empty = false;
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private String words(List<Inline> parts) {
        StringBuilder words = new StringBuilder();
        for (Inline part : parts) {
            switch (part) {
                case Inline.Text(String plain) -> words.append(Characters.clean(plain));
                case Inline.Emphasis(List<Inline> inner) -> words.append(words(inner));
                case Inline.Strong(List<Inline> inner) -> words.append(words(inner));
                case Inline.Code(String code) -> isolated(words, Characters.LEFT_TO_RIGHT_ISOLATE, code);
                case Inline.Name(String name) -> isolated(words, Characters.FIRST_STRONG_ISOLATE, name);
                case Inline.Foreign(var language, String foreign) ->
                    isolated(words, Characters.FIRST_STRONG_ISOLATE, foreign);
                case Inline.Link(String plain, String address) -> {
                    words.append(Characters.clean(plain)).append(" <");
                    isolated(words, Characters.LEFT_TO_RIGHT_ISOLATE, address);
                    words.append('>');
                }
                case Inline.Mark(String mark) ->
                    words.append('[').append(Characters.clean(mark)).append(']');
                case Inline.NoteReference(Inline.Note note) ->
                    words.append('[').append(notes.refer(note).number()).append(']');
                case Inline.Break line -> words.append(" · ");
            }
        }
        return words.toString();
    }

    /** Isolation is written only where the direction of the text could do harm. */
    private void isolated(StringBuilder words, char isolate, String plain) {
        String clean = Characters.clean(plain);
        boolean mixed =
                document.language().rightToLeft() || clean.chars().anyMatch(code -> code >= 0x590 && code < 0x900);
        words.append(mixed ? isolate + clean + Characters.POP_ISOLATE : clean);
    }
}
