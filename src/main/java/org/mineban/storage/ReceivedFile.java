package org.mineban.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import org.mineban.kernel.Problem;

/**
 * A file on its way in: received whole, measured and hashed, and not kept yet. It waits in the system's temporary folder until it is closed.
 */
public final class ReceivedFile implements AutoCloseable {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path path;
    private final String sha256;
    private final long sizeBytes;

    private ReceivedFile(Path path, String sha256, long sizeBytes) {
        this.path = path;
        this.sha256 = sha256;
        this.sizeBytes = sizeBytes;
    }

    /**
     * Receives all of a stream.
     *
     * @param mostBytes how many bytes are taken at most
     * @throws org.mineban.kernel.ProblemException {@code file-too-large}
     */
    public static ReceivedFile from(InputStream in, long mostBytes) throws IOException {
        Path path = Files.createTempFile("mineban-received", null);
        try {
            MessageDigest digest = Sha256.digest();
            long size = 0;
            try (OutputStream out = Files.newOutputStream(path)) {
                byte[] buffer = new byte[BUFFER_BYTES];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    size += read;
                    if (size > mostBytes) {
                        throw new Problem("file-too-large", Problem.Kind.WRONG_USAGE, Map.of("limit", mostBytes))
                                .asException();
                    }
                    digest.update(buffer, 0, read);
                    out.write(buffer, 0, read);
                }
            }
            return new ReceivedFile(path, Sha256.of(digest), size);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(path);
            throw failed;
        }
    }

    /** The SHA-256 of its bytes. */
    public String sha256() {
        return sha256;
    }

    public long sizeBytes() {
        return sizeBytes;
    }

    /** Its bytes, for who looks into it before it is kept. */
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
