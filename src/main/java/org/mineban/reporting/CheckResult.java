package org.mineban.reporting;

import java.util.List;

/**
 * What a run of the checks gave. Every rule of the catalogue is in exactly one of the four.
 *
 * @param findings in the order of the catalogue
 * @param passed ids of the rules that looked and found nothing wrong
 * @param notConcerned ids of the rules that do not concern this report, such as those on initial reports for an annual one
 * @param notChecked the rules that could not look, and why: never a silent pass
 */
public record CheckResult(
        List<Finding> findings, List<String> passed, List<String> notConcerned, List<NotChecked> notChecked) {

    public CheckResult {
        findings = List.copyOf(findings);
        passed = List.copyOf(passed);
        notConcerned = List.copyOf(notConcerned);
        notChecked = List.copyOf(notChecked);
    }

    /**
     * A rule that could not be checked.
     *
     * @param why the last part of the message {@code rule.not-checked.WHY}
     */
    public record NotChecked(String rule, String why) {}

    /** Whether submission is held up. */
    public boolean blocked() {
        return findings.stream().anyMatch(Finding::blocks);
    }

    /** The findings that weigh at least that much; a blocker is one that holds up submission. */
    public List<Finding> atLeast(Severity level) {
        return findings.stream()
                .filter(finding -> level == Severity.BLOCKER
                        ? finding.blocks()
                        : finding.severity().atLeast(level))
                .toList();
    }

    /** The findings that anybody may see; the others go to people of the State first. */
    public List<Finding> open() {
        return findings.stream().filter(finding -> !finding.rule().peopleOnly()).toList();
    }
}
