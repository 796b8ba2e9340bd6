package org.mineban.portal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mineban.kernel.Explained;
import org.mineban.kernel.StateCode;
import org.mineban.parties.Register;
import org.mineban.parties.Standing;
import org.mineban.parties.State;
import org.mineban.presentation.StatesList;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every State and its standing on the chosen day, in the order of the list of States of the page's language. */
@RestController
final class StatesPage {

    private final PageRenderer renderer;

    StatesPage(PageRenderer renderer) {
        this.renderer = renderer;
    }

    /**
     * What the page shows.
     *
     * @param counts the counts of the day
     * @param shown how many States the filters leave, in words
     */
    record View(
            List<Count> counts,
            List<Choice> standings,
            List<Choice> groups,
            List<Choice> duties,
            boolean filtered,
            String shown,
            List<Row> rows,
            List<Link> downloads,
            List<Paper> papers) {}

    /** A list of States as a document, and its files. */
    record Paper(String label, List<Link> files) {}

    /** A count of the day and the way to its reasons. */
    record Count(String number, String label, String why) {}

    /**
     * A State.
     *
     * @param mark what must be said of the confidence in the row; empty when nothing must
     */
    record Row(
            String iso3,
            String name,
            String href,
            String standing,
            String why,
            String group,
            String deposited,
            String inForce,
            String inForceWhy,
            String mark) {}

    @GetMapping("/states")
    ResponseEntity<byte[]> states(Visit visit) {
        StateFilter filter = StateFilter.of(visit);
        List<Row> rows =
                filter.select(visit).stream().map(state -> row(visit, state)).toList();
        View view = new View(
                counts(visit),
                Choice.of(
                        visit.say("page.filter.any"),
                        Words.STANDINGS,
                        filter.standing(),
                        key -> visit.say("standing." + key)),
                Choice.of(visit.say("page.filter.any"), Words.GROUPS, filter.group(), key -> Words.group(visit, key)),
                Choice.of(
                        visit.say("page.filter.any"),
                        StateFilter.DUTIES,
                        filter.open(),
                        key -> visit.say("duty." + key)),
                filter.asked(),
                visit.say(
                        "page.states.shown",
                        Map.of(
                                "count",
                                rows.size(),
                                "all",
                                visit.knowledge().register().states().size())),
                rows,
                Downloads.of(visit, "/states", "csv", "xlsx", "json"),
                Arrays.stream(StatesList.values())
                        .map(list -> new Paper(
                                visit.say("document.states." + list.key()),
                                Downloads.whole(visit, "/lists/" + list.key(), "pdf", "docx", "xlsx")))
                        .toList());
        return renderer.page(visit, "states", visit.say("page.states.title"), view);
    }

    private Row row(Visit visit, State state) {
        StateCode code = state.code();
        Register register = visit.knowledge().register();
        Explained<Standing> standing = register.standing(code, visit.on());
        return new Row(
                code.iso3(),
                visit.state(code),
                visit.link("/states/" + code),
                visit.narrator().standing(standing.value()),
                visit.link("/why/" + code + "/standing"),
                Words.group(visit, state.group()),
                register.consent(code, visit.on())
                        .map(consent -> visit.date(consent.date()))
                        .orElse(""),
                register.entryIntoForce(code, visit.on())
                        .map(day -> visit.day(day.value()))
                        .orElse(""),
                visit.link("/why/" + code + "/entry-into-force"),
                standing.confidence().needsMark() ? Words.confidence(visit, standing.confidence()) : "");
    }

    private List<Count> counts(Visit visit) {
        List<Count> counts = new ArrayList<>();
        visit.knowledge().register().counts(visit.on()).byName().forEach((name, count) -> {
            if (count.value() > 0 || !name.equals("notDeterminable")) {
                counts.add(new Count(
                        visit.number(count.value()),
                        visit.say("page.count." + name),
                        visit.link("/why/count/" + name)));
            }
        });
        return counts;
    }
}
