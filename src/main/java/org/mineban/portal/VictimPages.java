package org.mineban.portal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;
import org.mineban.operations.Fields;
import org.mineban.operations.RegisterVersion;
import org.mineban.victims.Care;
import org.mineban.victims.CareStep;
import org.mineban.victims.Consent;
import org.mineban.victims.Identity;
import org.mineban.victims.Terms;
import org.mineban.victims.Vault;
import org.mineban.victims.VictimFile;
import org.mineban.victims.VictimRecords;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Victims of a State by number, and what is recorded of each without opening who it is. */
@RestController
final class VictimPages {

    static final String ALL = "/register/{code:[A-Za-z]{3}}/victims";
    static final String ONE = ALL + "/{victim}";

    private static final int PAGE = 50;

    private final PageRenderer renderer;
    private final VictimForms forms;
    private final VictimRecords records;
    private final Vault vault;
    private final Care care;
    private final AuditRows audit;

    VictimPages(
            PageRenderer renderer, VictimForms forms, VictimRecords records, Vault vault, Care care, AuditRows audit) {
        this.renderer = renderer;
        this.forms = forms;
        this.records = records;
        this.vault = vault;
        this.care = care;
        this.audit = audit;
    }

    /** The list. */
    record ListView(
            String base,
            Optional<Forms.Wrong> wrong,
            boolean writer,
            boolean reader,
            boolean confirms,
            List<String> notices,
            Optional<String> found,
            List<Row> rows,
            Optional<String> more) {}

    /** A victim in the list. */
    record Row(
            String number,
            String href,
            String outcome,
            String sex,
            String age,
            String status,
            String day,
            String file) {}

    /** The form for a new victim. */
    record NewView(
            String base,
            Optional<Forms.Wrong> wrong,
            List<Choice> outcomes,
            List<Choice> sexes,
            List<Choice> bands,
            List<Choice> statuses,
            List<Choice> devices,
            String day,
            String age,
            String region,
            VictimForms.IdentityForm identity) {}

    /** One victim. */
    record OneView(
            String base,
            String number,
            Optional<Forms.Wrong> wrong,
            List<Fact> attributes,
            boolean writer,
            boolean reader,
            Optional<FileView> file,
            Optional<VictimForms.IdentityForm> identity,
            List<ConsentRow> consents,
            List<Choice> sharings,
            List<Choice> answers,
            List<Choice> givers,
            List<StepRow> steps,
            List<Choice> kinds,
            List<Choice> services,
            String today,
            String reason,
            List<AuditRows.Row> history) {}

    /** A fact in words. */
    record Fact(String label, String text) {}

    /** What the vault holds, unopened. */
    record FileView(boolean kept, String erased, String purpose, String basis, String until, int version) {}

    /** The latest answer about one sharing. */
    record ConsentRow(String sharing, String answer, String giver, String when) {}

    /** A step of care. */
    record StepRow(
            String id,
            String kind,
            String service,
            String provider,
            String note,
            String began,
            String done,
            boolean open) {}

    static String base(StateCode state) {
        return "/register/" + state.iso3() + "/victims";
    }

    static String base(StateCode state, String victim) {
        return base(state) + "/"
                + java.net.URLEncoder.encode(victim, java.nio.charset.StandardCharsets.UTF_8)
                        .replace("+", "%20");
    }

    private Person reader(Visit visit, StateCode state) {
        if (records.mayRead(visit.visitor().person(), state)) {
            return visit.visitor().person().orElseThrow();
        }
        return visit.visitor().require(Permission.VICTIMS_WRITE, Thing.of(state));
    }

    private static Person writer(Visit visit, StateCode state) {
        return visit.visitor().require(Permission.VICTIMS_WRITE, Thing.of(state));
    }

    /** The way to the victims of the State that one works for; to choose among, where there are several. */
    @GetMapping("/victims")
    ResponseEntity<byte[]> choose(Visit visit) {
        Person person = visit.visitor().requireSomewhere(Permission.VICTIMS_CONFIRM_EXPORT);
        List<StateCode> states = person.states().stream()
                .filter(state -> visit.visitor().may(Permission.VICTIMS_CONFIRM_EXPORT, Thing.of(state)))
                .toList();
        if (states.size() == 1) {
            return Forms.seeOther(visit.link(base(states.getFirst())));
        }
        return renderer.page(
                visit,
                "victims-states",
                visit.say("page.nav.victims"),
                states.stream()
                        .map(state -> new StateLink(visit.state(state), visit.link(base(state))))
                        .toList());
    }

