package org.mineban.platform;

import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import org.mineban.kernel.Confidence;
import org.mineban.kernel.PartialDate;

/**
 * A column of a fact file and what its cells must hold.
 *
 * @param name as in the header row
 * @param kind what a cell must be; names the message {@code expected.KIND}
 * @param allowed the only texts allowed, for kind {@code one-of}; else empty
 * @param mayBeEmpty whether an empty cell is allowed and means that nothing is stated
 */
public record FactColumn(String name, Kind kind, Set<String> allowed, boolean mayBeEmpty) {

    /** What a cell must be. */
    public enum Kind {
        TEXT,
        STATE,
        DAY,
        DATE,
        WHOLE_NUMBER,
        DECIMAL,
        YES_NO,
        CONFIDENCE,
        ONE_OF
    }

    public FactColumn {
        allowed = java.util.Collections.unmodifiableSet(new TreeSet<>(allowed));
    }

    public static FactColumn of(String name, Kind kind) {
        return new FactColumn(name, kind, Set.of(), false);
    }

    public static FactColumn text(String name) {
        return of(name, Kind.TEXT).orEmpty();
    }

    public static FactColumn oneOf(String name, String... allowed) {
        return new FactColumn(name, Kind.ONE_OF, Set.of(allowed), false);
    }

    /** The same column, empty cells allowed. */
    public FactColumn orEmpty() {
        return new FactColumn(name, kind, allowed, true);
    }

    boolean accepts(String text) {
        if (text.isEmpty()) {
            return mayBeEmpty;
        }
        return switch (kind) {
            case TEXT -> true;
            case STATE -> text.matches("[A-Z]{3}");
            case DAY -> PartialDate.find(text).flatMap(PartialDate::day).isPresent();
            case DATE -> PartialDate.find(text).isPresent();
            case WHOLE_NUMBER -> text.matches("\\d{1,18}");
            case DECIMAL -> decimal(text);
            case YES_NO -> text.equals("true") || text.equals("false");
            case CONFIDENCE -> Confidence.find(text).isPresent();
            case ONE_OF -> allowed.contains(text);
        };
    }

    private static boolean decimal(String text) {
        try {
            return new BigDecimal(text).signum() >= 0;
        } catch (NumberFormatException notNumber) {
            return false;
        }
    }
}
