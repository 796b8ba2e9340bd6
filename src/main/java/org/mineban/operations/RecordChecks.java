package org.mineban.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mineban.geography.Severity;

/**
 * What is found about a row by itself while it is brought in: {@link Checks}, but for those of its shape, which {@link Shapes} asks once while it measures
 * and mends, and what no record can do without.
 */
final class RecordChecks {

    /** What {@link Shapes} and the import say of a shape. */
    private static final Set<String> ELSEWHERE =
            Set.of("V-01", "V-02", "V-03", "V-04", "V-05", "V-07", "V-10", "V-13", "V-14");

    private final Dictionary dictionary;
    private final Checks checks;

    RecordChecks(Dictionary dictionary, Checks checks) {
        this.dictionary = dictionary;
        this.checks = checks;
    }

    /** What is found about what a record says. */
    List<Finding> check(Examined record, CheckContext context) {
        Content content = record.content();
        List<Finding> found = new ArrayList<>(mandatory(content));
        boolean placed = content.shape().isPresent();
        checks.of(
                        record,
                        context,
                        check -> !ELSEWHERE.contains(check.id()) || (check.id().equals("V-13") && !placed))
                .findings()
                .forEach(one -> found.add(
                        new Finding(one.check(), one.severity(), 0, one.field(), one.message(), one.values())));
        return found;
    }

    private List<Finding> mandatory(Content content) {
        return missing(dictionary, content).stream()
                .map(one -> new Finding(one.check(), one.severity(), 0, one.field(), one.message(), one.values()))
                .toList();
    }

    /** Every field that nothing is approved without and that is missing, but for those that a check of its own asks for: V-37, V-40. */
    static List<CheckFinding> missing(Dictionary dictionary, Content content) {
        List<CheckFinding> found = new ArrayList<>();
        for (FieldDefinition field : dictionary.fields(content.kind()).values()) {
            boolean asked = content.kind() == Kind.VICTIM
                    && (field.name().equals("outcome") || field.name().equals("sex"));
            if (field.need() == FieldDefinition.Need.MANDATORY
                    && !asked
                    && content.fields().text(field.name()).isEmpty()) {
                found.add(new CheckFinding(
                        "M-01",
                        legacy(content) ? Severity.WARNS : Severity.BLOCKS,
                        Optional.of(content.kind()),
                        content.code(),
                        0,
                        field.name(),
                        "register-finding.m-01",
                        Map.of("field", field.name())));
            }
        }
        return found;
    }

    /** Released land of which only the place has come down to us: no work and no area that it belongs to. */
    static boolean legacy(Content content) {
        return content.kind() == Kind.PRODUCT
                && content.fields().text("hazard").isEmpty()
                && content.fields().text("activity").isEmpty();
    }
}
