package org.mineban.documents.writing;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.mineban.documents.Document;

/**
 * Writes what runs above and below the text of each page: title and subtitle from the second page on, the footer and “page n of m” on all. The
 * layout does not order generated text from right to left, so this is done here. To a voice it is no part of the text.
 */
final class PdfPages {

    private static final float POINTS = 72 / 25.4f;
    private static final float MARGIN = 22 * POINTS;
    private static final float FROM_EDGE = 14 * POINTS;
    private static final float SIZE = 7.5f;
    private static final float GREY = 0.33f;

    private final Labels labels;
    private final PDFont font;
    private final UnaryOperator<String> text;
    private final ArabicShaping shaping = new ArabicShaping(
            ArabicShaping.TEXT_DIRECTION_LOGICAL | ArabicShaping.LETTERS_SHAPE | ArabicShaping.LENGTH_GROW_SHRINK);

    PdfPages(Labels labels, PDFont font, UnaryOperator<String> text) {
        this.labels = labels;
        this.font = font;
        this.text = text;
    }

    /**
     * A document within the file.
     *
     * @param first the page on which it begins, from 0
     */
    record Section(Document document, int first) {}

    /** Writes on every page; each section counts its own. */
    void write(PDDocument pdf, List<Section> sections) throws IOException {
        for (int i = 0; i < sections.size(); i++) {
            int end = i + 1 < sections.size() ? sections.get(i + 1).first() : pdf.getNumberOfPages();
            write(pdf, sections.get(i), end - sections.get(i).first());
        }
    }

    private void write(PDDocument pdf, Section section, int pages) throws IOException {
        Document document = section.document();
        for (int number = 1; number <= pages; number++) {
            PDPage page = pdf.getPage(section.first() + number - 1);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page, AppendMode.APPEND, true, true)) {
                if (number > 1) {
                    line(content, page, "Header", document.title(), document.subtitle());
                }
                line(content, page, "Footer", document.masthead().footer(), labels.page(number, pages));
            }
        }
    }

    /** One line: a text where lines begin, another where they end; the first is shortened where both do not fit. */
    private void line(PDPageContentStream content, PDPage page, String kind, String begin, String end)
            throws IOException {
        float width = page.getMediaBox().getWidth() - 2 * MARGIN;
        String last = fitted(end, width / 2);
        String first = fitted(begin, width - width(visual(last)) - SIZE * 2);
        float height = kind.equals("Header") ? page.getMediaBox().getHeight() - FROM_EDGE - SIZE : FROM_EDGE;
        COSDictionary properties = new COSDictionary();
        properties.setName(COSName.TYPE, "Pagination");
        properties.setName(COSName.SUBTYPE, kind);
        content.beginMarkedContent(COSName.ARTIFACT, PDPropertyList.create(properties));
        content.setNonStrokingColor(GREY, GREY, GREY);
        boolean rightToLeft = labels.language().rightToLeft();
        show(content, visual(rightToLeft ? last : first), MARGIN, height);
        String right = visual(rightToLeft ? first : last);
        show(content, right, MARGIN + width - width(right), height);
        content.endMarkedContent();
    }

    private void show(PDPageContentStream content, String visual, float x, float y) throws IOException {
        if (visual.isEmpty()) {
            return;
        }
        content.beginText();
        content.setFont(font, SIZE);
        content.newLineAtOffset(x, y);
        content.showText(visual);
        content.endText();
    }

    private String fitted(String words, float width) throws IOException {
        String shown = text.apply(LongTexts.beginning(words));
        if (width(visual(shown)) <= width) {
            return shown;
        }
        int end = shown.length();
        while (end > 0 && width(visual(shown.substring(0, end) + "…")) > width) {
            end = shown.offsetByCodePoints(end, -1);
        }
        return shown.substring(0, end).stripTrailing() + "…";
    }

    private float width(String visual) throws IOException {
        return font.getStringWidth(visual) / 1000 * SIZE;
    }

    /** The text as it stands from left to right on paper, its Arabic letters joined. */
    private String visual(String words) {
        try {
            Bidi bidi = new Bidi();
            bidi.setPara(shaping.shape(words), labels.language().rightToLeft() ? Bidi.RTL : Bidi.LTR, null);
            String ordered = bidi.writeReordered(Bidi.DO_MIRRORING | Bidi.REMOVE_BIDI_CONTROLS);
            return ordered.codePoints()
                    .filter(code -> !Characters.invisible(code))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        } catch (ArabicShapingException e) {
            throw new IllegalStateException("Arabic letters could not be joined: " + words, e);
        }
    }
}
