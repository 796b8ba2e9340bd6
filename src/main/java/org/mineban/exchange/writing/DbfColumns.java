package org.mineban.exchange.writing;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mineban.exchange.ExportColumn;

/** The columns of a DBF table, and how a row of it is written. */
final class DbfColumns {

    private static final int NAME = 10;
    private static final int TEXT = 254;
    private static final int DECIMALS = 6;

    private final List<Field> fields = new ArrayList<>();
    private long shortened;

    private record Field(String name, String whole, ExportColumn.Kind kind, char type, int length, int decimals) {}

    DbfColumns(List<ExportColumn> columns) {
        Set<String> taken = new HashSet<>();
        for (ExportColumn column : columns) {
            String name = cut(column.name(), NAME);
            for (int n = 1; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
                String ending = "_" + n;
                name = cut(column.name(), NAME - ending.length()) + ending;
            }
            fields.add(
                    switch (column.kind()) {
                        case TEXT -> new Field(name, column.name(), column.kind(), 'C', TEXT, 0);
                        case INTEGER -> new Field(name, column.name(), column.kind(), 'N', 18, 0);
                        case DECIMAL -> new Field(name, column.name(), column.kind(), 'N', 24, DECIMALS);
                        case DAY -> new Field(name, column.name(), column.kind(), 'D', 8, 0);
                        case YES_NO -> new Field(name, column.name(), column.kind(), 'L', 1, 0);
                    });
        }
        if (fields.isEmpty()) {
            fields.add(new Field("id", "", ExportColumn.Kind.INTEGER, 'N', 18, 0));
        }
    }

    /** The text cut to so many bytes of UTF-8, never within a letter. */
    private static String cut(String text, int bytes) {
        if (text.getBytes(StandardCharsets.UTF_8).length <= bytes) {
            return text;
        }
        int end = 0;
        int length = 0;
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            length += text.substring(end, next).getBytes(StandardCharsets.UTF_8).length;
            if (length > bytes) {
                break;
            }
            end = next;
        }
        return text.substring(0, end);
    }

    int rowLength() {
        return 1 + fields.stream().mapToInt(Field::length).sum();
    }

    /** What stands before so many rows. */
    byte[] header(int rows) {
        int length = 32 + 32 * fields.size() + 1;
        ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 3).put((byte) 126).put((byte) 1).put((byte) 1);
        header.putInt(rows).putShort((short) length).putShort((short) rowLength());
        int at = 32;
        for (Field field : fields) {
            header.position(at);
            header.put(field.name().getBytes(StandardCharsets.UTF_8));
            header.position(at + 11);
            header.put((byte) field.type());
            header.position(at + 16);
            header.put((byte) field.length()).put((byte) field.decimals());
            at += 32;
        }
        header.put(at, (byte) 0x0D);
        return header.array();
    }

    void row(List<@Nullable Object> values, OutputStream out) throws IOException {
        out.write(' ');
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            Object value = i < values.size() ? values.get(i) : null;
            byte[] cell = new byte[field.length()];
            Arrays.fill(cell, (byte) ' ');
            byte[] text = text(field, value).getBytes(StandardCharsets.UTF_8);
            int from = field.type() == 'N' ? field.length() - text.length : 0;
            System.arraycopy(text, 0, cell, from, text.length);
            out.write(cell);
        }
    }

    private String text(Field field, @Nullable Object value) {
        if (value == null) {
            return field.type() == 'L' ? "?" : "";
        }
        String text = switch (field.kind()) {
            case DAY -> ((LocalDate) value).format(DateTimeFormatter.BASIC_ISO_DATE);
            case YES_NO -> (Boolean) value ? "T" : "F";
            case DECIMAL ->
                new BigDecimal(value.toString())
                        .setScale(DECIMALS, RoundingMode.HALF_UP)
                        .toPlainString();
            case INTEGER, TEXT -> value.toString();
        };
        if (text.getBytes(StandardCharsets.UTF_8).length <= field.length()) {
            return text;
        }
        shortened++;
        // A number that has no room is unknown in this file, not another number.
        return field.type() == 'N' ? "*".repeat(field.length()) : cut(text, field.length());
    }

    long shortened() {
        return shortened;
    }

    /** The whole names of the columns. */
    String asText() {
        StringBuilder text = new StringBuilder("columns:\n");
        fields.forEach(field -> text.append("  ")
                .append(field.name())
                .append(": ")
                .append(field.whole())
                .append('\n'));
        return text.toString();
    }
}
