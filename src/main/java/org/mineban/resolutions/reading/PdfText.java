package org.mineban.resolutions.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.mineban.resolutions.UnreadableResolutionException;
import org.mineban.resolutions.UnreadableResolutionException.Reason;

/** The text of a PDF, page by page, laid out again by {@link PageLayout}. Memory is bounded; pictures are never decoded. */
final class PdfText {
    private static final int FEWEST_LETTERS_A_PAGE = 25;

    private final Limits limits;

    PdfText(Limits limits) {
        this.limits = limits;
    }

    String read(Path file) throws UnreadableResolutionException {
        var memory = MemoryUsageSetting.setupMixed(limits.pdfMemoryBytes());
        try (PDDocument document = Loader.loadPDF(file.toFile(), memory.streamCache)) {
            return text(document);
        } catch (InvalidPasswordException e) {
            throw new UnreadableResolutionException(Reason.PROTECTED_PDF, Map.of(), e);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableResolutionException(Reason.BROKEN_PDF, Map.of(), e);
        }
    }

    private String text(PDDocument document) throws IOException, UnreadableResolutionException {
        int pages = document.getNumberOfPages();
        if (pages > limits.pages()) {
            throw new UnreadableResolutionException(
                    Reason.TOO_MANY_PAGES, Map.of("pages", pages, "limit", limits.pages()));
        }
        List<PageLayout.Page> laidOut = new ArrayList<>();
        int characters = 0;
        for (int page = 1; page <= pages; page++) {
            Glyphs glyphs = new Glyphs();
            glyphs.setStartPage(page);
            glyphs.setEndPage(page);
            glyphs.getText(document);
            characters += glyphs.found.size();
            if (characters > limits.characters()) {
                throw new UnreadableResolutionException(
                        Reason.TOO_LARGE, Map.of("size", (long) characters, "limit", (long) limits.characters()));
            }
            float height = document.getPage(page - 1).getCropBox().getHeight();
            laidOut.add(PageLayout.of(glyphs.found, height));
        }
        String text = PageLayout.join(laidOut);
        long letters = text.chars().filter(Character::isLetter).count();
        if (letters < (long) FEWEST_LETTERS_A_PAGE * Math.max(1, pages)) {
            throw new UnreadableResolutionException(Reason.PICTURE_ONLY_PDF, Map.of("pages", pages));
        }
        return text;
    }

    /** Gathers characters with their places; the library's own guess at lines is not used. */
    private static final class Glyphs extends PDFTextStripper {
        private final List<Glyph> found = new ArrayList<>();

        private Glyphs() throws IOException {
            setSortByPosition(false);
            setSuppressDuplicateOverlappingText(false);
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            String characters = text.getUnicode();
            if (characters == null || characters.isBlank()) {
                return;
            }
            String font = text.getFont() == null || text.getFont().getName() == null
                    ? ""
                    : text.getFont().getName();
            boolean italic = font.contains("Italic") || font.contains("Oblique") || font.endsWith("-It");
            found.add(new Glyph(
                    characters,
                    text.getXDirAdj(),
                    text.getYDirAdj(),
                    text.getWidthDirAdj(),
                    Math.max(1f, text.getFontSizeInPt()),
                    italic));
        }
    }

    /** A character on the page: its left edge, its baseline from the top, its width and size in points. */
    record Glyph(String text, float x, float y, float width, float size, boolean italic) {
        float right() {
            return x + width;
        }
    }
}
