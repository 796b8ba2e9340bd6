package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mineban.accounts.Organisations;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;
import org.mineban.parties.State;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The organisations that people work for. */
@RestController
final class OrganisationPages {

    private final PageRenderer renderer;
    private final Organisations organisations;

    OrganisationPages(PageRenderer renderer, Organisations organisations) {
        this.renderer = renderer;
        this.organisations = organisations;
    }

    /** What the page shows. */
    record View(Optional<Forms.Wrong> wrong, List<Row> rows, String name, List<Choice> states) {}

    /** An organisation. */
    record Row(String name, String state) {}

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
                        one.name(), one.state().map(visit::state).orElseGet(() -> visit.say("organisations.several"))))
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
