package org.mineban.submissions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mineban.reporting.Field;

/** How the fields of a part stand on a page, a form and in print: single fields, and lists of rows with their columns, in the order of the dictionary. */
public final class SectionLayout {

    private static final String REPEATS = "[].";

    private SectionLayout() {}

    /** A field by itself, or a list. */
    public sealed interface Item {}

    /** A field that stands by itself. */
    public record One(Field field) implements Item {}

    /**
     * A list of rows.
     *
     * @param list its place, as {@code b.row}
     */
    public record Many(String list, List<Field> columns) implements Item {
        public Many {
            columns = List.copyOf(columns);
        }

        /** The name of a column within a row, as {@code qty}. */
        public static String column(Field field) {
            String id = field.id().text();
            return id.substring(id.indexOf(REPEATS) + REPEATS.length());
        }
    }

    /** The items of these fields, in the order in which each first appears. */
    public static List<Item> of(List<Field> fields) {
        Map<String, List<Field>> lists = new LinkedHashMap<>();
        List<Object> order = new ArrayList<>();
        for (Field field : fields) {
            String id = field.id().text();
            int repeats = id.indexOf(REPEATS);
            if (repeats < 0) {
                order.add(field);
            } else {
                String list = id.substring(0, repeats);
                if (!lists.containsKey(list)) {
                    order.add(list);
                }
                lists.computeIfAbsent(list, name -> new ArrayList<>()).add(field);
            }
        }
        List<Item> items = new ArrayList<>();
        for (Object one : order) {
            if (one instanceof Field field) {
                items.add(new One(field));
            } else if (one instanceof String list) {
                items.add(new Many(list, lists.getOrDefault(list, List.of())));
            }
        }
        return items;
    }
}
