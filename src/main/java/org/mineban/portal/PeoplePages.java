package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mineban.accounts.Grant;
import org.mineban.accounts.Notices;
import org.mineban.accounts.Organisation;
import org.mineban.accounts.Organisations;
import org.mineban.accounts.People;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Role;
import org.mineban.accounts.SecondFactors;
import org.mineban.accounts.Thing;
import org.mineban.audit.ProtectedReads;
import org.mineban.kernel.Language;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;
import org.mineban.parties.State;
import org.mineban.platform.Settings;
import org.mineban.secrets.Token;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The people who have accounts: finding and inviting them, their roles, and what was done to their accounts. */
@RestController
final class PeoplePages {

    private static final int PAGE_SIZE = 50;
    private static final Pattern BLANKS = Pattern.compile("[\\s,;]+");

    private final PageRenderer renderer;
    private final People people;
    private final Organisations organisations;
    private final SecondFactors factors;
    private final Notices notices;
    private final AuditRows audit;
    private final ProtectedReads reads;
    private final Settings settings;

    PeoplePages(
            PageRenderer renderer,
            People people,
            Organisations organisations,
            SecondFactors factors,
            Notices notices,
            AuditRows audit,
            ProtectedReads reads,
            Settings settings) {
        this.renderer = renderer;
        this.people = people;
        this.organisations = organisations;
        this.factors = factors;
        this.notices = notices;
        this.audit = audit;
        this.reads = reads;
        this.settings = settings;
    }

    /** The list; {@code more} leads to further people. */
    record ListView(
            String words,
            List<Choice> roles,
            List<Row> rows,
            Optional<String> more,
            boolean mayInvite,
            boolean narrowed) {}

    /** Somebody in the list. */
    record Row(String name, String href, List<String> roles, String account) {}

    /** The form of an invitation, with what was typed. */
    record InviteView(Optional<Forms.Wrong> wrong, String name, String email, List<Choice> languages, RoleForm role) {}

    /** The fields of a role. */
    record RoleForm(List<Choice> roles, List<Choice> states, List<Choice> organisations, String sections) {}

    /** A link that is shown once; {@code address} is empty when a letter takes it. */
    record LinkView(String sentence, String address, String back) {}

    /** Somebody. */
    record PersonView(
            Optional<Forms.Wrong> wrong,
            String said,
            String id,
            String email,
            String language,
            String account,
            List<GrantRow> grants,
            Optional<RoleForm> give,
            boolean mayDisable,
            boolean disabled,
            boolean mayLink,
            boolean come,
            List<AuditRows.Row> history) {}

    /** A role that somebody has. */
    record GrantRow(String id, String role, String given, String by, boolean mayEnd, String end) {}

    @GetMapping("/people")
    ResponseEntity<byte[]> list(Visit visit) {
        Person asking = visit.visitor().requireSomewhere(Permission.PEOPLE_READ);
        Optional<Role> role = Choice.check(
                        visit,
                        "role",
                        Arrays.stream(Role.values()).map(Role::id).toList())
                .flatMap(Role::find);
        Optional<Person> after = visit.asked("after").flatMap(Forms::id).flatMap(people::find);
        String words = visit.asked("words").orElse("");
        List<Person> found = people.list(new People.Query(words, states(visit, asking), role, after, PAGE_SIZE + 1));
        RoleWords say = new RoleWords(visit, organisations.list());
        List<Row> rows = found.stream()
                .limit(PAGE_SIZE)
                .map(person -> new Row(
                        person.name(),
                        visit.link("/people/" + person.id()),
                        person.grants().stream().map(say::say).toList(),
                        account(visit, person)))
                .toList();
        Optional<String> more = found.size() > PAGE_SIZE
                ? Optional.of(
                        visit.here(Map.of("after", found.get(PAGE_SIZE - 1).id().toString())))
                : Optional.empty();
        List<Choice> roles = Choice.of(
                visit.say("people.any-role"),
                Arrays.stream(Role.values()).map(Role::id).toList(),
                role.map(Role::id),
                id -> visit.say("role." + id));
        return renderer.page(
                visit,
                "people",
                visit.say("people.title"),
                new ListView(
                        words,
                        roles,
                        rows,
                        more,
                        visit.visitor().maySomewhere(Permission.PEOPLE_INVITE),
                        !words.isEmpty() || role.isPresent()));
    }

