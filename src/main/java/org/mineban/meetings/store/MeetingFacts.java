package org.mineban.meetings.store;

import java.util.List;
import org.mineban.platform.FactColumn;
import org.mineban.platform.FactColumn.Kind;
import org.mineban.platform.FactTable;

/** Reads {@code meetings/*.csv}. */
public final class MeetingFacts {

    private final FactTable organizations = FactTable.resource(
            "meetings/organizations.csv",
            FactColumn.of("name", Kind.TEXT),
            FactColumn.text("acronym_or_iso3"),
            FactColumn.of("category", Kind.TEXT),
            FactColumn.text("seen_in"),
            FactColumn.of("source", Kind.TEXT),
            FactColumn.of("confidence", Kind.CONFIDENCE),
            FactColumn.text("note"));

    private final FactTable participation = FactTable.resource(
            "meetings/participation.csv",
            FactColumn.of("meeting", Kind.TEXT),
            FactColumn.of("count", Kind.WHOLE_NUMBER),
            FactColumn.text("breakdown"),
            FactColumn.of("source", Kind.TEXT),
            FactColumn.of("confidence", Kind.CONFIDENCE));

    /** The files as they were read. */
    public List<FactTable> tables() {
        return List.of(organizations, participation);
    }
}
