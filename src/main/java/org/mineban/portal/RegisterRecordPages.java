package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.mineban.accounts.Permission;
import org.mineban.geography.ShapePicture;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;
import org.mineban.operations.Actor;
import org.mineban.operations.Approval;
import org.mineban.operations.Approvals;
import org.mineban.operations.AreaLife;
import org.mineban.operations.AreaSteps;
import org.mineban.operations.Dictionary;
import org.mineban.operations.FieldDefinition;
import org.mineban.operations.Fields;
import org.mineban.operations.Kind;
import org.mineban.operations.PlaceReader;
import org.mineban.operations.Register;
import org.mineban.operations.RegisterVersion;
import org.mineban.operations.Shapes;
import org.mineban.operations.WrittenPlace;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** One record of the register: what it says, its shape, its versions, what belongs to it, and the steps of its approval. */
@RestController
final class RegisterRecordPages {

    private static final String RECORD = "/register/{code:[A-Za-z]{3}}/records/{number:\\d{1,18}}";
    private static final int MOST_BELONGING = 100;

    /** What is told on the page of the record, beside conflicts. */
    private static final java.util.Set<String> HERE = java.util.Set.of(
            "register-reason-needed", "register-day-needed", "register-code-needed", "register-record-unknown");

    private final PageRenderer renderer;
    private final Register register;
    private final Approvals approvals;
    private final AreaSteps areas;
    private final Dictionary dictionary;

    RegisterRecordPages(
            PageRenderer renderer, Register register, Approvals approvals, AreaSteps areas, Dictionary dictionary) {
        this.areas = areas;
        this.renderer = renderer;
        this.register = register;
        this.approvals = approvals;
        this.dictionary = dictionary;
    }

    /**
     * A record.
     *
     * @param picture its shape as SVG; empty when the place is unknown
     * @param asGiven the shape as it came, when it was mended
     */
    record View(
            String kind,
            String listHref,
            String state,
            String stateHref,
            String code,
            int version,
            String approval,
            String approvalKey,
            String because,
            String validFrom,
            String known,
            String area,
            List<FieldRow> fields,
            List<FieldRow> kept,
            String picture,
            String asGiven,
            List<VersionRow> versions,
            List<Link> belonging,
            List<RecordSketch.NoteRow> findings,
            List<RecordSketch.PointRow> points,
            List<FieldRow> written,
            Optional<String> editHref,
            boolean keptNow,
            Optional<AreaPages.View> life,
            List<Step> steps,
            String address,
            Optional<String> wrong) {}

    /** A field and its text. */
    record FieldRow(String name, String text, Optional<String> href) {

        FieldRow(String name, String text) {
            this(name, text, Optional.empty());
        }
    }

    /** A version in the history. */
    record VersionRow(
            String number,
            String from,
            String until,
            String approval,
            String recorded,
            String replaced,
            String changed) {}

    /** Something that may be done with the record. */
    record Step(String key, String label, boolean reason) {}

    @GetMapping(RECORD)
    ResponseEntity<byte[]> record(Visit visit, @PathVariable("code") String iso3, @PathVariable("number") long number) {
        StateCode state = RegisterPages.state(visit, iso3);
        return page(visit, HttpStatus.OK, state, number, Optional.empty());
    }

    private ResponseEntity<byte[]> page(
            Visit visit, HttpStatus status, StateCode state, long number, Optional<String> wrong) {
        Actor reader = RegisterPages.required(visit);
        RegisterVersion version = register.get(reader, state, number);
        List<RegisterVersion> history = register.history(reader, state, number);
        String address = "/register/" + state.iso3();
        View view = new View(
                RegisterPages.kindName(visit, version.kind()),
                visit.link(address + "/" + version.kind().id()),
                visit.state(state),
                visit.link(address),
                version.code(),
                version.version(),
                RegisterPages.approval(visit, version.approval()),
                version.approval().id(),
                version.because(),
                visit.date(version.content().validFrom()),
                visit.moment(version.recordedAt()),
                RegisterPages.area(visit, version.areaForReports()),
                fields(visit, reader, version),
                kept(version),
                picture(visit, version.content().shape()),
                picture(visit, version.content().shapeAsGiven()),
                versions(visit, history),
                belonging(visit, reader, version),
                approvals.look(reader, state, number, visit.today()).findings().stream()
                        .map(finding -> RecordSketch.note(visit, finding))
                        .toList(),
                points(visit, version),
                written(visit, version),
                mayChange(reader, version)
                        ? Optional.of(visit.link(address + "/records/" + number + "/edit"))
                        : Optional.empty(),
                visit.asked("kept").isPresent(),
                AreaPages.view(visit, register, areas, reader, version),
                steps(visit, reader, version),
                "/" + visit.lang() + address + "/records/" + number,
                wrong);
        return renderer.page(
                visit,
                status,
                "register-record",
                visit.say(
                        "register.record.title",
                        Map.of("kind", RegisterPages.kindName(visit, version.kind()), "code", version.code())),
                view);
    }