    /** Whose people somebody sees: everybody’s, or those of their own States. */
    private static Optional<Collection<StateCode>> states(Visit visit, Person asking) {
        return visit.visitor().may(Permission.PEOPLE_READ, Thing.SYSTEM)
                ? Optional.empty()
                : Optional.of(asking.states());
    }

    private static String account(Visit visit, Person person) {
        if (person.disabledAt().isPresent()) {
            return visit.say("people.state.disabled");
        }
        return visit.say(person.hasPassword() ? "people.state.active" : "people.state.invited");
    }

    @GetMapping("/people/new")
    ResponseEntity<byte[]> invite(Visit visit) {
        visit.visitor().requireSomewhere(Permission.PEOPLE_INVITE);
        return invite(visit, Optional.empty(), "", "", visit.lang(), roleForm(visit, Optional.empty()));
    }

    private ResponseEntity<byte[]> invite(
            Visit visit, Optional<Forms.Wrong> wrong, String name, String email, String language, RoleForm role) {
        return renderer.page(
                visit,
                Forms.status(wrong),
                "invite",
                visit.say("people.invite.title"),
                new InviteView(wrong, name, email, SignInPages.languages(visit, language), role));
    }

    @PostMapping("/people")
    ResponseEntity<byte[]> makeInvitation(Visit visit, HttpServletRequest request) {
        Person by = visit.visitor().requireSomewhere(Permission.PEOPLE_INVITE);
        String name = Forms.text(request, "name");
        String email = Forms.text(request, "email");
        String language = Forms.text(request, "language");
        try {
            People.Wanted wanted = wanted(visit, request);
            visit.visitor().require(wanted.role().grantedBy(), wanted.thing());
            People.Invited invited = people.invite(
                    by.actor(), name, email, Language.find(language).orElse(visit.language()), Optional.of(wanted));
            return link(visit, request, invited.person(), invited.link(), "people.invited.link");
        } catch (ProblemException refused) {
            if (refused.problem().kind() == Problem.Kind.NOT_SIGNED_IN) {
                throw refused;
            }
            return invite(
                    visit, Forms.wrong(visit, refused), name, email, language, roleForm(visit, Optional.of(request)));
        }
    }

    private ResponseEntity<byte[]> link(
            Visit visit, HttpServletRequest request, Person person, Token link, String key) {
        String name = Visit.isolated(person.name());
        LinkView view = notices.sent()
                ? new LinkView(
                        visit.say("people.invited.mail", Map.of("email", visit.code(person.email()))),
                        "",
                        visit.link("/people/" + person.id()))
                : new LinkView(
                        visit.say(key, Map.of("name", name)),
                        Addresses.of(settings, request) + "/"
                                + person.language().code() + "/link/" + link.text(),
                        visit.link("/people/" + person.id()));
        return renderer.page(visit, "invited", visit.say("people.invited"), view);
    }

    private People.Wanted wanted(Visit visit, HttpServletRequest request) {
        String id = Forms.text(request, "role");
        Role role = Role.find(id).orElseThrow(() -> unknownRole(id));
        Optional<StateCode> state = Forms.optional(request, "state")
                .map(code -> visit.knowledge().register().getState(code).code());
        Optional<UUID> organisation = Forms.optional(request, "organisation").flatMap(Forms::id);
        Set<String> sections = BLANKS.splitAsStream(
                        Forms.text(request, "sections").toUpperCase(java.util.Locale.ROOT))
                .filter(section -> !section.isEmpty())
                .collect(Collectors.toCollection(HashSet::new));
        return new People.Wanted(role, state, organisation, sections);
    }

    private static RuntimeException unknownRole(String id) {
        String known = Arrays.stream(Role.values()).map(Role::id).collect(Collectors.joining(", "));
        return new Problem("unknown-role", Problem.Kind.WRONG_USAGE, Map.of("value", id, "known", known)).asException();
    }

