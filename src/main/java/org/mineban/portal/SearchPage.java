package org.mineban.portal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.mineban.kernel.AskedDay;
import org.mineban.kernel.StateCode;
import org.mineban.parties.Register;
import org.mineban.platform.MixedScripts;
import org.mineban.search.EntryKind;
import org.mineban.search.Found;
import org.mineban.search.Search;
import org.mineban.search.SearchQuery;
import org.mineban.search.SearchResults;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Search in everything public: words, filters, and what was found, each with the page that shows it. */
@RestController
final class SearchPage {

    private static final List<String> KINDS =
            Arrays.stream(EntryKind.values()).map(EntryKind::key).toList();

    private final PageRenderer renderer;
    private final Search search;

    SearchPage(PageRenderer renderer, Search search) {
        this.renderer = renderer;
        this.search = search;
    }

    /**
     * What the page shows.
     *
     * @param words the query as it was read, to be changed and sent again
     * @param asked whether anything was asked; when not, the page says how to ask
     * @param shown how much was found, in words
     * @param notices what else the reader should know of how the query was answered
     * @param advice what to do when nothing was found; empty when something was
     * @param anyWord a query for any of the words, when none has them all
     * @param withoutFilters the same query without filters, when they leave nothing
     * @param first the number of the first result on the page
     */
    record View(
            String words,
            boolean asked,
            String shown,
            List<String> notices,
            String advice,
            Optional<Link> anyWord,
            Optional<String> withoutFilters,
            List<Choice> kinds,
            List<Choice> states,
            String year,
            boolean filtered,
            int first,
            List<Hit> hits,
            String page,
            Optional<String> previous,
            Optional<String> next,
            List<Help> help) {}

    /**
     * Something found.
     *
     * @param about its kind, its State and its year, in words
     * @param mark what must be said of the confidence in it; empty when nothing must
     */
    record Hit(String href, Text title, Text excerpt, String about, String mark) {}

    /**
     * A line in pieces, in a language that may be another than the page's.
     *
     * @param language its name when it is another; empty when it is the page's
     */
    record Text(String lang, String dir, String language, List<Found.Piece> pieces) {}

    /** A way of asking with an example to try. */
    record Help(String text, Link example) {}

    @GetMapping("/search")
    ResponseEntity<byte[]> search(Visit visit, @RequestParam(name = "q", defaultValue = "") String text) {
        SearchQuery asked = read(visit, text, visit.knowledge().register());
        return renderer.page(
                visit,
                "search",
                visit.say("search.title"),
                view(visit, asked, search.find(visit.knowledge(), visit.knownOn(), asked)));
    }

    /**
     * The query of a request.
     *
     * @throws org.mineban.kernel.ProblemException when a filter has a value that it cannot have
     */
    static SearchQuery read(Visit visit, String text, Register register) {
        List<String> pages = IntStream.rangeClosed(1, SearchQuery.LAST_PAGE)
                .mapToObj(Integer::toString)
                .toList();
        Optional<Integer> year = visit.asked("year").map(AskedDay::parseYear);
        return new SearchQuery(
                text,
                Choice.check(visit, "kind", KINDS).flatMap(EntryKind::find),
                visit.asked("state").map(code -> register.getState(code).code()),
                year.map(OptionalInt::of).orElse(OptionalInt.empty()),
                visit.language(),
                Choice.check(visit, "page", pages).map(Integer::parseInt).orElse(1));
    }

