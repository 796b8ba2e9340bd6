package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mineban.accounts.Organisation;
import org.mineban.accounts.Organisations;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;
import org.mineban.parties.State;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The organisations that people work for. */
@RestController
final class OrganisationPages {

    private final PageRenderer renderer;
    private final Organisations organisations;
    private final AuditRows audit;

    OrganisationPages(PageRenderer renderer, Organisations organisations, AuditRows audit) {
        this.renderer = renderer;
        this.organisations = organisations;
        this.audit = audit;
    }

    /** What the page shows. */
    record View(Optional<Forms.Wrong> wrong, List<Row> rows, String name, List<Choice> states) {}

    /** An organisation. */
    record Row(String name, String href, String state, boolean closed) {}

    /** One organisation; {@code closed} says since when, and is empty when it is open. */
    record OneView(
            Optional<Forms.Wrong> wrong,
            String id,
            String name,
            String state,
            Optional<String> closed,
            List<AuditRows.Row> history) {}

    @GetMapping("/organisations")
    ResponseEntity<byte[]> list(Visit visit) {
        return list(visit, Optional.empty(), "", "");
    }

    private ResponseEntity<byte[]> list(Visit visit, Optional<Forms.Wrong> wrong, String name, String state) {
        Person asking = visit.visitor().requireSomewhere(Permission.ORGANISATIONS_MANAGE);
        boolean all = visit.visitor().may(Permission.ORGANISATIONS_MANAGE, Thing.SYSTEM);
        List<Row> rows = organisations.list().stream()
                .filter(one ->
                        all || one.state().filter(asking.states()::contains).isPresent())
                .map(one -> new Row(
                        one.name(),
                        visit.link("/organisations/" + one.id()),
                        state(visit, one),
                        one.closedAt().isPresent()))
                .toList();
        Collection<StateCode> own = asking.states();
        List<State> listed = visit.knowledge().register().states().stream()
                .filter(one -> all || own.contains(one.code()))
                .sorted(Words.order(visit))
                .toList();
        List<Choice> states = listed.stream()
                .map(one -> new Choice(
                        one.code().iso3(),
                        visit.state(one.code()),
                        one.code().iso3().equals(state)))
                .collect(Collectors.toList());
        if (all) {
            states.addFirst(new Choice("", visit.say("organisations.several"), state.isEmpty()));
        }
        return renderer.page(
                visit,
                Forms.status(wrong),
                "organisations",
                visit.say("organisations.title"),
                new View(wrong, rows, name, states));
    }

    private static String state(Visit visit, Organisation body) {
        return body.state().map(visit::state).orElseGet(() -> visit.say("organisations.several"));
    }

    /** The one of that id; those of other States are answered as if they were not there. */
    private Organisation find(Visit visit, String id) {
        visit.visitor().requireSomewhere(Permission.ORGANISATIONS_MANAGE);
        return Forms.id(id)
                .flatMap(organisations::find)
                .filter(one -> visit.visitor().may(Permission.ORGANISATIONS_MANAGE, thing(one)))
                .orElseThrow(() -> Faults.notFound("/organisations/" + id));
    }

    private static Thing thing(Organisation body) {
        return body.state().map(Thing::of).orElse(Thing.SYSTEM);
    }

    @GetMapping("/organisations/{id}")
    ResponseEntity<byte[]> one(Visit visit, @PathVariable("id") String id) {
        Organisation body = find(visit, id);
        return one(visit, body, Optional.empty(), body.name());
    }

    private ResponseEntity<byte[]> one(Visit visit, Organisation body, Optional<Forms.Wrong> wrong, String typed) {
        return renderer.page(
                visit,
                Forms.status(wrong),
                "organisation",
                body.name(),
                new OneView(
                        wrong,
                        body.id().toString(),
                        typed,
                        state(visit, body),
                        body.closedAt().map(at -> visit.say("organisations.closed", Map.of("when", visit.moment(at)))),
                        audit.of(visit, Organisations.SUBJECT, body.id().toString())));
    }

    /** A change of one organisation, by whom and why. */
    private interface Changing {
        void by(String actor, Organisation body, Optional<String> reason);
    }

    private ResponseEntity<byte[]> change(
            Visit visit, String id, HttpServletRequest request, String reason, Changing changing) {
        Organisation body = find(visit, id);
        Person by = visit.visitor().require(Permission.ORGANISATIONS_MANAGE, thing(body));
        try {
            changing.by(by.actor(), body, Forms.optional(request, reason));
            return Forms.seeOther(visit.link("/organisations/" + body.id()));
        } catch (ProblemException refused) {
            String typed = Forms.optional(request, "name").orElse(body.name());
            return one(visit, body, Forms.wrong(visit, refused), typed);
        }
    }

    @PostMapping("/organisations/{id}/rename")
    ResponseEntity<byte[]> rename(Visit visit, @PathVariable("id") String id, HttpServletRequest request) {
        String name = Forms.text(request, "name");
        return change(
                visit, id, request, "rename-reason", (by, body, why) -> organisations.rename(by, body, name, why));
    }

    @PostMapping("/organisations/{id}/close")
    ResponseEntity<byte[]> close(Visit visit, @PathVariable("id") String id, HttpServletRequest request) {
        return change(visit, id, request, "close-reason", organisations::close);
    }

    @PostMapping("/organisations/{id}/reopen")
    ResponseEntity<byte[]> reopen(Visit visit, @PathVariable("id") String id, HttpServletRequest request) {
        return change(visit, id, request, "close-reason", organisations::reopen);
    }

    @PostMapping("/organisations")
    ResponseEntity<byte[]> add(Visit visit, HttpServletRequest request) {
        String name = Forms.text(request, "name");
        String code = Forms.text(request, "state");
        Optional<StateCode> state = Optional.of(code)
                .filter(text -> !text.isEmpty())
                .map(text -> visit.knowledge().register().getState(text).code());
        Person by = visit.visitor()
                .require(Permission.ORGANISATIONS_MANAGE, state.map(Thing::of).orElse(Thing.SYSTEM));
        try {
            organisations.add(by.actor(), name, state);
            return Forms.seeOther(visit.link("/organisations"));
        } catch (ProblemException refused) {
            return list(visit, Forms.wrong(visit, refused), name, code);
        }
    }
}
