package org.mineban.presentation;

import com.ibm.icu.lang.UCharacter;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.Language;

/** Writes a {@link Table} as a file. A cell that begins like a formula is written so that no program runs it. */
public final class TableFiles {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private TableFiles() {}

    /** CSV by RFC 4180, UTF-8 with a byte order mark so that Excel shows accents. The stream is left open. */
    public static void writeCsv(Table table, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\ufeff');
        CsvWriter csv = CsvWriter.builder().build(writer);
        csv.writeRecord(table.columns());
        for (List<@Nullable Object> row : table.rows()) {
            csv.writeRecord(row.stream().map(TableFiles::cellText).toList());
        }
        csv.flush();
        writer.flush();
    }

    /** XLSX with a frozen header, typed cells, and the sheet from right to left in Arabic. The stream is left open. */
    public static void writeXlsx(Table table, Language language, OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "Mineban", "1.0");
        Worksheet sheet = workbook.newWorksheet(table.name());
        if (language.rightToLeft()) {
            sheet.rightToLeft();
        }
        for (int column = 0; column < table.columns().size(); column++) {
            sheet.value(0, column, table.columns().get(column));
            sheet.width(column, Math.max(10, Math.min(60, longest(table, column) + 2)));
        }
        sheet.range(0, 0, 0, table.columns().size() - 1).style().bold().set();
        for (int row = 0; row < table.rows().size(); row++) {
            for (int column = 0; column < table.columns().size(); column++) {
                write(sheet, row + 1, column, table.rows().get(row).get(column));
            }
        }
        sheet.freezePane(0, 1);
        workbook.finish();
    }

    /** Plain text in columns, for a terminal. */
    public static String asText(Table table) {
        int columns = table.columns().size();
        int[] widths = new int[columns];
        for (int column = 0; column < columns; column++) {
            widths[column] = longest(table, column);
        }
        StringBuilder text = new StringBuilder();
        appendLine(text, table.columns(), widths);
        table.rows()
                .forEach(row ->
                        appendLine(text, row.stream().map(TableFiles::text).toList(), widths));
        return text.toString();
    }

    private static void appendLine(StringBuilder text, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            line.append(cells.get(i));
            line.append(" ".repeat(Math.max(0, widths[i] - columnsOf(cells.get(i))) + 2));
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    /** How many columns of a terminal a text takes: Chinese characters take two, combining marks none. */
    private static int columnsOf(String text) {
        return text.codePoints()
                .map(character -> {
                    int type = UCharacter.getType(character);
                    if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
                        return 0;
                    }
                    int width = UCharacter.getIntPropertyValue(character, com.ibm.icu.lang.UProperty.EAST_ASIAN_WIDTH);
                    return width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH
                            ? 2
                            : 1;
                })
                .sum();
    }

    private static int longest(Table table, int column) {
        int longest = columnsOf(table.columns().get(column));
        for (List<@Nullable Object> row : table.rows()) {
            longest = Math.max(longest, columnsOf(text(row.get(column))));
        }
        return longest;
    }

    static void write(Worksheet sheet, int row, int column, @Nullable Object cell) {
        switch (cell) {
            case null -> {}
            case Number number -> sheet.value(row, column, number);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            default -> sheet.value(row, column, cellText(cell));
        }
    }

    static String cellText(@Nullable Object cell) {
        String text = text(cell);
        boolean formula = cell instanceof String && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    private static String text(@Nullable Object cell) {
        return cell == null ? "" : cell.toString();
    }
}
