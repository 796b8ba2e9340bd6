package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.depositary.Act;
import org.mineban.depositary.Content;
import org.mineban.depositary.Correction;
import org.mineban.depositary.Desk;
import org.mineban.depositary.Entry;
import org.mineban.depositary.RecordedKnowledge;
import org.mineban.depositary.Status;
import org.mineban.depositary.Typed;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.SourceRow;
import org.mineban.kernel.StateCode;
import org.mineban.parties.State;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The depositary's desk: the list of its entries, the form of one, and what is done with it. */
@RestController
final class DeskPages {

    private static final int PAGE_SIZE = 50;
    private static final List<String> HINTED = List.of("date", "effect", "summary", "source", "link", "note", "why");
    private static final String ID = "{id:[0-9a-f-]{36}}";

    private final PageRenderer renderer;
    private final Desk desk;
    private final RecordedKnowledge knowledge;
    private final DeskEntryView entries;

    DeskPages(PageRenderer renderer, Desk desk, RecordedKnowledge knowledge, DeskEntryView entries) {
        this.renderer = renderer;
        this.desk = desk;
        this.knowledge = knowledge;
        this.entries = entries;
    }

    /** Whether the way to an entry is shown. */
    static boolean mayRead(Visit visit) {
        return visit.visitor().may(Permission.DESK_READ, Thing.SYSTEM);
    }

    private static boolean mayRecord(Visit visit) {
        return visit.visitor().may(Permission.DESK_RECORD, Thing.SYSTEM);
    }

    /** The list; {@code more} leads to older entries. */
    record ListView(
            List<Choice> statuses,
            List<Choice> states,
            boolean narrowed,
            boolean mayRecord,
            List<Row> rows,
            Optional<String> more) {}

    /** An entry in the list. */
    record Row(
            String number,
            String href,
            String status,
            String statusKey,
            String state,
            String what,
            String date,
            String source,
            String changed) {}

