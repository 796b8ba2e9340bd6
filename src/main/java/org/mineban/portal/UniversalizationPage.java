package org.mineban.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.mineban.kernel.SourceRow;
import org.mineban.kernel.StateCode;
import org.mineban.parties.Counts;
import org.mineban.parties.RegionalGroup;
import org.mineban.parties.Standing;
import org.mineban.parties.State;
import org.mineban.platform.FactTable;
import org.mineban.presentation.PublishedCounts;
import org.mineban.resolutions.SeriesResolution;
import org.mineban.resolutions.StateVote;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The States not party, with their votes on the yearly resolution; and the counts that others published beside ours. */
@RestController
final class UniversalizationPage {

    private static final int LAST_VOTES = 3;
    private final PageRenderer renderer;

    UniversalizationPage(PageRenderer renderer) {
        this.renderer = renderer;
    }

    /**
     * What the page shows.
     *
     * @param resolutions the resolutions whose votes are shown, newest first
     * @param withdrawing States whose withdrawal is notified, still States Parties
     */
    record View(
            String count,
            List<Link> resolutions,
            List<Group> groups,
            Group withdrawing,
            List<Published> published,
            String file) {}

    /** States under one heading. */
    record Group(String name, List<Row> rows) {}

    /** A State not party. */
    record Row(
            String iso3,
            String name,
            String href,
            String standing,
            String why,
            String group,
            List<String> votes,
            String running,
            String whatIf) {}

    /** A count that others published, and ours of the same day. */
    record Published(
            String day,
            String measure,
            String theirs,
            String ours,
            String oursWhy,
            boolean differs,
            String source,
            String note) {}

    @GetMapping("/universalization")
    ResponseEntity<byte[]> board(Visit visit) {
        List<SeriesResolution> voted = voted(visit);
        List<SeriesResolution> newest = voted.subList(0, Math.min(LAST_VOTES, voted.size()));
        List<Group> groups = new ArrayList<>();
        add(
                visit,
                groups,
                "page.universalization.signatories",
                voted,
                state -> standing(visit, state) instanceof Standing.Signatory);
        for (RegionalGroup group : RegionalGroup.values()) {
            List<Row> rows = rows(visit, voted, state -> state.group() == group && outside(standing(visit, state)));
            if (!rows.isEmpty()) {
                groups.add(new Group(Words.group(visit, group), rows));
            }
        }
        int count = groups.stream().mapToInt(group -> group.rows().size()).sum();
        View view = new View(
                visit.say("page.universalization.count", Map.of("count", count, "day", visit.onText())),
                newest.stream()
                        .map(resolution -> Link.of(
                                visit.code(resolution.symbol()), visit.link("/resolutions/" + resolution.slug())))
                        .toList(),
                groups,
                new Group(
                        visit.say("page.universalization.withdrawing"),
                        rows(visit, voted, state -> standing(visit, state) instanceof Standing.WithdrawalNotified)),
                published(visit),
                visit.link("/data") + "#" + DataPage.anchor(PublishedCounts.FILE));
        return renderer.page(visit, "universalization", visit.say("page.universalization.title"), view);
    }

    private void add(
            Visit visit, List<Group> groups, String key, List<SeriesResolution> voted, Predicate<State> wanted) {
        List<Row> rows = rows(visit, voted, wanted);
        if (!rows.isEmpty()) {
            groups.add(new Group(visit.say(key), rows));
        }
    }

    private Standing standing(Visit visit, State state) {
        return visit.knowledge().register().standing(state.code(), visit.on()).value();
    }

    private static boolean outside(Standing standing) {
        return standing instanceof Standing.NotParty || standing instanceof Standing.Withdrawn;
    }

    /** The resolutions up to the day whose votes are recorded, newest first. */
    private List<SeriesResolution> voted(Visit visit) {
        return visit.knowledge().resolutions().resolutions().reversed().stream()
                .filter(resolution -> !resolution.adopted().isAfter(visit.on()))
                .filter(resolution -> visit.knowledge().resolutions().votesRecorded(resolution.number()))
                .toList();
    }

    private List<Row> rows(Visit visit, List<SeriesResolution> voted, Predicate<State> wanted) {
        return visit.knowledge().register().states().stream()
                .filter(wanted)
                .sorted(Words.order(visit))
                .map(state -> row(visit, voted, state))
                .toList();
    }

    private Row row(Visit visit, List<SeriesResolution> voted, State state) {
        StateCode code = state.code();
        long running = voted.stream()
                .takeWhile(resolution -> visit.knowledge()
                        .resolutions()
                        .vote(code, resolution.number())
                        .filter(vote -> vote.choice() == StateVote.Choice.YES)
                        .isPresent())
                .count();
        return new Row(
                code.iso3(),
                visit.state(code),
                visit.link("/states/" + code),
                visit.narrator().standing(standing(visit, state)),
                visit.link("/why/" + code + "/standing"),
                Words.group(visit, state.group()),
                voted.stream()
                        .limit(LAST_VOTES)
                        .map(resolution ->
                                ResolutionsPage.vote(visit, visit.knowledge().resolutions(), resolution, code))
                        .toList(),
                running > 1 ? visit.say("page.universalization.running", Map.of("count", running)) : "",
                visit.link("/what-if", Map.of("state", code.iso3())));
    }

    private List<Published> published(Visit visit) {
        return visit.knowledge().table(PublishedCounts.FILE).map(FactTable::rows).orElse(List.of()).stream()
                .filter(row -> PublishedCounts.ours(row.get("measure")).isPresent())
                .filter(row -> !LocalDate.parse(row.get("date")).isAfter(visit.on()))
                .map(row -> published(visit, row))
                .toList()
                .reversed();
    }

    private Published published(Visit visit, SourceRow row) {
        LocalDate day = LocalDate.parse(row.get("date"));
        String name = PublishedCounts.ours(row.get("measure")).orElseThrow();
        Counts counts = visit.knowledge().register().counts(day);
        int ours = counts.find(name).orElseThrow().value();
        int theirs = Integer.parseInt(row.get("value"));
        return new Published(
                visit.date(day),
                visit.say("page.count." + name),
                visit.number(theirs),
                visit.number(ours),
                visit.link("/why/count/" + name, day),
                theirs != ours,
                row.source(),
                row.note());
    }
}
