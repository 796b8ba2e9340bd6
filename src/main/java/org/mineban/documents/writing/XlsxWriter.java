package org.mineban.documents.writing;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.mineban.documents.Block;
import org.mineban.documents.Block.Cell;
import org.mineban.documents.Block.Column;
import org.mineban.documents.Block.Table;
import org.mineban.documents.Document;
import org.mineban.documents.Inline;

/**
 * Writes a document as a workbook: a sheet of each table, its head frozen, numbers and days as such; before them a sheet with everything else, so
 * that nothing the document says is lost.
 */
public final class XlsxWriter {

    private static final int LONGEST_NAME = 31;
    private static final int LONGEST_CELL = 32_700;
    private static final int WIDEST = 60;
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final Document document;
    private final Labels labels;
    private final Notes notes = new Notes();
    private final Set<String> names = new HashSet<>();

    private XlsxWriter(Document document, Labels labels) {
        this.document = document;
        this.labels = labels;
    }

    /** Writes the document; the stream is left open. */
    public static void write(Document document, Labels labels, OutputStream out) throws IOException {
        new XlsxWriter(document, labels).write(out);
    }

    private void write(OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "Mineban", "1.0");
        Worksheet text = sheet(workbook, document.title());
        List<Worksheet> sheets = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        List<String> lines = new ArrayList<>(document.masthead().lines());
        lines.addFirst(document.masthead().issuer());
        lines.add(document.masthead().symbol());
        lines.addAll(document.masthead().facts());
        lines.add(document.title());
        lines.add(document.subtitle());
        document.masthead().notices().forEach(notice -> lines.add(words(notice)));
        for (Block block : document.blocks()) {
            if (block instanceof Table table) {
                sheets.add(sheet(workbook, table.caption()));
                tables.add(table);
                lines.add(table.caption());
            } else {
                lines.addAll(lines(block));
            }
        }
        for (int i = 0; i < tables.size(); i++) {
            fill(sheets.get(i), tables.get(i));
        }
        if (!notes.all().isEmpty()) {
            lines.add(labels.notes());
        }
        for (int i = 0; i < notes.all().size(); i++) { // a note may refer to a further one
            lines.add("[" + (i + 1) + "] " + words(notes.all().get(i).text()));
        }
        lines.add(document.masthead().footer());
        text.width(0, 100);
        int row = 0;
        for (String line : lines) {
            for (int from = 0; from < line.length(); ) {
                String piece = LongTexts.cut(line.substring(from), LONGEST_CELL);
                text.value(row, 0, cell(piece));
                text.style(row, 0).wrapText(true).set();
                row++;
                from += piece.length();
            }
        }
        workbook.finish();
    }

    private List<String> lines(Block block) {
        return switch (block) {
            case Block.Heading heading -> List.of(words(heading.text()));
            case Block.Paragraph paragraph -> List.of(words(paragraph.text()));
            case Block.NumberedParagraph paragraph -> List.of(paragraph.number() + " " + words(paragraph.text()));
            case Block.Listing listing ->
                listing.items().stream().map(item -> "• " + words(item)).toList();
            case Block.DescriptionList list ->
                list.items().stream()
                        .map(item -> item.term() + ": " + words(item.description()))
                        .toList();
            case Block.Notice notice -> List.of(words(notice.text()));
            case Table table -> List.of();
            case Block.PageBreak pageBreak -> List.of();
        };
    }

    private void fill(Worksheet sheet, Table table) {
        for (int column = 0; column < table.columns().size(); column++) {
            Column head = table.columns().get(column);
            String words = words(LongTexts.head(head));
            sheet.value(0, column, cell(words));
            sheet.style(0, column).bold().wrapText(true).set();
            int widest = Characters.columns(words);
            for (int row = 0; row < table.rows().size(); row++) {
                Cell cell = table.rows().get(row).get(column);
                String text = words(cell.text());
                widest = Math.max(widest, Characters.columns(LongTexts.cut(text, WIDEST)));
                write(sheet, row + 1, column, head, cell, text);
            }
            sheet.width(column, Math.clamp(widest + 2, 10, WIDEST));
        }
        sheet.freezePane(0, 1);
    }

    private void write(Worksheet sheet, int row, int column, Column head, Cell cell, String words) {
        String digits = words.replaceAll("[,\\s\u00a0\u202f]", "");
        if (cell.day().isPresent()) {
            sheet.value(row, column, cell.day().get());
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (head.kind() == Column.Kind.NUMBER && digits.matches("-?\\d{1,15}")) {
            sheet.value(row, column, new BigDecimal(digits));
        } else {
            sheet.value(row, column, words.length() > LONGEST_CELL ? cut(cell, words) : cell(words));
            sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
        }
    }

    private Worksheet sheet(Workbook workbook, String wanted) {
        String clean = Characters.clean(wanted)
                .replaceAll("[\\[\\]:*?/\\\\\u2066-\u2069]", " ")
                .replaceAll("^'+|'+$", "")
                .strip();
        String name = clean.isEmpty() ? "1" : LongTexts.cut(clean, LONGEST_NAME).strip();
        for (int number = 2; !names.add(name.toLowerCase(Locale.ROOT)); number++) {
            String end = " " + number;
            name = LongTexts.cut(clean, LONGEST_NAME - end.length()).strip() + end;
        }
        Worksheet sheet = workbook.newWorksheet(name);
        if (document.language().rightToLeft()) {
            sheet.rightToLeft();
        }
        return sheet;
    }

    /** The beginning of a text that no cell can hold; the whole stands among the notes. */
    private String cut(Cell cell, String words) {
        String whole = " … [" + notes.refer(new Inline.Note(cell.text())).number() + "]";
        return cell(LongTexts.cut(words, LONGEST_CELL - whole.length())) + whole;
    }

    /** A text as a cell can hold it; one that begins like a formula is written so that no program runs it. */
    private static String cell(String words) {
        String safe = Characters.clean(words);
        return !safe.isEmpty() && FORMULA_STARTS.indexOf(safe.charAt(0)) >= 0 ? "'" + safe : safe;
    }

    private String words(List<Inline> parts) {
        return parts.stream()
                .map(part -> switch (part) {
                    case Inline.NoteReference(Inline.Note note) ->
                        "[" + notes.refer(note).number() + "]";
                    case Inline.Mark(String mark) -> "[" + mark + "]";
                    case Inline.Break line -> " · ";
                    case Inline.Emphasis(List<Inline> inner) -> words(inner);
                    case Inline.Strong(List<Inline> inner) -> words(inner);
                    case Inline.Link(String words, String address) -> words + " <" + address + ">";
                    default -> PlainText.of(List.of(part));
                })
                .collect(Collectors.joining());
    }
}
