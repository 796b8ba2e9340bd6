package org.mineban.victims;

import java.time.Instant;
import java.util.Optional;
import org.mineban.kernel.StateCode;

/**
 * What the vault says of a victim without opening anything.
 *
 * @param victimNo the code of the record in the register; says nothing of the person
 * @param version counts the changes
 * @param hasIdentity false once it is erased
 * @param changedBy the account's UUID
 * @param erasedAt when the identity was erased; empty while it is kept
 */
public record VictimFile(
        StateCode state,
        String victimNo,
        int version,
        Terms terms,
        boolean hasIdentity,
        boolean hasPhoto,
        String openedBy,
        Instant openedAt,
        String changedBy,
        Instant changedAt,
        Optional<Instant> erasedAt) {}
