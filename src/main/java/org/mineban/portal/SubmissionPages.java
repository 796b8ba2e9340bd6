package org.mineban.portal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.depositary.SourceDocument;
import org.mineban.kernel.Language;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;
import org.mineban.obligations.Duty;
import org.mineban.obligations.Obligation;
import org.mineban.parties.State;
import org.mineban.presentation.Table;
import org.mineban.presentation.TableFiles;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.ReportKind;
import org.mineban.reporting.Subject;
import org.mineban.storage.ReceivedFile;
import org.mineban.submissions.IncomingFile;
import org.mineban.submissions.Kit;
import org.mineban.submissions.PublicCopy;
import org.mineban.submissions.Submission;
import org.mineban.submissions.Submissions;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** What was handed in, for its State and the secretariat: the receipt and the kit, the day of receipt, questions, release, the board, and registering. */
@RestController
final class SubmissionPages {

    private static final String ONE = DraftPages.STATE + "/submissions/{number:\\d{1,6}}";
    private static final int FIRST_YEAR = 1998;

    private final PageRenderer renderer;
    private final Submissions submissions;
    private final DraftViews views;
    private final SubmissionBeside beside;
    private final Dictionary dictionary;

    SubmissionPages(
            PageRenderer renderer,
            Submissions submissions,
            DraftViews views,
            SubmissionBeside beside,
            Dictionary dictionary) {
        this.beside = beside;
        this.renderer = renderer;
        this.submissions = submissions;
        this.views = views;
        this.dictionary = dictionary;
    }

    /** A submission with its receipt. */
    record View(
            String address,
            Optional<String> wrong,
            String state,
            String year,
            String stateHref,
            String what,
            String by,
            String received,
            String published,
            Optional<String> publishedHref,
            String identity,
            String reason,
            List<FileRow> files,
            Optional<String> kit,
            boolean mayReceive,
            String receivedValue,
            boolean mayPublish,
            String left,
            boolean mayAsk,
            boolean mayAnswer,
            List<Choice> places,
            List<Asked> questions,
            SubmissionBeside.View beside) {}

    /** A file of the kit. */
    record FileRow(String name, String href, String size, String sha256) {}

    /** A question and its answer. */
    record Asked(String id, String place, String question, String at, String answer, String answeredAt) {}

    private Submission find(Visit visit, String code, int number) {
        Person reader = visit.visitor().require(Permission.REPORT_READ_SUBMITTED, Thing.of(new StateCode(code)));
        return submissions.get(reader, RegisterPages.state(visit, code), number);
    }

    @GetMapping(ONE)
    ResponseEntity<byte[]> one(Visit visit, @PathVariable("code") String code, @PathVariable("number") int number) {
        return page(visit, HttpStatus.OK, find(visit, code, number), Optional.empty());
    }

