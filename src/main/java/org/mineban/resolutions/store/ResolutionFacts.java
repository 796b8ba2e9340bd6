package org.mineban.resolutions.store;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.SourceRow;
import org.mineban.kernel.StateCode;
import org.mineban.platform.FactColumn;
import org.mineban.platform.FactColumn.Kind;
import org.mineban.platform.FactTable;
import org.mineban.resolutions.ResolutionSeries;
import org.mineban.resolutions.SeriesResolution;
import org.mineban.resolutions.StateVote;

/** Reads {@code resolutions/resolutions.csv} and {@code resolution-votes.csv}. */
public final class ResolutionFacts {

    private final FactTable resolutions = FactTable.resource(
            "resolutions/resolutions.csv",
            FactColumn.of("number", Kind.TEXT),
            FactColumn.of("symbol", Kind.TEXT),
            FactColumn.of("session", Kind.WHOLE_NUMBER),
            FactColumn.of("adopted", Kind.DAY),
            FactColumn.of("plenary_meeting", Kind.WHOLE_NUMBER).orEmpty(),
            FactColumn.text("agenda_item"),
            FactColumn.text("committee_report"),
            FactColumn.of("yes", Kind.WHOLE_NUMBER).orEmpty(),
            FactColumn.of("no", Kind.WHOLE_NUMBER).orEmpty(),
            FactColumn.of("abstain", Kind.WHOLE_NUMBER).orEmpty(),
            FactColumn.of("first_committee_yes", Kind.WHOLE_NUMBER).orEmpty(),
            FactColumn.of("first_committee_no", Kind.WHOLE_NUMBER).orEmpty(),
            FactColumn.of("first_committee_abstain", Kind.WHOLE_NUMBER).orEmpty(),
            FactColumn.of("states_accepted_quoted", Kind.WHOLE_NUMBER).orEmpty(),
            FactColumn.of("title_variant", Kind.TEXT),
            FactColumn.text("vote_source"),
            FactColumn.of("source", Kind.TEXT),
            FactColumn.of("confidence", Kind.CONFIDENCE),
            FactColumn.text("note"));

    private final FactTable votes = FactTable.resource(
            "resolutions/resolution-votes.csv",
            FactColumn.of("number", Kind.TEXT),
            FactColumn.of("session", Kind.WHOLE_NUMBER),
            FactColumn.of("iso3", Kind.STATE),
            FactColumn.of("name_in_source", Kind.TEXT),
            FactColumn.oneOf("vote", "yes", "no", "abstain"));

    /** The files as they were read. */
    public List<FactTable> tables() {
        return List.of(resolutions, votes);
    }

    /** The series that these facts make. */
    public ResolutionSeries series() {
        Set<String> numbers = resolutions.by("number").keySet().stream().collect(Collectors.toUnmodifiableSet());
        return new ResolutionSeries(resolutions.map(ResolutionFacts::resolution), votes.map(row -> vote(row, numbers)));
    }

    private static SeriesResolution resolution(SourceRow row) {
        Optional<SeriesResolution.Tally> tally = row.get("yes").isEmpty()
                ? Optional.empty()
                : Optional.of(new SeriesResolution.Tally(
                        Integer.parseInt(row.get("yes")),
                        Integer.parseInt(row.get("no")),
                        Integer.parseInt(row.get("abstain"))));
        return new SeriesResolution(
                row.get("number"),
                row.get("symbol"),
                Integer.parseInt(row.get("session")),
                PartialDate.find(row.get("adopted")).flatMap(PartialDate::day).orElseThrow(),
                tally,
                row.get("states_accepted_quoted").isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of(Integer.parseInt(row.get("states_accepted_quoted"))),
                row);
    }

    private static StateVote vote(SourceRow row, Set<String> numbers) {
        if (!numbers.contains(row.get("number"))) {
            throw FactTable.broken(row, "number", "known-resolution");
        }
        return new StateVote(
                row.get("number"),
                new StateCode(row.get("iso3")),
                StateVote.Choice.valueOf(row.get("vote").toUpperCase(Locale.ROOT)),
                row);
    }
}
