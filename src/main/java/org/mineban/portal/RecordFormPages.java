package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Thing;
import org.mineban.geography.Repair;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;
import org.mineban.operations.Actor;
import org.mineban.operations.Approval;
import org.mineban.operations.Approvals;
import org.mineban.operations.AreaSteps;
import org.mineban.operations.Content;
import org.mineban.operations.Dictionary;
import org.mineban.operations.Fields;
import org.mineban.operations.Kind;
import org.mineban.operations.PlaceReader;
import org.mineban.operations.PlaceReading;
import org.mineban.operations.Register;
import org.mineban.operations.RegisterVersion;
import org.mineban.operations.Shape;
import org.mineban.operations.Shapes;
import org.mineban.operations.TypedFields;
import org.mineban.operations.WrittenPlace;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Records written by hand: a form for every kind, made from the dictionary. Its place is typed as the report from the field gives it, and is drawn before
 * anything is kept. What was typed is never lost: a form that cannot be kept comes back with every word of it.
 */
@RestController
final class RecordFormPages {

    private static final String NEW = "/register/{code:[A-Za-z]{3}}/{kind:[a-z-]+}/new";
    private static final String EDIT = "/register/{code:[A-Za-z]{3}}/records/{number:\\d{1,18}}/edit";

    private final PageRenderer renderer;
    private final Register register;
    private final Approvals approvals;
    private final AreaSteps steps;
    private final Dictionary dictionary;

    RecordFormPages(
            PageRenderer renderer, Register register, Approvals approvals, AreaSteps steps, Dictionary dictionary) {
        this.steps = steps;
        this.renderer = renderer;
        this.register = register;
        this.approvals = approvals;
        this.dictionary = dictionary;
    }

    /** Something that is wrong, and the field it is about. */
    record Wrong(String field, String sentence) {}

    /** The form. */
    record View(
            String state,
            String stateHref,
            String backHref,
            String back,
            String action,
            int version,
            String code,
            String codeError,
            String validFrom,
            String validFromError,
            List<Choice> hows,
            List<RecordForm.FieldView> fields,
            Optional<RecordForm.PlaceView> place,
            RecordSketch.View sketch,
            List<Wrong> wrong) {}

    /** What a form is about: a new record of a kind, or one that is there. */
    private record Subject(
            StateCode state, Kind kind, Optional<RegisterVersion> now, Optional<RegisterVersion> splitFrom) {

        boolean changesApproved() {
            return now.filter(version -> version.approval() == Approval.APPROVED)
                    .isPresent();
        }

        Fields base() {
            return now.map(RegisterVersion::fields).orElseGet(() -> Fields.of(Map.of()));
        }

        boolean hasShapeUnwritten() {
            return now.flatMap(version -> version.content().shape()).isPresent()
                    && WrittenPlace.of(base()).isEmpty();
        }
    }

    /** A form that was read: what it says, and what could not be read of it. */
    private record Understood(
            RecordForm.Typed typed,
            Optional<Content> content,
            PlaceReading reading,
            Map<String, String> errors,
            boolean mending) {}

    @GetMapping(NEW)
    ResponseEntity<byte[]> empty(Visit visit, @PathVariable("code") String iso3, @PathVariable("kind") String kind) {
        Subject subject = fresh(visit, iso3, kind, visit.asked("split"));
        Fields begin = subject.splitFrom()
                .map(area -> area.fields()
                        .with("split_from", area.code())
                        .with(WrittenPlace.FIELD, "")
                        .with("area_stated_m2", ""))
                .orElseGet(subject::base);
        RecordForm.Typed typed = RecordForm.of("", visit.today().toString(), begin);
        return page(visit, HttpStatus.OK, subject, nothing(typed), false, RecordSketch.View.nothing());
    }

