package org.mineban.reporting;

import java.util.Optional;
import java.util.OptionalInt;
import org.mineban.kernel.Figure;

/**
 * Where the content of a field comes from.
 *
 * @param kind how it came here
 * @param reference the report, record or publication it was taken from; may be empty
 * @param note what the reader should know; internal, never printed in the report; may be empty
 * @param page of the document it was read from
 * @param offered the figure that the register gave, where a person put another one in its place: both stay
 */
public record Origin(Kind kind, String reference, String note, OptionalInt page, Optional<Figure> offered) {

    /** How content comes into a field. */
    public enum Kind {
        /** A person wrote it. */
        WRITTEN,
        /** It stands as in the report before. */
        CARRIED,
        /** It was taken from the mine action register. */
        REGISTER,
        /** It was read from a document. */
        READ,
        /** It is taken from somebody who says that the State reported it. */
        SECONDARY
    }

    public static Origin of(Kind kind, String reference) {
        return new Origin(kind, reference, "", OptionalInt.empty(), Optional.empty());
    }
}
