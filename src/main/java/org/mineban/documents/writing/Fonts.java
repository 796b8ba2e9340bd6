package org.mineban.documents.writing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The fonts that come with the program, read once when the first PDF is written. */
final class Fonts {

    /** A file of the family “Mineban Sans”. */
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

        InputStream open() {
            return new ByteArrayInputStream(file);
        }
    }

    private static final BitSet SHOWN = shown();

    private Fonts() {}

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
