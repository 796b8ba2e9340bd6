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
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.mineban.documents.Block;
import org.mineban.documents.Document;
import org.mineban.documents.Unshown;

/**
 * Writes a document as a PDF by PDF/UA-1 (for readers who cannot see it) and PDF/A-3a (for archives): tagged, its fonts embedded, A4.
 *
 * <p>The layout is that of openhtmltopdf, from the HTML of {@link HtmlWriter}.
 */
public final class PdfWriter {

    private final Document document;
    private final Labels labels;
    private final Shown shown = new Shown();

    private PdfWriter(Document document, Labels labels) {
        this.document = document;
        this.labels = labels;
    }

    /**
     * Writes the document; the stream is left open.
     *
     * @return the characters that the fonts do not have
     */
    public static List<Unshown> write(Document document, Labels labels, OutputStream out) throws IOException {
        XRLog.setLoggingEnabled(false);
        PdfWriter writer = new PdfWriter(document, labels);
        String html = writer.html("");
        List<Unshown> missing = writer.shown.list();
        if (!missing.isEmpty()) {
            html = writer.html(
                    labels.unshown(missing.stream().map(Unshown::codeAndName).collect(Collectors.joining(", "))));
        }
        writer.render(html, out);
        return missing;
    }

    private String html(String remark) {
        String head = "<style>" + HtmlWriter.style("documents/pdf.css") + "</style>" + bookmarks();
        return new HtmlWriter(document, labels, shown::text, document.language().rightToLeft()).page(head, remark);
    }

    private void render(String html, OutputStream out) throws IOException {
        boolean rightToLeft = document.language().rightToLeft();
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
                new ICUBreakers.ICULineBreaker(document.language().locale()));
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
            new PdfPages(document, labels, fonts.get(Fonts.Face.REGULAR), shown::text).write(pdf);
            PdfText.save(pdf, fonts, out);
        }
    }

    private String bookmarks() {
        StringBuilder html = new StringBuilder("<bookmarks>");
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
            missing.forEach((code, times) -> list.add(new Unshown(code, times)));
            return list;
        }
    }
}