    @GetMapping(EDIT)
    ResponseEntity<byte[]> filled(Visit visit, @PathVariable("code") String iso3, @PathVariable("number") long number) {
        Subject subject = there(visit, iso3, number);
        RegisterVersion now = subject.now().orElseThrow();
        LocalDate from =
                subject.changesApproved() ? visit.today() : now.content().validFrom();
        RecordForm.Typed typed = RecordForm.of(now.code(), from.toString(), now.fields());
        PlaceReading reading = PlaceReader.read(typed.place());
        return page(
                visit,
                HttpStatus.OK,
                subject,
                nothing(typed),
                false,
                RecordSketch.of(visit, typed.place(), reading, List.of(), false));
    }

    @PostMapping(NEW)
    ResponseEntity<byte[]> create(
            Visit visit,
            @PathVariable("code") String iso3,
            @PathVariable("kind") String kind,
            HttpServletRequest request) {
        return sent(visit, fresh(visit, iso3, kind, Forms.optional(request, "split")), request);
    }

    @PostMapping(EDIT)
    ResponseEntity<byte[]> change(
            Visit visit,
            @PathVariable("code") String iso3,
            @PathVariable("number") long number,
            HttpServletRequest request) {
        return sent(visit, there(visit, iso3, number), request);
    }

    private Subject fresh(Visit visit, String iso3, String kindId, Optional<String> split) {
        StateCode state = RegisterPages.state(visit, iso3);
        Kind kind = Kind.find(kindId).orElseThrow(() -> Faults.notFound(visit.path()));
        Actor writer = requireWriter(visit, state);
        Optional<RegisterVersion> area = split.filter(text -> kind == Kind.HAZARD && text.matches("\\d{1,18}"))
                .map(text -> register.get(writer, state, Long.parseLong(text)));
        return new Subject(state, kind, Optional.empty(), area);
    }

    private Subject there(Visit visit, String iso3, long number) {
        StateCode state = RegisterPages.state(visit, iso3);
        Actor writer = requireWriter(visit, state);
        RegisterVersion now = register.get(writer, state, number);
        return new Subject(state, now.kind(), Optional.of(now), Optional.empty());
    }

    private Actor requireWriter(Visit visit, StateCode state) {
        Actor actor = RegisterPages.required(visit);
        if (!register.mayWrite(actor, state)) {
            visit.visitor().require(Permission.REGISTER_WRITE, Thing.of(state));
        }
        return actor;
    }

    private static Understood nothing(RecordForm.Typed typed) {
        return new Understood(typed, Optional.empty(), PlaceReader.read(WrittenPlace.none()), Map.of(), false);
    }

    private ResponseEntity<byte[]> sent(Visit visit, Subject subject, HttpServletRequest request) {
        Actor writer = RegisterPages.required(visit);
        String action = Forms.text(request, "action");
        Understood form = understood(visit, subject, request);
        if (action.equals("shape")) {
            return renderer.content(visit, "register-shape", sketch(visit, writer, subject, form));
        }
        if (action.startsWith("insert-") && action.substring(7).matches("\\d{1,3}")) {
            RecordForm.Typed typed = form.typed();
            WrittenPlace wider = RecordForm.inserted(typed.place(), Integer.parseInt(action.substring(7)));
            Understood inserted = new Understood(
                    new RecordForm.Typed(typed.code(), typed.validFrom(), typed.how(), typed.fields(), wider),
                    form.content(),
                    PlaceReader.read(wider),
                    Map.of(),
                    form.mending());
            return page(visit, HttpStatus.OK, subject, inserted, false, RecordSketch.View.nothing());
        }
        if (action.equals("more")) {
            return page(
                    visit,
                    HttpStatus.OK,
                    subject,
                    new Understood(form.typed(), form.content(), form.reading(), Map.of(), form.mending()),
                    true,
                    sketch(visit, writer, subject, form));
        }
        if (action.equals("show")) {
            return page(visit, HttpStatus.OK, subject, form, false, sketch(visit, writer, subject, form));
        }
        if (!form.errors().isEmpty() || form.content().isEmpty()) {
            return page(
                    visit,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    subject,
                    form,
                    false,
                    sketch(visit, writer, subject, form));
        }
        try {
            RegisterVersion kept = keep(writer, subject, form, request);
            return Forms.seeOther(visit.link(
                    "/register/" + subject.state().iso3() + "/records/" + kept.number(), Map.of("kept", "yes")));
        } catch (ProblemException refused) {
            Problem problem = refused.problem();
            if (problem.kind() == Problem.Kind.NOT_ALLOWED || problem.kind() == Problem.Kind.NOT_FOUND) {
                throw refused;
            }
            String field = switch (problem.id()) {
                case "register-code-taken", "register-code-needed" -> "code";
                case "register-status-next" -> RecordForm.FIELD + "status";
                case "register-class-next" -> RecordForm.FIELD + "class";
                default -> "";
            };
            Understood again = new Understood(
                    form.typed(),
                    form.content(),
                    form.reading(),
                    Map.of(field, RegisterPages.problem(visit, problem)),
                    form.mending());
            return page(visit, Faults.status(problem), subject, again, false, sketch(visit, writer, subject, form));
        }
    }

