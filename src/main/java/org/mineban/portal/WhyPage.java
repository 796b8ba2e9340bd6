package org.mineban.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.kernel.AskedDay;
import org.mineban.kernel.Explained;
import org.mineban.parties.State;
import org.mineban.presentation.Figures;
import org.mineban.presentation.Knowledge;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Why a figure is what it is: the tree of its reasons down to the rows of the record. */
@RestController
final class WhyPage {

    private final PageRenderer renderer;
    private final Knowledge knowledge;
    private final Figures figures;

    WhyPage(PageRenderer renderer, Knowledge knowledge) {
        this.renderer = renderer;
        this.knowledge = knowledge;
        this.figures = new Figures(knowledge.register(), knowledge.obligations());
    }

    /**
     * What the page shows.
     *
     * @param about whose figure, as a link; empty for a count
     * @param json the same for programs
     */
    record View(Optional<Link> about, List<WhyTree> trees, Link json) {}

    @GetMapping("/why/count/{name:[A-Za-z]{1,40}}")
    ResponseEntity<byte[]> count(Visit visit, @PathVariable("name") String name) {
        Explained<Integer> count = figures.count(name, visit.on());
        String title = visit.say("page.why.count", Map.of("name", visit.say("page.count." + name)));
        return page(
                visit,
                title,
                Optional.empty(),
                List.of(WhyTree.of(visit, visit.narrator().tell(count))),
                Map.of("count", name));
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
        State state = knowledge.register().getState(code);
        List<Explained<?>> found = figures.of(state, figure, year, visit.on());
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
        return page(
                visit,
                visit.say("page.why.title", Map.of("name", name, "state", visit.state(state.code()))),
                Optional.of(Link.of(visit.state(state.code()), visit.link("/states/" + state.code()))),
                found.stream()
                        .map(explained -> WhyTree.of(visit, visit.narrator().tell(explained)))
                        .toList(),
                parameters);
    }

    private ResponseEntity<byte[]> page(
            Visit visit, String title, Optional<Link> about, List<WhyTree> trees, Map<String, String> parameters) {
        Link json = Link.of("JSON", visit.link("/api/v1/why", parameters));
        return renderer.page(visit, "why", title, new View(about, trees, json));
    }
}
