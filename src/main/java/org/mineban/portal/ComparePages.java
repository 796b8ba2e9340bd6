package org.mineban.portal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Thing;
import org.mineban.kernel.Problem;
import org.mineban.kernel.StateCode;
import org.mineban.presentation.Table;
import org.mineban.reporting.Comparison;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Entry;
import org.mineban.reporting.Report;
import org.mineban.reporting.Value;
import org.mineban.submissions.AreaHistory;
import org.mineban.submissions.EntryText;
import org.mineban.submissions.EntryWords;
import org.mineban.submissions.LanguageVersions;
import org.mineban.submissions.Submission;
import org.mineban.submissions.Submissions;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Two public reports of a State side by side: what changed, what carries over, what was corrected, and what became of each area. */
@RestController
final class ComparePages {

    private static final String COMPARE = DraftPages.STATE + "/compare";

    private final PageRenderer renderer;
    private final Submissions submissions;
    private final Dictionary dictionary;

    ComparePages(PageRenderer renderer, Submissions submissions, Dictionary dictionary) {
        this.renderer = renderer;
        this.submissions = submissions;
        this.dictionary = dictionary;
    }

    /** The comparison. */
    record View(
            String address,
            String state,
            String stateHref,
            List<Choice> from,
            List<Choice> to,
            String earlier,
            String later,
            List<Carried> carried,
            List<Restated> restated,
            List<Area> areas,
            List<Row> rows,
            List<Uneven> uneven,
            List<Link> files) {}

    /** A sum that has to carry over. */
    record Carried(String what, String closing, String opening, String says) {}

    /** A figure of the earlier report that the later one corrects. */
    record Restated(String place, String earlier, String corrected, String reason, String on) {}

    /** What became of an area. */
    record Area(String before, String after, String fate, String areaBefore, String areaAfter) {}

    /**
     * A field that differs.
     *
     * @param sentence a neutral sentence with both figures, for who may ask the State; empty for others
     */
    record Row(String kind, String place, String about, String before, String after, String change, String sentence) {}

    /** A text whose numbers differ from language to language. */
    record Uneven(String report, String place, List<String> numbers) {}

    /** Two reports to compare. */
    private record Pair(List<Submission> all, Submission earlier, Submission later) {

        Report before() {
            return content(earlier);
        }

        Report after() {
            return content(later);
        }

        private static Report content(Submission one) {
            return one.published().flatMap(Submission.Published::content).orElseThrow();
        }
    }

    private static String key(Submission one) {
        return one.year() + "-" + one.number();
    }

    /** The reports asked for, by year or by year and number; the two newest years where nothing is asked. */
    private Pair pair(Visit visit, StateCode state) {
        List<Submission> all = ReportPages.known(visit, submissions.published(state)).stream()
                .filter(one ->
                        one.published().flatMap(Submission.Published::content).isPresent())
                .toList();
        if (all.isEmpty()) {
            throw new Problem("compare-none", Problem.Kind.NOT_FOUND, Map.of("state", visit.state(state)))
                    .asException();
        }
        Submission later = visit.asked("to").map(to -> find(all, to)).orElseGet(all::getLast);
        Submission earlier = visit.asked("from")
                .map(from -> find(all, from))
                .orElseGet(() -> all.stream()
                        .filter(one -> one.year() < later.year())
                        .reduce((one, two) -> two)
                        .orElse(all.getFirst()));
        return new Pair(all, earlier, later);
    }

    private static Submission find(List<Submission> all, String asked) {
        return all.stream()
                .filter(one ->
                        key(one).equals(asked) || Integer.toString(one.year()).equals(asked))
                .reduce((one, two) -> two)
                .orElseThrow(() -> new Problem(
                                "compare-unknown",
                                Problem.Kind.WRONG_USAGE,
                                Map.of(
                                        "value",
                                        asked,
                                        "allowed",
                                        String.join(
                                                ", ",
                                                all.stream()
                                                        .map(ComparePages::key)
                                                        .toList())))
                        .asException());
    }

