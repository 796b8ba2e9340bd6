package org.mineban.reporting;

import java.util.Arrays;
import java.util.Optional;

/** What a report is under Article 7. */
public enum ReportKind {
    /** The first one, Article 7.1. */
    INITIAL("initial"),
    /** The yearly update, Article 7.2. */
    ANNUAL("annual"),
    /** By a State that is not bound to report. */
    VOLUNTARY("voluntary"),
    /** A correction of a report that was handed in. */
    AMENDMENT("amendment");

    private final String key;

    ReportKind(String key) {
        this.key = key;
    }

    /** The word in data and in the message {@code report-kind.KEY}. */
    public String key() {
        return key;
    }

    public static Optional<ReportKind> find(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }
}
