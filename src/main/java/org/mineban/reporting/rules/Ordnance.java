package org.mineban.reporting.rules;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mineban.platform.FactColumn;
import org.mineban.platform.FactColumn.Kind;
import org.mineban.platform.FactTable;

/** The types of mines that reports name, with their other spellings: {@code reporting/ordnance.csv}. A type that is not in it is only unknown here. */
public final class Ordnance {

    private final Map<String, Type> byName = new HashMap<>();

    /**
     * A type.
     *
     * @param name as written here
     * @param kind {@code ap} set off by a person, {@code directional} command-fired unless set up otherwise, {@code bounding-command} fired either
     *     way, {@code av} against vehicles
     * @param explosiveGrams mass of the explosive; empty when not recorded
     */
    public record Type(String name, String kind, Optional<BigDecimal> explosiveGrams) {}

    private Ordnance(FactTable table) {
        table.rows().forEach(row -> {
            Type type = new Type(
                    row.get("name"),
                    row.get("kind"),
                    row.get("explosive_g").isEmpty()
                            ? Optional.empty()
                            : Optional.of(new BigDecimal(row.get("explosive_g"))));
            byName.put(bare(type.name()), type);
            for (String other : row.get("other_names").split(";", -1)) {
                if (!other.isBlank()) {
                    byName.putIfAbsent(bare(other), type);
                }
            }
        });
    }

    /** The list that comes with the program. */
    public static Ordnance load() {
        return new Ordnance(FactTable.resource(
                "reporting/ordnance.csv",
                FactColumn.of("name", Kind.TEXT),
                FactColumn.oneOf("kind", "ap", "directional", "bounding-command", "av"),
                FactColumn.text("other_names"),
                FactColumn.of("explosive_g", Kind.DECIMAL).orEmpty(),
                FactColumn.of("source", Kind.TEXT),
                FactColumn.of("confidence", Kind.CONFIDENCE),
                FactColumn.text("note")));
    }

    /** The type that is spelled like that, signs and spaces aside; empty when the list has none. */
    public Optional<Type> find(String written) {
        return Optional.ofNullable(byName.get(bare(written)));
    }

    static String bare(String name) {
        return Case.bare(name);
    }
}
