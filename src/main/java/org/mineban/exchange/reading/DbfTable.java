package org.mineban.exchange.reading;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mineban.exchange.ReadingFinding;

/**
 * The table of a Shapefile. Cells come as they were written, without the blanks that fill them; days as ISO days, since they have one form only.
 */
final class DbfTable {

    private final List<Field> fields = new ArrayList<>();
    private final Header header;
    private final long rows;
    private final int rowLength;
    private final Charset charset;

    /** A column. */
    private record Field(String name, char type, int length) {}

    /**
     * Reads what stands before the rows.
     *
     * @param charset of its texts; null to take what the file itself says, or western letters when it says nothing
     */
    DbfTable(InputStream in, @Nullable Charset charset, int mostColumns) throws IOException {
        ByteBuffer start = read(in, 32);
        rows = start.getInt(4) & 0xFFFFFFFFL;
        int headerLength = start.getShort(8) & 0xFFFF;
        rowLength = start.getShort(10) & 0xFFFF;
        this.charset = charset != null ? charset : driver(start.get(29) & 0xFF);
        int read = 32;
        int length = 1;
        while (read + 32 <= headerLength) {
            byte[] field = in.readNBytes(1);
            read++;
            if (field.length == 0) {
                throw new EOFException();
            }
            if (field[0] == 0x0D) {
                break;
            }
            byte[] rest = read(in, 31).array();
            read += 31;
            byte[] name = new byte[11];
            name[0] = field[0];
            System.arraycopy(rest, 0, name, 1, 10);
            int end = 0;
            while (end < 11 && name[end] != 0) {
                end++;
            }
            char type = (char) rest[10];
            int fieldLength = rest[15] & 0xFF;
            if (type == 'C') {
                fieldLength += (rest[16] & 0xFF) << 8;
            }
            fields.add(new Field(new String(name, 0, end, this.charset), type, fieldLength));
            length += fieldLength;
            if (fields.size() > mostColumns) {
                throw new IOException("more columns than are read");
            }
        }
        if (fields.isEmpty() || length != rowLength) {
            throw new IOException("the rows are not as long as their cells");
        }
        in.skipNBytes(Math.max(0, headerLength - read));
        header = Header.of(fields.stream().map(Field::name).toList());
    }

    private static ByteBuffer read(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The encoding that the byte for it in the file stands for; western letters when it is not set. */
    private static Charset driver(int code) {
        return switch (code) {
            case 0xC9 -> TextEncoding.CYRILLIC;
            case 0x65, 0x26 -> Charset.forName("IBM866");
            case 0x7E -> TextEncoding.ARABIC;
            case 0x4D, 0x7A -> Charset.forName("GB18030");
            case 0xC8 -> Charset.forName("windows-1250");
            default -> TextEncoding.WESTERN;
        };
    }

    /** The encoding that a .cpg file names; null when it is not known. */
    static @Nullable Charset named(String cpg) {
        String name = cpg.strip().toUpperCase(java.util.Locale.ROOT);
        if (name.equals("65001") || name.startsWith("UTF-8") || name.equals("UTF8")) {
            return StandardCharsets.UTF_8;
        }
        String number = name.replaceAll("^(ANSI|CP|OEM|WINDOWS)?[ -_]*", "");
        for (String wanted : new String[] {name, "windows-" + number, "IBM" + number}) {
            try {
                return Charset.forName(wanted.equals("ISO 88591") ? "ISO-8859-1" : wanted.replace(' ', '-'));
            } catch (IllegalArgumentException unknown) {
                // The next way of writing it.
            }
        }
        return null;
    }

    List<String> columns() {
        return header.columns();
    }

    List<ReadingFinding> findings() {
        return header.findings();
    }

    /** How many rows it says that it has. */
    long rows() {
        return rows;
    }

    /** A row: its cells, and whether it is marked as deleted. */
    record DbfRow(List<String> cells, boolean deleted) {}

    /** The next row; null at the end. */
    @Nullable
    DbfRow next(InputStream in) throws IOException {
        byte[] row = in.readNBytes(rowLength);
        if (row.length == 0 || row[0] == 0x1A) {
            return null;
        }
        if (row.length < rowLength) {
            throw new EOFException();
        }
        List<String> cells = new ArrayList<>(fields.size());
        int at = 1;
        for (Field field : fields) {
            cells.add(cell(field, row, at));
            at += field.length();
        }
        return new DbfRow(cells, row[0] == '*');
    }

    private String cell(Field field, byte[] row, int at) {
        int end = at + field.length();
        while (end > at && (row[end - 1] == ' ' || row[end - 1] == 0)) {
            end--;
        }
        String text = new String(row, at, end - at, charset);
        return switch (field.type()) {
            case 'D' -> {
                String day = text.strip();
                yield day.matches("\\d{8}") && !day.equals("00000000")
                        ? day.substring(0, 4) + "-" + day.substring(4, 6) + "-" + day.substring(6)
                        : day.equals("00000000") ? "" : day;
            }
            case 'L' ->
                switch (text.strip()) {
                    case "T", "t", "Y", "y" -> "true";
                    case "F", "f", "N", "n" -> "false";
                    default -> "";
                };
            // A number too long for its column is stored as stars: it is unknown, not zero.
            case 'N', 'F' -> text.strip().startsWith("*") ? "" : text.strip();
            default -> text;
        };
    }

    static Map<String, Object> counts(long shapes, long rows) {
        return Map.of("shapes", shapes, "rows", rows);
    }
}