    private RegisterVersion keep(Actor writer, Subject subject, Understood form, HttpServletRequest request) {
        Content content = form.content().orElseThrow();
        if (subject.splitFrom().isPresent()) {
            RegisterVersion area = subject.splitFrom().get();
            return steps.split(writer, subject.state(), area.number(), area.version(), content);
        }
        if (subject.now().isEmpty()) {
            return register.record(writer, subject.state(), content);
        }
        String version = Forms.text(request, "version");
        return register.change(
                writer,
                subject.state(),
                subject.now().get().number(),
                version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0,
                form.typed().how().equals("correction") ? Register.ChangeKind.CORRECTION : Register.ChangeKind.HAPPENED,
                content);
    }

    /** Reads what was sent; the content is empty when some of it cannot be read. */
    private Understood understood(Visit visit, Subject subject, HttpServletRequest request) {
        RecordForm.Typed typed = RecordForm.read(request, dictionary, subject.kind());
        boolean mending = "yes".equals(request.getParameter("mend"));
        Map<String, String> errors = new LinkedHashMap<>();
        if (typed.code().isBlank()) {
            errors.put("code", visit.say("area-form.code-needed"));
        }
        Optional<LocalDate> from = TypedFields.date(typed.validFrom())
                .filter(text -> text.length() == 10)
                .map(LocalDate::parse);
        if (from.isEmpty()) {
            errors.put("valid-from", visit.say("area-form.day", Map.of("value", typed.validFrom())));
        }
        if (subject.changesApproved() && !List.of("happened", "correction").contains(typed.how())) {
            errors.put("how", visit.say("area-form.how-needed"));
        }
        TypedFields.Read read = TypedFields.read(
                dictionary,
                subject.kind(),
                subject.base(),
                name -> Optional.ofNullable(typed.fields().get(name)));
        read.faults()
                .forEach(fault ->
                        errors.put(RecordForm.FIELD + fault.field(), visit.say(fault.message(), fault.values())));
        PlaceReading reading = PlaceReader.read(typed.place());
        reading.notes().stream()
                .filter(note -> note.severity() == org.mineban.geography.Severity.BLOCKS)
                .forEach(note -> errors.putIfAbsent(
                        note.row() < 0
                                ? note.column()
                                : RecordForm.key(typed.place(), note.row()) + "-" + note.column(),
                        visit.say(note.message(), note.values())));
        Content content = content(subject, typed, from.orElse(visit.today()), read.fields(), reading, mending, request);
        return new Understood(typed, Optional.of(content), reading, errors, mending);
    }

