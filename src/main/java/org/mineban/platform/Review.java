package org.mineban.platform;

/**
 * What is known of the review of one text.
 *
 * @param by who reviewed it or, when it is not reviewed, who made it; empty when nobody is named
 * @param on the day, as {@code 2026-11-24}; empty when none is recorded
 * @param reason what a reviewer should look at, in English as recorded; may be empty
 */
public record Review(ReviewState state, String by, String on, String reason) {

    /** The review as it counts once the English text has changed. */
    Review outdated() {
        return new Review(ReviewState.SOURCE_CHANGED, by, on, reason);
    }
}
