package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;
import org.mineban.presentation.Table;
import org.mineban.presentation.TableFiles;
import org.mineban.victims.Breaches;
import org.mineban.victims.Consent;
import org.mineban.victims.Identity;
import org.mineban.victims.IdentityExports;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Identities taken out by two people, and the log of breaches. */
@RestController
final class VictimExportPages {

    private static final String EXPORTS = VictimPages.ALL + "/exports";
    private static final String BREACHES = VictimPages.ALL + "/breaches";

    private final PageRenderer renderer;
    private final IdentityExports exports;
    private final Breaches breaches;
    private final AuditRows audit;

    VictimExportPages(PageRenderer renderer, IdentityExports exports, Breaches breaches, AuditRows audit) {
        this.renderer = renderer;
        this.exports = exports;
        this.breaches = breaches;
        this.audit = audit;
    }

    /** The wishes. */
    record ExportsView(
            String base, Optional<Forms.Wrong> wrong, boolean asks, List<Row> rows, List<Choice> sharings, Sent sent) {}

    /** What was sent and not taken. */
    record Sent(String receiver, String because) {}

    /** A wish. */
    record Row(
            String id,
            String when,
            String sharing,
            String receiver,
            String because,
            String asked,
            String confirmed,
            String state,
            boolean mayConfirm,
            boolean mayTake) {}

    /** The log of breaches. */
    record BreachesView(
            String base,
            Optional<Forms.Wrong> wrong,
            List<Breach> rows,
            String noticed,
            String people,
            String what,
            String done) {}

    /** A breach. */
    record Breach(String noticed, String people, String what, String done, String by) {}

    private Person reader(Visit visit, StateCode state) {
        return visit.visitor().may(Permission.VICTIMS_READ_IDENTITY, Thing.of(state))
                ? visit.visitor().require(Permission.VICTIMS_READ_IDENTITY, Thing.of(state))
                : visit.visitor().require(Permission.VICTIMS_CONFIRM_EXPORT, Thing.of(state));
    }

    @GetMapping(EXPORTS)
    ResponseEntity<byte[]> exports(Visit visit, @PathVariable("code") String code) {
        StateCode state = VictimForms.state(visit, code);
        return exports(visit, state, reader(visit, state), Optional.empty(), new Sent("", ""));
    }

    private ResponseEntity<byte[]> exports(
            Visit visit, StateCode state, Person person, Optional<Forms.Wrong> wrong, Sent sent) {
        List<Row> rows = exports.list(person, state).stream()
                .map(wish -> row(visit, state, wish))
                .toList();
        return renderer.page(
                visit,
                Forms.status(wrong),
                "victim-exports",
                visit.say("victims.exports"),
                new ExportsView(
                        VictimPages.base(state),
                        wrong,
                        visit.visitor().may(Permission.VICTIMS_READ_IDENTITY, Thing.of(state)),
                        rows,
                        VictimForms.choices(visit, Consent.Sharing.class, ""),
                        sent));
    }

    private Row row(Visit visit, StateCode state, IdentityExports.Wish wish) {
        boolean confirmed = wish.confirmedAt().isPresent();
        boolean taken = wish.takenAt().isPresent();
        UUID asked = UUID.fromString(wish.askedBy());
        return new Row(
                wish.id().toString(),
                visit.moment(wish.askedAt()),
                VictimForms.word(visit, wish.sharing().name()),
                wish.receiver(),
                wish.because(),
                audit.actor(visit, wish.askedBy()),
                wish.confirmedBy().map(by -> audit.actor(visit, by)).orElse(""),
                taken
                        ? visit.say(
                                "victims.exports.taken",
                                Map.of("count", wish.people().orElse(0)))
                        : confirmed ? "" : visit.say("victims.exports.waits"),
                !confirmed
                        && visit.visitor()
                                .may(
                                        Permission.VICTIMS_CONFIRM_EXPORT,
                                        Thing.of(state).by(asked)),
                confirmed && !taken && visit.visitor().is(asked));
    }

