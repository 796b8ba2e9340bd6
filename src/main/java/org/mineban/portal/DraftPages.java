package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.kernel.Language;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Editions;
import org.mineban.reporting.Field;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.Mark;
import org.mineban.reporting.Report;
import org.mineban.reporting.Subject;
import org.mineban.submissions.Certification;
import org.mineban.submissions.Draft;
import org.mineban.submissions.DraftFigures;
import org.mineban.submissions.DraftFiles;
import org.mineban.submissions.DraftFindings;
import org.mineban.submissions.DraftNote;
import org.mineban.submissions.DraftPart;
import org.mineban.submissions.Drafts;
import org.mineban.submissions.Kit;
import org.mineban.submissions.Part;
import org.mineban.submissions.Progress;
import org.mineban.submissions.Submission;
import org.mineban.submissions.Submissions;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The draft of a report: its parts, the form of one, two texts side by side, and the steps from draft to submission. */
@RestController
final class DraftPages {

    static final String STATE = "/reports/{code:[A-Z]{3}}";
    static final String YEAR = STATE + "/{year:\\d{4}}";
    private static final String DRAFT = YEAR + "/draft";
    private static final String PART = DRAFT + "/{part:[a-z]+}";
    private static final int LONGEST_NOTE = 4000;

    private final PageRenderer renderer;
    private final Drafts drafts;
    private final Submissions submissions;
    private final DraftViews views;
    private final DraftFindings findings;
    private final DraftFigures figures;
    private final DraftFiles attachments;
    private final Dictionary dictionary;
    private final Editions editions;

    DraftPages(
            PageRenderer renderer,
            Drafts drafts,
            Submissions submissions,
            DraftViews views,
            DraftFindings findings,
            DraftFigures figures,
            DraftFiles attachments,
            Dictionary dictionary,
            Editions editions) {
        this.renderer = renderer;
        this.drafts = drafts;
        this.submissions = submissions;
        this.views = views;
        this.findings = findings;
        this.figures = figures;
        this.attachments = attachments;
        this.dictionary = dictionary;
        this.editions = editions;
    }

    private StateCode state(Visit visit, String code) {
        return RegisterPages.state(visit, code);
    }

    /** Lets nobody past who may see no part of the drafts of that State. */
    private Person require(Visit visit, String code) {
        StateCode asked = new StateCode(code);
        if (drafts.mayRead(visit.visitor().person(), asked)) {
            return visit.visitor().person().orElseThrow();
        }
        return visit.visitor().require(Permission.REPORT_READ_DRAFT, Thing.of(asked));
    }

    private Draft draft(Visit visit, String code, int year) {
        Person reader = require(visit, code);
        return drafts.find(reader, state(visit, code), year)
                .orElseThrow(() -> new Problem(
                                "draft-none",
                                Problem.Kind.NOT_FOUND,
                                Map.of("state", visit.state(new StateCode(code)), "year", Integer.toString(year)))
                        .asException());
    }

    private static String address(Draft draft) {
        return "/reports/" + draft.state() + "/" + draft.year() + "/draft";
    }

    @GetMapping(DRAFT)
    ResponseEntity<byte[]> overview(Visit visit, @PathVariable("code") String code, @PathVariable("year") int year) {
        Draft draft = draft(visit, code, year);
        return overview(visit, HttpStatus.OK, draft, Optional.empty());
    }

    private ResponseEntity<byte[]> overview(Visit visit, HttpStatus status, Draft draft, Optional<String> wrong) {
        return renderer.page(
                visit,
                status,
                "draft",
                visit.say(
                        "report.draft.title",
                        Map.of("state", visit.state(draft.state()), "year", Integer.toString(draft.year()))),
                views.overview(visit, draft, wrong));
    }

    @PostMapping(DRAFT + "/confirm")
    ResponseEntity<byte[]> confirm(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("year") int year,
            HttpServletRequest request) {
        Draft draft = draft(visit, code, year);
        Person writer = require(visit, code);
        return step(visit, draft, () -> {
            Optional<Part> one = Part.find(Forms.text(request, "part"));
            if (one.isPresent()) {
                drafts.confirm(writer, draft.id(), one.get());
            } else {
                drafts.confirmAll(writer, draft.id());
            }
            return visit.link(address(draft));
        });
    }

