package org.mineban.documents.writing;

import java.util.function.UnaryOperator;
import org.mineban.documents.Document;

/** The margins of pages: what runs above and below the text, as CSS of the margin boxes. */
final class PdfPages {

    private PdfPages() {}

    static String style(Document document, Labels labels, UnaryOperator<String> text) {
        boolean rightToLeft = document.language().rightToLeft();
        String begin = rightToLeft ? "right" : "left";
        String end = rightToLeft ? "left" : "right";
        String[] parts = labels.pageParts();
        String first = labels.countsFirst() ? "counter(pages)" : "counter(page)";
        String second = labels.countsFirst() ? "counter(page)" : "counter(pages)";
        String number = "%s %s %s %s %s"
                .formatted(
                        quoted(text.apply(parts[0])),
                        first,
                        quoted(text.apply(parts[1])),
                        second,
                        quoted(text.apply(parts[2])));
        String title = quoted(text.apply(document.title()));
        String subtitle = quoted(text.apply(document.subtitle()));
        return "@page {"
                + box("top-" + begin, title, "bottom", 60)
                + box("top-" + end, subtitle, "bottom", 40)
                + box("bottom-" + begin, quoted(text.apply(document.masthead().footer())), "top", 76)
                + box("bottom-" + end, number, "top", 24)
                + "}\n@page:first {"
                + box("top-" + begin, "\"\"", "bottom", 60)
                + box("top-" + end, "\"\"", "bottom", 40)
                + "}\n";
    }

    private static String box(String place, String content, String towards, int width) {
        return "@%s { content: %s; font-family: \"%s\"; font-size: 7.5pt; color: #555; vertical-align: %s; text-align: %s; padding: %s; width: %d%%; }"
                .formatted(
                        place,
                        content,
                        PdfWriter.FAMILY,
                        towards,
                        place.substring(place.indexOf('-') + 1),
                        towards.equals("bottom") ? "0 0 5mm" : "5mm 0 0",
                        width);
    }

    /** A text as a CSS string: every character that could end it, and every end of the style element, by its code. */
    private static String quoted(String text) {
        StringBuilder css = new StringBuilder("\"");
        text.codePoints().forEach(code -> {
            if (code == '"' || code == '\\' || code == '<' || code == '&' || code < ' ') {
                css.append("\\%06x".formatted(code));
            } else {
                css.appendCodePoint(code);
            }
        });
        return css.append('"').toString();
    }
}
