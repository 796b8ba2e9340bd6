package org.mineban.operations;

import org.mineban.geography.Severity;

/**
 * Which checks do not keep a row of an older list from counting, although they forbid to approve a record that is written here: what such lists do not
 * have, such as evidence or depth. {@code operations/checks.csv} says which.
 */
final class AtImport {

    private final Checks checks;

    AtImport(Checks checks) {
        this.checks = checks;
    }

    Finding of(Finding finding) {
        boolean onlyWarns = finding.blocks()
                && checks.find(finding.check()).filter(Check::onlyWarnsAtImport).isPresent();
        return onlyWarns
                ? new Finding(
                        finding.check(),
                        Severity.WARNS,
                        finding.line(),
                        finding.field(),
                        finding.message(),
                        finding.values())
                : finding;
    }
}
