package org.mineban.translations;

import java.util.Map;
import java.util.TreeMap;

/**
 * A rule that a text breaks. Its sentence, with what to do, is the message {@code translation.rule.RULE}.
 *
 * @param values by the names that the sentence uses
 */
public record BrokenRule(String rule, Map<String, Object> values) {

    public BrokenRule {
        values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
    }
}
