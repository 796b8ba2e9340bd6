package org.mineban.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mineban.kernel.StateCode;
import org.mineban.obligations.Duty;
import org.mineban.obligations.Obligation;
import org.mineban.parties.State;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The board of duties: every duty of every State on the chosen day, filtered, sorted and in pages. */
@RestController
final class DutiesPage {

    private static final int PAGE_SIZE = 100;

    /** The orders of the board, by the word in the address; with {@code -} before it, the other way round. */
    private static final List<String> SORTS = List.of("state", "-state", "due", "-due", "days", "-days");

    private final PageRenderer renderer;

    DutiesPage(PageRenderer renderer) {
        this.renderer = renderer;
    }

    /**
     * What the page shows.
     *
     * @param pastReportsLeftOut whether the reports of past years are left out, as they are until somebody asks for them
     * @param all the board with nothing left out
     */
    record View(
            List<Choice> duties,
            List<Choice> standings,
            List<Choice> groups,
            List<Choice> states,
            String year,
            String sort,
            boolean pastReportsLeftOut,
            String all,
            boolean filtered,
            String shown,
            List<Column> columns,
            List<DutyRow> rows,
            Optional<String> previous,
            Optional<String> next,
            List<Link> downloads) {}

    /** A column that the board can be sorted by: {@code sorted} is the value of {@code aria-sort}. */
    record Column(String key, String href, String sorted) {}

    @GetMapping("/duties")
    ResponseEntity<byte[]> duties(Visit visit) {
        DutyFilter filter = DutyFilter.of(visit, visit.knowledge().register());
        String sort = Choice.check(visit, "sort", SORTS).orElse("state");
        List<Obligation> found = new ArrayList<>(filter.select(visit.knowledge(), visit.on()));
        found.sort(order(visit, sort));
        int pages = Math.max(1, (found.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        int page = page(visit, pages);
        int from = (page - 1) * PAGE_SIZE;
        List<DutyRow> rows = found.subList(from, Math.min(found.size(), from + PAGE_SIZE)).stream()
                .map(duty -> DutyRow.of(visit, duty))
                .toList();
        View view = new View(
                Choice.of(
                        visit.say("page.filter.any"),
                        Arrays.stream(Duty.values()).map(Duty::key).toList(),
                        filter.duty(),
                        key -> visit.say("duty." + key)),
                Choice.of(
                        visit.say("page.filter.any"),
                        Words.DUTY_STATES,
                        filter.standing(),
                        key -> visit.say("page.duty-state." + key)),
                Choice.of(visit.say("page.filter.any"), Words.GROUPS, filter.group(), key -> Words.group(visit, key)),
                Choice.of(
                        visit.say("page.filter.any"),
                        codes(visit),
                        filter.state(),
                        key -> visit.state(new StateCode(key))),
                filter.year().map(String::valueOf).orElse(""),
                sort,
                filter.leavesPastReportsOut(),
                visit.here(Map.of("past", "all", "page", "")),
                !visit.query().isEmpty(),
                visit.say(
                        "page.duties.shown",
                        Map.of(
                                "count",
                                found.size(),
                                "from",
                                found.isEmpty() ? 0 : from + 1,
                                "to",
                                from + rows.size())),
                List.of(column(visit, "state", sort), column(visit, "due", sort), column(visit, "days", sort)),
                rows,
                page > 1 ? Optional.of(visit.here(Map.of("page", Integer.toString(page - 1)))) : Optional.empty(),
                page < pages ? Optional.of(visit.here(Map.of("page", Integer.toString(page + 1)))) : Optional.empty(),
                downloads(visit));
        return renderer.page(visit, "duties", visit.say("page.duties.title"), view);
    }

    private List<String> codes(Visit visit) {
        return visit.knowledge().register().states().stream()
                .sorted(Words.order(visit))
                .map(state -> state.code().iso3())
                .toList();
    }

    private static int page(Visit visit, int pages) {
        List<String> allowed = java.util.stream.IntStream.rangeClosed(1, pages)
                .mapToObj(Integer::toString)
                .toList();
        return Choice.check(visit, "page", allowed).map(Integer::parseInt).orElse(1);
    }

    private static Column column(Visit visit, String key, String sort) {
        String sorted = sort.equals(key) ? "ascending" : sort.equals("-" + key) ? "descending" : "none";
        String next = sort.equals(key) ? "-" + key : key;
        return new Column(key, visit.here(Map.of("sort", next, "page", "")), sorted);
    }

    private Comparator<Obligation> order(Visit visit, String sort) {
        Comparator<Obligation> byState = Comparator.comparingInt((Obligation duty) -> rank(visit, duty.state()));
        Comparator<Obligation> byDue = Comparator.comparing(DutiesPage::dueOrLast);
        String key = sort.startsWith("-") ? sort.substring(1) : sort;
        Comparator<Obligation> order = switch (key) {
            case "due" -> byDue;
            case "days" -> Comparator.comparingLong((Obligation duty) -> DutyRow.daysAhead(duty, visit.on()));
            default -> byState;
        };
        Comparator<Obligation> directed = sort.startsWith("-") ? order.reversed() : order;
        return directed.thenComparing(byState).thenComparing(Obligation::duty).thenComparing(byDue);
    }

    /** Documents hold the duties of one State or of all: they are offered where no other filter would be lost. */
    private static List<Link> downloads(Visit visit) {
        return Set.of("state").containsAll(visit.query().keySet())
                ? Downloads.of(visit, "/duties", "csv", "xlsx", "json", "ics", "pdf", "docx")
                : Downloads.of(visit, "/duties", "csv", "xlsx", "json", "ics");
    }

    private int rank(Visit visit, StateCode code) {
        return visit.knowledge()
                .register()
                .findState(code)
                .map((State state) -> state.name(visit.language(), visit.on()).place())
                .orElse(Integer.MAX_VALUE);
    }

    private static LocalDate dueOrLast(Obligation duty) {
        return duty.due().value().earliest().orElse(LocalDate.MAX);
    }
}