    /** A State to choose. */
    record StateLink(String name, String href) {}

    @GetMapping(ALL)
    ResponseEntity<byte[]> list(Visit visit, @PathVariable("code") String code) {
        StateCode state = VictimForms.state(visit, code);
        return list(visit, state, reader(visit, state), Optional.empty(), Optional.empty());
    }

    private ResponseEntity<byte[]> list(
            Visit visit, StateCode state, Person person, Optional<Set<String>> found, Optional<Forms.Wrong> wrong) {
        boolean writer = vault.mayWrite(person, state);
        Map<String, VictimFile> files = writer
                ? vault.list(person, state).stream().collect(Collectors.toMap(VictimFile::victimNo, file -> file))
                : Map.of();
        long after = visit.asked("after")
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
        List<RegisterVersion> versions = found.isPresent()
                ? found.get().stream()
                        .flatMap(number -> records.find(person, state, number).stream())
                        .toList()
                : records.list(person, state, after, PAGE + 1);
        List<Row> rows = versions.stream()
                .limit(found.isPresent() ? Long.MAX_VALUE : PAGE)
                .map(version -> row(visit, state, version, writer, files.get(version.code())))
                .toList();
        Optional<String> more = found.isEmpty() && versions.size() > PAGE
                ? Optional.of(visit.link(
                        base(state),
                        Map.of("after", Long.toString(versions.get(PAGE - 1).number()))))
                : Optional.empty();
        return renderer.page(
                visit,
                Forms.status(wrong),
                "victims",
                visit.say("victims.title", Map.of("state", visit.state(state))),
                new ListView(
                        base(state),
                        wrong,
                        writer,
                        vault.mayRead(person, state),
                        visit.visitor().may(Permission.VICTIMS_CONFIRM_EXPORT, Thing.of(state)),
                        writer ? notices(visit, state, person) : List.of(),
                        found.map(numbers -> visit.say("victims.search.found", Map.of("count", numbers.size()))),
                        rows,
                        more));
    }