    @PostMapping(DRAFT + "/step")
    ResponseEntity<byte[]> step(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("year") int year,
            HttpServletRequest request) {
        Draft draft = draft(visit, code, year);
        Person person = require(visit, code);
        int version = DeskPages.version(request);
        return step(visit, draft, () -> switch (Forms.text(request, "action")) {
            case "review" -> {
                drafts.sendToReview(person, draft.id(), version);
                yield visit.link(address(draft));
            }
            case "return" -> {
                List<Part> parts = Optional.ofNullable(request.getParameterValues("part")).stream()
                        .flatMap(java.util.Arrays::stream)
                        .flatMap(key -> Part.find(key).stream())
                        .toList();
                drafts.giveBack(person, draft.id(), version, parts, Forms.text(request, "because"));
                yield visit.link(address(draft));
            }
            case "approve" -> {
                drafts.approve(
                        person,
                        draft.id(),
                        version,
                        new Certification(Forms.text(request, "authority"), Forms.text(request, "function")));
                yield visit.link(address(draft));
            }
            case "submit" -> {
                if (draft.version() != version) {
                    throw new Problem(
                                    "draft-moved",
                                    Problem.Kind.CONFLICT,
                                    Map.of("year", Integer.toString(draft.year())))
                            .asException();
                }
                Submission made = submissions.submit(
                        person, draft, Forms.text(request, "reason"), new Kit(visit.knowledge(), dictionary, editions));
                yield visit.link("/reports/" + made.state() + "/submissions/" + made.number());
            }
            default ->
                throw new Problem(
                                "unknown-filter",
                                Problem.Kind.WRONG_USAGE,
                                Map.of(
                                        "value",
                                        Forms.text(request, "action"),
                                        "name",
                                        "action",
                                        "allowed",
                                        "review, return, approve, submit"))
                        .asException();
        });
    }

    /** Does something with a draft and goes on; when it cannot be done, the draft as it is now and why not. */
    private ResponseEntity<byte[]> step(Visit visit, Draft draft, java.util.function.Supplier<String> doing) {
        try {
            return Forms.seeOther(doing.get());
        } catch (ProblemException refused) {
            Problem problem = refused.problem();
            if (problem.kind() == Problem.Kind.NOT_ALLOWED && !problem.id().equals("four-eyes")) {
                throw refused;
            }
            Draft now = drafts.find(visit.visitor().person().orElseThrow(), draft.state(), draft.year())
                    .orElseThrow();
            return overview(
                    visit,
                    Faults.status(problem),
                    now,
                    Optional.of(visit.narrator().problem(Faults.shown(problem))));
        }
    }

    private Part part(Visit visit, String code, String key) {
        Part part = Part.find(key).orElseThrow(() -> Faults.notFound(visit.path()));
        StateCode asked = new StateCode(code);
        if (!drafts.mayRead(visit.visitor().person(), asked, part)) {
            visit.visitor().require(Permission.REPORT_READ_DRAFT, part.thing(asked));
        }
        return part;
    }

    private List<Field> fields(Part part) {
        return dictionary.fields().stream()
                .filter(field -> field.id().prefix().equals(part.prefix()))
                .toList();
    }

    /** The language in which the report is written, by which numbers are read. */
    static Language language(Visit visit, Draft draft) {
        return draft.report().env().languages().stream().findFirst().orElse(visit.language());
    }

    @GetMapping(PART)
    ResponseEntity<byte[]> section(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("year") int year,
            @PathVariable("part") String key) {
        require(visit, code);
        Part part = part(visit, code, key);
        Draft draft = draft(visit, code, year);
        DraftPart now = draft.part(part);
        return section(visit, HttpStatus.OK, draft, part, now.text(), now.revision(), Optional.empty());
    }

    private ResponseEntity<byte[]> section(
            Visit visit, HttpStatus status, Draft draft, Part part, Report text, int revision, Optional<String> wrong) {
        return renderer.page(
                visit,
                status,
                "draft-section",
                views.name(visit, draft, part),
                views.section(visit, draft, part, fields(part), text, revision, wrong));
    }

