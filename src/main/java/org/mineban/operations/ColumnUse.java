package org.mineban.operations;

import java.util.Optional;

/**
 * What a column of a file is taken for.
 *
 * @param column its name in the file
 * @param target the field that it fills, or {@code @latitude}, {@code @longitude}, {@code @year}, {@code @month}; empty when it is only kept
 * @param digits the number of digits of a code whose separators and leading zeros were lost; empty when it is no such code
 * @param reason why it was taken for that
 */
public record ColumnUse(String column, Optional<String> target, Optional<Integer> digits, Reason reason) {

    /** Why a column was taken for a field. */
    public enum Reason {
        /** The profile says so. */
        PROFILE,
        /** Somebody saved it so for files with the same headers. */
        SAVED,
        /** It has the field's own name. */
        SAME_NAME,
        /** Its name is another word for the field. */
        OTHER_WORD,
        /** Its values are those of the field's code list. */
        VALUES,
        /** Nothing speaks for any field; it is kept beside the record. */
        KEPT
    }
}
