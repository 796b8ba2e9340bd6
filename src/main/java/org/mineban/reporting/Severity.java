package org.mineban.reporting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a finding weighs, from least to most. */
public enum Severity {
    /** Told for completeness. */
    INFO,
    /** May well be right: ask, and keep the answer with the report. */
    QUESTION,
    /** Probably wrong or incomplete. */
    WARNING,
    /** Cannot be right as it stands; it can be sent with a written explanation. */
    ERROR,
    /** An error that holds up submission. */
    BLOCKER;

    /** The word in data and in the message {@code severity.KEY}. A blocker is an error in data, which says in another column that it blocks. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean atLeast(Severity level) {
        return compareTo(level) >= 0;
    }

    public static Optional<Severity> find(String key) {
        return Arrays.stream(values())
                .filter(severity -> severity.key().equals(key))
                .findFirst();
    }
}
