package org.mineban.kernel;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number of a report, or the kind of its absence. A zero, "none" and "not known" are three answers; only {@link Blank} is no answer. No arithmetic
 * treats an absence as zero, except {@link Nil}, which states that there is none.
 */
public sealed interface Figure {

    /**
     * A number.
     *
     * @param value in the field's own unit (square metres, mines, persons), without trailing zeros
     * @param resolution worth of one step of the last digit that was published, in the same unit: 10,000 for 28.97 km², 1 for a whole number
     * @param exactness whether the text says "about", "more than" or "up to"
     */
    record Amount(BigDecimal value, BigDecimal resolution, Exactness exactness) implements Figure {
        public Amount {
            value = plain(value);
            resolution = plain(resolution);
            if (resolution.signum() <= 0) {
                throw new IllegalArgumentException("The resolution of a number is above zero; it was " + resolution);
            }
        }
    }

    /** None: the reporter states that there is nothing to count. */
    record Nil() implements Figure {}

    /** The reporter does not know. */
    record Unknown() implements Figure {}

    /** There is something, and nobody has measured or counted it. */
    record NotMeasured() implements Figure {}

    /** Known and kept back. */
    record Withheld() implements Figure {}

    /** Nothing is written. No answer. */
    record Blank() implements Figure {}

    /** What a text says about how near its number is. */
    enum Exactness {
        EXACT,
        ABOUT,
        MORE_THAN,
        UP_TO
    }

    /** An exact number, its last digit being the last one written. */
    static Figure of(BigDecimal value) {
        return new Amount(value, BigDecimal.ONE.movePointLeft(Math.max(value.scale(), 0)), Exactness.EXACT);
    }

    /** An exact whole number. */
    static Figure of(long value) {
        return of(BigDecimal.valueOf(value));
    }

    /** The number to calculate with: the value, or zero for {@link Nil}; empty for every other absence. */
    default Optional<BigDecimal> known() {
        return switch (this) {
            case Amount amount -> Optional.of(amount.value());
            case Nil nil -> Optional.of(BigDecimal.ZERO);
            case Unknown unknown -> Optional.empty();
            case NotMeasured notMeasured -> Optional.empty();
            case Withheld withheld -> Optional.empty();
            case Blank blank -> Optional.empty();
        };
    }

    /** Whether it answers: everything but {@link Blank}. */
    default boolean answered() {
        return !(this instanceof Blank);
    }

    /** The word in data and in the message {@code figure.KEY}. */
    default String key() {
        return switch (this) {
            case Amount amount -> "number";
            case Nil nil -> "nil";
            case Unknown unknown -> "unknown";
            case NotMeasured notMeasured -> "not-measured";
            case Withheld withheld -> "withheld";
            case Blank blank -> "blank";
        };
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
