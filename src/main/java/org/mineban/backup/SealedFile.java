package org.mineban.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import org.mineban.storage.Sha256;

/**
 * A ZIP file whose comment, its last bytes, is the hash of everything before it: any byte changed or cut off is found by reading the file once.
 */
final class SealedFile {

    /** The comment while the file is being written. */
    static final String NOT_SEALED_YET = "0".repeat(64);

    private static final int SEAL = NOT_SEALED_YET.length();
    private static final int BUFFER_BYTES = 1 << 16;

    private SealedFile() {}

    /** Hashes what is written, but for the last bytes, where the seal will be. */
    static final class Sealing extends FilterOutputStream {

        private final MessageDigest digest = Sha256.digest();
        private byte[] held = new byte[0];

        Sealing(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            out.write(some, from, length);
            int release = held.length + length - SEAL;
            if (release >= held.length) {
                digest.update(held);
                digest.update(some, from, release - held.length);
                held = Arrays.copyOfRange(some, from + release - held.length, from + length);
            } else {
                byte[] all = Arrays.copyOf(held, held.length + length);
                System.arraycopy(some, from, all, held.length, length);
                if (release > 0) {
                    digest.update(all, 0, release);
                }
                held = Arrays.copyOfRange(all, Math.max(0, release), all.length);
            }
        }

        String seal() {
            return Sha256.of(digest);
        }
    }

    /** Puts the seal in and waits until the file is on the disk. */
    static void seal(Path file, String seal) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rwd")) {
            open.seek(open.length() - SEAL);
            open.write(seal.getBytes(StandardCharsets.US_ASCII));
            open.getFD().sync();
        }
    }

    /** Whether the file is as it was sealed. */
    static boolean whole(Path file) throws IOException {
        long left = Files.size(file) - SEAL;
        if (left <= 0) {
            return false;
        }
        MessageDigest digest = Sha256.digest();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    return false;
                }
                digest.update(buffer, 0, read);
                left -= read;
            }
            String seal = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return seal.equals(Sha256.of(digest));
        }
    }
}
