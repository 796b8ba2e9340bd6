package org.mineban.reporting;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a rule found in a report. It holds names and values; {@link FindingWords} says it.
 *
 * @param rule the rule
 * @param severity of this finding
 * @param place the field it is about, or the beginning of the ids of its fields
 * @param values by the names that the message uses
 * @param answer what a person said to it, while the values are the same
 */
public record Finding(
        Rule rule, Severity severity, FieldPath place, Map<String, Object> values, Optional<Answer> answer) {

    public Finding {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** Whether it holds up submission. */
    public boolean blocks() {
        return rule.blocks() && severity == Severity.ERROR;
    }

    /** Whether an answer by a person settles it. One that blocks has to be put right. */
    public boolean answerable() {
        return !blocks();
    }

    /** The same finding with the answer that belongs to it, when there is one. */
    Finding answered(Optional<Answer> said) {
        return new Finding(rule, severity, place, values, said);
    }

    /** A hash of what was found: an answer holds while it is the same. What a reader calls a source is no part of it, since it has another name in each language. */
    public String valuesHash() {
        Map<String, Object> figures = new TreeMap<>(values);
        figures.remove("source");
        return ReportJson.sha256((rule.id() + "\n" + place.text() + "\n" + figures)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .substring(0, 16);
    }
}
