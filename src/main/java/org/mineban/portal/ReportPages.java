package org.mineban.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.kernel.Language;
import org.mineban.kernel.Problem;
import org.mineban.kernel.StateCode;
import org.mineban.obligations.Duty;
import org.mineban.obligations.Obligation;
import org.mineban.parties.Standing;
import org.mineban.parties.State;
import org.mineban.presentation.ReportsDocument;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Editions;
import org.mineban.reporting.Entry;
import org.mineban.reporting.Field;
import org.mineban.reporting.Group;
import org.mineban.reporting.Mark;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportKind;
import org.mineban.reporting.ReportWords;
import org.mineban.reporting.Subject;
import org.mineban.submissions.Beginning;
import org.mineban.submissions.Claims;
import org.mineban.submissions.Draft;
import org.mineban.submissions.Drafts;
import org.mineban.submissions.EntryWords;
import org.mineban.submissions.Submission;
import org.mineban.submissions.Submissions;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The public library of reports: the reports of every State and year whose public copy is released, and how many States have reported. */
@RestController
final class ReportPages {

    private static final int FIRST_YEAR = 1999;
    private static final int YEARS_SHOWN = 12;
    private static final int CHART_HEIGHT = 120;
    private static final int BAR = 40;

    private final PageRenderer renderer;
    private final Submissions submissions;
    private final Drafts drafts;
    private final Claims claims;
    private final Dictionary dictionary;
    private final Editions editions;

    ReportPages(
            PageRenderer renderer,
            Submissions submissions,
            Drafts drafts,
            Claims claims,
            Dictionary dictionary,
            Editions editions) {
        this.renderer = renderer;
        this.submissions = submissions;
        this.drafts = drafts;
        this.claims = claims;
        this.dictionary = dictionary;
        this.editions = editions;
    }

    /** The library. */
    record Library(
            List<Link> own,
            boolean board,
            List<Choice> states,
            boolean narrowed,
            List<Row> rows,
            List<Rate> rates,
            String counted,
            List<Paper> lists) {}

    /** A list that can be had as a document. */
    record Paper(String title, List<Link> files) {}

    /** A report in a list. */
    record Row(
            String state,
            String stateHref,
            String year,
            String href,
            String kind,
            String submitted,
            String received,
            String languages) {}

    /**
     * How many of the States that had to report for a year have reported.
     *
     * @param height of its bar, of 100
     */
    record Rate(String year, String reported, String due, String share, int height, int x) {}

    /** Every year of a State. */
    record OfState(
            String state,
            String stateHref,
            List<Year> years,
            boolean mayBegin,
            List<Choice> beginYears,
            List<Choice> kinds) {}

    /** A year of a State, with its reports and the draft. */
    record Year(
            String year,
            String due,
            String dueWhy,
            List<Row> reports,
            Optional<Link> draft,
            Optional<Begin> begin,
            List<Link> handedIn) {}

    /**
     * That a report can be begun.
     *
     * @param choose the page where its kind is chosen; empty text where only one fits
     */
    record Begin(String action, String kind, String label, String choose) {}

    /** A published report. */
    record Published(
            String state,
            String stateHref,
            String year,
            String number,
            String kind,
            String submitted,
            String received,
            String published,
            String sha256,
            String permanent,
            boolean newest,
            String newer,
            List<Row> versions,
            List<Link> files,
            List<Part> parts,
            boolean content,
            Optional<Link> compare,
            List<ClaimPages.Told> claims) {}

    /** A part of a published report. */
    record Part(String id, String title, String mark, List<Cited> fields) {}

    /** A field that can be cited: its place is its address on the page. */
    record Cited(String id, String label, String row, String text, String written) {}

    @GetMapping("/reports")
    ResponseEntity<byte[]> library(Visit visit) {
        Optional<StateCode> state =
                visit.asked("state").map(visit.knowledge().register()::getState).map(State::code);
        List<Submission> published = known(visit, submissions.published());
        List<Row> rows = published.reversed().stream()
                .filter(one -> state.isEmpty() || one.state().equals(state.get()))
                .map(one -> row(visit, one))
                .toList();
        List<Choice> states = Choice.of(
                visit.say("desk.any"),
                published.stream().map(one -> one.state().iso3()).distinct().toList(),
                state.map(StateCode::iso3),
                code -> visit.state(new StateCode(code)));
        Library view = new Library(
                own(visit),
                visit.visitor().may(Permission.REPORT_RECEIVE, Thing.SYSTEM),
                states,
                state.isPresent(),
                rows,
                rates(visit),
                visit.say("report.rate.counted", Map.of("day", visit.onText())),
                lists(visit));
        return renderer.page(visit, "reports", visit.say("report.library.title"), view);
    }

