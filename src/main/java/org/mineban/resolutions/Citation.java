package org.mineban.resolutions;

import org.jspecify.annotations.Nullable;

/**
 * A resolution or decision that a paragraph names.
 *
 * @param organ GENERAL_ASSEMBLY, SECURITY_COUNCIL, ECONOMIC_AND_SOCIAL_COUNCIL, HUMAN_RIGHTS_COUNCIL, OTHER
 * @param number as people cite it: {@code 55/33 V}, {@code 3363 (XXX)}, {@code 1325 (2000)}
 * @param symbol of the document, without the part; absent where it cannot be told from the number
 * @param date day of adoption, where the text gives it
 * @param words the words of the text for this one
 */
public record Citation(
        String organ,
        Kind kind,
        String number,
        @Nullable String symbol,
        @Nullable StatedDate date,
        String words) {
    /** Whether the text calls it a resolution or a decision. */
    public enum Kind {
        RESOLUTION,
        DECISION
    }

    /** Whether it is a resolution of the General Assembly itself. */
    public boolean isOfTheAssembly() {
        return kind == Kind.RESOLUTION && organ.equals("GENERAL_ASSEMBLY");
    }
}