    private ResponseEntity<byte[]> page(Visit visit, HttpStatus status, Submission one, Optional<String> wrong) {
        Person reader = visit.visitor().person().orElseThrow();
        Thing thing = Thing.of(one.state());
        String base = "/reports/" + one.state() + "/submissions/" + one.number();
        List<Submission.File> files = submissions.files(reader, one);
        List<FileRow> rows = new ArrayList<>();
        for (int place = 0; place < files.size(); place++) {
            Submission.File file = files.get(place);
            rows.add(new FileRow(
                    file.name(),
                    visit.link(base + "/files/" + place),
                    visit.number((file.bytes() + 1023) / 1024),
                    file.sha256()));
        }
        int left = one.content()
                .map(report -> PublicCopy.of(report, dictionary).left())
                .orElse(0);
        List<Choice> places = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            places.add(new Choice(subject.prefix(), visit.say("subject." + subject.key()), false));
        }
        View view = new View(
                "/" + visit.lang() + base,
                wrong,
                visit.state(one.state()),
                Integer.toString(one.year()),
                visit.link("/reports/" + one.state()),
                visit.say(
                        "report.submission.what",
                        Map.of(
                                "number", one.number(),
                                "at", visit.moment(one.recordedAt()),
                                "kind", visit.say("report-kind." + one.kind()),
                                "languages", ReportPages.languages(visit, one.languages()))),
                views.person(one.submittedBy()),
                one.receivedOn()
                        .map(day -> received(visit, one, day))
                        .orElseGet(() -> visit.say("report.submission.not-received")),
                one.published()
                        .map(copy -> visit.moment(copy.at()))
                        .orElseGet(() -> visit.say("report.submission.not-published")),
                one.published()
                        .map(copy -> visit.link("/reports/" + one.state() + "/" + one.year() + "/" + one.number())),
                one.identity(),
                one.reason(),
                rows,
                one.way() == Submission.Way.WRITTEN ? Optional.of(visit.link(base + "/kit.zip")) : Optional.empty(),
                visit.visitor().may(Permission.REPORT_RECEIVE, thing),
                one.receivedOn().map(LocalDate::toString).orElse(visit.today().toString()),
                visit.visitor().may(Permission.REPORT_PUBLISH, thing)
                        && one.published().isEmpty()
                        && one.receivedOn().isPresent(),
                visit.say("report.submission.left", Map.of("count", left)),
                visit.visitor().may(Permission.REPORT_ASK, thing),
                visit.visitor().may(Permission.REPORT_WRITE, thing),
                places,
                submissions.questions(reader, one).stream()
                        .map(question -> new Asked(
                                question.id().toString(),
                                place(visit, question.place()),
                                question.question(),
                                visit.moment(question.askedAt()),
                                question.answer().orElse(""),
                                question.answeredAt().map(visit::moment).orElse("")))
                        .toList(),
                beside.of(visit, one));
        return renderer.page(
                visit,
                status,
                "submission",
                visit.say(
                        "report.submission.title",
                        Map.of(
                                "number", one.number(),
                                "state", visit.state(one.state()),
                                "year", Integer.toString(one.year()))),
                view);
    }

    private static String place(Visit visit, String place) {
        return Subject.ofPrefix(place)
                .map(subject -> visit.say("subject." + subject.key()))
                .orElse(place);
    }

    private static Optional<Obligation> duty(Visit visit, StateCode state, int year, boolean initial) {
        List<Obligation> duties =
                state.fictitious() ? List.of() : visit.knowledge().obligations().of(state, visit.today());
        return duties.stream()
                .filter(one -> initial
                        ? one.duty() == Duty.INITIAL_REPORT
                        : one.duty() == Duty.ANNUAL_REPORT && one.year().equals(OptionalInt.of(year)))
                .findFirst();
    }

    private static Optional<Long> late(Visit visit, Submission one, LocalDate day) {
        return duty(visit, one.state(), one.year(), one.kind().equals(ReportKind.INITIAL.key()))
                .flatMap(duty -> duty.due().value().known())
                .map(due -> ChronoUnit.DAYS.between(due, day));
    }

    private static String received(Visit visit, Submission one, LocalDate day) {
        return late(visit, one, day)
                .map(days -> visit.date(day) + " · " + late(visit, days, true))
                .orElseGet(() -> visit.date(day));
    }

    /** How a day of receipt, or today where there is none, lies to the due day. */
    private static String late(Visit visit, long days, boolean received) {
        if (received) {
            return days <= 0 ? visit.say("report.late.in-time") : visit.say("report.late.after", Map.of("days", days));
        }
        return days <= 0
                ? visit.say("report.late.ahead", Map.of("days", -days))
                : visit.say("report.late.missing", Map.of("days", days));
    }

    @GetMapping(ONE + "/files/{place:\\d{1,3}}")
    void file(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("number") int number,
            @PathVariable("place") int place,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Submission one = find(visit, code, number);
        Person reader = visit.visitor().person().orElseThrow();
        List<Submission.File> files = submissions.files(reader, one);
        if (place >= files.size()) {
            throw Faults.notFound(visit.path());
        }
        Submission.File file = files.get(place);
        ShallowEtagHeaderFilter.disableContentCaching(request);
        headers(response, file.mediaType(), file.name());
        response.setContentLengthLong(file.bytes());
        submissions.copy(reader, one, file, response.getOutputStream());
    }

    private static void headers(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    @GetMapping(ONE + "/kit.zip")
    void kit(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("number") int number,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Submission one = find(visit, code, number);
        Person reader = visit.visitor().person().orElseThrow();
        ShallowEtagHeaderFilter.disableContentCaching(request);
        headers(response, "application/zip", Kit.name(code, one.year()) + "_" + one.number() + ".zip");
        submissions.kit(reader, one, response.getOutputStream());
    }

    /**
     * A day that was typed into a form about a report.
     *
     * @throws ProblemException {@code report-day-wrong}
     */
    static LocalDate day(HttpServletRequest request, String name) {
        String typed = Forms.text(request, name);
        return PartialDate.find(typed)
                .flatMap(PartialDate::day)
                .orElseThrow(() -> new Problem("report-day-wrong", Problem.Kind.WRONG_USAGE, Map.of("value", typed))
                        .asException());
    }

    @PostMapping(ONE + "/receive")
    ResponseEntity<byte[]> receive(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("number") int number,
            HttpServletRequest request) {
        Person officer = visit.visitor().require(Permission.REPORT_RECEIVE, Thing.of(new StateCode(code)));
        Submission one = find(visit, code, number);
        return step(visit, one, () -> submissions.receive(officer, one, day(request, "received")));
    }

    @PostMapping(ONE + "/publish")
    ResponseEntity<byte[]> publish(Visit visit, @PathVariable("code") String code, @PathVariable("number") int number) {
        Person officer = visit.visitor().require(Permission.REPORT_PUBLISH, Thing.of(new StateCode(code)));
        Submission one = find(visit, code, number);
        return step(visit, one, () -> submissions.publish(officer, one));
    }

    @PostMapping(ONE + "/ask")
    ResponseEntity<byte[]> ask(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("number") int number,
            HttpServletRequest request) {
        Person officer = visit.visitor().require(Permission.REPORT_ASK, Thing.of(new StateCode(code)));
        Submission one = find(visit, code, number);
        return step(
                visit,
                one,
                () -> submissions.ask(officer, one, Forms.text(request, "place"), Forms.text(request, "question")));
    }

    @PostMapping(ONE + "/answer")
    ResponseEntity<byte[]> answer(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("number") int number,
            HttpServletRequest request) {
        Person person = visit.visitor().require(Permission.REPORT_WRITE, Thing.of(new StateCode(code)));
        Submission one = find(visit, code, number);
        return step(
                visit,
                one,
                () -> submissions.answer(
                        person,
                        one,
                        Forms.id(Forms.text(request, "id")).orElseThrow(() -> Faults.notFound(visit.path())),
                        Forms.text(request, "answer")));
    }

    private ResponseEntity<byte[]> step(Visit visit, Submission one, Runnable doing) {
        try {
            doing.run();
        } catch (ProblemException refused) {
            if (refused.problem().kind() == Problem.Kind.NOT_ALLOWED) {
                throw refused;
            }
            return page(
                    visit,
                    Faults.status(refused.problem()),
                    one,
                    Optional.of(visit.narrator().problem(Faults.shown(refused.problem()))));
        }
        return Forms.seeOther(visit.link("/reports/" + one.state() + "/submissions/" + one.number()));
    }

    /** Whether a file is one that was handed in. */
    record Verified(String sha256, List<String> answers, boolean asked, boolean mayUpload) {}

    @GetMapping("/reports/verify")
    ResponseEntity<byte[]> verify(Visit visit) {
        return verified(visit, visit.asked("sha256").orElse("").toLowerCase(java.util.Locale.ROOT));
    }

    @PostMapping("/reports/verify")
    ResponseEntity<byte[]> verifyFile(Visit visit, HttpServletRequest request) throws IOException, ServletException {
        visit.visitor().requireSomewhere(Permission.REPORT_READ_SUBMITTED);
        try (ReceivedFile file = received(request)) {
            return verified(visit, file.sha256());
        }
    }

    private ResponseEntity<byte[]> verified(Visit visit, String sha256) {
        boolean asked = sha256.matches("[0-9a-f]{64}");
        List<String> answers = !asked
                ? List.of()
                : submissions.ofHash(sha256).stream()
                        .map(one -> known(visit, one))
                        .distinct()
                        .toList();
        return renderer.page(
                visit,
                "verify",
                visit.say("report.verify.title"),
                new Verified(sha256, answers, asked, visit.visitor().maySomewhere(Permission.REPORT_READ_SUBMITTED)));
    }

    /** Whose report a file is, for who may know; else only that it is one. */
    private String known(Visit visit, Submission one) {
        return one.published().isPresent()
                        || submissions.mayRead(visit.visitor().person(), one.state())
                ? visit.say(
                        "report.verify.is",
                        Map.of(
                                "number", one.number(),
                                "state", visit.state(one.state()),
                                "year", Integer.toString(one.year()),
                                "at", visit.moment(one.recordedAt())))
                : visit.say("report.verify.not-public");
    }

    private static ReceivedFile received(HttpServletRequest request) throws IOException, ServletException {
        Part part = request.getPart("document");
        if (part == null || part.getSize() == 0) {
            throw new Problem("desk-document-missing", Problem.Kind.WRONG_USAGE, Map.of()).asException();
        }
        try (InputStream in = part.getInputStream()) {
            return ReceivedFile.from(in, SourceDocument.MOST_BYTES);
        }
    }

    /** Who has reported for a year. */
    record Board(
            String year,
            List<Choice> years,
            List<Choice> shows,
            List<BoardRow> rows,
            String counts,
            String sort,
            String sortState,
            String sortLate,
            String sortReceived,
            List<Link> files,
            String remind) {}

    /** A State on the board. */
    record BoardRow(
            String state,
            String stateHref,
            String due,
            String dueHref,
            String received,
            String late,
            String languages,
            String sections,
            List<Link> submissions) {}

    /** A row before it is put into words. */
    private record Standing(
            State state,
            int year,
            Optional<LocalDate> due,
            Optional<Submission> first,
            Optional<Long> late,
            List<Submission> all) {}

    private List<Standing> standings(Visit visit, int from, int to) {
        Person officer = visit.visitor().require(Permission.REPORT_RECEIVE, Thing.SYSTEM);
        Map<String, List<Submission>> byPlace = new java.util.HashMap<>();
        submissions
                .all(officer)
                .forEach(one -> byPlace.computeIfAbsent(one.state() + " " + one.year(), key -> new ArrayList<>())
                        .add(one));
        List<Standing> rows = new ArrayList<>();
        for (State state : visit.knowledge().register().states()) {
            List<Obligation> duties = visit.knowledge().obligations().of(state.code(), visit.today());
            for (int year = from; year <= to; year++) {
                int covered = year;
                List<Submission> all = byPlace.getOrDefault(state.code() + " " + year, List.of());
                Optional<LocalDate> due = duties.stream()
                        .filter(one ->
                                one.duty() == Duty.ANNUAL_REPORT && one.year().equals(OptionalInt.of(covered)))
                        .findFirst()
                        .flatMap(one -> one.due().value().known());
                if (due.isEmpty() && all.isEmpty()) {
                    continue;
                }
                Optional<Submission> first = all.stream()
                        .filter(one -> one.receivedOn().isPresent())
                        .min(Comparator.comparing(one -> one.receivedOn().orElseThrow()));
                Optional<Long> late = due.map(day -> ChronoUnit.DAYS.between(
                        day, first.flatMap(Submission::receivedOn).orElse(visit.today())));
                rows.add(new Standing(state, year, due, first, late, all));
            }
        }
        return rows;
    }

    private static int year(Visit visit) {
        return visit.asked("year")
                .filter(text -> text.matches("\\d{4}"))
                .map(Integer::parseInt)
                .filter(year -> year >= FIRST_YEAR && year <= visit.today().getYear())
                .orElse(visit.today().getYear() - 1);
    }

    @GetMapping("/reports/board")
    ResponseEntity<byte[]> board(Visit visit) {
        visit.visitor().require(Permission.REPORT_RECEIVE, Thing.SYSTEM);
        int year = year(visit);
        List<Standing> rows = new ArrayList<>(standings(visit, year, year));
        long in = rows.stream().filter(row -> row.first().isPresent()).count();
        String show =
                Choice.check(visit, "show", List.of("received", "missing")).orElse("");
        int all = rows.size();
        rows.removeIf(row -> show.equals(row.first().isPresent() ? "missing" : "received"));
        Comparator<Standing> byName = Comparator.comparing(Standing::state, Words.order(visit));
        String sort = Choice.check(visit, "sort", List.of("state", "late", "received"))
                .orElse("state");
        switch (sort) {
            case "late" ->
                rows.sort(Comparator.comparing((Standing row) -> row.late().orElse(Long.MIN_VALUE))
                        .reversed()
                        .thenComparing(byName));
            case "received" ->
                rows.sort(Comparator.comparing((Standing row) ->
                                row.first().flatMap(Submission::receivedOn).orElse(LocalDate.MAX))
                        .thenComparing(byName));
            default -> rows.sort(byName);
        }
        List<Choice> years = new ArrayList<>();
        for (int one = visit.today().getYear() - 1; one >= FIRST_YEAR; one--) {
            years.add(new Choice(Integer.toString(one), Integer.toString(one), one == year));
        }
        Board view = new Board(
                Integer.toString(year),
                years,
                Choice.of(
                        visit.say("desk.any"),
                        List.of("received", "missing"),
                        Optional.of(show).filter(text -> !text.isEmpty()),
                        word -> visit.say("report.board.show." + word)),
                rows.stream().map(row -> row(visit, row)).toList(),
                visit.say("report.board.counts", Map.of("in", in, "all", all)),
                sort,
                visit.here(Map.of("sort", "state")),
                visit.here(Map.of("sort", "late")),
                visit.here(Map.of("sort", "received")),
                List.of(
                        new Link(
                                "XLSX, " + year,
                                visit.link("/reports/board.xlsx", Map.of("year", Integer.toString(year))),
                                ""),
                        new Link(
                                "XLSX, " + FIRST_YEAR + "–",
                                visit.link("/reports/board.xlsx", Map.of("all", "yes")),
                                "")),
                visit.link("/reminders", Map.of("kind", Duty.ANNUAL_REPORT.key())));
        return renderer.page(
                visit, "board", visit.say("report.board.title", Map.of("year", Integer.toString(year))), view);
    }

    private static String late(Visit visit, Standing row) {
        return row.late()
                .map(days -> late(visit, days, row.first().isPresent()))
                .orElse("–");
    }

    private static long sections(Standing row) {
        return row.first()
                .flatMap(Submission::content)
                .map(report ->
                        Arrays.stream(Subject.values()).filter(report::tells).count())
                .orElse(0L);
    }

    private static BoardRow row(Visit visit, Standing row) {
        String code = row.state().code().iso3();
        return new BoardRow(
                visit.state(row.state().code()),
                visit.link("/reports/" + code),
                row.due().map(visit::date).orElse("–"),
                visit.link("/why/" + code + "/annual-report/" + row.year()),
                row.first().flatMap(Submission::receivedOn).map(visit::date).orElse("–"),
                late(visit, row),
                row.first()
                        .map(one -> ReportPages.languages(visit, one.languages()))
                        .orElse("–"),
                row.first().flatMap(Submission::content).isPresent() ? visit.number(sections(row)) : "–",
                row.all().stream()
                        .map(one -> new Link(
                                visit.number(one.number()),
                                visit.link("/reports/" + code + "/submissions/" + one.number()),
                                ""))
                        .toList());
    }

    @GetMapping("/reports/board.xlsx")
    ResponseEntity<byte[]> boardFile(Visit visit) {
        visit.visitor().require(Permission.REPORT_RECEIVE, Thing.SYSTEM);
        boolean all = visit.asked("all").isPresent();
        int from = all ? FIRST_YEAR : year(visit);
        int to = all ? visit.today().getYear() - 1 : from;
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Standing row : standings(visit, from, to)) {
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(row.state().code().iso3());
            cells.add(visit.state(row.state().code()));
            cells.add(row.year());
            cells.add(row.due().orElse(null));
            cells.add(row.first().flatMap(Submission::receivedOn).orElse(null));
            cells.add(
                    row.first().isPresent()
                            ? row.late().map(days -> Math.max(0, days)).orElse(null)
                            : null);
            cells.add(
                    row.first().isPresent()
                            ? null
                            : row.late().filter(days -> days > 0).orElse(null));
            cells.add(row.first()
                    .map(one -> String.join(
                            " ", one.languages().stream().map(Language::code).toList()))
                    .orElse(null));
            cells.add(row.first().flatMap(Submission::content).isPresent() ? sections(row) : null);
            rows.add(cells);
        }
        Table table = new Table(
                "board",
                List.of(
                        "iso3",
                        "state",
                        "year",
                        "due",
                        "received",
                        "daysLate",
                        "daysSinceDueWithoutReceipt",
                        "languages",
                        "sectionsWithContent"),
                rows);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            TableFiles.writeXlsx(table, visit.language(), out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                .header("Content-Disposition", "attachment; filename=\"mineban-reports-" + visit.today() + ".xlsx\"")
                .body(out.toByteArray());
    }

    /** The form in which the secretariat registers a report that it received as a file. */
    record Registering(
            Optional<String> wrong,
            List<Choice> states,
            List<Choice> years,
            List<Choice> kinds,
            List<Choice> languages,
            String today) {}

    @GetMapping("/reports/register")
    ResponseEntity<byte[]> registering(Visit visit) {
        visit.visitor().require(Permission.REPORT_RECEIVE, Thing.SYSTEM);
        return registering(visit, HttpStatus.OK, Optional.empty(), Map.of());
    }

    private ResponseEntity<byte[]> registering(
            Visit visit, HttpStatus status, Optional<String> wrong, Map<String, String[]> typed) {
        String state = first(typed, "state");
        String year = typed.containsKey("year")
                ? first(typed, "year")
                : Integer.toString(visit.today().getYear() - 1);
        List<Choice> years = new ArrayList<>();
        for (int one = visit.today().getYear(); one >= FIRST_YEAR; one--) {
            years.add(new Choice(
                    Integer.toString(one),
                    Integer.toString(one),
                    Integer.toString(one).equals(year)));
        }
        List<String> languages = List.of(Objects.requireNonNullElse(typed.get("language"), new String[0]));
        return renderer.page(
                visit,
                status,
                "report-register",
                visit.say("report.register.title"),
                new Registering(
                        wrong,
                        visit.knowledge().register().states().stream()
                                .sorted(Words.order(visit))
                                .map(one -> new Choice(
                                        one.code().iso3(),
                                        visit.state(one.code()),
                                        one.code().iso3().equals(state)))
                                .toList(),
                        years,
                        Arrays.stream(ReportKind.values())
                                .map(kind -> new Choice(
                                        kind.key(), visit.say("report-kind." + kind.key()), kind == ReportKind.ANNUAL))
                                .toList(),
                        Arrays.stream(Language.values())
                                .map(language -> new Choice(
                                        language.code(),
                                        visit.say("language." + language.code()),
                                        languages.contains(language.code())))
                                .toList(),
                        visit.today().toString()));
    }

    private static String first(Map<String, String[]> typed, String name) {
        String[] values = typed.get(name);
        return values == null || values.length == 0 ? "" : values[0];
    }

    @PostMapping("/reports/register")
    ResponseEntity<byte[]> register(Visit visit, HttpServletRequest request) throws IOException, ServletException {
        Person officer = visit.visitor().require(Permission.REPORT_RECEIVE, Thing.SYSTEM);
        try (ReceivedFile file = received(request)) {
            StateCode state = visit.knowledge()
                    .register()
                    .getState(Forms.text(request, "state"))
                    .code();
            Part part = Objects.requireNonNull(request.getPart("document"));
            IncomingFile document = IncomingFile.of(file, Objects.requireNonNullElse(part.getSubmittedFileName(), ""));
            String year = Forms.text(request, "year");
            List<Language> languages = Optional.ofNullable(request.getParameterValues("language")).stream()
                    .flatMap(Arrays::stream)
                    .flatMap(code -> Language.find(code).stream())
                    .toList();
            Submission made = submissions.register(
                    officer,
                    new Submissions.Incoming(
                            state,
                            year.matches("\\d{4}")
                                    ? Integer.parseInt(year)
                                    : visit.today().getYear() - 1,
                            ReportKind.find(Forms.text(request, "kind"))
                                    .orElse(ReportKind.ANNUAL)
                                    .key(),
                            languages,
                            day(request, "submitted"),
                            day(request, "received"),
                            "",
                            document.name(),
                            document.mediaType()),
                    file);
            return Forms.seeOther(visit.link("/reports/" + made.state() + "/submissions/" + made.number()));
        } catch (ProblemException refused) {
            if (refused.problem().kind() == Problem.Kind.NOT_ALLOWED) {
                throw refused;
            }
            return registering(
                    visit,
                    Faults.status(refused.problem()),
                    Optional.of(visit.narrator().problem(Faults.shown(refused.problem()))),
                    request.getParameterMap());
        }
    }
}
