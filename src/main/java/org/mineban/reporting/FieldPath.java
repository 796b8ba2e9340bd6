package org.mineban.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The place of a field in one report, as {@code b.row[2].qty}: like its {@link FieldId}, with the name of the row in brackets. A row keeps its name
 * when others are added or moved, so a place stays the same place.
 */
public record FieldPath(String text) implements Comparable<FieldPath> {

    private static final Pattern SHAPE = Pattern.compile("[a-z]+(\\.[a-zA-Z0-9]+(\\[[A-Za-z0-9_-]{1,40}])?)*");

    public FieldPath {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("Not the place of a field: " + text);
        }
    }

    /** One part of a place: a name, and the row when it repeats. */
    public record Step(String name, Optional<String> row) {}

    public static FieldPath of(String text) {
        return new FieldPath(text);
    }

    /** The place, when the text is one. */
    public static Optional<FieldPath> find(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new FieldPath(text)) : Optional.empty();
    }

    /** The field of the dictionary that stands there. */
    public FieldId id() {
        return new FieldId(idText());
    }

    /** The text of {@link #id}, without making one. */
    String idText() {
        StringBuilder id = new StringBuilder(text.length());
        boolean row = false;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            row = sign != ']' && (row || sign == '[');
            if (!row || sign == '[') {
                id.append(sign);
            }
        }
        return id.toString();
    }

    /** A place inside this one. */
    public FieldPath child(String name) {
        return new FieldPath(text + "." + name);
    }

    /** A row of this place, which repeats. */
    public FieldPath row(String row) {
        return new FieldPath(text + "[" + row + "]");
    }

    /** The parts in order, the first being {@code env} or the prefix of a subject. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (String part : text.split("\\.", -1)) {
            int bracket = part.indexOf('[');
            steps.add(
                    bracket < 0
                            ? new Step(part, Optional.empty())
                            : new Step(
                                    part.substring(0, bracket),
                                    Optional.of(part.substring(bracket + 1, part.length() - 1))));
        }
        return steps;
    }

    /** The subject it belongs to; empty in the envelope. */
    public Optional<Subject> subject() {
        return Subject.ofPrefix(steps().getFirst().name());
    }

    @Override
    public int compareTo(FieldPath other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
