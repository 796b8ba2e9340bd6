package org.mineban.operations.mapping;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.operations.ColumnUse;
import org.mineban.operations.Dictionary;
import org.mineban.operations.Kind;

/** The rows of {@code operations/profiles.csv} that make one profile. */
final class ProfileRows {

    private static final String DIGITS = "digits ";

    private final String name;
    private final Kind kind;
    private final Dictionary dictionary;
    private final Map<String, String> select = new LinkedHashMap<>();
    private final List<String> key = new ArrayList<>();
    private final List<ColumnUse> columns = new ArrayList<>();
    private final Map<String, String> constants = new LinkedHashMap<>();

    ProfileRows(String name, Kind kind, Dictionary dictionary) {
        this.name = name;
        this.kind = kind;
        this.dictionary = dictionary;
    }

    void add(NamedCsvRecord row) {
        String column = row.getField("column");
        String target = row.getField("target");
        String argument = row.getField("argument");
        switch (row.getField("role")) {
            case "select" -> select.put(column, argument);
            case "key" -> key.add(column);
            case "constant" -> constants.put(known(target), argument);
            case "field" ->
                columns.add(new ColumnUse(
                        column,
                        Optional.of(known(target)),
                        argument.startsWith(DIGITS)
                                ? Optional.of(Integer.parseInt(argument.substring(DIGITS.length())))
                                : Optional.empty(),
                        ColumnUse.Reason.PROFILE));
            default -> throw new IllegalStateException("Profile " + name + ": no role " + row.getField("role"));
        }
    }

    private String known(String target) {
        boolean pseudo = target.startsWith("@") || target.equals("valid_from") || target.equals("code");
        if (!pseudo && dictionary.find(kind, target).isEmpty()) {
            throw new IllegalStateException("Profile " + name + ": " + kind.id() + " has no field " + target);
        }
        return target;
    }

    Mapping mapping() {
        return new Mapping(name, kind, select, key, columns, constants);
    }
}