    /** The roles that one may give and the States one may give them for. */
    private RoleForm roleForm(Visit visit, Optional<HttpServletRequest> typed) {
        String role = typed.map(request -> Forms.text(request, "role")).orElse("");
        String state = typed.map(request -> Forms.text(request, "state")).orElse("");
        String organisation =
                typed.map(request -> Forms.text(request, "organisation")).orElse("");
        Visitor visitor = visit.visitor();
        List<Choice> roles = Arrays.stream(Role.values())
                .filter(one -> visitor.maySomewhere(one.grantedBy()))
                .map(one -> new Choice(
                        one.id(), visit.say("role." + one.id()), one.id().equals(role)))
                .toList();
        boolean system = visitor.may(Permission.ROLES_GRANT_SYSTEM, Thing.SYSTEM);
        Collection<StateCode> own = visitor.person().orElseThrow().states();
        List<State> listed = visit.knowledge().register().states().stream()
                .filter(one -> system || own.contains(one.code()))
                .sorted(Words.order(visit))
                .toList();
        List<Choice> states = listed.stream()
                .map(one -> new Choice(
                        one.code().iso3(),
                        visit.state(one.code()),
                        one.code().iso3().equals(state)))
                .collect(Collectors.toList());
        states.addFirst(new Choice("", visit.say("people.invite.no-state"), state.isEmpty()));
        List<Choice> bodies = organisations.list().stream()
                .filter(one -> one.closedAt().isEmpty())
                .map(one -> new Choice(
                        one.id().toString(), one.name(), one.id().toString().equals(organisation)))
                .collect(Collectors.toList());
        bodies.addFirst(new Choice("", visit.say("people.invite.no-organisation"), organisation.isEmpty()));
        return new RoleForm(
                roles,
                states,
                bodies,
                typed.map(request -> Forms.text(request, "sections")).orElse(""));
    }

    private Person find(Visit visit, String id) {
        Person asking = visit.visitor().requireSomewhere(Permission.PEOPLE_READ);
        Person found = Forms.id(id).flatMap(people::find).orElseThrow(() -> Faults.notFound("/people/" + id));
        boolean seen = states(visit, asking)
                .map(states -> found.states().stream().anyMatch(states::contains))
                .orElse(true);
        if (!seen) {
            throw Faults.notFound("/people/" + id);
        }
        return found;
    }

    /** What disabling somebody is about: the State they all belong to, or the whole system when they belong to none or to several. */
    private static Thing whole(Person person) {
        boolean oneState = person.states().size() == 1
                && person.grants().stream().allMatch(grant -> grant.state().isPresent());
        return oneState ? Thing.of(person.states().getFirst()) : Thing.SYSTEM;
    }

    @GetMapping("/people/{id}")
    ResponseEntity<byte[]> person(Visit visit, @PathVariable("id") String id) {
        Person person = find(visit, id);
        if (!visit.visitor().is(person.id())) {
            reads.record(
                    visit.visitor().requireSignedIn().person().actor(),
                    People.SUBJECT,
                    person.id().toString(),
                    person.states().size() == 1 ? Optional.of(person.states().getFirst()) : Optional.empty(),
                    Optional.empty());
        }
        return person(
                visit,
                person,
                Optional.empty(),
                visit.asked("said").isPresent() ? visit.say("people.done") : "",
                Optional.empty());
    }

    private ResponseEntity<byte[]> person(
            Visit visit, Person person, Optional<Forms.Wrong> wrong, String said, Optional<HttpServletRequest> typed) {
        List<Organisation> bodies = organisations.list();
        RoleWords say = new RoleWords(visit, bodies);
        List<GrantRow> grants = person.grants().stream()
                .map(grant -> grantRow(visit, say, grant))
                .toList();
        boolean mayGive =
                Arrays.stream(Role.values()).anyMatch(role -> visit.visitor().maySomewhere(role.grantedBy()));
        return renderer.page(
                visit,
                Forms.status(wrong),
                "person",
                person.name(),
                new PersonView(
                        wrong,
                        said,
                        person.id().toString(),
                        person.email(),
                        visit.say("language." + person.language().code()),
                        account(visit, person),
                        grants,
                        mayGive ? Optional.of(roleForm(visit, typed)) : Optional.empty(),
                        visit.visitor().may(Permission.PEOPLE_DISABLE, whole(person)),
                        person.disabledAt().isPresent(),
                        visit.visitor().may(Permission.PEOPLE_INVITE, whole(person)),
                        person.hasPassword(),
                        audit.of(visit, People.SUBJECT, person.id().toString())));
    }

