package org.mineban.operations;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Rows of a file put aside on disk while it is read, so that they can be looked at again beside each other however many there are. */
final class RowSpill implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final DataOutputStream out;
    private final FileChannel in;
    private long[] ends = new long[1024];
    private int size;
    private long end;

    /**
     * A row as it was put aside.
     *
     * @param told the checks and messages that were told of it already
     */
    record Row(Examined examined, Set<String> told) {}

    RowSpill() {
        try {
            path = Files.createTempFile("mineban-rows", null);
            out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path), BUFFER));
            in = FileChannel.open(path, StandardOpenOption.READ);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    int size() {
        return size;
    }

    /** Puts a row aside. */
    void add(ImportedRow row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream piece = new DataOutputStream(bytes)) {
            Content content = row.content();
            piece.writeLong(row.line());
            text(piece, content.kind().id());
            piece.writeLong(content.validFrom().toEpochDay());
            text(piece, content.code());
            text(piece, row.origin().source());
            text(piece, content.fields().json());
            shape(piece, content.shape());
            piece.writeInt(row.findings().size());
            for (Finding finding : row.findings()) {
                text(piece, told(finding.check(), finding.message()));
            }
            byte[] whole = bytes.toByteArray();
            out.write(whole);
            end += whole.length;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, ends.length * 2);
        }
        ends[size++] = end;
    }

    static String told(String check, String message) {
        return check + " " + message;
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void shape(DataOutputStream out, Optional<Shape> shape) throws IOException {
        out.writeBoolean(shape.isPresent());
        if (shape.isPresent()) {
            byte[] binary = shape.get().binary();
            out.writeInt(binary.length);
            out.write(binary);
            Shape.Box box = shape.get().box();
            out.writeLong(box.west());
            out.writeLong(box.south());
            out.writeLong(box.east());
            out.writeLong(box.north());
            out.writeLong(shape.get().computedArea());
        }
    }

    /** Everything that was put aside can be read from now on. */
    void written() {
        try {
            out.flush();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** The row at that place. */
    Row get(int index) {
        long from = index == 0 ? 0 : ends[index - 1];
        ByteBuffer bytes = ByteBuffer.allocate((int) (ends[index] - from));
        try {
            while (bytes.hasRemaining() && in.read(bytes, from + bytes.position()) >= 0) {
                // until all is read
            }
            DataInputStream row = new DataInputStream(new ByteArrayInputStream(bytes.array()));
            long line = row.readLong();
            Kind kind = Kind.find(text(row)).orElseThrow();
            LocalDate validFrom = LocalDate.ofEpochDay(row.readLong());
            String code = text(row);
            String source = text(row);
            Fields fields = Fields.ofJson(text(row));
            Content content = new Content(kind, code, validFrom, fields, shape(row), Optional.empty());
            Set<String> told = new HashSet<>();
            for (int i = row.readInt(); i > 0; i--) {
                told.add(text(row));
            }
            Examined examined = Examined.row(content, source, line, !code.isEmpty());
            examined.placed(index);
            return new Row(examined, told);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static Optional<Shape> shape(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return Optional.empty();
        }
        byte[] binary = in.readNBytes(in.readInt());
        Shape.Box box = new Shape.Box(in.readLong(), in.readLong(), in.readLong(), in.readLong());
        return Optional.of(new Shape(binary, box, in.readLong()));
    }

    @Override
    public void close() {
        try (out;
                in) {
            Files.deleteIfExists(path);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