    private static Content content(
            Subject subject,
            RecordForm.Typed typed,
            LocalDate from,
            Fields fields,
            PlaceReading reading,
            boolean mending,
            HttpServletRequest request) {
        if (!typed.place().blank()) {
            Fields with = fields.with(WrittenPlace.FIELD, typed.place().json());
            boolean walked = reading.points().stream().anyMatch(PlaceReading.Placed::byLeg);
            if (walked
                    && subject.kind() == Kind.HAZARD
                    && with.text("geometry_origin").isEmpty()) {
                with = with.with("geometry_origin", "BEARING_DISTANCE");
            }
            Geometry shape = reading.geometry();
            Optional<Repair> repair = mending ? Repair.of(shape) : Optional.empty();
            Optional<Shape> kept = repair.map(Repair::after)
                    .or(() -> Optional.ofNullable(shape))
                    .map(Shapes::kept);
            return new Content(
                    subject.kind(),
                    typed.code(),
                    from,
                    with,
                    kept,
                    repair.map(Repair::before).map(Shapes::kept));
        }
        boolean stays = subject.hasShapeUnwritten() && !"yes".equals(request.getParameter("no-place"));
        return new Content(
                subject.kind(),
                typed.code(),
                from,
                fields.with(WrittenPlace.FIELD, ""),
                stays ? subject.now().flatMap(version -> version.content().shape()) : Optional.empty(),
                stays ? subject.now().flatMap(version -> version.content().shapeAsGiven()) : Optional.empty());
    }

    private RecordSketch.View sketch(Visit visit, Actor writer, Subject subject, Understood form) {
        return RecordSketch.of(
                visit,
                form.typed().place(),
                form.reading(),
                form.content()
                        .map(content -> approvals
                                .look(writer, subject.state(), content, subject.now(), visit.today())
                                .findings())
                        .orElse(List.of()),
                form.mending());
    }

    private ResponseEntity<byte[]> page(
            Visit visit, HttpStatus status, Subject subject, Understood form, boolean more, RecordSketch.View sketch) {
        String kind = RegisterPages.kindName(visit, subject.kind());
        String state = "/register/" + subject.state().iso3();
        String here = subject.now()
                .map(version -> state + "/records/" + version.number() + "/edit")
                .orElse(state + "/" + subject.kind().id() + "/new"
                        + subject.splitFrom()
                                .map(area -> "?split=" + area.number())
                                .orElse(""));
        List<Wrong> wrong = new ArrayList<>();
        form.errors().forEach((field, sentence) -> wrong.add(new Wrong(field, sentence)));
        RecordForm.Typed typed = form.typed();
        View view = new View(
                visit.state(subject.state()),
                visit.link(state),
                visit.link(subject.now()
                        .map(version -> state + "/records/" + version.number())
                        .orElse(state + "/" + subject.kind().id())),
                subject.now().map(RegisterVersion::code).orElse(kind),
                "/" + visit.lang() + here,
                subject.now().map(RegisterVersion::version).orElse(0),
                typed.code(),
                form.errors().getOrDefault("code", ""),
                typed.validFrom(),
                form.errors().getOrDefault("valid-from", ""),
                subject.changesApproved()
                        ? List.of("happened", "correction").stream()
                                .map(how -> new Choice(how, visit.say("area-form.how." + how), how.equals(typed.how())))
                                .toList()
                        : List.of(),
                RecordForm.fields(visit, dictionary, subject.kind(), typed, form.errors()),
                RecordForm.placed(dictionary, subject.kind())
                        ? Optional.of(RecordForm.place(
                                visit, subject.kind(), typed.place(), subject.hasShapeUnwritten(), more, form.errors()))
                        : Optional.empty(),
                sketch,
                wrong);
        return renderer.page(
                visit,
                status,
                "register-form",
                subject.now()
                        .map(version -> visit.say("area-form.edit.title", Map.of("kind", kind, "code", version.code())))
                        .orElseGet(() -> visit.say("area-form.new.title", Map.of("kind", kind))),
                view);
    }
}
