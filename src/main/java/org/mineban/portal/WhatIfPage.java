package org.mineban.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.mineban.kernel.AskedDay;
import org.mineban.obligations.WhatIf;
import org.mineban.parties.Standing;
import org.mineban.parties.State;
import org.mineban.presentation.Telling;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What would follow if a State deposited its instrument on a day. */
@RestController
final class WhatIfPage {

    private final PageRenderer renderer;

    WhatIfPage(PageRenderer renderer) {
        this.renderer = renderer;
    }

    /**
     * What the page shows.
     *
     * @param outside States not party on the day, in the order of the language
     * @param others every other State
     * @param result empty until a State is chosen
     */
    record View(
            List<Choice> outside,
            List<Choice> others,
            String deposit,
            String least,
            String most,
            Optional<Result> result) {}

    /** What would follow. */
    record Result(String sentence, Link state, List<Row> rows, List<Link> files) {}

    /** A date or share that would follow, with its reasons. */
    record Row(String name, String value, WhyTree why) {}

    @GetMapping("/what-if")
    ResponseEntity<byte[]> whatIf(Visit visit) {
        Optional<State> asked = visit.asked("state").map(visit.knowledge().register()::getState);
        String deposit =
                visit.asked("deposit").map(AskedDay::parse).orElse(visit.on()).toString();
        View view = new View(
                states(visit, asked, state -> outside(visit, state)),
                states(visit, asked, state -> !outside(visit, state)),
                deposit,
                "1997-12-03",
                AskedDay.LAST.toString(),
                asked.map(state ->
                        result(visit, visit.knowledge().obligations().whatIf(state, AskedDay.parse(deposit)))));
        return renderer.page(visit, "what-if", visit.say("page.what-if.title"), view);
    }

    private boolean outside(Visit visit, State state) {
        Standing standing =
                visit.knowledge().register().standing(state.code(), visit.on()).value();
        return standing instanceof Standing.Signatory
                || standing instanceof Standing.NotParty
                || standing instanceof Standing.Withdrawn;
    }

    private List<Choice> states(Visit visit, Optional<State> asked, Predicate<State> wanted) {
        return visit.knowledge().register().states().stream()
                .filter(wanted)
                .sorted(Words.order(visit))
                .map(state -> new Choice(
                        state.code().iso3(),
                        visit.state(state.code()),
                        asked.filter(state::equals).isPresent()))
                .toList();
    }

    private static Result result(Visit visit, WhatIf whatIf) {
        List<Row> rows = new ArrayList<>();
        Map<List<Telling>, String> told = new HashMap<>();
        whatIf.byName()
                .forEach((name, day) -> rows.add(new Row(
                        visit.say("page.what-if." + name),
                        visit.day(day.value()),
                        WhyTree.of(visit, visit.narrator().tell(day), told))));
        whatIf.costShare()
                .ifPresent(share -> rows.add(new Row(
                        visit.say("page.what-if.costShare"),
                        visit.narrator().value(share),
                        WhyTree.of(visit, visit.narrator().tell(share), told))));
        String iso3 = whatIf.state().iso3();
        return new Result(
                visit.say(
                        "page.what-if.supposed",
                        Map.of("state", visit.state(whatIf.state()), "day", visit.date(whatIf.deposit()))),
                Link.of(visit.state(whatIf.state()), visit.link("/states/" + iso3)),
                rows,
                files(visit, iso3, whatIf.deposit().toString()));
    }

    private static List<Link> files(Visit visit, String iso3, String deposit) {
        Map<String, String> supposed = Map.of("state", iso3, "deposit", deposit);
        return List.of(
                Link.of("PDF", visit.link("/what-if.pdf", supposed)),
                Link.of("DOCX", visit.link("/what-if.docx", supposed)),
                Link.of("JSON", visit.link("/api/v1/what-if", Map.of("iso3", iso3, "deposit", deposit))));
    }
}
