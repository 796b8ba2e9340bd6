package org.mineban.reporting;

import java.util.Optional;
import org.mineban.kernel.Figure;

/**
 * The content of one field.
 *
 * @param value as read
 * @param written as written, unit included, when that differs from what the value says by itself, as {@code 28.97 km2}; may be empty
 * @param origin where it comes from; empty when nothing is known of it
 */
public record Entry(Value value, String written, Optional<Origin> origin) implements Node {

    public static Entry of(Value value) {
        return new Entry(value, "", Optional.empty());
    }

    public static Entry of(Value value, String written) {
        return new Entry(value, written, Optional.empty());
    }

    public static Entry of(Figure figure) {
        return of(new Value.Quantity(figure));
    }

    public Entry from(Origin where) {
        return new Entry(value, written, Optional.of(where));
    }
}