    private List<String> notices(Visit visit, StateCode state, Person person) {
        int past = vault.pastTheirDay(person, state, visit.today()).size();
        int without = care.withoutCare(person, state).size();
        return java.util.stream.Stream.of(
                        past == 0 ? "" : visit.say("victims.past-day", Map.of("count", past)),
                        without == 0 ? "" : visit.say("victims.without-care", Map.of("count", without)))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private Row row(
            Visit visit,
            StateCode state,
            RegisterVersion version,
            boolean writer,
            @org.jspecify.annotations.Nullable VictimFile file) {
        Fields fields = version.fields();
        String kept = file == null ? "none" : file.hasIdentity() ? "kept" : "erased";
        return new Row(
                version.code(),
                visit.link(base(state, version.code())),
                word(visit, fields, "outcome"),
                word(visit, fields, "sex"),
                age(visit, fields),
                word(visit, fields, "civil_status"),
                fields.date("happened_on").map(visit::date).orElse(visit.say("victims.unknown")),
                writer ? visit.say("victims.file." + kept) : "");
    }

    private static String word(Visit visit, Fields fields, String name) {
        return fields.text(name).map(code -> VictimForms.word(visit, code)).orElse(visit.say("victims.unknown"));
    }

    private static String age(Visit visit, Fields fields) {
        return fields.text("age")
                .map(visit::code)
                .or(() -> fields.text("age_band")
                        .map(band ->
                                Character.isDigit(band.charAt(0)) ? visit.code(band) : VictimForms.word(visit, band)))
                .orElse(visit.say("victims.unknown"));
    }

    @PostMapping(ALL + "/search")
    ResponseEntity<byte[]> search(Visit visit, @PathVariable("code") String code, HttpServletRequest request) {
        StateCode state = VictimForms.state(visit, code);
        Person person = VictimForms.person(visit, Permission.VICTIMS_READ_IDENTITY, state);
        return list(
                visit,
                state,
                person,
                Optional.of(vault.search(person, state, Forms.text(request, "typed"))),
                Optional.empty());
    }

    @GetMapping(ALL + "/new")
    ResponseEntity<byte[]> newOne(Visit visit, @PathVariable("code") String code) {
        StateCode state = VictimForms.state(visit, code);
        writer(visit, state);
        return newOne(visit, state, Optional.empty(), Map.of(), VictimForms.form(visit));
    }

    private ResponseEntity<byte[]> newOne(
            Visit visit,
            StateCode state,
            Optional<Forms.Wrong> wrong,
            Map<String, String> typed,
            VictimForms.IdentityForm identity) {
        return renderer.page(
                visit,
                Forms.status(wrong),
                "victim-new",
                visit.say("victims.new"),
                new NewView(
                        base(state),
                        wrong,
                        forms.choices(visit, "outcome", typed.getOrDefault("outcome", "")),
                        forms.choices(visit, "sex", typed.getOrDefault("sex", "UNKNOWN")),
                        forms.choices(visit, "age_band", typed.getOrDefault("age-band", "UNKNOWN")),
                        forms.choices(visit, "civil_status", typed.getOrDefault("status", "UNKNOWN")),
                        forms.choices(visit, "device", typed.getOrDefault("device", "UNKNOWN")),
                        typed.getOrDefault("day", ""),
                        typed.getOrDefault("age", ""),
                        typed.getOrDefault("region", ""),
                        identity));
    }

    @PostMapping(ALL + "/new")
    ResponseEntity<byte[]> addNew(Visit visit, @PathVariable("code") String code, HttpServletRequest request) {
        StateCode state = VictimForms.state(visit, code);
        Person writer = writer(visit, state);
        Map<String, String> typed = new LinkedHashMap<>();
        for (String name : List.of("outcome", "sex", "age-band", "status", "device", "day", "age", "region")) {
            typed.put(name, Forms.text(request, name));
        }
        try {
            Identity identity = VictimForms.identity(request);
            Terms terms = VictimForms.terms(visit, request);
            Fields fields = fields(visit, request, typed);
            Vault.check(identity, terms, visit.today());
            LocalDate from =
                    fields.date("happened_on").map(PartialDate::earliest).orElse(visit.today());
            String number = records.record(writer, state, from, fields);
            vault.add(writer, state, number, identity, terms);
            return Forms.seeOther(visit.link(base(state, number)));
        } catch (ProblemException refused) {
            return newOne(visit, state, Forms.wrong(visit, refused), typed, VictimForms.form(visit, request, Map.of()));
        }
    }

    private Fields fields(Visit visit, HttpServletRequest request, Map<String, String> typed) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("outcome", forms.code(visit, request, "outcome", "outcome", "victims.outcome"));
        fields.put("sex", forms.code(visit, request, "sex", "sex", "victims.sex"));
        fields.put("age_band", forms.code(visit, request, "age-band", "age_band", "victims.age"));
        fields.put("civil_status", forms.code(visit, request, "status", "civil_status", "victims.status"));
        fields.put("device", forms.code(visit, request, "device", "device", "victims.device"));
        String age = typed.getOrDefault("age", "");
        if (!age.isEmpty()) {
            if (!age.matches("[0-9]{1,3}") || Integer.parseInt(age) > 120) {
                throw VictimForms.wrong(visit, age, "victims.age");
            }
            fields.put("age", Integer.toString(Integer.parseInt(age)));
        }
        String day = typed.getOrDefault("day", "");
        if (!day.isEmpty()) {
            if (PartialDate.find(day)
                    .filter(date -> !date.earliest().isAfter(visit.today()))
                    .isEmpty()) {
                throw VictimForms.wrong(visit, day, "victims.day");
            }
            fields.put("happened_on", day);
        }
        fields.put("admin1", typed.getOrDefault("region", ""));
        return Fields.of(fields);
    }

    @GetMapping(ONE)
    ResponseEntity<byte[]> one(Visit visit, @PathVariable("code") String code, @PathVariable("victim") String victim) {
        StateCode state = VictimForms.state(visit, code);
        return one(visit, state, reader(visit, state), victim, Optional.empty(), Optional.empty(), "");
    }

