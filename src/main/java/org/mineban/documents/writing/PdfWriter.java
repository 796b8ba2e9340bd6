package org.mineban.documents.writing;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.bidi.support.ICUBreakers;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.mineban.documents.Block;
import org.mineban.documents.Document;
import org.mineban.documents.DocumentSet;
import org.mineban.documents.Unshown;

/**
 * Writes a document as a PDF by PDF/UA-1 (for readers who cannot see it) and PDF/A-3a (for archives): tagged, its fonts embedded, A4.
 *
 * <p>The layout is that of openhtmltopdf, from the HTML of {@link HtmlWriter}.
 */
public final class PdfWriter {

    private final DocumentSet set;
    private final boolean single;
    private final Labels labels;
    private final Shown shown = new Shown();

    private PdfWriter(DocumentSet set, boolean single, Labels labels) {
        this.set = set;
        this.single = single;
        this.labels = labels;
    }

    /**
     * Writes the document; the stream is left open.
     *
     * @return the characters that the fonts do not have
     */
    public static List<Unshown> write(Document document, Labels labels, OutputStream out) throws IOException {
        DocumentSet.Part part = new DocumentSet.Part(document.title(), document);
        DocumentSet one = new DocumentSet(document.language(), document.title(), document.description(), List.of(part));
        return write(one, true, labels, out);
    }

    /**
     * Writes all documents of the set as one PDF, each found by a bookmark; the stream is left open.
     *
     * @return the characters that the fonts do not have
     */
    public static List<Unshown> write(DocumentSet set, Labels labels, OutputStream out) throws IOException {
        return write(set, false, labels, out);
    }

    private static List<Unshown> write(DocumentSet set, boolean single, Labels labels, OutputStream out)
            throws IOException {
        XRLog.setLoggingEnabled(false);
        PdfWriter writer = new PdfWriter(set, single, labels);
        String html = writer.html("");
        List<Unshown> missing = writer.shown.list();
        if (!missing.isEmpty()) {
            html = writer.html(labels.unshown(Unshown.codesAndNames(missing)));
        }
        writer.render(html, out);
        return missing;
    }

    private String html(String remark) {
        String head = "<style>" + HtmlWriter.style("documents/pdf.css") + "</style>" + bookmarks();
        boolean mirrored = set.language().rightToLeft();
        Document first = set.parts().getFirst().document();
        return single
                ? new HtmlWriter(first, labels, shown::text, mirrored, "", Footnotes.fit(first)).page(head, remark)
                : HtmlWriter.page(set, labels, shown::text, mirrored, head, remark);
    }

    private void render(String html, OutputStream out) throws IOException {
        boolean rightToLeft = set.language().rightToLeft();
        PDDocument pdf = new PDDocument();
        Fonts fonts = new Fonts(pdf);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePDDocument(pdf);
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.withProducer("Mineban");
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        builder.useUnicodeLineBreaker(
                new ICUBreakers.ICULineBreaker(set.language().locale()));
        builder.defaultTextDirection(rightToLeft ? TextDirection.RTL : TextDirection.LTR);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        for (Fonts.Face face : Fonts.Face.values()) {
            builder.useFont(
                    new PDFontSupplier(fonts.get(face)),
                    Fonts.FAMILY,
                    face.weight(),
                    face.italic() ? FontStyle.ITALIC : FontStyle.NORMAL,
                    true);
        }
        builder.useFont(
                new PDFontSupplier(fonts.get(Fonts.Face.REGULAR)),
                Fonts.FAMILY + " Fallback",
                400,
                FontStyle.NORMAL,
                true);
        builder.withHtmlContent(html, null);
        builder.toStream(out);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PdfReadingOrder.mend(pdf, rightToLeft);
            new PdfPages(labels, fonts.get(Fonts.Face.REGULAR), shown::text).write(pdf, sections(pdf));
            PdfText.save(pdf, fonts, out);
        }
    }

    /** On which page each document begins, which only the layout knows; its bookmark points there. */
    private List<PdfPages.Section> sections(PDDocument pdf) throws IOException {
        if (single) {
            return List.of(new PdfPages.Section(set.parts().getFirst().document(), 0));
        }
        List<PdfPages.Section> sections = new ArrayList<>();
        for (PDOutlineItem item : pdf.getDocumentCatalog().getDocumentOutline().children()) {
            int page = ((PDPageDestination) item.getDestination()).retrievePageNumber();
            sections.add(new PdfPages.Section(set.parts().get(sections.size()).document(), page));
        }
        return sections;
    }

    private String bookmarks() {
        StringBuilder html = new StringBuilder("<bookmarks>");
        if (!single) {
            for (int i = 0; i < set.parts().size(); i++) {
                bookmark(html, set.parts().get(i).name(), HtmlWriter.partPrefix(i) + "top");
            }
            return html.append("</bookmarks>").toString();
        }
        Document document = set.parts().getFirst().document();
        int number = 0;
        for (Block block : document.blocks()) {
            if (block instanceof Block.Heading heading) {
                number++;
                if (heading.level() == 1) {
                    bookmark(html, PlainText.of(heading.text()), "section-" + number);
                }
            }
        }
        return html.append("</bookmarks>").toString();
    }

    private static void bookmark(StringBuilder html, String name, String target) {
        html.append("<bookmark name=\"")
                .append(Characters.clean(name)
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace("\"", "&quot;"))
                .append("\" href=\"#")
                .append(target)
                .append("\"/>");
    }

    /** Puts the code of a character in the place of each that the fonts do not have, and counts them. */
    private static final class Shown {

        private final Map<Integer, Long> missing = new TreeMap<>();

        String text(String text) {
            String clean = Characters.composed(Characters.clean(text));
            if (clean.codePoints().allMatch(Fonts::show)) {
                return clean;
            }
            StringBuilder shown = new StringBuilder();
            clean.codePoints().forEach(code -> {
                if (Fonts.show(code)) {
                    shown.appendCodePoint(code);
                } else {
                    missing.merge(code, 1L, Long::sum);
                    shown.append(Characters.LEFT_TO_RIGHT_ISOLATE)
                            .append("[U+%04X]".formatted(code))
                            .append(Characters.POP_ISOLATE);
                }
            });
            return shown.toString();
        }

        List<Unshown> list() {
            List<Unshown> list = new ArrayList<>();
            missing.forEach((code, times) -> list.add(new Unshown(code, times, false)));
            return list;
        }
    }
}