    private View view(Visit visit, SearchQuery asked, SearchResults results) {
        boolean anything = !results.read().isEmpty() || asked.filtered();
        boolean nothing = anything && results.total() == 0;
        int page = asked.page();
        return new View(
                results.read(),
                anything,
                anything && !nothing ? shown(visit, results) : "",
                notices(visit, results, nothing),
                nothing ? visit.say("search.none.advice") : "",
                results.anyWord().map(words -> Link.of(words, link(visit, Map.of("q", words)))),
                nothing && asked.filtered() && !results.read().isEmpty()
                        ? Optional.of(visit.link("/search", Map.of("q", results.read())))
                        : Optional.empty(),
                Choice.of(
                        visit.say("page.filter.any"),
                        KINDS,
                        asked.kind().map(EntryKind::key),
                        key -> visit.say("search.kind." + key)),
                Choice.of(
                        visit.say("page.filter.any"),
                        visit.knowledge().register().states().stream()
                                .sorted(Words.order(visit))
                                .map(state -> state.code().iso3())
                                .toList(),
                        asked.state().map(StateCode::iso3),
                        code -> visit.state(new StateCode(code))),
                asked.year().isPresent() ? Integer.toString(asked.year().getAsInt()) : "",
                asked.filtered(),
                (page - 1) * SearchQuery.PAGE_SIZE + 1,
                results.found().stream().map(found -> hit(visit, found)).toList(),
                results.pages() > 1 ? visit.say("search.page", Map.of("page", page, "pages", results.pages())) : "",
                page > 1 ? Optional.of(page(visit, results, page - 1)) : Optional.empty(),
                page < results.pages() ? Optional.of(page(visit, results, page + 1)) : Optional.empty(),
                anything ? List.of() : help(visit));
    }

    private static String page(Visit visit, SearchResults results, int page) {
        return link(visit, Map.of("q", results.read(), "page", Integer.toString(page)));
    }

    /** This search with something changed; the filters stay. */
    private static String link(Visit visit, Map<String, String> changes) {
        Map<String, String> parameters = new TreeMap<>();
        List.of("kind", "state", "year")
                .forEach(name -> visit.asked(name).ifPresent(value -> parameters.put(name, value)));
        parameters.putAll(changes);
        parameters.values().removeIf(String::isEmpty);
        return visit.link("/search", parameters);
    }

    private static String shown(Visit visit, SearchResults results) {
        return visit.say(results.more() ? "search.found-more" : "search.found", Map.of("count", results.total()));
    }

    private static List<String> notices(Visit visit, SearchResults results, boolean nothing) {
        List<String> notices = new ArrayList<>();
        if (results.cut()) {
            notices.add(visit.say("search.cut"));
        }
        results.corrected()
                .ifPresent(corrected -> notices.add(visit.say(
                        "search.corrected",
                        Map.of("asked", Visit.isolated(results.read()), "corrected", Visit.isolated(corrected)))));
        MixedScripts.firstIn(results.read())
                .ifPresent(
                        word -> notices.add(visit.say("search.mixed-scripts", Map.of("word", Visit.isolated(word)))));
        if (nothing) {
            notices.add(
                    results.read().isEmpty()
                            ? visit.say("search.found", Map.of("count", 0))
                            : visit.say("search.none", Map.of("asked", Visit.isolated(results.read()))));
        }
        return notices;
    }

    private static Hit hit(Visit visit, Found found) {
        List<String> about = new ArrayList<>();
        about.add(visit.say("search.kind." + found.kind().key()));
        if (found.kind() != EntryKind.STATE) {
            found.state().ifPresent(state -> about.add(visit.state(state)));
        }
        found.year().ifPresent(year -> about.add(Integer.toString(year)));
        return new Hit(
                visit.link(found.address()),
                text(visit, found.title()),
                text(visit, found.excerpt()),
                String.join(" · ", about),
                found.confidence().needsMark() ? Words.confidence(visit, found.confidence()) : "");
    }

    private static Text text(Visit visit, Found.Line line) {
        return new Text(
                line.language().code(),
                line.language().rightToLeft() ? "rtl" : "ltr",
                line.language() == visit.language() || line.pieces().isEmpty()
                        ? ""
                        : visit.say("language." + line.language().code()),
                line.pieces());
    }

    private static List<Help> help(Visit visit) {
        return List.of(
                help(visit, "search.help.all", "mines antipersonnel"),
                help(visit, "search.help.all", "ألغام"),
                help(visit, "search.help.all", "地雷"),
                help(visit, "search.help.phrase", "\"risk education\""),
                help(visit, "search.help.or", "accession OR succession"),
                help(visit, "search.help.not", "withdrawal NOT Ukraine"));
    }

    private static Help help(Visit visit, String key, String example) {
        return new Help(visit.say(key), Link.of(example, visit.link("/search", Map.of("q", example))));
    }
}
