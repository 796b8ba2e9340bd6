package org.mineban.reporting.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.Severity;

/** Gathers what a rule finds. */
final class Hits {

    private final List<Verdict.Hit> hits = new ArrayList<>();
    private boolean looked;

    /** Something was found there; values are names and values in turn. */
    void at(String place, Object... values) {
        add(place, Optional.empty(), values);
    }

    /** The same, weighing otherwise than the rule. */
    void at(Severity instead, String place, Object... values) {
        add(place, Optional.of(instead), values);
    }

    private void add(String place, Optional<Severity> instead, Object... values) {
        Map<String, Object> named = new TreeMap<>();
        for (int i = 0; i < values.length; i += 2) {
            named.put((String) values[i], values[i + 1]);
        }
        hits.add(new Verdict.Hit(FieldPath.of(place), named, instead));
    }

    /** There was something to look at. */
    void looked() {
        looked = true;
    }

    boolean any() {
        return !hits.isEmpty();
    }

    /** What was found; passed when there was something to look at; else not concerned. */
    Verdict verdict() {
        return verdict(looked);
    }

    /** What was found; passed when the rule concerns the report; else not concerned. */
    Verdict verdict(boolean concerned) {
        if (!hits.isEmpty()) {
            return new Verdict.Found(hits);
        }
        return concerned ? new Verdict.Passed() : new Verdict.NotConcerned();
    }

    static Verdict notConcerned() {
        return new Verdict.NotConcerned();
    }

    static Verdict notChecked(String why) {
        return new Verdict.NotChecked(why);
    }
}
