package org.mineban.documents.writing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts that come with the program, as one PDF uses them. Their files are read once, when the first PDF is written. */
final class Fonts {

    static final String FAMILY = "Mineban Sans";

    /** A file of the family. */
    enum Face {
        REGULAR("Regular", 400, false),
        BOLD("Bold", 700, false),
        ITALIC("Italic", 400, true);

        private final int weight;
        private final boolean italic;
        private final byte[] file;

        Face(String style, int weight, boolean italic) {
            this.weight = weight;
            this.italic = italic;
            this.file = read("fonts/MinebanSans-" + style + ".ttf");
        }

        int weight() {
            return weight;
        }

        boolean italic() {
            return italic;
        }
    }

    private static final BitSet SHOWN = shown();

    private final Map<Face, PDType0Font> fonts = new EnumMap<>(Face.class);

    /** The fonts for that PDF; of each, what is used will be embedded. */
    Fonts(PDDocument pdf) throws IOException {
        for (Face face : Face.values()) {
            fonts.put(face, PDType0Font.load(pdf, new RandomAccessReadBuffer(face.file), true, false));
        }
    }

    PDType0Font get(Face face) {
        return Objects.requireNonNull(fonts.get(face));
    }

    /** Whether the fonts can show the character. */
    static boolean show(int code) {
        return SHOWN.get(code) || Characters.invisible(code);
    }

    private static BitSet shown() {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(Face.REGULAR.file))) {
            CmapLookup characters = font.getUnicodeCmapLookup();
            BitSet shown = new BitSet();
            for (int code = 0x20; code < 0x20000; code++) {
                if (characters.getGlyphId(code) != 0) {
                    shown.set(code);
                }
            }
            return shown;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String resource) {
        try (InputStream stream = Fonts.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The font " + resource + " is missing from the program.");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
