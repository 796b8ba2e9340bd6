package org.mineban.portal;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mineban.kernel.Explained;
import org.mineban.kernel.StateCode;
import org.mineban.obligations.Duty;
import org.mineban.obligations.DutyState;
import org.mineban.obligations.Obligation;
import org.mineban.obligations.RetainedMines;
import org.mineban.parties.Register;
import org.mineban.parties.Standing;
import org.mineban.parties.State;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One State: its standing, what it did, its duties, its retained mines and its votes. */
@RestController
final class StatePage {

    private final PageRenderer renderer;

    StatePage(PageRenderer renderer) {
        this.renderer = renderer;
    }

    /**
     * What the page shows.
     *
     * @param mark what must be said of the confidence in the standing; empty when nothing must
     * @param whatIf the way to the supposition; empty for a State that has consented
     * @param timeline up to the chosen day
     * @param later after it
     * @param pastReports how many past annual reports are not in the table, in words; empty when there are none
     */
    record View(
            String iso3,
            String name,
            String group,
            boolean unMember,
            String standing,
            String standingKey,
            String why,
            String mark,
            List<Link> facts,
            Optional<String> whatIf,
            List<Timeline.Entry> timeline,
            List<Timeline.Entry> later,
            List<DutyRow> duties,
            String pastReports,
            String pastReportsHref,
            List<Retained> retained,
            List<VoteRow> votes,
            String calendar,
            List<Link> downloads,
            List<Link> documents) {}

    /** Mines kept under Article 3. */
    record Retained(String year, String mines, String kind, SourceMark source) {}

    /** A vote on the yearly resolution. */
    record VoteRow(String symbol, String href, String date, String vote, boolean cast) {}

    @GetMapping("/states/{code:[A-Za-z]{3}}")
    ResponseEntity<byte[]> state(Visit visit, @PathVariable("code") String code) {
        State state = visit.knowledge().register().getState(code);
        String iso3 = state.code().iso3();
        if (!iso3.equals(code)) {
            return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                    .location(URI.create(visit.link("/states/" + iso3)))
                    .build();
        }
        return renderer.page(visit, "state", visit.state(state.code()), view(visit, state));
    }

    private View view(Visit visit, State state) {
        StateCode code = state.code();
        Explained<Standing> standing = visit.knowledge().register().standing(code, visit.on());
        List<Obligation> duties = visit.knowledge().obligations().of(code, visit.on());
        List<Obligation> shown =
                duties.stream().filter(duty -> !pastReport(duty)).toList();
        int past = duties.size() - shown.size();
        List<Timeline.Entry> timeline = new Timeline(visit).of(code);
        return new View(
                code.iso3(),
                visit.state(code),
                Words.group(visit, state.group()),
                state.unMember(),
                visit.narrator().standing(standing.value()),
                standing.value().key(),
                visit.link("/why/" + code + "/standing"),
                standing.confidence().needsMark() ? Words.confidence(visit, standing.confidence()) : "",
                facts(visit, code),
                mayDeposit(standing.value())
                        ? Optional.of(visit.link("/what-if", java.util.Map.of("state", code.iso3())))
                        : Optional.empty(),
                timeline.stream()
                        .filter(entry -> !entry.day().isAfter(visit.on()))
                        .toList(),
                timeline.stream()
                        .filter(entry -> entry.day().isAfter(visit.on()))
                        .toList(),
                shown.stream().map(duty -> DutyRow.of(visit, duty)).toList(),
                past == 0 ? "" : visit.say("page.state.past-reports", java.util.Map.of("count", past)),
                visit.link(
                        "/duties",
                        java.util.Map.of("duty", Duty.ANNUAL_REPORT.key(), "state", code.iso3(), "past", "all")),
                retained(visit, code),
                votes(visit, code),
                visit.link("/states/" + code + "/duties.ics"),
                Downloads.of(visit, "/states/" + code + "/duties", "csv", "xlsx", "json"),
                Downloads.of(visit, "/states/" + code, "pdf", "docx"));
    }

    private static boolean mayDeposit(Standing standing) {
        return standing instanceof Standing.Signatory
                || standing instanceof Standing.NotParty
                || standing instanceof Standing.Withdrawn;
    }

    private static boolean pastReport(Obligation duty) {
        return duty.duty() == Duty.ANNUAL_REPORT && duty.standing().value() instanceof DutyState.PassedWithoutRecord;
    }

    private List<Link> facts(Visit visit, StateCode code) {
        Register register = visit.knowledge().register();
        List<Link> facts = new ArrayList<>();
        register.consent(code, visit.on())
                .ifPresent(consent ->
                        facts.add(new Link(visit.say("page.states.deposited"), "", visit.date(consent.date()))));
        register.entryIntoForce(code, visit.on())
                .ifPresent(day -> facts.add(new Link(
                        visit.say("page.states.in-force"),
                        visit.link("/why/" + code + "/entry-into-force"),
                        visit.day(day.value()))));
        register.withdrawalEffect(code, visit.on())
                .ifPresent(day -> facts.add(new Link(
                        visit.say("page.state.withdrawal-effect"),
                        visit.link("/why/" + code + "/withdrawal"),
                        visit.day(day.value()))));
        return facts;
    }

    private List<Retained> retained(Visit visit, StateCode code) {
        return visit.knowledge().obligations().retainedMines(code).stream()
                .filter(mines -> beforeOrIn(mines.year(), visit.on().getYear()))
                .map(mines -> new Retained(
                        mines.year().isPresent()
                                ? Integer.toString(mines.year().getAsInt())
                                : visit.say("page.state.no-year"),
                        visit.number(mines.mines()),
                        kind(visit, mines),
                        SourceMark.of(visit, mines.row())))
                .toList();
    }

    private static boolean beforeOrIn(OptionalInt stated, int year) {
        return stated.isEmpty() || stated.getAsInt() <= year;
    }

    private static String kind(Visit visit, RetainedMines mines) {
        return visit.say("retained." + Words.key(mines.kind()));
    }

    private List<VoteRow> votes(Visit visit, StateCode code) {
        return visit.knowledge().resolutions().resolutions().reversed().stream()
                .filter(resolution -> !resolution.adopted().isAfter(visit.on()))
                .map(resolution -> new VoteRow(
                        visit.code(resolution.symbol()),
                        visit.link("/resolutions/" + resolution.slug()),
                        visit.date(resolution.adopted()),
                        ResolutionsPage.vote(visit, visit.knowledge().resolutions(), resolution, code),
                        visit.knowledge()
                                .resolutions()
                                .vote(code, resolution.number())
                                .isPresent()))
                .toList();
    }
}
