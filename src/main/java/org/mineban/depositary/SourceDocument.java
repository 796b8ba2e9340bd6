package org.mineban.depositary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.mineban.kernel.Problem;
import org.mineban.storage.ReceivedFile;

/**
 * The document that an entry rests on, as its source gave it out.
 *
 * @param sha256 the SHA-256 of its bytes, by which it is kept
 * @param name as whoever brought it called it, without folders
 * @param type its media type, by its first bytes and not by what its sender said
 */
public record SourceDocument(String sha256, String name, String type, long bytes) {

    /** No notification of the depositary is larger; a scan of many pages may come near. */
    public static final long MOST_BYTES = 20L * 1024 * 1024;

    private static final int LOOKED_AT = 4096;
    private static final int LONGEST_NAME = 200;

    /** The kinds of file that are taken, and how each begins. */
    private static final Map<String, int[][]> KINDS = Map.of(
            "application/pdf", new int[][] {{'%', 'P', 'D', 'F', '-'}},
            "image/png", new int[][] {{0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a}},
            "image/jpeg", new int[][] {{0xff, 0xd8, 0xff}},
            "image/tiff", new int[][] {{'I', 'I', 0x2a, 0}, {'M', 'M', 0, 0x2a}});

    /**
     * A received file as a document.
     *
     * @throws org.mineban.kernel.ProblemException {@code desk-document-kind} when it is neither PDF, PNG, JPEG, TIFF nor text in UTF-8
     */
    static SourceDocument of(ReceivedFile file, String name) {
        byte[] begin;
        try (InputStream in = file.open()) {
            begin = in.readNBytes(LOOKED_AT);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        String readable = readable(name);
        String type = type(begin)
                .orElseThrow(
                        () -> new Problem("desk-document-kind", Problem.Kind.WRONG_USAGE, Map.of("value", readable))
                                .asException());
        return new SourceDocument(file.sha256(), readable, type, file.sizeBytes());
    }

    private static Optional<String> type(byte[] begin) {
        for (Map.Entry<String, int[][]> kind : KINDS.entrySet()) {
            for (int[] signs : kind.getValue()) {
                if (begins(begin, signs)) {
                    return Optional.of(kind.getKey());
                }
            }
        }
        return text(begin) ? Optional.of("text/plain;charset=utf-8") : Optional.empty();
    }

    private static boolean begins(byte[] begin, int[] signs) {
        if (begin.length < signs.length) {
            return false;
        }
        for (int i = 0; i < signs.length; i++) {
            if ((begin[i] & 0xff) != signs[i]) {
                return false;
            }
        }
        return true;
    }

    /** Text in UTF-8 without signs that no text has; a character cut in two at the end is let pass. */
    private static boolean text(byte[] begin) {
        if (begin.length == 0) {
            return false;
        }
        for (byte one : begin) {
            if (one >= 0 && one < 0x20 && one != '\n' && one != '\r' && one != '\t' && one != '\f') {
                return false;
            }
        }
        for (int cut = 0; cut < 4 && cut < begin.length; cut++) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Arrays.copyOf(begin, begin.length - cut)));
                return true;
            } catch (CharacterCodingException cutOrNoText) {
                if (begin.length < LOOKED_AT) {
                    return false;
                }
            }
        }
        return false;
    }

    private static String readable(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|*?:]", "_").strip();
        String named = clean.isEmpty() ? "document" : clean;
        return named.substring(0, Math.min(LONGEST_NAME, named.length()));
    }
}
