package org.mineban.audit;

import java.util.List;
import java.util.OptionalLong;

/**
 * Some entries, the newest first.
 *
 * @param entries as many as were asked for, or fewer, even none, when finding more would have taken long
 * @param next where to go on ({@link AuditQuery#before(long)}); empty when there are certainly no more
 */
public record AuditPage(List<AuditEntry> entries, OptionalLong next) {

    public AuditPage {
        entries = List.copyOf(entries);
    }
}