    private static List<Paper> lists(Visit visit) {
        String year = Integer.toString(visit.on().getYear() - 1);
        return java.util.Arrays.stream(ReportsDocument.Kind.values())
                .map(kind -> new Paper(
                        visit.say("document.reports." + kind.key(), Map.of("year", year)),
                        List.of("pdf", "docx", "xlsx", "html").stream()
                                .map(format -> new Link(
                                        format.toUpperCase(java.util.Locale.ROOT),
                                        visit.link("/lists/" + kind.key() + "." + format),
                                        ""))
                                .toList()))
                .toList();
    }

    private List<Link> own(Visit visit) {
        Optional<Person> person = visit.visitor().person();
        return person.stream()
                .flatMap(one -> one.states().stream())
                .distinct()
                .filter(state -> drafts.mayRead(person, state) || submissions.mayRead(person, state))
                .map(state -> new Link(visit.state(state), visit.link("/reports/" + state), ""))
                .toList();
    }

    /** Those that were public on the day asked about. */
    static List<Submission> known(Visit visit, List<Submission> all) {
        return all.stream()
                .filter(one -> one.published()
                        .filter(published -> !LocalDate.ofInstant(published.at(), java.time.ZoneOffset.UTC)
                                .isAfter(visit.on()))
                        .isPresent())
                .toList();
    }

    /** The rates, counted from receipts known on the day asked about; only of States that were bound when the report was due. */
    private List<Rate> rates(Visit visit) {
        Map<Integer, java.util.Set<StateCode>> received = new TreeMap<>();
        submissions.received().stream()
                .filter(one ->
                        one.receivedOn().filter(day -> !day.isAfter(visit.on())).isPresent())
                .forEach(one -> received.computeIfAbsent(one.year(), year -> new java.util.HashSet<>())
                        .add(one.state()));
        List<Rate> rates = new ArrayList<>();
        int last = visit.on().getYear() - 1;
        List<Integer> years = received.keySet().stream()
                .filter(year -> year >= FIRST_YEAR && year <= last && year > last - YEARS_SHOWN)
                .toList();
        for (int year : years) {
            java.util.Set<StateCode> bound = new java.util.HashSet<>();
            LocalDate due = LocalDate.of(year + 1, 4, 30);
            for (State state : visit.knowledge().register().states()) {
                Standing standing =
                        visit.knowledge().register().standing(state.code(), due).value();
                if (standing.inForce()) {
                    bound.add(state.code());
                }
            }
            java.util.Set<StateCode> in = new java.util.HashSet<>(received.getOrDefault(year, java.util.Set.of()));
            in.retainAll(bound);
            int share = bound.isEmpty() ? 0 : Math.round(100f * in.size() / bound.size());
            rates.add(new Rate(
                    Integer.toString(year),
                    visit.number(in.size()),
                    visit.number(bound.size()),
                    visit.code(share + "%"),
                    share * CHART_HEIGHT / 100,
                    rates.size() * BAR));
        }
        return rates;
    }

    private static Row row(Visit visit, Submission one) {
        String base = "/reports/" + one.state() + "/" + one.year();
        return new Row(
                visit.state(one.state()),
                visit.link("/reports/" + one.state()),
                Integer.toString(one.year()),
                visit.link(base + "/" + one.number()),
                visit.say("report-kind." + one.kind()),
                visit.date(one.submittedOn()),
                one.receivedOn().map(visit::date).orElse("–"),
                languages(visit, one.languages()));
    }

    static String languages(Visit visit, List<Language> languages) {
        return languages.isEmpty()
                ? "–"
                : visit.narrator()
                        .formats()
                        .list(languages.stream()
                                .map(language -> visit.say("language." + language.code()))
                                .toList());
    }