    @PostMapping(EXPORTS)
    ResponseEntity<byte[]> ask(Visit visit, @PathVariable("code") String code, HttpServletRequest request) {
        StateCode state = VictimForms.state(visit, code);
        Person asking = visit.visitor().require(Permission.VICTIMS_READ_IDENTITY, Thing.of(state));
        Sent sent = new Sent(Forms.text(request, "receiver"), Forms.text(request, "because"));
        try {
            exports.ask(
                    asking,
                    state,
                    VictimForms.code(visit, request, "sharing", Consent.Sharing.class, "victims.consent.share"),
                    sent.receiver(),
                    sent.because());
            return Forms.seeOther(visit.link(VictimPages.base(state) + "/exports"));
        } catch (ProblemException refused) {
            return exports(visit, state, asking, Forms.wrong(visit, refused), sent);
        }
    }

    @PostMapping(EXPORTS + "/{id:[0-9a-f-]{36}}/confirm")
    ResponseEntity<byte[]> confirm(Visit visit, @PathVariable("code") String code, @PathVariable("id") UUID id) {
        StateCode state = VictimForms.state(visit, code);
        exports.confirm(VictimForms.person(visit, Permission.VICTIMS_CONFIRM_EXPORT, state), state, id);
        return Forms.seeOther(visit.link(VictimPages.base(state) + "/exports"));
    }

    @PostMapping(EXPORTS + "/{id:[0-9a-f-]{36}}/take")
    ResponseEntity<byte[]> take(Visit visit, @PathVariable("code") String code, @PathVariable("id") UUID id) {
        StateCode state = VictimForms.state(visit, code);
        Person asking = VictimForms.person(visit, Permission.VICTIMS_READ_IDENTITY, state);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (IdentityExports.Taken one : exports.take(asking, state, id)) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(one.victimNo());
            row.addAll(one.identity().parts().values());
            rows.add(row);
        }
        List<String> columns = new ArrayList<>(List.of("victim-no"));
        columns.addAll(Identity.PARTS);
        return csv(new Table("identities", columns, rows), "identities-" + state + ".csv");
    }

    static ResponseEntity<byte[]> csv(Table table, String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            TableFiles.writeCsv(table, out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/csv;charset=utf-8"))
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(out.toByteArray());
    }

    @GetMapping(BREACHES)
    ResponseEntity<byte[]> breaches(Visit visit, @PathVariable("code") String code) {
        StateCode state = VictimForms.state(visit, code);
        Person person = visit.visitor().require(Permission.VICTIMS_WRITE, Thing.of(state));
        return breaches(
                visit, state, person, Optional.empty(), List.of(visit.today().toString(), "", "", ""));
    }

    private ResponseEntity<byte[]> breaches(
            Visit visit, StateCode state, Person person, Optional<Forms.Wrong> wrong, List<String> sent) {
        List<Breach> rows = breaches.list(person, state).stream()
                .map(one -> new Breach(
                        visit.date(one.noticedOn()),
                        one.people().map(visit::number).orElse(visit.say("victims.unknown")),
                        one.what(),
                        one.done(),
                        audit.actor(visit, one.recordedBy())))
                .toList();
        return renderer.page(
                visit,
                Forms.status(wrong),
                "victim-breaches",
                visit.say("victims.breaches"),
                new BreachesView(
                        VictimPages.base(state), wrong, rows, sent.get(0), sent.get(1), sent.get(2), sent.get(3)));
    }

    @PostMapping(BREACHES)
    ResponseEntity<byte[]> noteBreach(Visit visit, @PathVariable("code") String code, HttpServletRequest request) {
        StateCode state = VictimForms.state(visit, code);
        Person writer = visit.visitor().require(Permission.VICTIMS_WRITE, Thing.of(state));
        List<String> sent = List.of(
                Forms.text(request, "noticed"),
                Forms.text(request, "people"),
                Forms.text(request, "what"),
                Forms.text(request, "done"));
        try {
            if (!sent.get(1).matches("[0-9]{0,8}")) {
                throw VictimForms.wrong(visit, sent.get(1), "victims.breaches.people");
            }
            breaches.add(
                    writer,
                    state,
                    VictimForms.day(visit, request, "noticed", "victims.breaches.noticed"),
                    sent.get(1).isEmpty() ? Optional.empty() : Optional.of(Integer.parseInt(sent.get(1))),
                    sent.get(2),
                    sent.get(3));
            return Forms.seeOther(visit.link(VictimPages.base(state) + "/breaches"));
        } catch (ProblemException refused) {
            return breaches(visit, state, writer, Forms.wrong(visit, refused), sent);
        }
    }
}
