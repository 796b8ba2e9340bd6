package org.mineban.operations.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mineban.geography.GeometryFinding;
import org.mineban.geography.Severity;
import org.mineban.operations.Check;
import org.mineban.operations.CheckAnswer;
import org.mineban.operations.CheckFinding;
import org.mineban.operations.Examined;
import org.mineban.operations.Kind;
import org.mineban.operations.NotChecked;
import org.mineban.operations.NotChecked.Reason;

/** Takes down what the checks say, each about the check and the record that are being looked at. */
public final class Answers {

    private record Missing(String check, Reason reason, String what) {}

    private final List<CheckFinding> findings = new ArrayList<>();
    private final Map<Missing, long[]> missing = new LinkedHashMap<>();
    private @Nullable Check check;
    private @Nullable Examined record;

    /** From now on answers are about this check of this record; of none for files and figures. */
    public void about(Check now, @Nullable Examined one) {
        check = now;
        record = one;
    }

    /** A finding as grave as the table of checks says. */
    public void found(String field, String variant, Map<String, ?> values) {
        add(check().severity(), field, variant, values);
    }

    /** A finding that forbids to approve. */
    public void blocks(String field, String variant, Map<String, ?> values) {
        add(Severity.BLOCKS, field, variant, values);
    }

    /** A finding that a person should look at. */
    public void warns(String field, String variant, Map<String, ?> values) {
        add(Severity.WARNS, field, variant, values);
    }

    /** Something worth knowing. */
    public void informs(String field, String variant, Map<String, ?> values) {
        add(Severity.INFORMS, field, variant, values);
    }

    /** What is wrong with a shape, in the words that geography has for it. */
    public void shape(GeometryFinding fault, Severity severity) {
        say(severity, "shape", fault.fault().message(), fault.values());
    }

    private void add(Severity severity, String field, String variant, Map<String, ?> values) {
        String key =
                "check-finding." + check().id().toLowerCase(Locale.ROOT) + (variant.isEmpty() ? "" : "-" + variant);
        say(severity, field, key, values);
    }

    private void say(Severity severity, String field, String message, Map<String, ?> values) {
        Examined one = record;
        findings.add(new CheckFinding(
                check().id(),
                severity,
                one == null ? Optional.empty() : Optional.of(one.kind()),
                one == null ? "" : one.code(),
                one == null ? 0 : one.line(),
                field,
                message,
                Map.copyOf(values)));
    }

    /** The check could not be made, since something was not there. */
    public void not(Reason reason, String what) {
        not(check(), reason, what, 1);
    }

    /** The same for so many records, or for none at all. */
    public void not(Check which, Reason reason, String what, long records) {
        missing.computeIfAbsent(new Missing(which.id(), reason, what), one -> new long[1])[0] += records;
    }

    /** The same for a missing value of the kind that a field links to. */
    public void notLinked(Kind kind) {
        not(Reason.NO_LINK, kind.id());
    }

    private Check check() {
        Check now = check;
        if (now == null) {
            throw new IllegalStateException("No check is being made.");
        }
        return now;
    }

    /** All that was said. */
    public CheckAnswer answer(long records) {
        return new CheckAnswer(
                records,
                findings,
                missing.entrySet().stream()
                        .map(one -> new NotChecked(
                                one.getKey().check(),
                                one.getKey().reason(),
                                one.getKey().what(),
                                one.getValue()[0]))
                        .toList());
    }
}
