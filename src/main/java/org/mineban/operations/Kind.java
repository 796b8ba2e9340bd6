package org.mineban.operations;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of records of the register. */
public enum Kind {
    /** A hazardous area: an indication, a suspected or a confirmed area. */
    HAZARD,
    /** Survey, clearance or other work. */
    ACTIVITY,
    /** Land released in one way: cancelled, reduced or cleared. */
    PRODUCT,
    /** Devices found in one place. */
    FIND,
    /** An accident with an explosive device. */
    ACCIDENT,
    /** A person harmed in an accident, without anything that says who it is. */
    VICTIM,
    /** A session of risk education. */
    SESSION,
    /** Stockpiled mines at one place on one day. */
    STOCKPILE,
    /** Mines retained under Article 3, for one year. */
    RETAINED,
    /** The destruction of stockpiled mines. */
    DESTRUCTION,
    /** What an older table gives only as a sum, without places: counted beside records, never among them. */
    TOTAL;

    /** Lower-case, as in the dictionary, addresses and commands. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that id; empty when there is none. */
    public static Optional<Kind> find(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}
