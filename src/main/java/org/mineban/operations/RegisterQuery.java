package org.mineban.operations;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which records to list.
 *
 * @param category only those of this class, kind of release, outcome, …
 * @param status only those with this status
 * @param approval only those that have come so far
 * @param placeUnknown only those with or without a place; empty for both
 * @param words only those whose code, reference, place or note has these words
 * @param order in which order
 * @param after the last record of the page before: its sort value, or its number when they go by number
 * @param most how many at most
 */
public record RegisterQuery(
        Optional<String> category,
        Optional<String> status,
        Optional<Approval> approval,
        Optional<Boolean> placeUnknown,
        Optional<String> words,
        Order order,
        Optional<After> after,
        int most) {

    /** The orders of a list. */
    public enum Order {
        /** By number: the oldest record first. */
        OLDEST,
        /** The newest record first. */
        NEWEST,
        /** By code. */
        CODE,
        /** The largest area first; those without one last. */
        AREA
    }

    /**
     * The last record of the page before.
     *
     * @param number its number
     * @param code its code
     * @param area its area in hundredths of a square metre; empty when not known
     */
    public record After(long number, String code, OptionalLong area) {}

    /** The first page of everything. */
    public static RegisterQuery all(int most) {
        return new RegisterQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Order.OLDEST,
                Optional.empty(),
                most);
    }
}