    private boolean mayChange(Actor reader, RegisterVersion version) {
        return (version.approval().open() || version.approval() == Approval.APPROVED)
                && register.may(reader, Permission.REGISTER_WRITE, version);
    }

    private static List<RecordSketch.PointRow> points(Visit visit, RegisterVersion version) {
        return WrittenPlace.of(version.fields())
                .map(written -> RecordSketch.points(visit, written, PlaceReader.read(written)))
                .orElse(List.of());
    }

    /** The place as it was written, point by point, in the words of the report. */
    private static List<FieldRow> written(Visit visit, RegisterVersion version) {
        return WrittenPlace.of(version.fields())
                .map(written -> RecordSketch.written(visit, written))
                .orElse(List.of());
    }

    private List<FieldRow> fields(Visit visit, Actor reader, RegisterVersion version) {
        List<FieldRow> rows = new ArrayList<>();
        for (FieldDefinition field : dictionary.fields(version.kind()).values()) {
            if (field.name().equals(WrittenPlace.FIELD)) {
                continue;
            }
            version.fields()
                    .text(field.name())
                    .ifPresent(text -> rows.add(new FieldRow(
                            visit.say(field.textKey()),
                            text(visit, field, text),
                            field.linked()
                                    .flatMap(kind -> register.find(reader, version.state(), kind, text))
                                    .map(linked -> visit.link(address(linked))))));
        }
        return rows;
    }

    static String address(RegisterVersion version) {
        return "/register/" + version.state().iso3() + "/records/" + version.number();
    }

    /** What belongs to a record, and the areas that name it as the one that they come from or went into. */
    private List<Link> belonging(Visit visit, Actor reader, RegisterVersion version) {
        List<Link> links = new ArrayList<>();
        if (version.kind() == Kind.HAZARD) {
            for (RegisterVersion naming : register.naming(reader, version)) {
                for (String field : AreaLife.lineage()) {
                    if (naming.fields()
                            .text(field)
                            .filter(version.code()::equals)
                            .isPresent()) {
                        links.add(Link.of(
                                visit.say("area.named." + Words.key(field), Map.of("code", visit.code(naming.code()))),
                                visit.link(address(naming))));
                    }
                }
            }
        }
        register.belonging(reader, version.state(), version.number(), MOST_BELONGING)
                .forEach(one -> links.add(Link.of(
                        RegisterPages.kindName(visit, one.kind()) + " " + visit.code(one.code()),
                        visit.link(address(one)))));
        return links;
    }

    /** The text of a field as a reader sees it. */
    static String text(Visit visit, FieldDefinition field, String text) {
        return switch (field.type()) {
            case CODE, CODES ->
                Arrays.stream(text.split(" ", -1))
                        .map(code -> RegisterPages.word(visit, field.codes().orElseThrow(), code))
                        .collect(Collectors.joining(", "));
            case INTEGER -> visit.number(Long.parseLong(text));
            case AREA -> visit.say("register.area", Map.of("area", new java.math.BigDecimal(text)));
            case DATE ->
                org.mineban.kernel.PartialDate.find(text).map(visit::date).orElse(text);
            case FLAG -> visit.say("register.flag." + text);
            case TEXT, DECIMAL, LINK -> Visit.isolated(text);
        };
    }

    private static List<FieldRow> kept(RegisterVersion version) {
        return version.fields().texts().entrySet().stream()
                .filter(one -> one.getKey().startsWith(Fields.KEPT_COLUMN))
                .map(one -> new FieldRow(one.getKey().substring(Fields.KEPT_COLUMN.length()), one.getValue()))
                .toList();
    }

    private static String picture(Visit visit, Optional<org.mineban.operations.Shape> shape) {
        return shape.map(Shapes::geometry)
                .map(geometry -> ShapePicture.of(geometry, List.of()))
                .map(picture -> picture.svg(
                        visit.say(ShapePicture.TITLE), visit.say(ShapePicture.DESCRIPTION, picture.values())))
                .orElse("");
    }

    private static List<VersionRow> versions(Visit visit, List<RegisterVersion> history) {
        List<VersionRow> rows = new ArrayList<>();
        RegisterVersion before = null;
        for (RegisterVersion version : history) {
            rows.add(new VersionRow(
                    visit.number(version.version()),
                    visit.date(version.content().validFrom()),
                    version.until().map(visit::date).orElse(""),
                    RegisterPages.approval(visit, version.approval()),
                    visit.moment(version.recordedAt()),
                    version.replacedAt().map(visit::moment).orElse(""),
                    before == null ? "" : changed(visit, before, version)));
            before = version;
        }
        return rows.reversed();
    }

