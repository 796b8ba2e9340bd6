package org.mineban.depositary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.mineban.Facts;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.SourceRow;
import org.mineban.kernel.StateCode;

/** Entries for tests: fictitious acts of real States. */
final class Entries {

    private Entries() {}

    /** Georgia, a State not party, deposits an instrument of accession. It did not. */
    static Content accessionOfGeorgia(String day) {
        return act("GEO", Act.ACCESSION, day);
    }

    static Content act(String iso3, Act act, String day) {
        return new Content(
                new StateCode(iso3),
                act,
                PartialDate.find(day).orElseThrow(),
                Optional.empty(),
                "",
                "C.N.999.2026.TREATIES-XXVI.5",
                "",
                "",
                Optional.empty());
    }

    static Content correcting(SourceRow row, Content with, Correction.Manner manner) {
        return new Content(
                with.state(),
                with.act(),
                with.date(),
                with.effect(),
                with.summary(),
                with.source(),
                with.link(),
                with.note(),
                Optional.of(new Correction(RowName.of(row), manner, "The notification gives another day.")));
    }

    static Confirmed confirmed(long place, String confirmedOn, Content content) {
        Instant at = LocalDate.parse(confirmedOn).atTime(12, 0).toInstant(java.time.ZoneOffset.UTC);
        return new Confirmed(new UUID(7, place), place, at.minusSeconds(3600), at, "depositary-officer", content);
    }

    /** The row of an action of the record that came with the program. */
    static SourceRow shippedRow(String iso3, String action) {
        return Facts.KNOWLEDGE.register().actions(new StateCode(iso3)).stream()
                .map(org.mineban.parties.TreatyAction::row)
                .filter(row -> row.get("action").equals(action))
                .findFirst()
                .orElseThrow();
    }
}