    @GetMapping(COMPARE)
    ResponseEntity<byte[]> compare(Visit visit, @PathVariable("code") String code) {
        StateCode state = visit.knowledge().register().getState(code).code();
        Pair pair = pair(visit, state);
        Comparison comparison = Comparison.of(pair.before(), pair.after());
        EntryWords words = new EntryWords(visit.narrator());
        Map<String, String> asked = Map.of("from", key(pair.earlier()), "to", key(pair.later()));
        List<Uneven> uneven = new ArrayList<>(uneven(visit, pair.earlier(), pair.before(), words));
        if (!pair.earlier().id().equals(pair.later().id())) {
            uneven.addAll(uneven(visit, pair.later(), pair.after(), words));
        }
        View view = new View(
                "/" + visit.lang() + "/reports/" + state + "/compare",
                visit.state(state),
                visit.link("/reports/" + state),
                choices(visit, pair, pair.earlier()),
                choices(visit, pair, pair.later()),
                name(visit, pair.earlier()),
                name(visit, pair.later()),
                comparison.carried().stream().map(one -> carried(visit, one)).toList(),
                pair.after().restatements().stream()
                        .map(one -> new Restated(
                                words.place(dictionary, one.place()),
                                words.figure(one.earlier()),
                                words.figure(one.corrected()),
                                one.reason(),
                                visit.date(one.on())))
                        .toList(),
                AreaHistory.of(pair.before(), pair.after()).stream()
                        .map(line -> area(visit, line))
                        .toList(),
                comparison.differences().stream()
                        .map(one -> row(visit, pair, words, one))
                        .toList(),
                uneven,
                List.of("csv", "xlsx").stream()
                        .map(format -> new Link(
                                format.toUpperCase(Locale.ROOT),
                                visit.link("/reports/" + state + "/compare." + format, asked),
                                ""))
                        .toList());
        return renderer.page(visit, "compare", visit.say("compare.title", Map.of("state", visit.state(state))), view);
    }

    private static String name(Visit visit, Submission one) {
        return visit.say(
                "compare.report",
                Map.of(
                        "year", Integer.toString(one.year()),
                        "kind", visit.say("report-kind." + one.kind()),
                        "number", one.number()));
    }

    private static List<Choice> choices(Visit visit, Pair pair, Submission chosen) {
        return pair.all().reversed().stream()
                .map(one -> new Choice(key(one), name(visit, one), one.id().equals(chosen.id())))
                .toList();
    }

    private static Carried carried(Visit visit, Comparison.Carried one) {
        String says = one.restated()
                ? "restated"
                : one.broken()
                        ? "broken"
                        : one.closing().isPresent() && one.opening().isPresent() ? "whole" : "open";
        return new Carried(
                visit.say("subject." + one.what().key()),
                number(visit, one.closing()),
                number(visit, one.opening()),
                visit.say("compare.carried." + says));
    }

    private static String number(Visit visit, Optional<BigDecimal> number) {
        return number.map(visit.narrator().formats()::number).orElse("–");
    }

    private static Area area(Visit visit, AreaHistory.Line line) {
        return new Area(
                areas(visit, line.before(), line.statusBefore()),
                areas(visit, line.after(), line.statusAfter()),
                visit.say("compare.fate." + line.fate().name().toLowerCase(Locale.ROOT)),
                number(visit, line.areaBefore()),
                number(visit, line.areaAfter()));
    }

    private static String areas(Visit visit, List<String> names, Set<String> statuses) {
        return names.isEmpty()
                ? "–"
                : visit.list(names.stream().map(Visit::isolated).toList())
                        + (statuses.isEmpty()
                                ? ""
                                : " · "
                                        + visit.list(statuses.stream()
                                                .sorted()
                                                .map(status -> visit.say("report-code." + status))
                                                .toList()));
    }

