package org.mineban.kernel;

import java.util.Map;
import java.util.TreeMap;

/**
 * Something asked for cannot be done. Its sentence, in each language, is the message {@code problem.ID} filled with the values: what is wrong,
 * where, the value, the rule, what to do.
 *
 * @param id lower-case words joined by hyphens, as {@code unknown-state}
 * @param kind whose matter it is, which gives the exit code and the HTTP status
 * @param values by the names that the message uses
 */
public record Problem(String id, Kind kind, Map<String, Object> values) {

    /** Whose matter a problem is. */
    public enum Kind {
        /** The request is wrong: exit code 2, HTTP 400. */
        WRONG_USAGE,
        /** The request names something that is not there: exit code 2, HTTP 404. */
        NOT_FOUND,
        /** Whoever asks is not signed in, and this is for people who are: exit code 3, HTTP 401. */
        NOT_SIGNED_IN,
        /** Whoever asks may not do this: exit code 3, HTTP 403. */
        NOT_ALLOWED,
        /** Somebody else has changed the same thing meanwhile: exit code 3, HTTP 409. */
        CONFLICT,
        /** Asked too often: exit code 3, HTTP 429. */
        TOO_OFTEN,
        /** The request is right but cannot be done with what there is: exit code 3, HTTP 422. */
        CANNOT_BE_DONE,
        /** The request is right, and would be done if the disk had room or the database answered: exit code 3, HTTP 503. */
        UNAVAILABLE
    }

    public Problem {
        values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** The problem as an exception, to be answered at the edge. */
    public ProblemException asException() {
        return new ProblemException(this);
    }
}