    @PostMapping(PART)
    ResponseEntity<byte[]> save(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("year") int year,
            @PathVariable("part") String key,
            HttpServletRequest request) {
        require(visit, code);
        Part part = part(visit, code, key);
        Person writer = visit.visitor().require(Permission.REPORT_WRITE, part.thing(new StateCode(code)));
        Draft draft = draft(visit, code, year);
        int beganFrom = revision(request);
        Report text = typed(visit, draft, part, beganFrom, request);
        String action = Forms.text(request, "action");
        boolean auto = "autosave".equals(action);
        if (action.startsWith("put~")) {
            text = put(visit, draft, part, text, action);
        }
        Drafts.Outcome outcome;
        try {
            outcome = drafts.save(writer, draft.id(), part, beganFrom, text, action.equals("done"));
        } catch (ProblemException refused) {
            if (auto || refused.problem().kind() == Problem.Kind.NOT_ALLOWED) {
                throw refused;
            }
            return section(
                    visit,
                    Faults.status(refused.problem()),
                    draft,
                    part,
                    text,
                    beganFrom,
                    Optional.of(visit.narrator().problem(Faults.shown(refused.problem()))));
        }
        if (auto) {
            return saved(outcome);
        }
        DraftBeside.Typed.of(request.getParameterMap())
                .forEach(one -> findings.answer(
                        writer, draft.id(), part, one.rule(), one.place(), one.valuesHash(), one.text()));
        String here = address(draft) + "/" + part.key();
        if (outcome instanceof Drafts.Outcome.SetAside) {
            return Forms.seeOther(visit.link(here + "/choose"));
        }
        if (action.equals("done")) {
            return Forms.seeOther(visit.link(next(draft, part)
                    .map(one -> address(draft) + "/" + one.key())
                    .orElse(address(draft))));
        }
        if (action.startsWith("drop~")) {
            FieldPath.find(action.substring(5)).ifPresent(place -> attachments.remove(writer, draft.id(), part, place));
        }
        if (action.equals("take") || action.startsWith("take~")) {
            Set<FieldPath> places = action.equals("take")
                    ? untaken(draft, part)
                    : FieldPath.find(action.substring(5)).map(Set::of).orElse(Set.of());
            figures.take(writer, draft.id(), part, places);
        }
        return Forms.seeOther(
                action.startsWith("add-")
                        ? visit.link(here + "#" + action, Map.of("add", action.substring(4)))
                        : visit.link(here, Map.of("saved", "yes")));
    }

    /** The places where the register gives a figure and none of its was taken; what a person put in the place of one stays. */
    private Set<FieldPath> untaken(Draft draft, Part part) {
        Set<FieldPath> places = new HashSet<>(figures.offered(draft).keySet());
        places.removeIf(place ->
                draft.part(part).text().at(place).flatMap(DraftFigures::offered).isPresent());
        return places;
    }

    /** A ready answer put into a field: {@code put~PLACE~WHICH}. */
    private Report put(Visit visit, Draft draft, Part part, Report text, String action) {
        String[] words = action.split("~", -1);
        Optional<FieldPath> place = words.length == 3 ? FieldPath.find(words[1]) : Optional.empty();
        Optional<Field> field =
                place.flatMap(dictionary::find).filter(one -> one.id().prefix().equals(part.prefix()));
        return field.map(one -> SectionForm.put(
                        text, one, place.get(), words[2], views.sentences(visit, draft, part), language(visit, draft)))
                .orElse(text);
    }

    /** The next part after this one that is not ready, when the writer may write it. */
    private Optional<Part> next(Draft draft, Part part) {
        List<Part> all = Part.all();
        return all.subList(all.indexOf(part) + 1, all.size()).stream()
                .filter(one -> draft.part(one).progress() != Progress.READY
                        && draft.part(one).progress() != Progress.TO_CONFIRM)
                .findFirst();
    }

