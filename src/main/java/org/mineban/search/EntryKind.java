package org.mineban.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a thing that can be found is; in the order in which readers are shown the choice. */
public enum EntryKind {
    STATE,
    TREATY_ACTION,
    DECLARATION,
    STOCKPILE,
    CLEARANCE,
    RETAINED_MINES,
    REPORT,
    PROVISION,
    RESOLUTION_PARAGRAPH,
    RESOLUTION,
    MEETING,
    ORGANIZATION,
    ACTION_PLAN,
    TERM;

    /** The word used in addresses, messages and data, as {@code treaty-action}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind with that word; empty when there is none. */
    public static Optional<EntryKind> find(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
