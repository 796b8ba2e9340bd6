package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mineban.accounts.Permission;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;
import org.mineban.operations.Actor;
import org.mineban.operations.Approvals;
import org.mineban.operations.CheckFinding;
import org.mineban.operations.Kind;
import org.mineban.operations.Register;
import org.mineban.operations.RegisterQuery;
import org.mineban.operations.RegisterVersion;
import org.mineban.operations.SavedViews;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The same step for many records: what the checks say of each is seen first, each is asked for by itself, and what was done is told record by record. The
 * lists that people keep are kept here too.
 */
@RestController
final class BulkPages {

    private static final String BULK = "/register/{code:[A-Za-z]{3}}/bulk";
    private static final int MOST = 200;
    private static final Pattern PICK = Pattern.compile("(\\d{1,18}):(\\d{1,9})");
    private static final List<String> STEPS = List.of("submit", "verify", "approve");

    private final PageRenderer renderer;
    private final Register register;
    private final Approvals approvals;
    private final SavedViews views;

    BulkPages(PageRenderer renderer, Register register, Approvals approvals, SavedViews views) {
        this.renderer = renderer;
        this.register = register;
        this.approvals = approvals;
        this.views = views;
    }

    /** The records that were picked. */
    record View(
            String state, String backHref, String action, List<Row> rows, List<StepButton> steps, List<Done> done) {}

    /** A record and what is to be said of it. */
    record Row(
            String pick,
            String kind,
            String code,
            String href,
            String approval,
            boolean can,
            String why,
            List<RecordSketch.NoteRow> findings) {}

    /** A step that some of them can take. */
    record StepButton(String key, String label) {}

    /** What came of a record. */
    record Done(String code, String href, boolean refused, String sentence) {}

    /** A record and the version that was seen. */
    private record Pick(long number, int version) {}

    @PostMapping(BULK)
    ResponseEntity<byte[]> look(Visit visit, @PathVariable("code") String iso3, HttpServletRequest request) {
        StateCode state = RegisterPages.state(visit, iso3);
        return page(visit, state, picks(request), List.of());
    }

    @PostMapping(BULK + "/{step:submit|verify|approve}")
    ResponseEntity<byte[]> take(
            Visit visit,
            @PathVariable("code") String iso3,
            @PathVariable("step") String step,
            HttpServletRequest request) {
        StateCode state = RegisterPages.state(visit, iso3);
        Actor actor = RegisterPages.required(visit);
        List<Pick> picks = picks(request);
        List<Done> done = new ArrayList<>();
        for (Pick pick : picks) {
            done.add(one(visit, actor, state, step, pick));
        }
        return page(visit, state, picks, done);
    }

    private Done one(Visit visit, Actor actor, StateCode state, String step, Pick pick) {
        String href = visit.link("/register/" + state.iso3() + "/records/" + pick.number());
        String code = visit.number(pick.number());
        try {
            code = register.get(actor, state, pick.number()).code();
            RegisterVersion now = switch (step) {
                case "submit" -> approvals.submit(actor, state, pick.number(), pick.version());
                case "verify" -> approvals.verify(actor, state, pick.number(), pick.version());
                default -> approvals.approve(actor, state, pick.number(), pick.version());
            };
            return new Done(now.code(), href, false, RegisterPages.approval(visit, now.approval()));
        } catch (ProblemException refused) {
            return new Done(code, href, true, visit.narrator().problem(Faults.shown(refused.problem())));
        }
    }

    private static List<Pick> picks(HttpServletRequest request) {
        return Arrays.stream(Objects.requireNonNullElse(request.getParameterValues("pick"), new String[0]))
                .map(PICK::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(pick -> new Pick(Long.parseLong(pick.group(1)), Integer.parseInt(pick.group(2))))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private ResponseEntity<byte[]> page(Visit visit, StateCode state, List<Pick> picks, List<Done> done) {
        Actor actor = RegisterPages.required(visit);
        register.list(actor, state, Kind.HAZARD, RegisterQuery.all(1)); // lets nobody past who may read nothing here
        List<Row> rows = new ArrayList<>();
        Set<String> steps = new HashSet<>();
        for (Pick pick : picks) {
            RegisterVersion version = register.get(actor, state, pick.number());
            Optional<String> next = next(actor, version);
            next.ifPresent(steps::add);
            List<CheckFinding> findings = approvals
                    .look(actor, state, version.number(), visit.today())
                    .findings();
            rows.add(new Row(
                    version.number() + ":" + version.version(),
                    RegisterPages.kindName(visit, version.kind()),
                    version.code(),
                    visit.link(RegisterRecordPages.address(version)),
                    RegisterPages.approval(visit, version.approval()),
                    next.isPresent(),
                    next.map(step -> visit.say("register.step." + step)).orElseGet(() -> visit.say("bulk.nothing")),
                    findings.stream()
                            .map(finding -> RecordSketch.note(visit, finding))
                            .toList()));
        }
        String address = "/" + visit.lang() + "/register/" + state.iso3() + "/bulk";
        return renderer.page(
                visit,
                "register-bulk",
                visit.say("bulk.title", Map.of("count", rows.size())),
                new View(
                        visit.state(state),
                        visit.link("/register/" + state.iso3()),
                        address,
                        rows,
                        STEPS.stream()
                                .filter(steps::contains)
                                .map(step -> new StepButton(step, visit.say("register.step." + step)))
                                .toList(),
                        done));
    }

    /** The step that somebody may do next with a record. Its writer never does more than hand it in. */
    private Optional<String> next(Actor actor, RegisterVersion version) {
        return switch (version.approval()) {
            case DRAFT, RETURNED -> may(actor, Permission.REGISTER_WRITE, version, "submit");
            case SUBMITTED -> may(actor, Permission.REGISTER_VERIFY, version, "verify");
            case VERIFIED -> may(actor, Permission.REGISTER_APPROVE, version, "approve");
            case APPROVED, QUARANTINED -> Optional.empty();
        };
    }

    private Optional<String> may(Actor actor, Permission permission, RegisterVersion version, String step) {
        return register.may(actor, permission, version) ? Optional.of(step) : Optional.empty();
    }

    @PostMapping("/register/{code:[A-Za-z]{3}}/{kind:[a-z-]+}/views")
    ResponseEntity<byte[]> keepView(
            Visit visit,
            @PathVariable("code") String iso3,
            @PathVariable("kind") String kindId,
            HttpServletRequest request) {
        StateCode state = RegisterPages.state(visit, iso3);
        Kind kind = Kind.find(kindId).orElseThrow(() -> Faults.notFound(visit.path()));
        Actor actor = RegisterPages.required(visit);
        register.counts(actor, state);
        actor.person().ifPresent(person -> {
            Optional<java.util.UUID> forget = Forms.id(Forms.text(request, "forget"));
            if (forget.isPresent()) {
                views.forget(person, forget.get());
            } else {
                views.keep(person, state, kind, Forms.text(request, "name"), Forms.text(request, "query"));
            }
        });
        return Forms.seeOther(visit.link("/register/" + state.iso3() + "/" + kind.id()));
    }
}
