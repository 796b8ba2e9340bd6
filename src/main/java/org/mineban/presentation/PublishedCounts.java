package org.mineban.presentation;

import java.util.Map;
import java.util.Optional;

/** Counts that others published, and which of ours each is held against. */
public final class PublishedCounts {

    /** The file that has them. */
    public static final String FILE = "parties/published-counts.csv";

    private static final Map<String, String> OURS = Map.of(
            "parties_by_deposit", "partiesByDeposit",
            "signatures", "signatures",
            "signed_not_bound", "signedNotBound");

    private PublishedCounts() {}

    /** Our count of that measure, by its name in data; empty when none of ours counts the same. */
    public static Optional<String> ours(String measure) {
        return Optional.ofNullable(OURS.get(measure));
    }
}
