package org.mineban.documents.writing;

import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.COSWriter;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Saves a PDF so that its Arabic text can be searched and copied. The letters stand in it in their joined forms, which have codes of their own;
 * here each glyph is said to mean the letter, not the form.
 */
final class PdfText {

    /** A line of a map: the first glyph, the last glyph, what the first means; the next ones mean the next codes. */
    private static final Pattern RANGE = Pattern.compile("<([0-9A-F]{4})> <([0-9A-F]{4})> <([0-9A-F]{4,})>");

    /** As many lines as a map may have in a row. */
    private static final int BLOCK = 100;

    private PdfText() {}

    static void save(PDDocument pdf, Fonts fonts, OutputStream out) throws IOException {
        for (Fonts.Face face : Fonts.Face.values()) {
            PDType0Font font = fonts.get(face);
            font.subset();
            COSDictionary dictionary = font.getCOSObject();
            if (dictionary.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream meanings) {
                letters(meanings);
            }
        }
        pdf.getDocument().setIsXRefStream(true); // as saving with compression needs
        COSWriter writer = new COSWriter(out, CompressParameters.DEFAULT_COMPRESSION);
        writer.write(pdf);
    }

    private static void letters(COSStream meanings) throws IOException {
        String map;
        try (var stream = meanings.createInputStream()) {
            map = new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
        }
        SortedMap<Integer, String> glyphs = glyphs(map);
        if (glyphs.values().stream().noneMatch(meaning -> meaning.length() == 4 && form(meaning))) {
            return;
        }
        int begin = map.indexOf(" beginbfrange");
        String changed = map.substring(0, map.lastIndexOf('\n', begin) + 1)
                + lines(glyphs)
                + map.substring(map.lastIndexOf("endbfrange") + "endbfrange\n".length());
        try (OutputStream stream = meanings.createOutputStream(COSName.FLATE_DECODE)) {
            stream.write(changed.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static SortedMap<Integer, String> glyphs(String map) {
        SortedMap<Integer, String> glyphs = new TreeMap<>();
        Matcher matcher = RANGE.matcher(map);
        while (matcher.find()) {
            int first = Integer.parseInt(matcher.group(1), 16);
            int last = Integer.parseInt(matcher.group(2), 16);
            String meaning = matcher.group(3);
            int code = Integer.parseInt(meaning.substring(meaning.length() - 4), 16);
            for (int glyph = first; glyph <= last; glyph++) {
                glyphs.put(glyph, meaning.substring(0, meaning.length() - 4) + "%04X".formatted(code + glyph - first));
            }
        }
        return glyphs;
    }

    private static String lines(SortedMap<Integer, String> glyphs) {
        StringBuilder lines = new StringBuilder();
        int left = glyphs.size();
        int inBlock = 0;
        for (Map.Entry<Integer, String> glyph : glyphs.entrySet()) {
            if (inBlock == 0) {
                lines.append(Math.min(left, BLOCK)).append(" beginbfchar\n");
            }
            lines.append("<%04X> <%s>\n".formatted(glyph.getKey(), letter(glyph.getValue())));
            left--;
            inBlock++;
            if (left == 0 || inBlock == BLOCK) {
                lines.append("endbfchar\n");
                inBlock = 0;
            }
        }
        return lines.toString();
    }

    private static boolean form(String meaning) {
        int code = Integer.parseInt(meaning, 16);
        return (code >= 0xFB50 && code <= 0xFDFF) || (code >= 0xFE70 && code <= 0xFEFC);
    }

    /** The letter of a joined form. A form of two letters keeps its own code: readers disagree on the order of the two. */
    private static String letter(String meaning) {
        if (meaning.length() != 4 || !form(meaning)) {
            return meaning;
        }
        String letter = Normalizer2.getNFKCInstance().normalize(Character.toString(Integer.parseInt(meaning, 16)));
        return letter.length() == 1 ? "%04X".formatted((int) letter.charAt(0)) : meaning;
    }
}
