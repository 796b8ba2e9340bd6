package org.mineban.operations;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a file may hold, as people say it; each is one or several kinds of records, the likeliest first. */
public enum ImportKind {
    HAZARDS(Kind.HAZARD),
    ACTIVITIES(Kind.ACTIVITY),
    CLEARANCE(Kind.PRODUCT, Kind.TOTAL),
    DEVICES(Kind.FIND),
    ACCIDENTS(Kind.ACCIDENT),
    VICTIMS(Kind.VICTIM),
    RISK_EDUCATION(Kind.SESSION),
    STOCKPILE(Kind.STOCKPILE, Kind.DESTRUCTION),
    RETAINED(Kind.RETAINED);

    private final List<Kind> kinds;

    ImportKind(Kind... kinds) {
        this.kinds = List.of(kinds);
    }

    /** The kinds of records, the likeliest first. */
    public List<Kind> kinds() {
        return kinds;
    }

    /** Lower-case words joined by hyphens, as on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one of that id; empty when there is none. */
    public static Optional<ImportKind> find(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