    /**
     * The form of an entry.
     *
     * @param number of the entry that is changed; empty for a new one
     * @param action where the form is sent
     * @param version of the entry that the writer saw
     * @param typed what stands in each field
     * @param corrected the row that is corrected
     * @param correctable rows of the State that could be corrected instead
     * @param conflict that somebody else saved another text meanwhile
     */
    record FormView(
            String number,
            String action,
            int version,
            List<Wrong> wrong,
            Map<String, String> typed,
            List<Choice> states,
            List<ActGroup> acts,
            List<Choice> manners,
            Optional<SourceMark.Corrected> corrected,
            List<Correctable> correctable,
            Optional<Conflict> conflict,
            String back,
            Map<String, String> labels,
            Map<String, String> hints) {

        /** What a field is called. */
        public String label(String field) {
            return labels.getOrDefault(field, field);
        }

        /** How a field is filled in. */
        public String hint(String field) {
            return hints.getOrDefault(field, "");
        }

        /** What is wrong with a field; empty when nothing is. */
        public String wrong(String field) {
            return wrong.stream()
                    .filter(one -> one.field().equals(field))
                    .map(Wrong::sentence)
                    .findFirst()
                    .orElse("");
        }

        /** The text of a field. */
        public String text(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    /** What is wrong with a field. */
    record Wrong(String field, String sentence) {}

    /** Acts of one kind. */
    record ActGroup(String label, List<Choice> acts) {}

    /** A row that could be corrected. */
    record Correctable(String what, String date, SourceMark source, String href) {}

    /** Two texts of one entry, field by field. */
    record Conflict(String by, String at, List<Difference> differences) {}

    /** A field in which two texts differ. */
    record Difference(String field, String saved, String typed) {}

    @GetMapping("/desk")
    ResponseEntity<byte[]> list(Visit visit) {
        Person reader = visit.visitor().require(Permission.DESK_READ, Thing.SYSTEM);
        Optional<Status> status = Choice.check(
                        visit,
                        "status",
                        Arrays.stream(Status.values()).map(Status::id).toList())
                .flatMap(Status::find);
        Optional<State> state = visit.asked("state").map(visit.knowledge().register()::getState);
        Optional<Long> before = visit.asked("before").flatMap(DeskPages::number);
        List<Entry> found =
                desk.list(Optional.of(reader), new Desk.Query(status, state.map(State::code), before, PAGE_SIZE + 1));
        Optional<String> more = found.size() > PAGE_SIZE
                ? Optional.of(visit.here(
                        Map.of("before", Long.toString(found.get(PAGE_SIZE - 1).number()))))
                : Optional.empty();
        ListView view = new ListView(
                Choice.of(
                        visit.say("desk.any"),
                        Arrays.stream(Status.values()).map(Status::id).toList(),
                        status.map(Status::id),
                        id -> visit.say("desk.status." + id)),
                states(visit, state.map(found1 -> found1.code().iso3()).orElse(""), visit.say("desk.any")),
                status.isPresent() || state.isPresent(),
                mayRecord(visit),
                found.stream().limit(PAGE_SIZE).map(entry -> row(visit, entry)).toList(),
                more);
        return renderer.page(visit, "desk", visit.say("desk.title"), view);
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private static Row row(Visit visit, Entry entry) {
        Content content = entry.content();
        return new Row(
                visit.number(entry.number()),
                visit.link("/desk/" + entry.id()),
                visit.say("desk.status." + entry.status().id()),
                entry.status().id(),
                visit.state(content.state()),
                DeskEntryView.what(visit, content),
                visit.date(content.date()),
                content.source(),
                visit.moment(entry.changedAt()));
    }

    private static List<Choice> states(Visit visit, String chosen, String none) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", none, chosen.isEmpty()));
        visit.knowledge().register().states().stream()
                .sorted(Words.order(visit))
                .map(state -> new Choice(
                        state.code().iso3(),
                        visit.state(state.code()),
                        state.code().iso3().equals(chosen)))
                .forEach(choices::add);
        return choices;
    }

    @GetMapping("/desk/new")
    ResponseEntity<byte[]> blank(Visit visit) {
        visit.visitor().require(Permission.DESK_RECORD, Thing.SYSTEM);
        Optional<SourceRow> corrected = visit.asked("corrects").flatMap(place -> Typed.row(knowledge.current(), place));
        Map<String, String> given = new HashMap<>();
        visit.asked("state").ifPresent(state -> given.put("state", state));
        visit.asked("act").ifPresent(act -> given.put("act", act));
        Typed typed = corrected.map(Typed::correcting).orElseGet(() -> Typed.of(given));
        return form(visit, HttpStatus.OK, Optional.empty(), 0, typed, Map.of(), Optional.empty());
    }

    @PostMapping("/desk/new")
    ResponseEntity<byte[]> record(Visit visit, HttpServletRequest request) {
        Person author = visit.visitor().require(Permission.DESK_RECORD, Thing.SYSTEM);
        Typed typed = typed(request);
        Typed.Outcome outcome = typed.read(knowledge.current(), visit.today());
        if (outcome.content().isEmpty()) {
            return form(
                    visit,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    Optional.empty(),
                    0,
                    typed,
                    outcome.wrong(),
                    Optional.empty());
        }
        Entry entry = desk.record(author, outcome.content().get());
        return Forms.seeOther(visit.link("/desk/" + entry.id()));
    }

    @GetMapping("/desk/" + ID + "/edit")
    ResponseEntity<byte[]> edit(Visit visit, @PathVariable("id") UUID id) {
        Person writer = visit.visitor().require(Permission.DESK_RECORD, Thing.SYSTEM);
        Entry entry = desk.get(Optional.of(writer), id);
        if (!entry.status().open()) {
            return Forms.seeOther(visit.link("/desk/" + id));
        }
        return form(
                visit,
                HttpStatus.OK,
                Optional.of(entry),
                entry.version(),
                Typed.of(entry.content()),
                Map.of(),
                Optional.empty());
    }

    @PostMapping("/desk/" + ID + "/edit")
    ResponseEntity<byte[]> change(Visit visit, @PathVariable("id") UUID id, HttpServletRequest request) {
        Person writer = visit.visitor().require(Permission.DESK_RECORD, Thing.SYSTEM);
        Entry entry = desk.get(Optional.of(writer), id);
        Typed typed = typed(request);
        Typed.Outcome outcome = typed.read(knowledge.current(), visit.today());
        if (outcome.content().isEmpty()) {
            return form(
                    visit,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    Optional.of(entry),
                    version(request),
                    typed,
                    outcome.wrong(),
                    Optional.empty());
        }
        try {
            desk.change(writer, id, version(request), outcome.content().get());
        } catch (ProblemException refused) {
            if (!refused.problem().id().equals("desk-changed")) {
                throw refused;
            }
            Entry saved = desk.get(Optional.of(writer), id);
            return form(
                    visit,
                    HttpStatus.CONFLICT,
                    Optional.of(saved),
                    saved.version(),
                    typed,
                    Map.of(),
                    Optional.of(conflict(visit, saved, typed)));
        }
        return Forms.seeOther(visit.link("/desk/" + id));
    }

    private Conflict conflict(Visit visit, Entry saved, Typed typed) {
        List<Difference> differences = new ArrayList<>();
        saved.content().fields().forEach((field, text) -> {
            if (!text.equals(typed.get(field))) {
                differences.add(new Difference(visit.say("desk.field." + field), text, typed.get(field)));
            }
        });
        return new Conflict(entries.lastChangedBy(visit, saved), visit.moment(saved.changedAt()), differences);
    }

    private static Typed typed(HttpServletRequest request) {
        Map<String, String> given = new HashMap<>();
        Typed.NAMES.forEach(
                name -> Optional.ofNullable(request.getParameter(name)).ifPresent(text -> given.put(name, text)));
        return Typed.of(given);
    }

    static int version(HttpServletRequest request) {
        String text = Forms.text(request, "version");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private ResponseEntity<byte[]> form(
            Visit visit,
            HttpStatus status,
            Optional<Entry> entry,
            int version,
            Typed typed,
            Map<String, Problem> wrong,
            Optional<Conflict> conflict) {
        Optional<SourceRow> corrected = Optional.of(typed.get("corrects"))
                .filter(place -> !place.isEmpty())
                .flatMap(place -> Typed.row(knowledge.current(), place));
        FormView view = new FormView(
                entry.map(one -> visit.number(one.number())).orElse(""),
                "/" + visit.lang()
                        + entry.map(one -> "/desk/" + one.id() + "/edit").orElse("/desk/new"),
                version,
                wrong.entrySet().stream()
                        .map(one -> new Wrong(one.getKey(), visit.narrator().problem(shown(one.getValue()))))
                        .toList(),
                typed.fields(),
                states(visit, typed.get("state"), visit.say("desk.choose")),
                acts(visit, typed, corrected),
                Arrays.stream(Correction.Manner.values())
                        .map(manner -> new Choice(
                                manner.id(),
                                visit.say("desk.manner." + manner.id()),
                                manner.id().equals(typed.get("manner"))))
                        .toList(),
                corrected.map(row -> new SourceMark.Corrected(SourceMark.of(visit, row), WhyTree.fields(row), "")),
                corrected.isPresent() || entry.isPresent() ? List.of() : correctable(visit, typed.get("state")),
                conflict,
                entry.map(one -> visit.link("/desk/" + one.id())).orElseGet(() -> visit.link("/desk")),
                texts(Typed.NAMES, name -> visit.say("desk.field." + name)),
                texts(HINTED, name -> visit.say("desk.hint." + name)));
        String title = entry.map(one -> visit.say("desk.form.change", Map.of("number", one.number())))
                .orElseGet(() -> visit.say(corrected.isPresent() ? "desk.form.correct" : "desk.form.new"));
        return renderer.page(visit, status, "desk-form", title, view);
    }

    private static Map<String, String> texts(List<String> names, Function<String, String> text) {
        return names.stream().collect(Collectors.toMap(name -> name, text));
    }

    private static Problem shown(Problem problem) {
        return Faults.shown(problem);
    }

    private static List<ActGroup> acts(Visit visit, Typed typed, Optional<SourceRow> corrected) {
        List<Act> offered = new ArrayList<>(Act.recordable());
        Act.find(typed.get("act")).filter(act -> !offered.contains(act)).ifPresent(offered::add);
        List<ActGroup> groups = new ArrayList<>();
        for (Act.Table table : Act.Table.values()) {
            boolean possible = corrected
                    .map(row -> row.file().equals(table.file())
                            || !row.asMap().getOrDefault(table.column(), "").isEmpty())
                    .orElse(true);
            if (possible) {
                groups.add(new ActGroup(
                        visit.say(table == Act.Table.ACTIONS ? "desk.acts.actions" : "desk.acts.declarations"),
                        offered.stream()
                                .filter(act -> act.table() == table)
                                .map(act -> new Choice(
                                        act.id(), visit.say(act.key()), act.id().equals(typed.get("act"))))
                                .toList()));
            }
        }
        return groups;
    }

    private List<Correctable> correctable(Visit visit, String state) {
        if (knowledge.current().register().states().stream()
                .noneMatch(one -> one.code().iso3().equals(state))) {
            return List.of();
        }
        return Typed.correctable(knowledge.current(), new StateCode(state)).stream()
                .sorted(Comparator.comparing((SourceRow row) -> row.asMap().getOrDefault("date", "")))
                .map(row -> new Correctable(
                        DeskEntryView.what(visit, row),
                        DeskEntryView.date(visit, row),
                        SourceMark.of(visit, row),
                        visit.link("/desk/new", Map.of("corrects", row.place()))))
                .toList();
    }

    @GetMapping("/desk/" + ID)
    ResponseEntity<byte[]> entry(Visit visit, @PathVariable("id") UUID id) {
        Person reader = visit.visitor().require(Permission.DESK_READ, Thing.SYSTEM);
        return entry(visit, HttpStatus.OK, desk.get(Optional.of(reader), id), Optional.empty());
    }

    private ResponseEntity<byte[]> entry(Visit visit, HttpStatus status, Entry entry, Optional<Wrong> wrong) {
        return renderer.page(
                visit,
                status,
                "desk-entry",
                visit.say("desk.entry.title", Map.of("number", entry.number())),
                entries.of(visit, entry, wrong));
    }

    @GetMapping("/desk/" + ID + "/confirm")
    ResponseEntity<byte[]> confirming(Visit visit, @PathVariable("id") UUID id) {
        Person reader = visit.visitor().require(Permission.DESK_READ, Thing.SYSTEM);
        Entry entry = desk.get(Optional.of(reader), id);
        if (entry.status() != Status.PROPOSED || !desk.maySettle(Optional.of(reader), entry)) {
            return Forms.seeOther(visit.link("/desk/" + id));
        }
        return renderer.page(
                visit,
                "desk-confirm",
                visit.say("desk.confirm.title", Map.of("number", entry.number())),
                entries.of(visit, entry, Optional.empty()));
    }

    @PostMapping("/desk/" + ID + "/propose")
    ResponseEntity<byte[]> propose(Visit visit, @PathVariable("id") UUID id, HttpServletRequest request) {
        return step(visit, id, person -> desk.propose(person, id, version(request)));
    }

    @PostMapping("/desk/" + ID + "/take-back")
    ResponseEntity<byte[]> takeBack(Visit visit, @PathVariable("id") UUID id, HttpServletRequest request) {
        return step(visit, id, person -> desk.takeBack(person, id, version(request)));
    }

    @PostMapping("/desk/" + ID + "/confirm")
    ResponseEntity<byte[]> confirm(Visit visit, @PathVariable("id") UUID id, HttpServletRequest request) {
        return step(visit, id, person -> desk.confirm(person, id, version(request)));
    }

    @PostMapping("/desk/" + ID + "/return")
    ResponseEntity<byte[]> giveBack(Visit visit, @PathVariable("id") UUID id, HttpServletRequest request) {
        String because = Forms.text(request, "return-because");
        return step(visit, id, person -> desk.giveBack(person, id, version(request), because));
    }

    @PostMapping("/desk/" + ID + "/withdraw")
    ResponseEntity<byte[]> withdraw(Visit visit, @PathVariable("id") UUID id, HttpServletRequest request) {
        String because = Forms.text(request, "withdraw-because");
        return step(visit, id, person -> desk.withdraw(person, id, version(request), because));
    }

    /** Does something with an entry and shows it; when it cannot be done, the entry as it is now and why not. */
    private ResponseEntity<byte[]> step(Visit visit, UUID id, Consumer<Person> doing) {
        Person person = visit.visitor().require(Permission.DESK_READ, Thing.SYSTEM);
        try {
            doing.accept(person);
        } catch (ProblemException refused) {
            Problem problem = refused.problem();
            boolean shown =
                    problem.kind() == Problem.Kind.CONFLICT || problem.id().equals("desk-reason-needed");
            if (!shown) {
                throw refused;
            }
            return entry(
                    visit,
                    Faults.status(problem),
                    desk.get(Optional.of(person), id),
                    Optional.of(new Wrong("", visit.narrator().problem(problem))));
        }
        return Forms.seeOther(visit.link("/desk/" + id));
    }
}
