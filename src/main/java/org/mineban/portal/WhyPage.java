package org.mineban.portal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mineban.kernel.AskedDay;
import org.mineban.kernel.Explained;
import org.mineban.parties.State;
import org.mineban.presentation.Figures;
import org.mineban.presentation.Telling;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Why a figure is what it is: the tree of its reasons down to the rows of the record. */
@RestController
final class WhyPage {

    /** A count may rest on 160 States, each with reasons of its own: more of them than a page of 150 kB holds. */
    private static final int PAGE_SIZE = 60;

    private final PageRenderer renderer;

    WhyPage(PageRenderer renderer) {
        this.renderer = renderer;
    }

    /**
     * What the page shows.
     *
     * @param about whose figure, as a link; empty for a count
     * @param json the same for programs
     */
    record View(
            Optional<Link> about, List<WhyTree> trees, Link json, Optional<String> previous, Optional<String> next) {}

    @GetMapping("/why/count/{name:[A-Za-z]{1,40}}")
    ResponseEntity<byte[]> count(Visit visit, @PathVariable("name") String name) {
        Explained<Integer> count = figures(visit).count(name, visit.on());
        String title = visit.say("page.why.count", Map.of("name", visit.say("page.count." + name)));
        Telling telling = visit.narrator().tell(count);
        int pages = Math.max(1, (telling.because().size() + PAGE_SIZE - 1) / PAGE_SIZE);
        int page = Choice.check(visit, "page", numbers(pages))
                .map(Integer::parseInt)
                .orElse(1);
        WhyTree tree = WhyTree.of(visit, pages == 1 ? telling : telling.part(PAGE_SIZE * (page - 1), PAGE_SIZE));
        View view = new View(
                Optional.empty(),
                List.of(pages == 1 ? tree : tree.foldedUnder(fold(visit, telling, page, pages))),
                json(visit, Map.of("count", name)),
                page > 1 ? Optional.of(visit.here(Map.of("page", Integer.toString(page - 1)))) : Optional.empty(),
                page < pages ? Optional.of(visit.here(Map.of("page", Integer.toString(page + 1)))) : Optional.empty());
        return renderer.page(visit, "why", title, view);
    }

    private static String fold(Visit visit, Telling telling, int page, int pages) {
        return visit.say("page.why.fold", Map.of("count", telling.because().size())) + " · "
                + visit.say("search.page", Map.of("page", page, "pages", pages));
    }

    private static List<String> numbers(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(Integer::toString).toList();
    }

    @GetMapping("/why/{code:[A-Za-z]{3}}/{figure:[a-z-]{1,40}}")
    ResponseEntity<byte[]> figure(
            Visit visit, @PathVariable("code") String code, @PathVariable("figure") String figure) {
        return figure(visit, code, figure, Optional.empty());
    }

    @GetMapping("/why/{code:[A-Za-z]{3}}/{figure:[a-z-]{1,40}}/{year}")
    ResponseEntity<byte[]> figure(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("figure") String figure,
            @PathVariable("year") String year) {
        return figure(visit, code, figure, Optional.of(AskedDay.parseYear(year)));
    }

    private ResponseEntity<byte[]> figure(Visit visit, String code, String figure, Optional<Integer> year) {
        State state = visit.knowledge().register().getState(code);
        List<Explained<?>> found = figures(visit).of(state, figure, year, visit.on());
        String what = Figures.STANDING_FIGURES.contains(figure)
                ? visit.say("page.figure." + figure)
                : visit.say("duty." + figure);
        String name = year.isPresent()
                ? visit.say(
                        "page.why.figure-year",
                        Map.of("name", what, "year", year.get().toString()))
                : what;
        Map<String, String> parameters = year.isPresent()
                ? Map.of(
                        "iso3",
                        state.code().iso3(),
                        "figure",
                        figure,
                        "year",
                        year.get().toString())
                : Map.of("iso3", state.code().iso3(), "figure", figure);
        Map<List<Telling>, String> told = new HashMap<>();
        return page(
                visit,
                visit.say("page.why.title", Map.of("name", name, "state", visit.state(state.code()))),
                Optional.of(Link.of(visit.state(state.code()), visit.link("/states/" + state.code()))),
                found.stream()
                        .map(explained -> WhyTree.of(visit, visit.narrator().tell(explained), told))
                        .toList(),
                parameters);
    }

    private ResponseEntity<byte[]> page(
            Visit visit, String title, Optional<Link> about, List<WhyTree> trees, Map<String, String> parameters) {
        View view = new View(about, trees, json(visit, parameters), Optional.empty(), Optional.empty());
        return renderer.page(visit, "why", title, view);
    }

    private static Figures figures(Visit visit) {
        return new Figures(visit.knowledge().register(), visit.knowledge().obligations());
    }

    private static Link json(Visit visit, Map<String, String> parameters) {
        return Link.of("JSON", visit.link("/api/v1/why", parameters));
    }
}
