package org.mineban.kernel;

import java.util.Arrays;
import java.util.Optional;

/**
 * How far a fact of the record can be trusted, from best to worst. What is worse than {@link #DERIVED} is shown as such wherever the fact is
 * used.
 */
public enum Confidence {
    /** The same in two or more stored publications. */
    VERIFIED2("verified2"),
    /** Found in one stored publication. */
    VERIFIED1("verified1"),
    /** Recorded here by one person from a source that is named, and confirmed by another. */
    RECORDED("recorded"),
    /** Computed or deduced from other facts. */
    DERIVED("derived"),
    /** Taken from the request for this work, not seen in a source. */
    BRIEF("brief"),
    /** Sources disagree; the note gives the other value. */
    CONFLICT("conflict"),
    /** Remembered only: shown as not verified. */
    MEMORY("memory");

    private final String code;

    Confidence(String code) {
        this.code = code;
    }

    /** The word in the fact files. */
    public String code() {
        return code;
    }

    /** Whether a reader must be told beside the fact itself that it is open to doubt. */
    public boolean needsMark() {
        return compareTo(BRIEF) >= 0;
    }

    /** The worse of the two. */
    public Confidence worse(Confidence other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The confidence with that word; empty when there is none. */
    public static Optional<Confidence> find(String code) {
        return Arrays.stream(values())
                .filter(confidence -> confidence.code.equals(code))
                .findFirst();
    }
}