    @GetMapping(DraftPages.STATE)
    ResponseEntity<byte[]> state(Visit visit, @PathVariable("code") String code) {
        StateCode state = RegisterPages.state(visit, code);
        Optional<Person> person = visit.visitor().person();
        boolean reads = drafts.mayRead(person, state);
        boolean submitted = submissions.mayRead(person, state);
        List<Submission> published = known(visit, submissions.published(state));
        List<Draft> own = reads ? drafts.list(person.orElseThrow(), state) : List.of();
        List<Submission> handedIn = submitted ? submissions.ofState(person.orElseThrow(), state) : List.of();
        boolean lead = drafts.mayLead(person, state);
        List<Obligation> duties =
                state.fictitious() ? List.of() : visit.knowledge().obligations().of(state, visit.on());
        TreeMap<Integer, Year> years = new TreeMap<>(java.util.Comparator.reverseOrder());
        int last = visit.on().getYear() - 1;
        java.util.Set<Integer> all = new java.util.TreeSet<>();
        published.forEach(one -> all.add(one.year()));
        own.forEach(one -> all.add(one.year()));
        handedIn.forEach(one -> all.add(one.year()));
        duties.stream()
                .filter(duty -> duty.duty() == Duty.ANNUAL_REPORT && duty.year().isPresent())
                .forEach(duty -> all.add(duty.year().getAsInt()));
        if (lead) {
            all.add(last);
        }
        for (int year : all) {
            Optional<Obligation> duty = duties.stream()
                    .filter(one ->
                            one.duty() == Duty.ANNUAL_REPORT && one.year().equals(OptionalInt.of(year)))
                    .findFirst();
            Optional<Draft> draft =
                    own.stream().filter(one -> one.year() == year).findFirst();
            boolean begins = lead
                    && year <= last + 1
                    && draft.filter(one -> one.status() != org.mineban.submissions.DraftStatus.SUBMITTED)
                            .isEmpty();
            years.put(
                    year,
                    new Year(
                            Integer.toString(year),
                            duty.map(one -> due(visit, one)).orElse(""),
                            duty.map(one -> visit.link("/why/" + state + "/annual-report/" + year))
                                    .orElse(""),
                            published.stream()
                                    .filter(one -> one.year() == year)
                                    .map(one -> row(visit, one))
                                    .toList(),
                            draft.map(one -> new Link(
                                    visit.say("report.draft.status."
                                            + one.status().key()),
                                    visit.link("/reports/" + state + "/" + year + "/draft"),
                                    "")),
                            begins ? Optional.of(begin(visit, state, year, handedIn)) : Optional.empty(),
                            handedIn.stream()
                                    .filter(one -> one.year() == year)
                                    .map(one -> new Link(
                                            visit.say(
                                                    "report.submission.link",
                                                    Map.of(
                                                            "number", one.number(),
                                                            "day", visit.date(one.submittedOn()))),
                                            visit.link("/reports/" + state + "/submissions/" + one.number()),
                                            ""))
                                    .toList()));
        }
        OfState view = new OfState(
                visit.state(state),
                visit.link("/states/" + state),
                List.copyOf(years.values()),
                lead,
                List.of(),
                List.of());
        return renderer.page(
                visit, "reports-state", visit.say("report.state.title", Map.of("state", visit.state(state))), view);
    }

    private static Begin begin(Visit visit, StateCode state, int year, List<Submission> handedIn) {
        List<Beginning> offers = DraftBeginPages.offers(visit, state, year, handedIn);
        boolean correction = offers.getFirst().kind() == ReportKind.AMENDMENT;
        return new Begin(
                "/" + visit.lang() + "/reports/" + state + "/" + year + "/draft/begin",
                offers.getFirst().kind().key(),
                visit.say(
                        correction
                                ? "report.begin.correction"
                                : offers.size() > 1 || offers.getFirst().kind() != ReportKind.ANNUAL
                                        ? "draft.begin.choose"
                                        : "report.begin",
                        Map.of("year", Integer.toString(year))),
                !correction && (offers.size() > 1 || offers.getFirst().kind() != ReportKind.ANNUAL)
                        ? visit.link("/reports/" + state + "/" + year + "/draft/begin")
                        : "");
    }

    /** The due day and how far away it is, never only "overdue". */
    static String due(Visit visit, Obligation duty) {
        return visit.day(duty.due().value()) + " · "
                + visit.narrator().dutyState(duty.standing().value());
    }

    @GetMapping(DraftPages.YEAR)
    ResponseEntity<byte[]> newest(Visit visit, @PathVariable("code") String code, @PathVariable("year") int year) {
        StateCode state = RegisterPages.state(visit, code);
        Submission newest = known(visit, submissions.published(state)).stream()
                .filter(one -> one.year() == year)
                .reduce((one, two) -> two)
                .orElseThrow(() -> none(visit, state, year));
        return published(visit, newest);
    }

    private static RuntimeException none(Visit visit, StateCode state, int year) {
        return new Problem(
                        "report-not-published",
                        Problem.Kind.NOT_FOUND,
                        Map.of("state", visit.state(state), "year", Integer.toString(year)))
                .asException();
    }

    @GetMapping(DraftPages.YEAR + "/{number:\\d{1,6}}")
    ResponseEntity<byte[]> version(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("year") int year,
            @PathVariable("number") int number) {
        return published(visit, find(visit, code, year, number));
    }

    /** The published submission of that number. */
    Submission find(Visit visit, String code, int year, int number) {
        StateCode state = RegisterPages.state(visit, code);
        return submissions.published(state).stream()
                .filter(one -> one.year() == year && one.number() == number)
                .findFirst()
                .orElseThrow(() -> none(visit, state, year));
    }

