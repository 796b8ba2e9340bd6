package org.mineban.documents.writing;

import java.util.List;
import java.util.function.UnaryOperator;
import org.mineban.documents.Document;
import org.mineban.documents.Inline;

/** The parts of lines as HTML. */
final class HtmlInlines {

    /** A code or word of more characters may be broken. */
    private static final int LONGEST_WORD = 24;

    /** A mark of more characters may be broken. */
    private static final int LONGEST_MARK = 60;

    /** A link of more characters is no link any more. */
    private static final int LONGEST_LINK = 400;

    private final StringBuilder html;
    private final Document document;
    private final Labels labels;
    private final UnaryOperator<String> text;
    private final String prefix;
    private final boolean notesAtFoot;
    private final Notes notes = new Notes();

    /**
     * @param prefix what the names of places begin with, so that they are not given twice in one file
     * @param notesAtFoot whether a note stands at the foot of the page where it is first referred to
     */
    HtmlInlines(
            StringBuilder html,
            Document document,
            Labels labels,
            UnaryOperator<String> text,
            String prefix,
            boolean notesAtFoot) {
        this.prefix = prefix;
        this.notesAtFoot = notesAtFoot;
        this.html = html;
        this.document = document;
        this.labels = labels;
        this.text = text;
    }

    Notes notes() {
        return notes;
    }

    void append(List<Inline> parts) {
        for (int i = 0; i < parts.size(); i++) {
            boolean noted = i + 1 < parts.size() && parts.get(i + 1) instanceof Inline.NoteReference;
            if (noted && parts.get(i) instanceof Inline.Text(String words)) {
                int last = lastWord(words);
                escape(words.substring(0, last));
                html.append("<span class=\"keep\">");
                escape(words.substring(last));
                if (document.language().rightToLeft()) {
                    html.append('\u200f'); // else “2005.” and the 1 of a note would be ordered as the number 2005.1
                }
                if (mistakable(words)) {
                    html.append('\u202f');
                }
                append(parts.get(++i));
                html.append("</span>");
            } else {
                append(parts.get(i));
            }
        }
    }

    /** Whether the number of a note, copied or read aloud, could be taken for a part of the number before it: 2005 or “2005.”. */
    private static boolean mistakable(String words) {
        return words.substring(Math.max(0, words.length() - 2)).chars().anyMatch(Character::isDigit);
    }

    /**
     * Where the last word begins, with which a reference stays on one line. A layout that orders pieces of a line by the direction of the text
     * would put two pieces of one phrase of the other direction in the wrong order: such a phrase is not cut.
     */
    private int lastWord(String words) {
        int last = words.lastIndexOf(' ') + 1;
        if (words.length() - last > LONGEST_WORD) {
            last = words.isEmpty() ? 0 : words.offsetByCodePoints(words.length(), -1);
        }
        String word = words.substring(last);
        return Characters.rightToLeft(word) == document.language().rightToLeft() || Characters.without(word)
                ? last
                : words.length();
    }

    private void append(Inline part) {
        switch (part) {
            case Inline.Text(String words) -> escape(words);
            case Inline.Emphasis(List<Inline> parts) -> {
                html.append("<em>");
                append(parts);
                html.append("</em>");
            }
            case Inline.Strong(List<Inline> parts) -> {
                html.append("<strong>");
                append(parts);
                html.append("</strong>");
            }
            case Inline.Code(String code) -> {
                html.append(code.length() > LONGEST_WORD ? "<bdi dir=\"ltr\">" : "<bdi dir=\"ltr\" class=\"code\">");
                escape(code);
                html.append("</bdi>");
            }
            case Inline.Name(String name) -> isolated("", name);
            case Inline.Foreign(var language, String words) -> isolated(" lang=\"" + language.code() + "\"", words);
            case Inline.Link(String words, String address) -> link(words, address);
            case Inline.Mark(String words) -> {
                html.append(words.length() > LONGEST_MARK ? "<span class=\"mark long\">" : "<span class=\"mark\">");
                escape(words);
                html.append("</span>");
            }
            case Inline.NoteReference(Inline.Note note) -> {
                Notes.Numbered reference = notes.refer(note);
                reference(reference);
                if (notesAtFoot && reference.first()) {
                    html.append("<span class=\"footnote\" id=\"")
                            .append(prefix)
                            .append("note-")
                            .append(reference.number())
                            .append("\">")
                            .append(reference.number())
                            .append("\u2002");
                    append(note.text());
                    back(reference.number());
                    html.append("</span>");
                }
            }
            case Inline.Break line -> html.append("<br/>");
        }
    }

    /** A link over more than some lines is slow to lay out and hard to tell from text: its text stands before its address then. */
    private void link(String words, String address) {
        if (words.length() > LONGEST_LINK) {
            escape(words);
            html.append(' ');
            append(new Inline.Link(LongTexts.beginning(address), address));
            return;
        }
        html.append("<a href=\"");
        escape(address);
        html.append("\" title=\"");
        escape(words);
        html.append("\">");
        escape(words);
        html.append("</a>");
    }

    private void isolated(String attributes, String words) {
        String direction = Characters.rightToLeft(words) ? "rtl" : "ltr";
        boolean same = direction.equals("rtl") == document.language().rightToLeft();
        if (same && attributes.isEmpty() && harmless(words)) {
            escape(words);
            return;
        }
        html.append("<bdi dir=\"")
                .append(direction)
                .append('"')
                .append(attributes)
                .append(!same && Characters.mixed(words) ? " class=\"mixed\">" : ">");
        escape(words);
        html.append("</bdi>");
    }

    /** Whether every letter of the text runs as the text does, so that nothing needs to be isolated. */
    private boolean harmless(String words) {
        return !document.language().rightToLeft()
                && words.chars().allMatch(code -> code < 0x590 || (code >= 0x1E00 && code < 0x2000) || code >= 0x2E80);
    }

    private void reference(Notes.Numbered reference) {
        int number = reference.number();
        html.append("<sup class=\"ref\"");
        if (reference.first()) {
            html.append(" id=\"").append(prefix).append("ref-").append(number).append('"');
        }
        html.append("><a href=\"#")
                .append(prefix)
                .append("note-")
                .append(number)
                .append("\" title=\"");
        escape(labels.note(number));
        html.append("\">").append(number).append("</a></sup>");
    }

    /** The link from a note back to where it is first referred to. */
    void back(int number) {
        html.append("\u00a0<a class=\"back\" href=\"#")
                .append(prefix)
                .append("ref-")
                .append(number)
                .append("\" title=\"");
        escape(labels.back(number));
        html.append("\">\u2191</a>");
    }

    /** Writes a text, made safe for HTML and XML. */
    void escape(String words) {
        String safe = text.apply(words);
        for (int i = 0; i < safe.length(); i++) {
            char character = safe.charAt(i);
            switch (character) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                default -> html.append(character);
            }
        }
    }
}
