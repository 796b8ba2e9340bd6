package org.mineban.portal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.AskedDay;
import org.mineban.kernel.Explained;
import org.mineban.kernel.Problem;
import org.mineban.kernel.StateCode;
import org.mineban.obligations.Obligation;
import org.mineban.parties.State;
import org.mineban.presentation.Figures;
import org.mineban.presentation.Json;
import org.mineban.presentation.Tables;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The interface for programs, version 1: the same JSON as the command line gives. Open to pages of other sites, reading only. */
@RestController
final class Api {

    private final PageRenderer renderer;

    Api(PageRenderer renderer) {
        this.renderer = renderer;
    }

    /** What the page about the interface shows. */
    record View(List<Link> calls, List<Parameter> parameters) {}

    /** A parameter and what it means. */
    record Parameter(String name, String meaning) {}

    @GetMapping({"/api/v1", "/api/v1/", "/api"})
    ResponseEntity<byte[]> index(Visit visit) {
        View view = new View(
                List.of(
                        call(visit, "count", "/api/v1/count?on=2012-12-03"),
                        call(visit, "status", "/api/v1/status?iso3=POL&on=2012-12-03"),
                        call(visit, "deadlines", "/api/v1/deadlines?iso3=UKR"),
                        call(visit, "why", "/api/v1/why?iso3=OMN&figure=initial-report"),
                        call(visit, "search", "/api/v1/search?q=mines&kind=provision"),
                        call(visit, "what-if", "/api/v1/what-if?iso3=USA&deposit=2027-01-15")),
                List.of(
                                "on",
                                "known-on",
                                "iso3",
                                "explain",
                                "figure",
                                "count",
                                "year",
                                "deposit",
                                "q",
                                "kind",
                                "state",
                                "page")
                        .stream()
                        .map(name -> new Parameter(name, visit.say("page.api.parameter." + name)))
                        .toList());
        return renderer.page(visit, "api", visit.say("page.api.title"), view);
    }

    private static Link call(Visit visit, String name, String example) {
        return new Link("/api/v1/" + name, "/" + visit.lang() + example, visit.say("page.api.call." + name));
    }

    @GetMapping("/api/v1/count")
    ResponseEntity<byte[]> count(Visit visit) {
        Map<String, @Nullable Object> counts = new LinkedHashMap<>(
                Json.counts(visit.knowledge().register().counts(visit.on()), visit.narrator(), explain(visit)));
        visit.knownOn().ifPresent(day -> counts.put("knownOn", day.toString()));
        return json(counts);
    }

    @GetMapping("/api/v1/status")
    ResponseEntity<byte[]> status(Visit visit) {
        List<State> states =
                state(visit).map(List::of).orElseGet(visit.knowledge().register()::states);
        List<Map<String, @Nullable Object>> rows = Tables.status(
                        visit.knowledge().register(), states, visit.on(), visit.narrator())
                .asObjects();
        if (explain(visit)) {
            rows.forEach(row -> row.put(
                    "why",
                    why(
                            visit,
                            visit.knowledge()
                                    .register()
                                    .standing(new StateCode(String.valueOf(row.get("iso3"))), visit.on()))));
        }
        return json(rows);
    }

    @GetMapping("/api/v1/deadlines")
    ResponseEntity<byte[]> deadlines(Visit visit) {
        List<Obligation> duties = state(visit)
                .map(state -> visit.knowledge().obligations().of(state.code(), visit.on()))
                .orElseGet(() -> visit.knowledge().obligations().all(visit.on()));
        List<Map<String, @Nullable Object>> rows =
                Tables.deadlines(duties, visit.narrator()).asObjects();
        if (explain(visit)) {
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i).put("whyDue", why(visit, duties.get(i).due()));
                rows.get(i).put("whyState", why(visit, duties.get(i).standing()));
            }
        }
        return json(rows);
    }

    @GetMapping("/api/v1/why")
    ResponseEntity<byte[]> why(Visit visit) {
        Optional<String> count = visit.asked("count");
        if (count.isPresent()) {
            return json(List.of(why(visit, figures(visit).count(count.get(), visit.on()))));
        }
        State state = state(visit).orElseThrow(() -> missing("iso3", "UKR"));
        String figure = visit.asked("figure").orElseThrow(() -> missing("figure", String.join(", ", Figures.names())));
        Optional<Integer> year = visit.asked("year").map(AskedDay::parseYear);
        List<Object> explained = new ArrayList<>();
        figures(visit).of(state, figure, year, visit.on()).forEach(value -> explained.add(why(visit, value)));
        return json(explained);
    }

    @GetMapping("/api/v1/what-if")
    ResponseEntity<byte[]> whatIf(Visit visit) {
        State state = state(visit).orElseThrow(() -> missing("iso3", "UKR"));
        return json(Json.whatIf(
                visit.knowledge()
                        .obligations()
                        .whatIf(
                                state,
                                visit.asked("deposit").map(AskedDay::parse).orElse(visit.on())),
                visit.narrator()));
    }

    private static Figures figures(Visit visit) {
        return new Figures(visit.knowledge().register(), visit.knowledge().obligations());
    }

    private Optional<State> state(Visit visit) {
        return visit.asked("iso3").map(visit.knowledge().register()::getState);
    }

    private static boolean explain(Visit visit) {
        return Choice.check(visit, "explain", List.of("true", "false"))
                .filter("true"::equals)
                .isPresent();
    }

    private static Map<String, @Nullable Object> why(Visit visit, Explained<?> explained) {
        return Json.why(visit.narrator().tell(explained));
    }

    private static RuntimeException missing(String name, String allowed) {
        return new Problem("missing-parameter", Problem.Kind.WRONG_USAGE, Map.of("name", name, "allowed", allowed))
                .asException();
    }

    private static ResponseEntity<byte[]> json(Object value) {
        return json(HttpStatusCode.valueOf(200), value);
    }

    static ResponseEntity<byte[]> json(HttpStatusCode status, Object value) {
        return ResponseEntity.status(status)
                .contentType(status.isError() ? MediaType.APPLICATION_PROBLEM_JSON : MediaType.APPLICATION_JSON)
                .body(Json.write(value).getBytes(StandardCharsets.UTF_8));
    }
}
