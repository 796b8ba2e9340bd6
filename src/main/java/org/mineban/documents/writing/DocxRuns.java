package org.mineban.documents.writing;

import java.util.ArrayList;
import java.util.List;
import org.mineban.documents.Inline;
import org.mineban.kernel.Language;

/** The parts of lines as runs of WordprocessingML. */
final class DocxRuns {

    static final String LINK = "link";

    private final Language language;
    private final Notes notes = new Notes();
    private final List<String> links = new ArrayList<>();
    private int numberedLists;

    DocxRuns(Language language) {
        this.language = language;
    }

    Notes notes() {
        return notes;
    }

    /** The addresses linked to since this was last asked; a part of the file has its own. */
    List<String> takeLinks() {
        List<String> taken = List.copyOf(links);
        links.clear();
        return taken;
    }

    /** The number, from 1, of one more list whose numbers begin anew. */
    int nextNumberedList() {
        return ++numberedLists;
    }

    int numberedLists() {
        return numberedLists;
    }

    /**
     * Begins a paragraph.
     *
     * @param between properties that stand after the style and before the direction, as XML
     */
    String paragraphStart(String style, String between) {
        return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/>" + between + (language.rightToLeft() ? "<w:bidi/>" : "")
                + "</w:pPr>";
    }

    void append(StringBuilder xml, List<Inline> parts) {
        append(xml, parts, "");
    }

    private void append(StringBuilder xml, List<Inline> parts, String style) {
        for (Inline part : parts) {
            switch (part) {
                case Inline.Text(String words) -> run(xml, words, style, language, language.rightToLeft());
                case Inline.Emphasis(List<Inline> inner) -> append(xml, inner, "Emphasis");
                case Inline.Strong(List<Inline> inner) -> append(xml, inner, "Strong");
                case Inline.Code(String code) -> run(xml, code, "Code", Language.ENGLISH, false);
                case Inline.Name(String name) -> run(xml, name, style, language, Characters.rightToLeft(name));
                case Inline.Foreign(Language other, String words) ->
                    run(xml, words, style, other, Characters.rightToLeft(words));
                case Inline.Link(String words, String address) -> {
                    xml.append("<w:hyperlink r:id=\"")
                            .append(LINK)
                            .append(links.size())
                            .append("\">");
                    links.add(address);
                    run(xml, words, "Hyperlink", language, language.rightToLeft());
                    xml.append("</w:hyperlink>");
                }
                case Inline.Mark(String words) -> run(xml, "[" + words + "]", "Mark", language, language.rightToLeft());
                case Inline.NoteReference(Inline.Note note) -> reference(xml, notes.refer(note));
                case Inline.Break line -> xml.append("<w:r><w:br/></w:r>");
            }
        }
    }

    /** Text in the document’s language. */
    void text(StringBuilder xml, String words) {
        run(xml, words, "", language, language.rightToLeft());
    }

    private static void run(StringBuilder xml, String words, String style, Language language, boolean rightToLeft) {
        if (words.isEmpty()) {
            return;
        }
        xml.append("<w:r><w:rPr>");
        if (!style.isEmpty()) {
            xml.append("<w:rStyle w:val=\"").append(style).append("\"/>");
        }
        if (rightToLeft) {
            xml.append("<w:rtl/>");
        }
        xml.append("<w:lang w:val=\"").append(tag(language)).append('"');
        if (language == Language.CHINESE) {
            xml.append(" w:eastAsia=\"zh-CN\"");
        }
        if (rightToLeft) {
            xml.append(" w:bidi=\"ar-SA\"");
        }
        xml.append("/></w:rPr><w:t xml:space=\"preserve\">")
                .append(escaped(words))
                .append("</w:t></w:r>");
    }

    /** A language as word processors name it: they want a country with it. */
    static String tag(Language language) {
        return switch (language) {
            case ARABIC -> "ar-SA";
            case ENGLISH -> "en-GB";
            case SPANISH -> "es-ES";
            case FRENCH -> "fr-FR";
            case RUSSIAN -> "ru-RU";
            case CHINESE -> "zh-CN";
        };
    }

    /** The first reference to a note carries it; a further one is a field that repeats its number. */
    private void reference(StringBuilder xml, Notes.Numbered reference) {
        int number = reference.number();
        String style = "<w:rPr><w:rStyle w:val=\"FootnoteReference\"/>" + (language.rightToLeft() ? "<w:rtl/>" : "")
                + "</w:rPr>";
        if (language
                .rightToLeft()) { // else a number before it and its own number would run together, from left to right
            run(xml, "\u200f", "", language, true);
        }
        if (reference.first()) {
            xml.append("<w:bookmarkStart w:id=\"%d\" w:name=\"_RefNote%d\"/>".formatted(number, number));
            xml.append("<w:r>%s<w:footnoteReference w:id=\"%d\"/></w:r>".formatted(style, number));
            xml.append("<w:bookmarkEnd w:id=\"").append(number).append("\"/>");
            return;
        }
        xml.append("<w:r>%s<w:fldChar w:fldCharType=\"begin\"/></w:r>".formatted(style));
        xml.append("<w:r>%s<w:instrText xml:space=\"preserve\"> NOTEREF _RefNote%d \\f \\h </w:instrText></w:r>"
                .formatted(style, number));
        xml.append("<w:r>%s<w:fldChar w:fldCharType=\"separate\"/></w:r>".formatted(style));
        xml.append("<w:r>%s<w:t>%d</w:t></w:r>".formatted(style, number));
        xml.append("<w:r>%s<w:fldChar w:fldCharType=\"end\"/></w:r>".formatted(style));
    }

    static String escaped(String words) {
        return Characters.clean(words)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
