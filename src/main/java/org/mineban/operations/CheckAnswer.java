package org.mineban.operations;

import java.util.Comparator;
import java.util.List;
import org.mineban.geography.Severity;

/**
 * What the checks say.
 *
 * @param records how many records, or files or figures, were looked at
 * @param findings in the order of the records, then of the checks
 * @param notChecked what could not be checked, in the order of the checks
 */
public record CheckAnswer(long records, List<CheckFinding> findings, List<NotChecked> notChecked) {

    public CheckAnswer {
        findings = List.copyOf(findings);
        notChecked = notChecked.stream()
                .sorted(Comparator.comparing(NotChecked::check)
                        .thenComparing(NotChecked::reason)
                        .thenComparing(NotChecked::what))
                .toList();
    }

    /** Whether a finding forbids to approve. */
    public boolean blocks() {
        return findings.stream().anyMatch(CheckFinding::blocks);
    }

    /** The findings of one check. */
    public List<CheckFinding> of(String check) {
        return findings.stream().filter(one -> one.check().equals(check)).toList();
    }

    /** How many findings there are of that severity. */
    public long count(Severity severity) {
        return findings.stream().filter(one -> one.severity() == severity).count();
    }
}
