package org.mineban.resolutions.reading;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.mineban.resolutions.UnreadableResolutionException;
import org.mineban.resolutions.UnreadableResolutionException.Reason;

/** The characters of a file: text in UTF-8, UTF-16 or the Western code page, or a PDF. Sizes are looked at before anything is read. */
final class FileText {
    private static final int MAGIC = 1024;
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private final Limits limits;

    FileText(Limits limits) {
        this.limits = limits;
    }

    String read(Path file) throws UnreadableResolutionException {
        try {
            if (!Files.isRegularFile(file)) {
                throw new UnreadableResolutionException(Reason.NOT_FOUND, Map.of());
            }
            long size = Files.size(file);
            if (size == 0) {
                throw new UnreadableResolutionException(Reason.EMPTY, Map.of("size", 0L));
            }
            byte[] beginning = beginning(file);
            boolean pdf = isPdf(beginning);
            long limit = pdf ? limits.pdfBytes() : limits.textBytes();
            if (size > limit) {
                throw new UnreadableResolutionException(Reason.TOO_LARGE, Map.of("size", size, "limit", limit));
            }
            if (pdf) {
                return new PdfText(limits).read(file);
            }
            refuseOtherFormats(beginning);
            return decode(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UnreadableResolutionException(Reason.NOT_FOUND, Map.of(), e);
        }
    }

    private static byte[] beginning(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            return stream.readNBytes(MAGIC);
        }
    }

    private static boolean isPdf(byte[] beginning) {
        return new String(beginning, StandardCharsets.ISO_8859_1).contains("%PDF-");
    }

    /** Files that are something else by their first bytes get a name, so that the message can say what to do with them. */
    private static void refuseOtherFormats(byte[] beginning) throws UnreadableResolutionException {
        String magic = new String(beginning, StandardCharsets.ISO_8859_1);
        String format = magic.startsWith("PK\u0003\u0004")
                ? "zip"
                : magic.startsWith("\u00D0\u00CF\u0011\u00E0")
                        ? "doc"
                        : magic.startsWith("{\\rtf")
                                ? "rtf"
                                : magic.startsWith("\u0089PNG")
                                                || magic.startsWith("\u00FF\u00D8\u00FF")
                                                || magic.startsWith("II*")
                                                || magic.startsWith("MM\0*")
                                        ? "image"
                                        : null;
        if (format != null) {
            throw new UnreadableResolutionException(Reason.BINARY, Map.of("format", format));
        }
    }

    private static String decode(byte[] bytes) throws UnreadableResolutionException {
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return checked(new String(bytes, StandardCharsets.UTF_16));
        }
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return checked(new String(bytes, StandardCharsets.UTF_16));
        }
        try {
            return checked(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return checked(new String(bytes, WESTERN));
        }
    }

    /** Refuses what is not writing: control characters beyond the odd one, or no letters. */
    static String checked(String text) throws UnreadableResolutionException {
        int controls = 0;
        int letters = 0;
        int strange = 0;
        int seen = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                continue;
            }
            seen++;
            if (c < ' ' || c == '\uFFFD' || (c >= 0x7F && c < 0xA0)) {
                controls++;
            } else if (Character.isLetter(c)) {
                letters++;
                strange += c >= 0xA0 && c < 0x180 ? 1 : 0;
            }
        }
        if (seen == 0) {
            throw new UnreadableResolutionException(Reason.EMPTY, Map.of("size", (long) text.length()));
        }
        if ((controls > 8 && controls > seen / 200) || letters < seen / 3 || strange > letters / 3 + 4) {
            throw new UnreadableResolutionException(Reason.BINARY, Map.of("format", "unknown"));
        }
        return text;
    }
}
