package org.mineban.depositary;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * That an entry takes the place of an earlier row, which stays readable.
 *
 * @param row the earlier row
 * @param why what was wrong with it
 */
public record Correction(RowName row, Manner manner, String why) {

    /** What becomes of the earlier row. */
    public enum Manner {
        /** What the entry states takes its place. */
        REPLACE,
        /** Nothing does: there was no such act. */
        STRIKE_OUT;

        /** The word in forms, addresses and the database. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The manner of that id. */
        public static Optional<Manner> find(String id) {
            return Arrays.stream(values())
                    .filter(manner -> manner.id().equals(id))
                    .findFirst();
        }
    }
}
