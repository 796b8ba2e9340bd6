package org.mineban.platform;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mineban.kernel.Problem;

/**
 * What a {@link Check} saw. Its sentence is the message {@code check.ID} filled with the values: what is so, and what to do when it should be
 * otherwise; or, when there is a problem, the problem's own.
 *
 * @param id lower-case words joined by hyphens
 * @param values by the names that the message uses
 * @param problem a refusal that tells more than a sentence of the check could
 */
public record CheckResult(String id, Level level, Map<String, Object> values, Optional<Problem> problem) {

    /** How much it matters. */
    public enum Level {
        /** As it should be. */
        FINE,
        /** Works, and should be looked at. */
        ADVICE,
        /** Something does not work, or may be lost. */
        WRONG
    }

    public CheckResult {
        values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
    }

    public static CheckResult fine(String id, Map<String, Object> values) {
        return new CheckResult(id, Level.FINE, values, Optional.empty());
    }

    public static CheckResult advice(String id, Map<String, Object> values) {
        return new CheckResult(id, Level.ADVICE, values, Optional.empty());
    }

    public static CheckResult wrong(String id, Map<String, Object> values) {
        return new CheckResult(id, Level.WRONG, values, Optional.empty());
    }

    /** A refusal met while looking. */
    public static CheckResult wrong(String id, Problem problem) {
        return new CheckResult(id, Level.WRONG, problem.values(), Optional.of(problem));
    }
}
