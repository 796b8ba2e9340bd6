package org.mineban.submissions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mineban.kernel.StateCode;
import org.mineban.reporting.Report;

/**
 * A report being written.
 *
 * @param year the calendar year it covers
 * @param round 0 for the report itself, then one more for each correction
 * @param version counts the steps from status to status
 * @param from the submission it began from; empty when there was none
 * @param writers who wrote something of it: none of them may approve it
 * @param parts the title page and every section, in the order of the forms
 * @param certified the authority that cleared it, as the approver named it; empty before approval
 */
public record Draft(
        UUID id,
        StateCode state,
        int year,
        int round,
        DraftStatus status,
        int version,
        Optional<UUID> from,
        Set<UUID> writers,
        List<DraftPart> parts,
        Instant openedAt,
        Instant changedAt,
        Optional<UUID> clearedBy,
        Optional<Certification> certified) {

    public Draft {
        writers = Set.copyOf(writers);
        parts = List.copyOf(parts);
    }

    /** The part of that kind. */
    public DraftPart part(Part wanted) {
        return parts.stream()
                .filter(one -> one.part().equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    /** The whole report as it is now, with the authority that cleared it once it is approved. */
    public Report report() {
        Report whole = Report.empty();
        for (DraftPart one : parts) {
            whole = one.part().put(whole, one.text());
        }
        Report written = whole;
        return certified
                .map(authority -> authority.on(written, Optional.empty()))
                .orElse(written);
    }

    /** Whether its parts may be written. */
    public boolean open() {
        return status == DraftStatus.DRAFT;
    }

    /** Whether every part is ready. */
    public boolean ready() {
        return parts.stream().allMatch(one -> one.progress() == Progress.READY && one.aside() == 0);
    }
}
