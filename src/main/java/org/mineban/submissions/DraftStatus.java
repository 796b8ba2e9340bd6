package org.mineban.submissions;

import java.util.Arrays;
import java.util.Locale;

/** Where a draft stands on its way out. */
public enum DraftStatus {
    /** Being written. */
    DRAFT,
    /** Whole, and with the reviewers: nobody writes in it. */
    IN_REVIEW,
    /** Approved by somebody who wrote none of it. */
    CLEARED,
    /** Handed in. It never changes again; a correction is another draft. */
    SUBMITTED;

    /** The word in data and in the message {@code draft.status.KEY}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static DraftStatus of(String key) {
        return Arrays.stream(values())
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
