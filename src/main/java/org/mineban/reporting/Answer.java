package org.mineban.reporting;

import java.time.Instant;

/**
 * What a person said to a finding. It survives a new run of the checks while the values found are the same.
 *
 * @param rule the rule of the finding
 * @param place the field
 * @param valuesHash {@link Finding#valuesHash}
 * @param text the answer
 * @param by who said it, as shown to others
 */
public record Answer(String rule, FieldPath place, String valuesHash, String text, String by, Instant at) {

    /** Whether it answers that finding as it is now. */
    public boolean answers(Finding finding) {
        return rule.equals(finding.rule().id())
                && place.equals(finding.place())
                && valuesHash.equals(finding.valuesHash());
    }
}
