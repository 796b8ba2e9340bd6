package org.mineban.resolutions.reading;

import java.util.List;

/**
 * A document taken apart: its paragraphs in order, the notes from the feet of its pages, and the furniture of its pages.
 *
 * @param distributions the lines "Distr.: General" and their dates, which converters often misplace
 * @param blocks whole paragraphs and headings, marks still inside
 */
record Sheet(List<String> blocks, List<RawNote> notes, List<String> furniture, List<String> distributions) {
    /** A note, and how many blocks stood before it. */
    record RawNote(String mark, String text, int before) {}

    Sheet {
        blocks = List.copyOf(blocks);
        notes = List.copyOf(notes);
        furniture = List.copyOf(furniture);
        distributions = List.copyOf(distributions);
    }
}
