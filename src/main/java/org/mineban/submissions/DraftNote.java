package org.mineban.submissions;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody said beside a field.
 *
 * @param year the year of the report in which it was said
 * @param place the field or the part, as {@code d.ret[1].qty} or {@code d}
 * @param settledAt when a comment was settled; empty while it is open, and for notes, which stay
 */
public record DraftNote(
        UUID id, Kind kind, int year, String place, String text, UUID author, Instant at, Optional<Instant> settledAt) {

    /** What a note is for. */
    public enum Kind {
        /** Said in review; it is settled in the end. */
        COMMENT,
        /** Why a figure or a sentence is what it is: kept over the years, for whoever comes after. */
        WHY;

        String key() {
            return this == WHY ? "why" : "comment";
        }

        static Kind of(String key) {
            return key.equals("why") ? WHY : COMMENT;
        }
    }
}