    private static ResponseEntity<byte[]> saved(Drafts.Outcome outcome) {
        String json = switch (outcome) {
            case Drafts.Outcome.Saved(int revision) -> "{\"state\":\"saved\",\"revision\":" + revision + "}";
            case Drafts.Outcome.Same(int revision) -> "{\"state\":\"same\",\"revision\":" + revision + "}";
            case Drafts.Outcome.SetAside(UUID id) -> "{\"state\":\"aside\"}";
        };
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json.getBytes(StandardCharsets.UTF_8));
    }

    private static int revision(HttpServletRequest request) {
        String text = Forms.text(request, "revision");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    /** What the writer typed, over the text that they began from. */
    private Report typed(Visit visit, Draft draft, Part part, int beganFrom, HttpServletRequest request) {
        Report base = drafts.revision(draft, part, beganFrom)
                .orElseGet(() -> draft.part(part).text());
        Language language = language(visit, draft);
        Report text = SectionForm.read(fields(part), base, request.getParameterMap(), language);
        return part.subject()
                .map(subject -> mark(visit, draft, subject, request, language)
                        .map(mark -> text.with(subject, mark))
                        .orElse(text))
                .orElse(text);
    }

    private Optional<Mark> mark(
            Visit visit, Draft draft, Subject subject, HttpServletRequest request, Language language) {
        return switch (Forms.text(request, "mark")) {
            case "changed" -> Optional.of(new Mark.Changed());
            case "unchanged" -> Optional.of(new Mark.Unchanged(Forms.text(request, "since")));
            case "not-applicable" -> Optional.of(new Mark.NotApplicable());
            case "nil" -> {
                String own = Objects.requireNonNullElse(request.getParameter("sentence"), "")
                        .strip();
                String ready = Forms.text(request, "ready");
                List<String> sentences = views.sentences(visit, draft, Part.of(subject));
                String sentence = own.isEmpty() && ready.matches("\\d") && Integer.parseInt(ready) < sentences.size()
                        ? sentences.get(Integer.parseInt(ready))
                        : own;
                yield Optional.of(new Mark.Nil(sentence.isEmpty() ? Map.of() : Map.of(language, sentence)));
            }
            default -> Optional.empty();
        };
    }

    @GetMapping(PART + "/choose")
    ResponseEntity<byte[]> choosing(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("year") int year,
            @PathVariable("part") String key) {
        Person reader = require(visit, code);
        Part part = part(visit, code, key);
        Draft draft = draft(visit, code, year);
        Optional<Drafts.Choice> choice = drafts.choice(reader, draft, part);
        if (choice.isEmpty()) {
            return Forms.seeOther(visit.link(address(draft) + "/" + part.key()));
        }
        return renderer.page(
                visit, "draft-choose", views.name(visit, draft, part), views.choose(visit, draft, part, choice.get()));
    }

    @PostMapping(PART + "/choose")
    ResponseEntity<byte[]> choose(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("year") int year,
            @PathVariable("part") String key,
            HttpServletRequest request) {
        require(visit, code);
        Part part = part(visit, code, key);
        Person writer = visit.visitor().require(Permission.REPORT_WRITE, part.thing(new StateCode(code)));
        Draft draft = draft(visit, code, year);
        Set<FieldPath> other = new HashSet<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith("take~") && values.length > 0 && values[0].equals("other")) {
                FieldPath.find(name.substring(5)).ifPresent(other::add);
            }
        });
        UUID aside = Forms.id(Forms.text(request, "aside")).orElseThrow(() -> Faults.notFound(visit.path()));
        drafts.choose(writer, draft.id(), part, aside, other, "other".equals(request.getParameter("mark")));
        return Forms.seeOther(visit.link(address(draft) + "/" + part.key(), Map.of("saved", "yes")));
    }

    @PostMapping(PART + "/note")
    ResponseEntity<byte[]> note(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("year") int year,
            @PathVariable("part") String key,
            HttpServletRequest request) {
        Person author = require(visit, code);
        Part part = part(visit, code, key);
        Draft draft = draft(visit, code, year);
        Optional<UUID> settled = Forms.id(Forms.text(request, "settle"));
        if (settled.isPresent()) {
            drafts.settle(author, draft, part, settled.get());
        } else {
            DraftNote.Kind kind =
                    Forms.text(request, "kind").equals("why") ? DraftNote.Kind.WHY : DraftNote.Kind.COMMENT;
            String typed = Objects.requireNonNullElse(request.getParameter("note"), "");
            drafts.note(
                    author,
                    draft,
                    part,
                    kind,
                    FieldPath.find(Forms.text(request, "place"))
                            .map(FieldPath::text)
                            .filter(place -> place.startsWith(part.prefix() + "."))
                            .orElse(part.prefix()),
                    typed.length() > LONGEST_NOTE ? typed.substring(0, LONGEST_NOTE) : typed);
        }
        return Forms.seeOther(visit.link(address(draft) + "/" + part.key() + "#notes"));
    }
}
