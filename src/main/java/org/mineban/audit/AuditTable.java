package org.mineban.audit;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.StateCode;

/** Entries of the trail as rows of a table, the same in every file. */
public final class AuditTable {

    public static final List<String> COLUMNS = List.of(
            "number", "recordedAt", "actor", "action", "subjectKind", "subject", "state", "reason", "changes", "hash");

    private AuditTable() {}

    /** An entry as a row of {@link #COLUMNS}; a change reads {@code field: before → after}, with — for what is absent. */
    public static List<@Nullable Object> row(AuditEntry entry) {
        return Arrays.asList(
                entry.number(),
                entry.recordedAt().toString(),
                entry.event().actor(),
                entry.event().action(),
                entry.event().subjectKind(),
                entry.event().subject(),
                entry.event().state().map(StateCode::iso3).orElse(null),
                entry.event().reason().orElse(null),
                String.join(
                        "; ",
                        entry.event().changes().stream().map(AuditTable::text).toList()),
                entry.hash());
    }

    private static String text(Change change) {
        return change.field() + ": " + change.before().orElse("—") + " → "
                + change.after().orElse("—");
    }
}
