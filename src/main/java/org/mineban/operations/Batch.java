package org.mineban.operations;

import java.time.Instant;
import java.util.Optional;
import org.mineban.kernel.StateCode;

/**
 * One file brought into the register.
 *
 * @param author who brought it
 * @param undoneAt when it was taken back; empty when it was not
 */
public record Batch(
        StateCode state,
        long number,
        ImportKind what,
        String source,
        String profile,
        String fileName,
        String fileSha256,
        String author,
        Instant confirmedAt,
        long created,
        long changed,
        long unchanged,
        long quarantined,
        Optional<Instant> undoneAt) {}
