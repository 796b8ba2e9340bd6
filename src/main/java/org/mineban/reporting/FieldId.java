package org.mineban.reporting;

import java.util.regex.Pattern;

/**
 * The id of a field in the data dictionary, as {@code b.row[].qty}: parts joined by points, {@code []} after a part that repeats.
 */
public record FieldId(String text) implements Comparable<FieldId> {

    private static final Pattern SHAPE = Pattern.compile("[a-z]+(\\.[a-zA-Z0-9]+(\\[])?)*");

    public FieldId {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a field id: " + text);
        }
    }

    /** The first part: {@code env}, or the prefix of a subject. */
    public String prefix() {
        int point = text.indexOf('.');
        return point < 0 ? text : text.substring(0, point);
    }

    /** The last part, without brackets. */
    public String name() {
        String last = text.substring(text.lastIndexOf('.') + 1);
        return last.endsWith("[]") ? last.substring(0, last.length() - 2) : last;
    }

    @Override
    public int compareTo(FieldId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
