package org.mineban.operations;

import java.util.Locale;

/**
 * That a check could not be made, since something was not there. It is never counted as passed.
 *
 * @param check the check, as {@code V-08}
 * @param what the field, kind or list that is missing; empty text when the reason says it all
 * @param records for how many records
 */
public record NotChecked(String check, Reason reason, String what, long records) {

    /** What was not there. */
    public enum Reason {
        /** The record says nothing in the field. */
        NO_VALUE,
        /** The record has no place. */
        NO_PLACE,
        /** The place cannot be read. */
        PLACE_UNREADABLE,
        /** The record is linked with no record of the kind. */
        NO_LINK,
        /** There is no register to compare with. */
        NO_REGISTER,
        /** Where the State lies is not known. */
        NO_COUNTRY,
        /** The programme has no list of it. */
        NO_LIST,
        /** The programme has not set it. */
        NO_SETTING,
        /** The register does not keep it. */
        NOT_KEPT,
        /** There are too few records to say what is usual. */
        TOO_FEW,
        /** It is looked at when a file is brought in. */
        WITH_FILES,
        /** It is looked at when points are written down. */
        WITH_POINTS,
        /** It is looked at when figures are made. */
        WITH_FIGURES;

        /** The key of its sentence. */
        public String message() {
            return "check-not." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
