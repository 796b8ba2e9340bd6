package org.mineban.documents.writing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mineban.documents.Inline.Note;

/** Numbers the notes of a document in the order in which they are first referred to. */
final class Notes {

    private final Map<Note, Integer> numbers = new HashMap<>();
    private final List<Note> notes = new ArrayList<>();

    /** A note’s number, from 1, and whether this is the first reference to it. */
    record Numbered(int number, boolean first) {}

    Numbered refer(Note note) {
        Integer known = numbers.get(note);
        if (known != null) {
            return new Numbered(known, false);
        }
        notes.add(note);
        numbers.put(note, notes.size());
        return new Numbered(notes.size(), true);
    }

    /** The notes referred to so far. */
    List<Note> all() {
        return notes;
    }
}
