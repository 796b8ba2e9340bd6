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
        Optional<UUID> clearedBy) {

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

    /** The whole report as it is now. */
    public Report report() {
        Report whole = Report.empty();
        for (DraftPart one : parts) {
            whole = one.part().put(whole, one.text());
        }
        return whole;
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
