package org.mineban.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.AskedDay;
import org.mineban.kernel.Problem;
import org.mineban.presentation.Json;
import org.mineban.presentation.KnowledgeSource;
import org.mineban.search.EntryKind;
import org.mineban.search.Found;
import org.mineban.search.Search;
import org.mineban.search.SearchJson;
import org.mineban.search.SearchQuery;
import org.mineban.search.SearchResults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code search WORDS…}: search in everything public. */
@Command(name = "search")
final class SearchCommand implements Runnable {

    private static final int FIRST = 1;

    private final Session session;

    @Parameters(arity = "0..*", paramLabel = "WORDS")
    private List<String> words = List.of();

    @Option(names = "--kind", paramLabel = "KIND")
    private @Nullable String kind;

    @Option(names = "--state", paramLabel = "ISO3")
    private @Nullable String state;

    @Option(names = "--year", paramLabel = "YEAR")
    private @Nullable String year;

    @Option(names = "--page", paramLabel = "PAGE", defaultValue = "1")
    private int page = FIRST;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private String format = "text";

    @Mixin
    private LanguageOption language = new LanguageOption();

    SearchCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        language.check();
        Format wanted = Format.of(format, Format.TEXT, Format.JSON);
        SearchQuery asked = query();
        SearchResults results = new Search(KnowledgeSource.shipped(session.knowledge()), session.publishedReports())
                .find(session.knowledge(), session.knownOn(), asked);
        remarks(results);
        session.out()
                .print(
                        wanted == Format.JSON
                                ? Json.write(SearchJson.of(asked, results, this::address))
                                : results.found().stream().map(this::text).collect(Collectors.joining()));
    }

    private SearchQuery query() {
        Optional<Integer> asked = Optional.ofNullable(year).map(AskedDay::parseYear);
        if (page < FIRST || page > SearchQuery.LAST_PAGE) {
            throw unknown("--page", Integer.toString(page), FIRST + "–" + SearchQuery.LAST_PAGE);
        }
        return new SearchQuery(
                String.join(" ", words),
                Optional.ofNullable(kind)
                        .map(key -> EntryKind.find(key)
                                .orElseThrow(() -> unknown(
                                        "--kind",
                                        key,
                                        java.util.Arrays.stream(EntryKind.values())
                                                .map(EntryKind::key)
                                                .collect(Collectors.joining(", "))))),
                Optional.ofNullable(state)
                        .map(code ->
                                session.knowledge().register().getState(code).code()),
                asked.map(OptionalInt::of).orElse(OptionalInt.empty()),
                session.language(),
                page);
    }

    private static RuntimeException unknown(String name, String value, String allowed) {
        return new Problem(
                        "unknown-filter",
                        Problem.Kind.WRONG_USAGE,
                        Map.of("value", value, "name", name, "allowed", allowed))
                .asException();
    }

    private void remarks(SearchResults results) {
        if (results.cut()) {
            say("search.cut", Map.of());
        }
        results.corrected()
                .ifPresent(
                        corrected -> say("search.corrected", Map.of("asked", results.read(), "corrected", corrected)));
        if (results.total() == 0 && !results.read().isEmpty()) {
            say("search.none", Map.of("asked", results.read()));
            say("search.none.advice", Map.of());
        } else {
            say(results.more() ? "search.found-more" : "search.found", Map.of("count", results.total()));
        }
        if (results.pages() > 1) {
            say("search.page", Map.of("page", page, "pages", results.pages()));
        }
    }

    private void say(String key, Map<String, ?> arguments) {
        session.err().println(session.messages().say(session.language(), key, arguments));
    }

    private String address(String page) {
        return "/" + session.language().code() + page;
    }

    private String text(Found found) {
        String mark = found.confidence().needsMark()
                ? " ["
                        + session.messages()
                                .say(
                                        session.language(),
                                        "confidence." + found.confidence().code()) + "]"
                : "";
        String kindName = session.messages()
                .say(session.language(), "search.kind." + found.kind().key());
        String excerpt = found.excerpt().text();
        return found.title().text() + mark + "\n  " + kindName + " · " + address(found.address()) + "\n"
                + (excerpt.isEmpty() ? "" : "  " + excerpt + "\n");
    }
}
