package org.mineban.reporting.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.Severity;

/** What a rule says of a report. */
public sealed interface Verdict {

    /** It found these. */
    record Found(List<Hit> hits) implements Verdict {
        public Found {
            hits = List.copyOf(hits);
        }
    }

    /** It looked and found nothing wrong. */
    record Passed() implements Verdict {}

    /** It does not concern this report. */
    record NotConcerned() implements Verdict {}

    /**
     * It could not look.
     *
     * @param why the last part of the message {@code rule.not-checked.WHY}
     */
    record NotChecked(String why) implements Verdict {}

    /**
     * One finding.
     *
     * @param instead the severity of this finding, where it weighs otherwise than the rule
     */
    record Hit(FieldPath place, Map<String, Object> values, Optional<Severity> instead) {}
}
