package org.mineban.portal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mineban.accounts.Access;
import org.mineban.accounts.Decision;
import org.mineban.accounts.Organisations;
import org.mineban.accounts.People;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.kernel.StateCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Why somebody may or may not do something: for oneself, or for others whose people one looks after. */
@RestController
final class AccessPage {

    private final PageRenderer renderer;
    private final Access access;
    private final People people;
    private final Organisations organisations;

    AccessPage(PageRenderer renderer, Access access, People people, Organisations organisations) {
        this.renderer = renderer;
        this.access = access;
        this.people = people;
        this.organisations = organisations;
    }

    /** What the page shows; {@code verdict} is empty before anything was asked. */
    record View(
            String person,
            String personId,
            List<Choice> permissions,
            List<Choice> states,
            boolean own,
            String verdict,
            boolean allowed,
            List<String> steps) {}

    @GetMapping("/access")
    ResponseEntity<byte[]> explain(Visit visit) {
        Person self = visit.visitor().requireSignedIn().person();
        Person about = visit.asked("person")
                .flatMap(Forms::id)
                .filter(id -> !id.equals(self.id()))
                .flatMap(people::find)
                .map(other -> allowed(visit, other))
                .orElse(self);
        List<String> ids =
                Arrays.stream(Permission.values()).map(Permission::id).toList();
        Optional<Permission> permission = Choice.check(visit, "permission", ids).flatMap(Permission::find);
        Optional<StateCode> state = visit.asked("state")
                .map(code -> visit.knowledge().register().getState(code).code());
        boolean own = visit.asked("own").isPresent();
        Thing thing = thing(state, own ? Optional.of(about.id()) : Optional.empty());
        Optional<Decision> decision = permission.map(asked -> access.decide(Optional.of(about), asked, thing));
        RoleWords say = new RoleWords(visit, organisations.list());
        List<Choice> states = visit.knowledge().register().states().stream()
                .sorted(Words.order(visit))
                .map(one ->
                        new Choice(one.code().iso3(), visit.state(one.code()), state.equals(Optional.of(one.code()))))
                .collect(Collectors.toList());
        states.addFirst(new Choice("", visit.say("people.invite.no-state"), state.isEmpty()));
        return renderer.page(
                visit,
                "access",
                visit.say("access.title"),
                new View(
                        about.name(),
                        about.id().toString(),
                        ids.stream()
                                .map(id -> new Choice(
                                        id,
                                        visit.say("permission." + id),
                                        permission
                                                .filter(p -> p.id().equals(id))
                                                .isPresent()))
                                .toList(),
                        states,
                        own,
                        decision.map(made -> visit.say(
                                        made.allowed() ? "access.allowed" : "access.denied",
                                        Map.of(
                                                "permission",
                                                visit.say("permission."
                                                        + made.permission().id()))))
                                .orElse(""),
                        decision.map(Decision::allowed).orElse(false),
                        decision.map(Decision::steps).orElse(List.of()).stream()
                                .map(step -> visit.say(
                                        "decision." + step.finding().id(),
                                        Map.of(
                                                "role",
                                                step.grant().map(say::say).orElse(""))))
                                .toList()));
    }

    private static Thing thing(Optional<StateCode> state, Optional<UUID> author) {
        Thing whole = state.map(Thing::of).orElse(Thing.SYSTEM);
        return author.map(whole::by).orElse(whole);
    }

    private Person allowed(Visit visit, Person other) {
        boolean system = visit.visitor().may(Permission.ACCESS_EXPLAIN, Thing.SYSTEM);
        boolean oneOfTheirs = other.states().stream()
                .anyMatch(state -> visit.visitor().may(Permission.ACCESS_EXPLAIN, Thing.of(state)));
        if (!system && !oneOfTheirs) {
            visit.visitor().require(Permission.ACCESS_EXPLAIN, Thing.SYSTEM);
        }
        return other;
    }
}