    ResponseEntity<byte[]> one(
            Visit visit,
            StateCode state,
            Person person,
            String victim,
            Optional<Forms.Wrong> wrong,
            Optional<VictimForms.IdentityForm> typed,
            String reason) {
        RegisterVersion version = records.find(person, state, victim)
                .orElseThrow(() -> new Problem(
                                "victim-file-unknown",
                                Problem.Kind.NOT_FOUND,
                                Map.of("value", victim, "state", state.iso3()))
                        .asException());
        boolean writer = vault.mayWrite(person, state);
        Optional<VictimFile> file = writer ? vault.find(person, state, victim) : Optional.empty();
        return renderer.page(
                visit,
                Forms.status(wrong),
                "victim",
                visit.say("victims.one", Map.of("number", visit.code(victim))),
                new OneView(
                        base(state, victim),
                        victim,
                        wrong,
                        attributes(visit, version.fields()),
                        writer,
                        vault.mayRead(person, state),
                        file.map(one -> file(visit, one)),
                        writer && file.isEmpty()
                                ? Optional.of(typed.orElseGet(() -> VictimForms.form(visit)))
                                : Optional.empty(),
                        file.isPresent() ? consents(visit, state, person, victim) : List.of(),
                        VictimForms.choices(visit, Consent.Sharing.class, ""),
                        VictimForms.choices(visit, Consent.Answer.class, ""),
                        VictimForms.choices(visit, Consent.Giver.class, ""),
                        writer ? steps(visit, state, person, victim) : List.of(),
                        VictimForms.choices(visit, CareStep.Kind.class, ""),
                        VictimForms.choices(visit, CareStep.Service.class, ""),
                        visit.today().toString(),
                        reason,
                        writer ? audit.rows(visit, vault.history(person, state, victim)) : List.of()));
    }

    private static List<Fact> attributes(Visit visit, Fields fields) {
        return List.of(
                new Fact(visit.say("victims.outcome"), word(visit, fields, "outcome")),
                new Fact(visit.say("victims.sex"), word(visit, fields, "sex")),
                new Fact(visit.say("victims.age"), age(visit, fields)),
                new Fact(visit.say("victims.status"), word(visit, fields, "civil_status")),
                new Fact(visit.say("victims.device"), word(visit, fields, "device")),
                new Fact(
                        visit.say("victims.day"),
                        fields.date("happened_on").map(visit::date).orElse(visit.say("victims.unknown"))),
                new Fact(
                        visit.say("victims.region"),
                        fields.text("admin1").map(Visit::isolated).orElse(visit.say("victims.unknown"))));
    }

    private static FileView file(Visit visit, VictimFile file) {
        return new FileView(
                file.hasIdentity(),
                file.erasedAt()
                        .map(moment -> visit.say("victims.was-erased", Map.of("day", visit.moment(moment))))
                        .orElse(""),
                VictimForms.word(visit, file.terms().purpose().name()),
                VictimForms.word(visit, file.terms().basis().name()),
                visit.date(file.terms().keepUntil()),
                file.version());
    }

    private List<ConsentRow> consents(Visit visit, StateCode state, Person person, String victim) {
        Map<Consent.Sharing, Consent> latest = vault.consents(person, state, victim);
        return java.util.Arrays.stream(Consent.Sharing.values())
                .map(sharing -> Optional.ofNullable(latest.get(sharing))
                        .map(consent -> new ConsentRow(
                                VictimForms.word(visit, sharing.name()),
                                VictimForms.word(visit, consent.answer().name()),
                                VictimForms.word(visit, consent.givenBy().name()),
                                visit.moment(consent.recordedAt())))
                        .orElseGet(() -> new ConsentRow(
                                VictimForms.word(visit, sharing.name()),
                                visit.say("victims.consent.not-asked"),
                                "",
                                "")))
                .toList();
    }

    private List<StepRow> steps(Visit visit, StateCode state, Person person, String victim) {
        return care.list(person, state, victim).stream()
                .map(step -> new StepRow(
                        step.id().toString(),
                        VictimForms.word(visit, step.kind().name()),
                        VictimForms.word(visit, step.service().name()),
                        step.provider(),
                        step.note(),
                        visit.date(step.beganOn()),
                        step.doneOn().map(visit::date).orElse(visit.say("victims.care.open")),
                        step.doneOn().isEmpty()))
                .toList();
    }

    private void requireRecord(Visit visit, Person person, StateCode state, String victim) {
        if (records.find(person, state, victim).isEmpty()) {
            throw Faults.notFound(visit.path());
        }
    }

    /** What a form of a victim's page does. */
    private interface Change {
        void run(Person writer);
    }

