package org.mineban.operations.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.geography.Repair;
import org.mineban.operations.ColumnUse;
import org.mineban.operations.Kind;

/**
 * How the rows of a file become records of one kind.
 *
 * @param name the profile, or {@code guessed}
 * @param kind of the records
 * @param select the texts that columns must have for a row to be such a record; empty for every row
 * @param key the columns that tell rows apart; empty when only the code or the whole row does
 * @param columns what each column of the file is taken for
 * @param constants fields that every record has
 */
public record Mapping(
        String name,
        Kind kind,
        Map<String, String> select,
        List<String> key,
        List<ColumnUse> columns,
        Map<String, String> constants) {

    public Mapping {
        select = Map.copyOf(select);
        key = List.copyOf(key);
        columns = List.copyOf(columns);
        constants = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(constants));
    }

    /**
     * How a boundary that crosses itself is understood: so that no land is lost, unless the profile says that the published figures of its source
     * rest on the other way.
     */
    public Repair.Method repair() {
        return "main-direction".equals(constants.get("@repair"))
                ? Repair.Method.MAIN_DIRECTION
                : Repair.Method.KEEP_EVERY_LOBE;
    }

    /** The column that fills a field or has a meaning of its own. */
    public Optional<ColumnUse> filling(String target) {
        return columns.stream()
                .filter(use -> use.target().equals(Optional.of(target)))
                .findFirst();
    }
}
