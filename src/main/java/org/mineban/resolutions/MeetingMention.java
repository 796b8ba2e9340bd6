package org.mineban.resolutions;

import org.jspecify.annotations.Nullable;

/**
 * A meeting or conference that a paragraph names.
 *
 * @param ordinal 12 for the twelfth; absent when it has none
 * @param place as written; absent when not stated
 * @param start first day, or the year alone; absent when not stated
 * @param end last day; absent when only one day or year is stated
 */
public record MeetingMention(
        Kind kind,
        @Nullable Integer ordinal,
        @Nullable String place,
        @Nullable StatedDate start,
        @Nullable StatedDate end,
        String words) {
    /** What kind of meeting. */
    public enum Kind {
        MEETING_OF_STATES_PARTIES("MSP"),
        REVIEW_CONFERENCE("REVIEW_CONFERENCE"),
        SPECIAL_CONFERENCE("SPECIAL_CONFERENCE"),
        OTHER("OTHER");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The word used in data. */
        public String code() {
            return code;
        }
    }

    /** The year of the meeting, when one is stated. */
    public @Nullable Integer year() {
        return start == null ? null : start.year();
    }
}
