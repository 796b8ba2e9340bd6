package org.mineban.backup;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mineban.tables.DefaultSchema;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.UniqueKey;

/**
 * A table as a backup knows it. The shapes come from the migrations, so a new table is in the next backup without a word here.
 *
 * @param columns its columns, in order
 * @param key the columns that its rows are sorted by: those of its primary key
 */
record TableShape(String name, List<Column> columns, List<String> key) {

    /** A column and what its values are. */
    record Column(String name, Kind kind) {}

    /** What values are, alike on both engines. */
    enum Kind {
        TEXT,
        INTEGER,
        REAL,
        BOOLEAN,
        BYTES;

        private static final Map<Class<?>, Kind> BY_TYPE = Map.of(
                String.class, TEXT,
                Short.class, INTEGER,
                Integer.class, INTEGER,
                Long.class, INTEGER,
                Float.class, REAL,
                Double.class, REAL,
                Boolean.class, BOOLEAN,
                byte[].class, BYTES);

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    TableShape {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    /** The tables of this version that belong into a backup, by name. */
    static List<TableShape> ofThisVersion() {
        return DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
                .filter(table -> !LeftOut.table(table.getName()))
                .map(TableShape::of)
                .sorted(Comparator.comparing(TableShape::name))
                .toList();
    }

    private static TableShape of(Table<?> table) {
        UniqueKey<?> key = table.getPrimaryKey();
        if (key == null) {
            throw new IllegalStateException("The table " + table.getName() + " needs a primary key to be backed up.");
        }
        List<Column> columns = table.fieldStream().map(TableShape::column).toList();
        return new TableShape(
                lower(table.getName()),
                columns,
                key.getFields().stream().map(field -> lower(field.getName())).toList());
    }

    private static Column column(Field<?> field) {
        Class<?> stored = field.getDataType().getFromType();
        Kind kind = Kind.BY_TYPE.get(stored);
        if (kind == null) {
            throw new IllegalStateException(
                    "The column " + field + " is a " + stored + ", which a backup does not know on both engines.");
        }
        return new Column(lower(field.getName()), kind);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    String quoted() {
        return quoted(name);
    }

    static String quoted(String name) {
        return '"' + name + '"';
    }
}
