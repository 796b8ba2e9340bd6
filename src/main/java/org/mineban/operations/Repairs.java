package org.mineban.operations;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Which repairs of a file somebody accepted. What is not accepted is kept apart with its row, and nothing is repaired without being told.
 *
 * @param all kinds of which every repair is accepted
 * @param lines rows of which every repair is accepted
 */
public record Repairs(Set<Sort> all, Set<Long> lines) {

    /** None. */
    public static final Repairs NONE = new Repairs(Set.of(), Set.of());

    /** Every shape that is not valid. */
    public static final Repairs SHAPES = new Repairs(EnumSet.of(Sort.SHAPE), Set.of());

    public Repairs {
        all = Set.copyOf(all);
        lines = Set.copyOf(lines);
    }

    /** What may be repaired. */
    public enum Sort {
        /** A boundary that crosses itself. */
        SHAPE,
        /** A place outside the State that a usual slip explains. */
        PLACE;

        /** Lower-case, as on the command line and in message keys. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A repair that may be accepted.
     *
     * @param accepted whether it was
     * @param before the shape as it came; null when it is too large to be shown
     * @param after what it would be
     * @param areaBefore square metres
     * @param areaAfter square metres
     */
    public record Offer(
            long line,
            Sort sort,
            boolean accepted,
            @Nullable Geometry before,
            @Nullable Geometry after,
            double areaBefore,
            double areaAfter) {}

    boolean accepts(Sort sort, long line) {
        return all.contains(sort) || lines.contains(line);
    }
}