    private ResponseEntity<byte[]> change(Visit visit, StateCode state, String victim, Change change) {
        Person writer = VictimForms.person(visit, Permission.VICTIMS_WRITE, state);
        try {
            change.run(writer);
            return Forms.seeOther(visit.link(base(state, victim)));
        } catch (ProblemException refused) {
            if (!vault.mayWrite(writer, state)) {
                throw refused;
            }
            return one(visit, state, writer, victim, Forms.wrong(visit, refused), Optional.empty(), "");
        }
    }

    @PostMapping(ONE + "/identity/add")
    ResponseEntity<byte[]> addIdentity(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("victim") String victim,
            HttpServletRequest request) {
        StateCode state = VictimForms.state(visit, code);
        Person writer = writer(visit, state);
        try {
            requireRecord(visit, writer, state, victim);
            vault.add(writer, state, victim, VictimForms.identity(request), VictimForms.terms(visit, request));
            return Forms.seeOther(visit.link(base(state, victim)));
        } catch (ProblemException refused) {
            return one(
                    visit,
                    state,
                    writer,
                    victim,
                    Forms.wrong(visit, refused),
                    Optional.of(VictimForms.form(visit, request, Map.of())),
                    "");
        }
    }

    @PostMapping(ONE + "/consents")
    ResponseEntity<byte[]> consent(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("victim") String victim,
            HttpServletRequest request) {
        StateCode state = VictimForms.state(visit, code);
        writer(visit, state);
        return change(
                visit,
                state,
                victim,
                writer -> vault.consent(
                        writer,
                        state,
                        victim,
                        VictimForms.code(visit, request, "sharing", Consent.Sharing.class, "victims.consent.share"),
                        VictimForms.code(visit, request, "answer", Consent.Answer.class, "victims.consent.answer"),
                        VictimForms.code(visit, request, "giver", Consent.Giver.class, "victims.consent.giver")));
    }

    @PostMapping(ONE + "/care")
    ResponseEntity<byte[]> care(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("victim") String victim,
            HttpServletRequest request) {
        StateCode state = VictimForms.state(visit, code);
        writer(visit, state);
        return change(visit, state, victim, writer -> {
            requireRecord(visit, writer, state, victim);
            care.add(
                    writer,
                    state,
                    victim,
                    new Care.Entry(
                            VictimForms.code(visit, request, "kind", CareStep.Kind.class, "victims.care.kind"),
                            VictimForms.code(visit, request, "service", CareStep.Service.class, "victims.care.service"),
                            VictimForms.day(visit, request, "began", "victims.care.began"),
                            VictimForms.optionalDay(visit, request, "done", "victims.care.done"),
                            Forms.text(request, "provider"),
                            Forms.text(request, "remark")));
        });
    }

    @PostMapping(ONE + "/care/done")
    ResponseEntity<byte[]> careDone(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("victim") String victim,
            HttpServletRequest request) {
        StateCode state = VictimForms.state(visit, code);
        writer(visit, state);
        UUID id = Forms.id(Forms.text(request, "step")).orElseThrow(() -> Faults.notFound(visit.path()));
        return change(visit, state, victim, writer -> care.done(writer, state, victim, id, visit.today()));
    }

    @PostMapping(ONE + "/photograph")
    ResponseEntity<byte[]> photograph(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("victim") String victim,
            HttpServletRequest request)
            throws IOException, ServletException {
        StateCode state = VictimForms.state(visit, code);
        writer(visit, state);
        Part part = request.getContentType().startsWith("multipart/") ? request.getPart("photograph") : null;
        byte[] given = new byte[0];
        if (part != null && part.getSize() > Vault.MOST_PHOTO_BYTES) {
            throw new Problem("file-too-large", Problem.Kind.WRONG_USAGE, Map.of("limit", Vault.MOST_PHOTO_BYTES))
                    .asException();
        }
        if (part != null) {
            try (InputStream in = part.getInputStream()) {
                given = in.readAllBytes();
            }
        }
        byte[] bytes = given;
        return change(visit, state, victim, writer -> vault.photograph(writer, state, victim, bytes));
    }

    @PostMapping(ONE + "/erase")
    ResponseEntity<byte[]> erase(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("victim") String victim,
            HttpServletRequest request) {
        StateCode state = VictimForms.state(visit, code);
        writer(visit, state);
        return change(
                visit,
                state,
                victim,
                writer -> vault.erase(
                        writer, state, victim, VictimIdentityPages.version(request), Forms.text(request, "because")));
    }
}