    private GrantRow grantRow(Visit visit, RoleWords say, Grant grant) {
        String role = say.say(grant);
        return new GrantRow(
                grant.id().toString(),
                role,
                visit.moment(grant.grantedAt()),
                audit.actor(visit, grant.grantedBy()),
                visit.visitor()
                        .may(
                                grant.role().grantedBy(),
                                grant.state().map(Thing::of).orElse(Thing.SYSTEM)),
                visit.say("people.role.end", Map.of("role", role)));
    }

    private ResponseEntity<byte[]> done(Visit visit, Person person) {
        return Forms.seeOther(visit.link("/people/" + person.id(), Map.of("said", "done")));
    }

    @PostMapping("/people/{id}/roles")
    ResponseEntity<byte[]> give(Visit visit, @PathVariable("id") String id, HttpServletRequest request) {
        Person by = visit.visitor().requireSomewhere(Permission.PEOPLE_READ);
        Person person = find(visit, id);
        try {
            People.Wanted wanted = wanted(visit, request);
            visit.visitor().require(wanted.role().grantedBy(), wanted.thing());
            people.grant(by.actor(), person, wanted);
            return done(visit, person);
        } catch (ProblemException refused) {
            return person(visit, person, Forms.wrong(visit, refused), "", Optional.of(request));
        }
    }

    @PostMapping("/people/{id}/roles/end")
    ResponseEntity<byte[]> end(Visit visit, @PathVariable("id") String id, HttpServletRequest request) {
        Person person = find(visit, id);
        Optional<Grant> grant = Forms.id(Forms.text(request, "grant"))
                .flatMap(wanted -> person.grants().stream()
                        .filter(one -> one.id().equals(wanted))
                        .findFirst());
        if (grant.isEmpty()) {
            return done(visit, person);
        }
        Person by = visit.visitor()
                .require(
                        grant.get().role().grantedBy(),
                        grant.get().state().map(Thing::of).orElse(Thing.SYSTEM));
        try {
            people.endGrant(by.actor(), person, grant.get(), Forms.optional(request, "reason"));
            return done(visit, person);
        } catch (ProblemException refused) {
            return person(visit, person, Forms.wrong(visit, refused), "", Optional.empty());
        }
    }

    @PostMapping("/people/{id}/disable")
    ResponseEntity<byte[]> disable(Visit visit, @PathVariable("id") String id, HttpServletRequest request) {
        Person person = find(visit, id);
        Person by = visit.visitor().require(Permission.PEOPLE_DISABLE, whole(person));
        try {
            people.disable(by.actor(), person, Forms.optional(request, "reason"));
            return done(visit, person);
        } catch (ProblemException refused) {
            return person(visit, person, Forms.wrong(visit, refused), "", Optional.empty());
        }
    }

    @PostMapping("/people/{id}/enable")
    ResponseEntity<byte[]> enable(Visit visit, @PathVariable("id") String id, HttpServletRequest request) {
        Person person = find(visit, id);
        Person by = visit.visitor().require(Permission.PEOPLE_DISABLE, whole(person));
        people.enable(by.actor(), person, Forms.optional(request, "reason"));
        return done(visit, person);
    }

    @PostMapping("/people/{id}/invite")
    ResponseEntity<byte[]> again(Visit visit, @PathVariable("id") String id, HttpServletRequest request) {
        Person person = find(visit, id);
        Person by = visit.visitor().require(Permission.PEOPLE_INVITE, whole(person));
        return person.hasPassword()
                ? link(visit, request, person, people.resetLink(by.actor(), person), "people.reset.link")
                : link(visit, request, person, people.inviteAgain(by.actor(), person), "people.invited.link");
    }

    @PostMapping("/people/{id}/reset-factors")
    ResponseEntity<byte[]> resetFactors(Visit visit, @PathVariable("id") String id) {
        Person person = find(visit, id);
        Person by = visit.visitor().require(Permission.PEOPLE_DISABLE, whole(person));
        factors.removeAll(by.actor(), person);
        return done(visit, person);
    }
}
