package org.mineban.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.Figure;
import org.mineban.kernel.PartialDate;

/** Fields by name. The order of the names is that of the alphabet, so that the same content is the same bytes. */
public record Group(SequencedMap<String, Node> fields) implements Node {

    private static final Group EMPTY = new Group(new TreeMap<>());

    public Group {
        fields = Collections.unmodifiableSequencedMap(new TreeMap<>(fields));
    }

    public static Group empty() {
        return EMPTY;
    }

    /** The group with that field put in. */
    public Group with(String name, Node node) {
        TreeMap<String, Node> changed = new TreeMap<>(fields);
        changed.put(name, node);
        return new Group(changed);
    }

    /** The group without that field. */
    public Group without(String name) {
        TreeMap<String, Node> changed = new TreeMap<>(fields);
        changed.remove(name);
        return new Group(changed);
    }

    /** The group inside, by names joined by points; an empty one when there is none. */
    public Group group(String names) {
        Group group = this;
        for (String name : names.split("\\.", -1)) {
            group = group.fields.get(name) instanceof Group inner ? inner : EMPTY;
        }
        return group;
    }

    /** The rows of that name; none when there are none. */
    public List<Rows.Row> rows(String name) {
        return fields.get(name) instanceof Rows rows ? rows.rows() : List.of();
    }

    /** The content of the field of that name. */
    public Optional<Entry> entry(String name) {
        return fields.get(name) instanceof Entry entry ? Optional.of(entry) : Optional.empty();
    }

    private @Nullable Value value(String name) {
        return fields.get(name) instanceof Entry entry ? entry.value() : null;
    }

    /** The number of the field of that name; {@link Figure.Blank} when it has none. */
    public Figure figure(String name) {
        return value(name) instanceof Value.Quantity(Figure figure) ? figure : new Figure.Blank();
    }

    /** The number to calculate with, {@link Figure#known}. */
    public Optional<BigDecimal> number(String name) {
        return figure(name).known();
    }

    /** The text of the field in the first language that has one; empty when there is none. */
    public String text(String name) {
        Value value = value(name);
        if (value instanceof Value.Text text) {
            return text.any();
        }
        return value instanceof Value.Words(List<String> words) ? String.join(", ", words) : "";
    }

    /** The words of the field; none when it has none. */
    public List<String> words(String name) {
        return value(name) instanceof Value.Words(List<String> words) ? words : List.of();
    }

    /** The first word of the field. */
    public Optional<String> word(String name) {
        return words(name).stream().findFirst();
    }

    public Optional<PartialDate> date(String name) {
        return value(name) instanceof Value.Date(PartialDate date) ? Optional.of(date) : Optional.empty();
    }

    /** Whether the field says yes. */
    public boolean flag(String name) {
        return value(name) instanceof Value.Flag(boolean yes) && yes;
    }

    /** Whether nothing is in it. */
    public boolean isEmpty() {
        return fields.values().stream().allMatch(node -> switch (node) {
            case Group group -> group.isEmpty();
            case Rows rows -> rows.rows().isEmpty();
            case Entry entry -> entry.value() instanceof Value.Quantity(Figure figure) && !figure.answered();
        });
    }

    /** Every field with content, in order, told where it stands below a place. */
    void collect(FieldPath place, List<Placed> into) {
        fields.forEach((name, node) -> {
            FieldPath here = place.child(name);
            switch (node) {
                case Group group -> group.collect(here, into);
                case Rows rows -> rows.rows().forEach(row -> row.fields().collect(here.row(row.name()), into));
                case Entry entry -> into.add(new Placed(here, entry));
            }
        });
    }

    /** A field's content and its place. */
    public record Placed(FieldPath place, Entry entry) {}

    /** Every field with content below that place, in order. */
    public List<Placed> placed(FieldPath place) {
        List<Placed> found = new ArrayList<>();
        collect(place, found);
        return found;
    }
}
