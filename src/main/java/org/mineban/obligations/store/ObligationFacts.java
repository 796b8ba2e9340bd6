package org.mineban.obligations.store;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.mineban.convention.Convention;
import org.mineban.convention.FormalMeeting;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.SourceRow;
import org.mineban.kernel.StateCode;
import org.mineban.obligations.Article14;
import org.mineban.obligations.ClearanceEvent;
import org.mineban.obligations.Obligations;
import org.mineban.obligations.RetainedMines;
import org.mineban.obligations.StockpileResult;
import org.mineban.parties.Register;
import org.mineban.platform.FactColumn;
import org.mineban.platform.FactColumn.Kind;
import org.mineban.platform.FactTable;

/** Reads {@code obligations/*.csv}. */
public final class ObligationFacts {

    private final FactTable article3 = FactTable.resource(
            "obligations/article3.csv",
            FactColumn.of("iso3", Kind.STATE),
            FactColumn.of("state", Kind.TEXT),
            FactColumn.of("year", Kind.WHOLE_NUMBER).orEmpty(),
            FactColumn.of("mines", Kind.WHOLE_NUMBER),
            FactColumn.oneOf(
                    "kind", "retained", "initial_declaration", "consumed_in_year", "excess_destroyed", "planned"),
            FactColumn.of("source", Kind.TEXT),
            FactColumn.of("confidence", Kind.CONFIDENCE),
            FactColumn.text("note"));

    private final FactTable article4 = FactTable.resource(
            "obligations/article4.csv",
            FactColumn.of("iso3", Kind.STATE),
            FactColumn.of("state", Kind.TEXT),
            FactColumn.of("entry_into_force", Kind.DAY),
            FactColumn.of("deadline", Kind.DAY),
            FactColumn.oneOf("status", "completed", "completed_late", "missed_incomplete", "none_declared", "unknown"),
            FactColumn.of("completed", Kind.DATE).orEmpty(),
            FactColumn.oneOf("completed_precision", "day", "month", "year").orEmpty(),
            FactColumn.of("destroyed_total", Kind.WHOLE_NUMBER).orEmpty(),
            FactColumn.text("source"),
            FactColumn.of("confidence", Kind.CONFIDENCE),
            FactColumn.text("note"));

    private final FactTable article5 = FactTable.resource(
            "obligations/article5.csv",
            FactColumn.of("iso3", Kind.STATE),
            FactColumn.of("state", Kind.TEXT),
            FactColumn.oneOf(
                    "event",
                    "original_deadline",
                    "extension",
                    "not_granted",
                    "deadline_missed",
                    "completion_declared",
                    "new_contamination",
                    "no_mined_areas_stated"),
            FactColumn.of("sequence", Kind.WHOLE_NUMBER).orEmpty(),
            FactColumn.of("submitted", Kind.DATE).orEmpty(),
            FactColumn.text("decided_at"),
            FactColumn.of("deadline", Kind.DAY).orEmpty(),
            FactColumn.of("event_date", Kind.DATE).orEmpty(),
            FactColumn.text("source"),
            FactColumn.of("confidence", Kind.CONFIDENCE),
            FactColumn.text("note"));

    private final FactTable scale = FactTable.resource(
            "obligations/un-scale.csv",
            FactColumn.of("iso3", Kind.STATE),
            FactColumn.of("name_in_source", Kind.TEXT),
            FactColumn.of("period", Kind.TEXT),
            FactColumn.of("percent", Kind.DECIMAL),
            FactColumn.of("source", Kind.TEXT),
            FactColumn.of("confidence", Kind.CONFIDENCE),
            FactColumn.text("note"));

    /** The files as they were read. */
    public List<FactTable> tables() {
        return List.of(article3, article4, article5, scale);
    }

    /** The duties that these facts make, for the States of that register. */
    public Obligations obligations(Register register, Convention convention) {
        article4.by("iso3");
        return new Obligations(
                register,
                article4.map(row -> stockpile(row, register)),
                article5.map(row -> clearance(row, register, convention)),
                article3.map(row -> retained(row, register)),
                new Article14(rates()));
    }

    private Map<String, Map<StateCode, SourceRow>> rates() {
        Map<String, Map<StateCode, SourceRow>> byPeriod = new HashMap<>();
        for (SourceRow row : scale.rows()) {
            if (!row.get("period").matches("\\d{4}-\\d{4}")) {
                throw FactTable.broken(row, "period", "period");
            }
            if (byPeriod.computeIfAbsent(row.get("period"), period -> new HashMap<>())
                            .put(new StateCode(row.get("iso3")), row)
                    != null) {
                throw FactTable.broken(row, "iso3", "unique");
            }
        }
        return byPeriod;
    }

    private static RetainedMines retained(SourceRow row, Register register) {
        return new RetainedMines(
                state(row, register),
                row.get("year").isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(row.get("year"))),
                Long.parseLong(row.get("mines")),
                row.get("kind").replace('_', '-'),
                row);
    }

    private static StockpileResult stockpile(SourceRow row, Register register) {
        return new StockpileResult(
                state(row, register),
                StockpileResult.Status.valueOf(row.get("status").toUpperCase(Locale.ROOT)),
                PartialDate.find(row.get("completed")),
                row.get("destroyed_total").isEmpty()
                        ? OptionalLong.empty()
                        : OptionalLong.of(Long.parseLong(row.get("destroyed_total"))),
                row);
    }

    private static ClearanceEvent clearance(SourceRow row, Register register, Convention convention) {
        Optional<String> meeting = Optional.of(row.get("decided_at")).filter(name -> !name.isEmpty());
        Optional<PartialDate> happenedOn = PartialDate.find(row.get("event_date"));
        Optional<LocalDate> decidedOn = meeting.flatMap(name -> Optional.of(convention
                        .findMeeting(name)
                        .orElseThrow(() -> FactTable.broken(row, "decided_at", "known-meeting"))))
                .flatMap(FormalMeeting::end);
        return new ClearanceEvent(
                state(row, register),
                ClearanceEvent.Kind.valueOf(row.get("event").toUpperCase(Locale.ROOT)),
                row.get("sequence").isEmpty() ? 0 : Integer.parseInt(row.get("sequence")),
                PartialDate.find(row.get("submitted")),
                meeting,
                PartialDate.find(row.get("deadline")),
                happenedOn,
                happenedOn.flatMap(PartialDate::day).or(() -> decidedOn).or(() -> happenedOn.map(PartialDate::latest)),
                row);
    }

    private static StateCode state(SourceRow row, Register register) {
        StateCode code = new StateCode(row.get("iso3"));
        if (register.findState(code).isEmpty()) {
            throw FactTable.broken(row, "iso3", "known-state");
        }
        return code;
    }
}
