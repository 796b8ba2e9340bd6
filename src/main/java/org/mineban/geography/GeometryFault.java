package org.mineban.geography;

import java.util.Locale;

/** What may be wrong with a shape, with the rule of the register that it belongs to. */
public enum GeometryFault {
    /** There is no shape: the place is unknown. */
    NO_GEOMETRY("V-01", Severity.BLOCKS),
    /** There is a shape without a point. */
    EMPTY_GEOMETRY("V-01", Severity.BLOCKS),
    /** A ring of fewer than three, or a line of fewer than two, different points: {@code ring}, {@code points}. */
    TOO_FEW_POINTS("V-02", Severity.BLOCKS),
    /** A ring that did not come back to its first point, and was closed: {@code ring}. */
    NOT_CLOSED("V-02", Severity.INFORMS),
    /** The boundary crosses or touches itself. */
    SELF_INTERSECTION("V-03", Severity.BLOCKS),
    /** A point where the boundary turns back on itself. */
    SPIKE("V-03", Severity.BLOCKS),
    /** A hole outside its shell, or shells or holes within each other. */
    RINGS_OUT_OF_PLACE("V-03", Severity.BLOCKS),
    /** The same point twice in a row: {@code point}, {@code times}. */
    REPEATED_POINT("V-04", Severity.WARNS),
    /** The last two points repeat the first two. */
    TYPING_LOOP("V-05", Severity.WARNS),
    /** Neighbouring points further apart than usual: {@code metres}, {@code most}, {@code point}. */
    LONG_STEP("V-07", Severity.WARNS),
    /** A point at zero degrees north and east, as devices give before they know where they are. */
    AT_ZERO("V-10", Severity.BLOCKS),
    /** Coordinates with fewer decimals than a place needs: {@code decimals}. */
    FEW_DECIMALS("V-11", Severity.WARNS),
    /** A coordinate with more decimals than anybody can measure: {@code decimals}. */
    MANY_DECIMALS("V-11", Severity.INFORMS),
    /** An area too small to be one: {@code area}, {@code least}. */
    SMALL_AREA("V-13", Severity.WARNS),
    /** An area larger than usual: {@code area}, {@code most}. */
    LARGE_AREA("V-13", Severity.WARNS),
    /** An area that no single record has: {@code area}, {@code most}. */
    HUGE_AREA("V-13", Severity.BLOCKS),
    /** Parts of one shape lie over each other: {@code percent}. */
    PARTS_OVERLAP("V-14", Severity.WARNS),
    /** A coordinate that is no number: {@code point}. */
    NOT_A_NUMBER("V-03", Severity.BLOCKS),
    /** A coordinate that is no longitude or latitude: {@code x}, {@code y}. */
    OUT_OF_RANGE("V-56", Severity.BLOCKS),
    /** Heights were left out of the shape; the original keeps them. */
    HEIGHT_LEFT_OUT("V-03", Severity.INFORMS),
    /** The shape goes over the line where east becomes west. */
    CROSSES_ANTIMERIDIAN("V-08", Severity.WARNS),
    /** More points than are read of one shape: {@code most}. */
    TOO_MANY_POINTS("V-03", Severity.BLOCKS);

    private final String rule;
    private final Severity severity;

    GeometryFault(String rule, Severity severity) {
        this.rule = rule;
        this.severity = severity;
    }

    /** The rule that it breaks, as {@code V-03}. */
    public String rule() {
        return rule;
    }

    /** How much it matters. */
    public Severity severity() {
        return severity;
    }

    /** The key of its sentence. */
    public String message() {
        return "geometry." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
