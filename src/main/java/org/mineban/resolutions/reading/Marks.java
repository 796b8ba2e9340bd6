package org.mineban.resolutions.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * Marks that travel inside the text while it is being read: footnote marks and italics.
 *
 * <p>They are characters of the private use area, which no resolution contains, and are gone from every text that leaves the reader.
 */
final class Marks {
    static final char NOTE_OPEN = '\uE000';
    static final char NOTE_CLOSE = '\uE001';
    static final char ITALIC_OPEN = '\uE002';
    static final char ITALIC_CLOSE = '\uE003';

    private Marks() {}

    static String note(String mark) {
        return NOTE_OPEN + mark + NOTE_CLOSE;
    }

    /** The footnote marks in order, once each. */
    static List<String> notesIn(String text) {
        List<String> marks = new ArrayList<>();
        int from = text.indexOf(NOTE_OPEN);
        while (from >= 0) {
            int to = text.indexOf(NOTE_CLOSE, from);
            if (to < 0) {
                break;
            }
            String mark = text.substring(from + 1, to);
            if (!marks.contains(mark)) {
                marks.add(mark);
            }
            from = text.indexOf(NOTE_OPEN, to);
        }
        return marks;
    }

    /** The text for people: without marks, and without the space a mark leaves before a comma. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        boolean inNote = false;
        boolean afterNote = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case NOTE_OPEN -> inNote = true;
                case NOTE_CLOSE -> {
                    inNote = false;
                    afterNote = true;
                }
                case ITALIC_OPEN, ITALIC_CLOSE -> {}
                default -> {
                    if (!inNote) {
                        boolean closing = c == ',' || c == '.' || c == ' ';
                        if (afterNote && closing && !plain.isEmpty() && plain.charAt(plain.length() - 1) == ' ') {
                            plain.setLength(plain.length() - 1);
                        }
                        afterNote = afterNote && c == ' ';
                        plain.append(c);
                    }
                }
            }
        }
        return plain.toString().strip();
    }
}
