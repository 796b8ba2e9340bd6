package org.mineban.convention.store;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.convention.Convention;
import org.mineban.convention.FormalMeeting;
import org.mineban.convention.ProvisionText;
import org.mineban.kernel.Language;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.Provision;
import org.mineban.kernel.SourceRow;
import org.mineban.platform.FactColumn;
import org.mineban.platform.FactColumn.Kind;
import org.mineban.platform.FactTable;

/** Reads {@code convention/*.csv}. */
public final class ConventionFacts {

    private final FactTable meetings = FactTable.resource(
            "convention/meetings.csv",
            FactColumn.of("ordinal", Kind.WHOLE_NUMBER),
            FactColumn.oneOf("type", "MSP", "RC"),
            FactColumn.of("short_name", Kind.TEXT),
            FactColumn.text("city"),
            FactColumn.of("country_iso3", Kind.STATE).orEmpty(),
            FactColumn.oneOf("venue_mode", "in person", "virtual").orEmpty(),
            FactColumn.of("start", Kind.DAY).orEmpty(),
            FactColumn.of("end", Kind.DAY).orEmpty(),
            FactColumn.text("president"),
            FactColumn.of("president_country_iso3", Kind.STATE).orEmpty(),
            FactColumn.of("president_confidence", Kind.TEXT).orEmpty(),
            FactColumn.text("final_report_symbol"),
            FactColumn.text("symbol_confidence"),
            FactColumn.text("outcome_documents"),
            FactColumn.of("source", Kind.TEXT),
            FactColumn.of("confidence", Kind.CONFIDENCE),
            FactColumn.text("note"));

    private final FactTable places = FactTable.resource(
            "convention/place-names.csv",
            FactColumn.of("place", Kind.TEXT),
            FactColumn.of("ar", Kind.TEXT),
            FactColumn.of("es", Kind.TEXT),
            FactColumn.of("fr", Kind.TEXT),
            FactColumn.of("ru", Kind.TEXT),
            FactColumn.of("zh", Kind.TEXT),
            FactColumn.of("source", Kind.TEXT),
            FactColumn.of("confidence", Kind.CONFIDENCE),
            FactColumn.text("note"));

    private final FactTable provisions = FactTable.resource(
            "convention/provisions.csv",
            FactColumn.of("id", Kind.TEXT),
            FactColumn.of("article", Kind.WHOLE_NUMBER).orEmpty(),
            FactColumn.of("paragraph", Kind.WHOLE_NUMBER).orEmpty(),
            FactColumn.text("subparagraph"),
            FactColumn.text("rule"),
            FactColumn.text("note"));

    /** The files as they were read. */
    public List<FactTable> tables() {
        return List.of(meetings, places, provisions);
    }

    /** The Convention with its provisions and meetings. */
    public Convention convention() {
        provisions.by("id");
        meetings.by("short_name");
        Map<String, SourceRow> byPlace = places.by("place");
        return new Convention(provisions.map(ConventionFacts::provision), meetings.map(row -> meeting(row, byPlace)));
    }

    private static ProvisionText provision(SourceRow row) {
        Optional<Provision> provision = Optional.empty();
        if (!row.get("article").isEmpty()) {
            provision = Optional.of(new Provision(
                    Integer.parseInt(row.get("article")),
                    row.get("paragraph").isEmpty() ? 0 : Integer.parseInt(row.get("paragraph")),
                    row.get("subparagraph")));
            if (!provision.get().id().equals(row.get("id"))) {
                throw FactTable.broken(row, "id", "provision-id");
            }
        }
        return new ProvisionText(
                row.get("id"), provision, Optional.of(row.get("rule")).filter(rule -> !rule.isEmpty()));
    }

    private static FormalMeeting meeting(SourceRow row, Map<String, SourceRow> byPlace) {
        FormalMeeting meeting = new FormalMeeting(
                FormalMeeting.Kind.valueOf(row.get("type")),
                Integer.parseInt(row.get("ordinal")),
                row.get("city").isEmpty() ? Map.of() : places(row, byPlace),
                PartialDate.find(row.get("start")).flatMap(PartialDate::day),
                PartialDate.find(row.get("end")).flatMap(PartialDate::day),
                row);
        if (!meeting.shortName().equals(row.get("short_name"))) {
            throw FactTable.broken(row, "short_name", "meeting-name");
        }
        return meeting;
    }

    /** The place of a meeting in each language; the one of the meeting's row is English. */
    private static Map<Language, String> places(SourceRow meeting, Map<String, SourceRow> byPlace) {
        SourceRow names = byPlace.get(meeting.get("city"));
        if (names == null) {
            throw FactTable.broken(meeting, "city", "known-place");
        }
        Map<Language, String> places = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            places.put(language, language == Language.ENGLISH ? names.get("place") : names.get(language.code()));
        }
        return places;
    }
}