    private static String changed(Visit visit, RegisterVersion before, RegisterVersion after) {
        return java.util.stream.Stream.concat(
                        before.fields().texts().keySet().stream(), after.fields().texts().keySet().stream())
                .distinct()
                .filter(name -> !name.startsWith(Fields.KEPT_COLUMN))
                .filter(name ->
                        !before.fields().text(name).equals(after.fields().text(name)))
                .sorted()
                .map(name -> visit.say("register.field." + name.replace('_', '-')))
                .collect(Collectors.joining(", "));
    }

    private List<Step> steps(Visit visit, Actor reader, RegisterVersion version) {
        List<Step> steps = new ArrayList<>();
        Approval now = version.approval();
        if ((now == Approval.DRAFT || now == Approval.RETURNED)
                && register.may(reader, Permission.REGISTER_WRITE, version)) {
            steps.add(step(visit, "submit", false));
        }
        if (now == Approval.SUBMITTED && register.may(reader, Permission.REGISTER_VERIFY, version)) {
            steps.add(step(visit, "verify", false));
            steps.add(step(visit, "return", true));
        }
        if (now == Approval.VERIFIED && register.may(reader, Permission.REGISTER_APPROVE, version)) {
            steps.add(step(visit, "approve", false));
            steps.add(step(visit, "return", true));
        }
        if (now == Approval.APPROVED && register.may(reader, Permission.REGISTER_REOPEN, version)) {
            steps.add(step(visit, "reopen", true));
        }
        return steps;
    }

    private static Step step(Visit visit, String key, boolean reason) {
        return new Step(key, visit.say("register.step." + key), reason);
    }

    @PostMapping(RECORD + "/submit")
    ResponseEntity<byte[]> submit(
            Visit visit,
            @PathVariable("code") String iso3,
            @PathVariable("number") long number,
            HttpServletRequest request) {
        return step(visit, iso3, number, (actor, state) -> approvals.submit(actor, state, number, seen(request)));
    }

    @PostMapping(RECORD + "/verify")
    ResponseEntity<byte[]> verify(
            Visit visit,
            @PathVariable("code") String iso3,
            @PathVariable("number") long number,
            HttpServletRequest request) {
        return step(visit, iso3, number, (actor, state) -> approvals.verify(actor, state, number, seen(request)));
    }

    @PostMapping(RECORD + "/approve")
    ResponseEntity<byte[]> approve(
            Visit visit,
            @PathVariable("code") String iso3,
            @PathVariable("number") long number,
            HttpServletRequest request) {
        return step(visit, iso3, number, (actor, state) -> approvals.approve(actor, state, number, seen(request)));
    }

    @PostMapping(RECORD + "/return")
    ResponseEntity<byte[]> giveBack(
            Visit visit,
            @PathVariable("code") String iso3,
            @PathVariable("number") long number,
            HttpServletRequest request) {
        String because = Forms.text(request, "because");
        return step(
                visit,
                iso3,
                number,
                (actor, state) -> approvals.giveBack(actor, state, number, seen(request), because));
    }

    @PostMapping(RECORD + "/reopen")
    ResponseEntity<byte[]> reopen(
            Visit visit,
            @PathVariable("code") String iso3,
            @PathVariable("number") long number,
            HttpServletRequest request) {
        String because = Forms.text(request, "because");
        return step(
                visit, iso3, number, (actor, state) -> approvals.reopen(actor, state, number, seen(request), because));
    }

    static int seen(HttpServletRequest request) {
        String text = Forms.text(request, "version");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    /** Does something with a record and shows the one that comes of it; when it cannot be done, the record as it is now and why not. */
    ResponseEntity<byte[]> step(
            Visit visit, String iso3, long number, BiFunction<Actor, StateCode, RegisterVersion> doing) {
        StateCode state = RegisterPages.state(visit, iso3);
        Actor actor = RegisterPages.required(visit);
        RegisterVersion done;
        try {
            done = doing.apply(actor, state);
        } catch (ProblemException refused) {
            Problem problem = refused.problem();
            boolean here = problem.kind() == Problem.Kind.CONFLICT || HERE.contains(problem.id());
            if (!here) {
                throw refused;
            }
            return page(
                    visit, Faults.status(problem), state, number, Optional.of(RegisterPages.problem(visit, problem)));
        }
        return Forms.seeOther(visit.link("/register/" + state.iso3() + "/records/" + done.number()));
    }
}
