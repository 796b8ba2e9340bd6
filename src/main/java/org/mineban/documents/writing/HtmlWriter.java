package org.mineban.documents.writing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.mineban.documents.Block;
import org.mineban.documents.Document;
import org.mineban.documents.DocumentSet;
import org.mineban.documents.Inline;

/** Writes a document as one HTML file that needs nothing else and is also well-formed XML. */
public final class HtmlWriter {

    private final Document document;
    private final Labels labels;
    private final StringBuilder html = new StringBuilder(1 << 16);
    private final HtmlInlines inlines;
    private final HtmlTables tables;
    private final String prefix;
    private final boolean notesAtFoot;
    private int headings;

    /**
     * @param text what is done to every text before it is written
     * @param prefix what the names of places begin with, so that they are not given twice in one file
     * @param notesAtFoot whether the layout has pages, at whose feet notes can stand; else they stand after the text
     */
    HtmlWriter(
            Document document,
            Labels labels,
            UnaryOperator<String> text,
            boolean mirrored,
            String prefix,
            boolean notesAtFoot) {
        this.prefix = prefix;
        this.notesAtFoot = notesAtFoot;
        this.document = document;
        this.labels = labels;
        this.inlines = new HtmlInlines(html, document, labels, text, prefix, notesAtFoot);
        this.tables = new HtmlTables(html, inlines, mirrored);
    }

    /** The document for a browser, on screen and on paper. */
    public static String standalone(Document document, Labels labels) {
        HtmlWriter writer = new HtmlWriter(document, labels, Characters::clean, false, "", false);
        return writer.page("<style>" + style("documents/screen.css") + "</style>", "");
    }

