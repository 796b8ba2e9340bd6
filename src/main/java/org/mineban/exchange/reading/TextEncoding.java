package org.mineban.exchange.reading;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * In which encoding a text file is: by its mark; else UTF-8 when every byte of it makes sense as that; else judged by its letters, which is a
 * guess and is told as one.
 *
 * @param charset the encoding
 * @param mark how many bytes at the start mark it
 * @param guessed whether nothing but the letters speaks for it
 */
record TextEncoding(Charset charset, int mark, boolean guessed) {

    static final Charset WESTERN = Charset.forName("windows-1252");
    static final Charset CYRILLIC = Charset.forName("windows-1251");
    static final Charset ARABIC = Charset.forName("windows-1256");

    /** What the detector calls an encoding, and what Windows programs write in its place. */
    private static final Map<String, Charset> MULTIPLE_BYTES =
            Map.of("GB18030", Charset.forName("GB18030"), "Big5", Charset.forName("Big5"));

    private static final String FREQUENT = "оеаинтсрвл";

    private static final int SAMPLE = 256 * 1024;

    static TextEncoding of(InputStreamSource source) throws IOException {
        byte[] start;
        try (InputStream in = source.open()) {
            start = in.readNBytes(SAMPLE);
        }
        if (start.length >= 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
            return new TextEncoding(StandardCharsets.UTF_8, 3, false);
        }
        Optional<TextEncoding> wide = utf16(start);
        if (wide.isPresent()) {
            return wide.get();
        }
        try (InputStream in = source.open()) {
            if (utf8(in)) {
                return new TextEncoding(StandardCharsets.UTF_8, 0, false);
            }
        }
        return new TextEncoding(byLetters(firstHighBytes(source)), 0, true);
    }

    /** Opens a text from its beginning. */
    interface InputStreamSource {
        InputStream open() throws IOException;
    }

    /** UTF-16 by its mark, or by every other byte of western signs being zero. */
    static Optional<TextEncoding> utf16(byte[] start) {
        if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_16LE, 2, false));
        }
        if (start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_16BE, 2, false));
        }
        int pairs = Math.min(start.length / 2, 2_000);
        int little = 0;
        int big = 0;
        for (int i = 0; i < pairs; i++) {
            if (start[2 * i] != 0 && start[2 * i + 1] == 0) {
                little++;
            } else if (start[2 * i] == 0 && start[2 * i + 1] != 0) {
                big++;
            }
        }
        if (pairs >= 4 && little > pairs * 0.4 && big == 0) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_16LE, 0, true));
        }
        if (pairs >= 4 && big > pairs * 0.4 && little == 0) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_16BE, 0, true));
        }
        return Optional.empty();
    }

    /** The beginning as text whose western signs are right, whatever the rest is. */
    static String plain(byte[] start) {
        if (start.length >= 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
            return new String(start, 3, start.length - 3, StandardCharsets.UTF_8);
        }
        return utf16(start)
                .map(wide -> new String(start, wide.mark(), start.length - wide.mark(), wide.charset()))
                .orElseGet(() -> new String(start, StandardCharsets.ISO_8859_1));
    }

    private static boolean utf8(InputStream in) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        byte[] bytes = new byte[1 << 16];
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        int kept = 0;
        while (true) {
            int read = in.read(bytes, kept, bytes.length - kept);
            ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, kept + Math.max(0, read));
            chars.clear();
            CoderResult result = decoder.decode(buffer, chars, read < 0);
            if (result.isError()) {
                return false;
            }
            if (read < 0) {
                return true;
            }
            kept = buffer.remaining();
            System.arraycopy(bytes, buffer.position(), bytes, 0, kept);
        }
    }

    /** The first bytes from which on something else than ASCII is written: a table may begin with a thousand rows of numbers. */
    private static byte[] firstHighBytes(InputStreamSource source) throws IOException {
        try (InputStream in = new BufferedInputStream(source.open())) {
            byte[] sample = new byte[SAMPLE];
            int count = 0;
            int last = 0;
            boolean high = false;
            for (int one = in.read(); one >= 0 && count < SAMPLE; one = in.read()) {
                if (!high && one >= 0x80) {
                    high = true;
                    sample[count++] = (byte) last;
                }
                if (high) {
                    sample[count++ % SAMPLE] = (byte) one;
                }
                last = one;
            }
            return java.util.Arrays.copyOf(sample, Math.min(count, SAMPLE));
        }
    }

    static Charset byLetters(byte[] text) {
        int high = 0;
        int together = 0;
        int upper = 0;
        int middle = 0;
        int last = 0;
        for (int i = 0; i < text.length; i++) {
            int one = text[i] & 0xFF;
            if (one < 0x80) {
                continue;
            }
            high++;
            boolean neighbour =
                    (i > 0 && (text[i - 1] & 0x80) != 0) || (i + 1 < text.length && (text[i + 1] & 0x80) != 0);
            together += neighbour ? 1 : 0;
            upper += one >= 0xC0 && one < 0xE0 ? 1 : 0;
            middle += one >= 0xE0 && one < 0xF0 ? 1 : 0;
            last += one >= 0xF0 ? 1 : 0;
        }
        // In western languages accented letters stand alone between plain ones.
        if (together < high * 0.5) {
            return WESTERN;
        }
        CharsetMatch[] matches = new CharsetDetector().setText(text).detectAll();
        if (matches.length > 0 && matches[0].getConfidence() >= 50) {
            Charset wide = MULTIPLE_BYTES.get(matches[0].getName());
            if (wide != null) {
                return wide;
            }
        }
        // Arabic letters lie in C0 to ED, vowel signs above; Russian small letters in E0 to FF, where a third of a text
        // is above F0.
        boolean arabic = upper > high * 0.3 && middle > high * 0.1 && last < high * 0.12;
        return arabic ? ARABIC : russian(text);
    }

    /** Of the two usual Russian encodings the one in which the text has more of the ten most frequent letters. */
    private static Charset russian(byte[] text) {
        Charset best = CYRILLIC;
        long most = -1;
        for (Charset charset : new Charset[] {CYRILLIC, Charset.forName("KOI8-R")}) {
            long count = new String(text, charset)
                    .chars()
                    .filter(one -> FREQUENT.indexOf(Character.toLowerCase(one)) >= 0)
                    .count();
            if (count > most) {
                most = count;
                best = charset;
            }
        }
        return best;
    }
}