    private Row row(Visit visit, Pair pair, EntryWords words, Comparison.Difference one) {
        String before =
                one.before().map(entry -> said(visit, words, one, entry)).orElse("–");
        String after = one.after().map(entry -> said(visit, words, one, entry)).orElse("–");
        String place = words.place(dictionary, one.place());
        String change = one.change()
                .map(number -> (number.signum() > 0 ? "+" : "")
                        + visit.narrator().formats().number(number))
                .orElse("");
        boolean asks =
                visit.visitor().may(Permission.REPORT_ASK, Thing.of(pair.later().state()));
        String sentence = asks && !change.isEmpty()
                ? visit.say(
                        "compare.sentence",
                        Map.of(
                                "state", visit.state(pair.later().state()),
                                "field",
                                        one.about().isEmpty()
                                                ? place
                                                : place + " (" + Visit.isolated(one.about()) + ")",
                                "earlier", Integer.toString(pair.earlier().year()),
                                "later", Integer.toString(pair.later().year()),
                                "before", before,
                                "after", after,
                                "placeBefore",
                                        visit.code("/reports/" + pair.earlier().state() + "/"
                                                + pair.earlier().year() + "/"
                                                + pair.earlier().number()),
                                "placeAfter",
                                        visit.code("/reports/" + pair.later().state() + "/"
                                                + pair.later().year() + "/"
                                                + pair.later().number() + "#" + one.place())))
                : "";
        return new Row(
                visit.say("compare.kind." + one.kind().name().toLowerCase(Locale.ROOT)),
                place,
                one.about(),
                before,
                after,
                change,
                sentence);
    }

    /** A mark of the cover page stands at the place of its section. */
    private String said(Visit visit, EntryWords words, Comparison.Difference one, Entry entry) {
        if (one.place().steps().size() == 1 && entry.value() instanceof Value.Words(List<String> marks)) {
            String[] mark = marks.getFirst().split(" ", 2);
            return visit.say("mark." + mark[0]) + (mark.length > 1 ? " " + mark[1] : "");
        }
        return dictionary
                .find(one.place())
                .map(field -> words.say(dictionary, field, entry))
                .orElseGet(() -> EntryText.data(entry));
    }

    private List<Uneven> uneven(Visit visit, Submission one, Report report, EntryWords words) {
        return LanguageVersions.uneven(report).stream()
                .map(text -> new Uneven(
                        name(visit, one),
                        words.place(dictionary, text.place()),
                        text.numbers().entrySet().stream()
                                .map(numbers -> visit.say(
                                                "language." + numbers.getKey().code()) + ": "
                                        + (numbers.getValue().isEmpty() ? "–" : String.join(" · ", numbers.getValue())))
                                .toList()))
                .toList();
    }

    @GetMapping(COMPARE + ".{format:csv|xlsx}")
    ResponseEntity<byte[]> file(Visit visit, @PathVariable("code") String code, @PathVariable("format") String format) {
        StateCode state = visit.knowledge().register().getState(code).code();
        Pair pair = pair(visit, state);
        EntryWords words = new EntryWords(visit.narrator());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Comparison.Difference one :
                Comparison.of(pair.before(), pair.after()).differences()) {
            rows.add(Arrays.asList(
                    one.kind().name().toLowerCase(Locale.ROOT),
                    one.place().text(),
                    words.place(dictionary, one.place()),
                    one.about(),
                    one.before().map(EntryText::data).orElse(null),
                    one.after().map(EntryText::data).orElse(null),
                    one.change().map(ComparePages::cell).orElse(null)));
        }
        Table table =
                new Table("comparison", List.of("kind", "place", "field", "about", "before", "after", "change"), rows);
        return TableDownloads.file(
                visit, table, "mineban-compare-" + state + "-" + key(pair.earlier()) + "-" + key(pair.later()), format);
    }

    /** A number as a number where it is whole, so that a file of it needs no guard against formulas. */
    private static Object cell(BigDecimal change) {
        return change.stripTrailingZeros().scale() <= 0 ? (Object) change.longValue() : change.toPlainString();
    }
}