    /** A style sheet that comes with the program. */
    static String style(String resource) {
        try (InputStream stream = HtmlWriter.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The style sheet " + resource + " is missing from the program.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The whole page.
     *
     * @param head more for the head, as HTML
     * @param remark a paragraph to add after the text and notes, as plain text; empty for none
     */
    String page(String head, String remark) {
        begin(fullTitle(), document.description(), head);
        content(false);
        return end(remark);
    }

    /** All documents of a set as one text to be laid out in pages, each with its own notes. */
    static String page(
            DocumentSet set, Labels labels, UnaryOperator<String> text, boolean mirrored, String head, String remark) {
        HtmlWriter cover = new HtmlWriter(set.parts().getFirst().document(), labels, text, mirrored, "", false);
        cover.begin(set.title(), set.description(), head);
        for (int i = 0; i < set.parts().size(); i++) {
            Document document = set.parts().get(i).document();
            HtmlWriter part = new HtmlWriter(document, labels, text, mirrored, partPrefix(i), Footnotes.fit(document));
            part.content(i > 0);
            cover.html.append(part.html);
        }
        return cover.end(remark);
    }

    /** What the names of places in the document with that number, from 0, of a set begin with; its title is called by it and “top”. */
    static String partPrefix(int part) {
        return "part-" + part + "-";
    }

    private void begin(String title, String description, String head) {
        String language = document.language().code();
        String direction = document.language().rightToLeft() ? "rtl" : "ltr";
        html.append("<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head><meta charset=\"UTF-8\"/>"
                .formatted(language, direction));
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/><title>");
        inlines.escape(title);
        html.append("</title><meta name=\"description\" content=\"");
        inlines.escape(description);
        html.append("\"/><meta name=\"subject\" content=\"");
        inlines.escape(description);
        html.append("\"/><meta name=\"author\" content=\"");
        inlines.escape(document.masthead().issuer());
        html.append("\"/>")
                .append(head)
                .append("</head>\n<body class=\"")
                .append(language)
                .append("\">\n");
    }

    private void content(boolean newPage) {
        html.append(newPage ? "<div class=\"part next\">" : "<div class=\"part\">");
        masthead();
        document.blocks().forEach(this::block);
        notes();
        html.append("</div>\n");
    }

    private String end(String remark) {
        if (!remark.isEmpty()) {
            html.append("<p class=\"notice\">");
            inlines.escape(remark);
            html.append("</p>\n");
        }
        // the foot of a printed page has but the beginning of a long one, and else would say it twice
        html.append(LongTexts.tooLong(document.masthead().footer()) ? "<p>" : "<p class=\"last\">");
        inlines.escape(document.masthead().footer());
        return html.append("</p>\n</body>\n</html>\n").toString();
    }

    /** Title and subtitle in one line. */
    String fullTitle() {
        return document.subtitle().isEmpty() ? document.title() : document.title() + " – " + document.subtitle();
    }

    private void masthead() {
        html.append("<div class=\"masthead\"><p class=\"issuer\">");
        inlines.escape(document.masthead().issuer());
        html.append("</p>");
        if (!document.masthead().symbol().isEmpty()) {
            html.append("<p class=\"symbol\">");
            inlines.append(List.of(new Inline.Code(document.masthead().symbol())));
            html.append("</p>");
        }
        document.masthead().facts().forEach(fact -> {
            html.append("<p class=\"fact\">");
            inlines.escape(fact);
            html.append("</p>");
        });
        document.masthead().lines().forEach(line -> {
            html.append("<p class=\"line\">");
            inlines.escape(line);
            html.append("</p>");
        });
        html.append("</div>\n<h1 id=\"").append(prefix).append("top\">");
        inlines.escape(document.title());
        html.append("</h1>\n");
        if (!document.subtitle().isEmpty()) {
            html.append("<p class=\"subtitle\">");
            inlines.escape(document.subtitle());
            html.append("</p>\n");
        }
        document.masthead().notices().forEach(notice -> {
            html.append("<p class=\"notice\">");
            inlines.append(notice);
            html.append("</p>\n");
        });
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading -> {
                int level = heading.level() + 1;
                html.append("<h%d id=\"%ssection-%d\">".formatted(level, prefix, ++headings));
                inlines.append(heading.text());
                html.append("</h").append(level).append(">\n");
            }
            case Block.Paragraph paragraph -> {
                html.append("<p>");
                inlines.append(paragraph.text());
                html.append("</p>\n");
            }
            case Block.NumberedParagraph paragraph -> {
                html.append("<p class=\"numbered\"><span class=\"number\">");
                inlines.escape(paragraph.number());
                html.append("</span>\u2002");
                inlines.append(paragraph.text());
                html.append("</p>\n");
            }
            case Block.Listing listing -> {
                String element = listing.numbered() ? "ol" : "ul";
                html.append('<').append(element).append('>');
                listing.items().forEach(item -> {
                    html.append("<li>");
                    inlines.append(item);
                    html.append("</li>");
                });
                html.append("</").append(element).append(">\n");
            }
            case Block.DescriptionList list -> {
                html.append("<dl>");
                list.items().forEach(item -> {
                    html.append("<dt>");
                    inlines.escape(item.term());
                    html.append("</dt><dd>");
                    inlines.append(item.description());
                    html.append("</dd>");
                });
                html.append("</dl>\n");
            }
            case Block.Notice notice -> {
                html.append("<p class=\"notice\">");
                inlines.append(notice.text());
                html.append("</p>\n");
            }
            case Block.Table table -> tables.append(table);
            case Block.PageBreak pageBreak -> html.append("<div class=\"page-break\"></div>\n");
        }
    }

    private void notes() {
        if (notesAtFoot || inlines.notes().all().isEmpty()) {
            return;
        }
        html.append("<h2 id=\"").append(prefix).append("notes\">");
        inlines.escape(labels.notes());
        html.append("</h2>\n<ol class=\"notes\">");
        for (int i = 0; i < inlines.notes().all().size(); i++) { // a note may refer to a further one
            html.append("<li id=\"")
                    .append(prefix)
                    .append("note-")
                    .append(i + 1)
                    .append("\">");
            inlines.append(inlines.notes().all().get(i).text());
            inlines.back(i + 1);
            html.append("</li>\n");
        }
        html.append("</ol>\n");
    }
}