    private ResponseEntity<byte[]> published(Visit visit, Submission one) {
        Submission.Published copy = one.published().orElseThrow();
        List<Submission> versions = submissions.published(one.state()).stream()
                .filter(other -> other.year() == one.year())
                .toList();
        String base = "/reports/" + one.state() + "/" + one.year() + "/" + one.number();
        Submission newest = versions.getLast();
        List<Link> files = copy.content().isEmpty()
                ? List.of()
                : List.of("json", "csv", "pdf", "docx", "xlsx").stream()
                        .map(format -> new Link(
                                format.toUpperCase(java.util.Locale.ROOT), visit.link(base + "/report." + format), ""))
                        .toList();
        Published view = new Published(
                visit.state(one.state()),
                visit.link("/reports/" + one.state()),
                Integer.toString(one.year()),
                visit.number(one.number()),
                visit.say("report-kind." + one.kind()),
                visit.date(one.submittedOn()),
                one.receivedOn().map(visit::date).orElse("–"),
                visit.moment(copy.at()),
                copy.sha256(),
                base,
                newest.number() == one.number(),
                visit.link("/reports/" + one.state() + "/" + one.year() + "/" + newest.number()),
                versions.stream().map(other -> row(visit, other)).toList(),
                files,
                copy.content().map(report -> parts(visit, report)).orElse(List.of()),
                copy.content().isPresent(),
                compare(visit, one),
                ClaimPages.told(visit, one, claims.of(one), dictionary));
        return renderer.page(
                visit,
                "report",
                visit.say(
                        "report.paper.subtitle",
                        Map.of("state", visit.state(one.state()), "year", Integer.toString(one.year()))),
                view);
    }

    /** The way to the comparison with the newest report of an earlier year. */
    private Optional<Link> compare(Visit visit, Submission one) {
        return one.published()
                .flatMap(Submission.Published::content)
                .flatMap(content -> known(visit, submissions.published(one.state())).stream()
                        .filter(other -> other.year() < one.year())
                        .filter(other -> other.published()
                                .flatMap(Submission.Published::content)
                                .isPresent())
                        .reduce((earlier, later) -> later))
                .map(before -> new Link(
                        visit.say("compare.with", Map.of("year", Integer.toString(before.year()))),
                        visit.link(
                                "/reports/" + one.state() + "/compare",
                                Map.of(
                                        "from", before.year() + "-" + before.number(),
                                        "to", one.year() + "-" + one.number())),
                        ""));
    }

    private List<Part> parts(Visit visit, Report report) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(
                "env",
                visit.say("report.part.title"),
                "",
                cited(visit, report.envelope().placed(org.mineban.reporting.FieldPath.of(Report.ENVELOPE)))));
        for (Subject subject : Subject.values()) {
            Optional<Mark> mark = report.mark(subject);
            if (mark.isEmpty() && !report.tells(subject)) {
                continue;
            }
            String words = visit.say("subject." + subject.key());
            String title = report.envelope()
                    .word("edition")
                    .flatMap(editions::find)
                    .flatMap(edition -> edition.letter(subject))
                    .map(letter -> visit.say("report.paper.form", Map.of("letter", letter, "subject", words)))
                    .orElse(words);
            List<Cited> fields = new ArrayList<>();
            if (mark.orElse(null) instanceof Mark.Nil(Map<Language, String> sentence)) {
                sentence.values()
                        .forEach(text -> fields.add(
                                new Cited("mark." + subject.key(), visit.say("report.paper.mark"), "", text, "")));
            }
            fields.addAll(
                    cited(visit, report.section(subject).placed(org.mineban.reporting.FieldPath.of(subject.prefix()))));
            parts.add(new Part(
                    subject.key(),
                    title,
                    mark.map(one -> DraftViews.mark(visit, one)).orElse(""),
                    fields));
        }
        return parts;
    }

    private List<Cited> cited(Visit visit, List<Group.Placed> placed) {
        ReportWords words = new ReportWords(visit.knowledge().messages(), visit.language());
        EntryWords entries = new EntryWords(visit.narrator());
        List<Cited> cited = new ArrayList<>();
        for (Group.Placed one : placed) {
            Optional<Field> field = dictionary.find(one.place());
            Entry entry = one.entry();
            String row = one.place().steps().stream()
                    .flatMap(step -> step.row().stream())
                    .findFirst()
                    .orElse("");
            cited.add(new Cited(
                    one.place().text(),
                    field.map(words::field).orElse(one.place().text()),
                    row,
                    field.map(known -> entries.say(dictionary, known, entry)).orElse(""),
                    entry.value() instanceof org.mineban.reporting.Value.Quantity ? entry.written() : ""));
        }
        return cited;
    }
}
