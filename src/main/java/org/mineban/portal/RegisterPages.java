package org.mineban.portal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.mineban.accounts.Person;
import org.mineban.kernel.StateCode;
import org.mineban.operations.Actor;
import org.mineban.operations.Approval;
import org.mineban.operations.Dictionary;
import org.mineban.operations.FieldDefinition;
import org.mineban.operations.Kind;
import org.mineban.operations.Register;
import org.mineban.operations.RegisterQuery;
import org.mineban.operations.RegisterVersion;
import org.mineban.operations.SavedViews;
import org.mineban.rollup.Period;
import org.mineban.rollup.RollUp;
import org.mineban.rollup.TreatyFigure;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The mine action register: which States have one, what one has, its lists. Whoever may not read it learns that nothing of it is published. */
@RestController
final class RegisterPages {

    private static final int PAGE_SIZE = 50;

    private final PageRenderer renderer;
    private final Register register;
    private final RollUp rollUp;
    private final Dictionary dictionary;
    private final SavedViews views;

    RegisterPages(PageRenderer renderer, Register register, RollUp rollUp, Dictionary dictionary, SavedViews views) {
        this.views = views;
        this.renderer = renderer;
        this.register = register;
        this.rollUp = rollUp;
        this.dictionary = dictionary;
    }

    /** The States whose register the reader may see. */
    record StatesView(List<Link> states, boolean signedIn) {}

    /**
     * A State's register.
     *
     * @param open whether the reader may read it
     */
    record StateView(
            String state,
            boolean open,
            boolean mayWrite,
            List<KindRow> kinds,
            String year,
            List<FigureRow> figures,
            List<String> apart,
            String importHref,
            List<Link> writeHrefs,
            String mapHref,
            String workHref,
            String casualtiesHref,
            String yearAction) {}

    /** What there is of one kind. */
    record KindRow(
            String name,
            String href,
            String records,
            String approved,
            String quarantined,
            String quarantinedHref,
            String placeUnknown) {}

    /** A figure for the State. */
    record FigureRow(String name, String provision, String value, String unit, String records, String more) {}

    /** A list of records of one kind. */
    record ListView(
            String state,
            String stateHref,
            String action,
            List<Choice> categories,
            List<Choice> approvals,
            List<Choice> orders,
            String words,
            boolean narrowed,
            String clearHref,
            List<Row> rows,
            Optional<String> more,
            Optional<String> newHref,
            List<Choice> statuses,
            String bulkAction,
            List<ViewLink> views,
            String viewsAction,
            String query) {}

    /** A list that the reader keeps. */
    record ViewLink(String id, String name, String href) {}

    /** A record in the list. */
    record Row(
            String pick,
            String code,
            String href,
            String category,
            String status,
            String approval,
            String unit,
            String area,
            String from) {}

    /** Who looks, as the register knows them. */
    static Optional<Actor> actor(Visit visit) {
        return visit.visitor().person().map(Actor::of);
    }

    /** Who looks, when they must be somebody. */
    static Actor required(Visit visit) {
        Person person = visit.visitor()
                .person()
                .orElseGet(() -> visit.visitor()
                        .require(org.mineban.accounts.Permission.REGISTER_READ, org.mineban.accounts.Thing.SYSTEM));
        return Actor.of(person);
    }

    /** The State in an address: one that is known, or a fictitious one. */
    static StateCode state(Visit visit, String iso3) {
        String code = iso3.toUpperCase(Locale.ROOT);
        return code.matches("X[A-Z]{2}")
                ? new StateCode(code)
                : visit.knowledge().register().getState(code).code();
    }

    /** A word of a code list, in the reader's language. */
    static String word(Visit visit, String list, String code) {
        return visit.say("register.code." + list.replace('_', '-') + "."
                + code.toLowerCase(Locale.ROOT).replace('_', '-').replace("+", "-plus"));
    }

    /** A problem in words, the words of code lists in the reader's language. */
    static String problem(Visit visit, org.mineban.kernel.Problem problem) {
        Optional<String> list = switch (problem.id()) {
            case "register-status-next" -> Optional.of("hazard_status");
            case "register-class-next" -> Optional.of("hazard_class");
            default -> Optional.empty();
        };
        if (list.isEmpty()) {
            return visit.narrator().problem(problem);
        }
        java.util.SequencedMap<String, Object> values = new java.util.LinkedHashMap<>(problem.values());
        values.replaceAll((name, value) -> switch (name) {
            case "from", "to" -> word(visit, list.get(), value.toString());
            case "allowed" ->
                Arrays.stream(value.toString().split(", ", -1))
                        .filter(code -> !code.isEmpty())
                        .map(code -> word(visit, list.get(), code))
                        .collect(Collectors.joining(", "));
            default -> value;
        });
        return visit.say("problem." + problem.id(), values);
    }

    static String kindName(Visit visit, Kind kind) {
        return visit.say("register.kind." + kind.id());
    }

    static String approval(Visit visit, Approval approval) {
        return visit.say("register.approval." + approval.id());
    }

    /** An area in hundredths of a square metre, in whole square metres. */
    static String area(Visit visit, OptionalLong hundredths) {
        return hundredths.isEmpty()
                ? ""
                : visit.say("register.area", Map.of("area", Math.round(hundredths.getAsLong() / 100.0)));
    }

    @GetMapping("/register")
    ResponseEntity<byte[]> states(Visit visit) {
        List<Link> states = actor(visit).stream()
                .flatMap(reader -> java.util.stream.Stream.concat(
                                register.states().stream(),
                                reader.person().stream()
                                        .flatMap(person -> person.grants().stream())
                                        .flatMap(grant -> grant.state().stream()))
                        .distinct()
                        .sorted()
                        .filter(state -> register.mayRead(reader, state)))
                .map(state -> Link.of(visit.state(state), visit.link("/register/" + state.iso3())))
                .toList();
        return renderer.page(
                visit, "register-states", visit.say("register.title"), new StatesView(states, visit.signedIn()));
    }

    @GetMapping("/register/{code:[A-Za-z]{3}}")
    ResponseEntity<byte[]> overview(Visit visit, @PathVariable("code") String iso3) {
        StateCode state = state(visit, iso3);
        Optional<Actor> reader = actor(visit).filter(one -> register.mayRead(one, state));
        String title = visit.say("register.state.title", Map.of("state", visit.state(state)));
        if (reader.isEmpty()) {
            return renderer.page(
                    visit,
                    "register-state",
                    title,
                    new StateView(
                            visit.state(state),
                            false,
                            false,
                            List.of(),
                            "",
                            List.of(),
                            List.of(),
                            "",
                            List.of(),
                            "",
                            "",
                            "",
                            ""));
        }
        Actor actor = reader.get();
        Period period = visit.asked("year")
                .map(Period::parse)
                .orElseGet(() -> Period.of(visit.today().getYear() - 1));
        RollUp.Result result = rollUp.of(state, period);
        return renderer.page(
                visit,
                "register-state",
                title,
                new StateView(
                        visit.state(state),
                        true,
                        register.mayWrite(actor, state),
                        register.counts(actor, state).stream()
                                .map(count -> kindRow(visit, state, count))
                                .toList(),
                        period.toString(),
                        result.figures().stream()
                                .filter(figure -> figure.group().isEmpty())
                                .map(figure -> figureRow(visit, state, period, figure))
                                .toList(),
                        result.notCounted().entrySet().stream()
                                .map(apart -> visit.say(
                                        "rollup.not-counted",
                                        Map.of(
                                                "kind",
                                                visit.say("register.kind." + apart.getKey()),
                                                "records",
                                                apart.getValue())))
                                .toList(),
                        visit.link("/register/" + state.iso3() + "/import"),
                        Arrays.stream(Kind.values())
                                .filter(kind -> kind != Kind.TOTAL)
                                .map(kind -> Link.of(
                                        kindName(visit, kind),
                                        visit.link("/register/" + state.iso3() + "/" + kind.id() + "/new")))
                                .toList(),
                        visit.link("/register/" + state.iso3() + "/map"),
                        visit.link("/register/" + state.iso3() + "/work"),
                        visit.link("/register/" + state.iso3() + "/casualties"),
                        "/" + visit.lang() + "/register/" + state.iso3()));
    }

    private static KindRow kindRow(Visit visit, StateCode state, Register.KindCount count) {
        String address = "/register/" + state.iso3() + "/" + count.kind().id();
        return new KindRow(
                kindName(visit, count.kind()),
                visit.link(address),
                visit.number(count.records()),
                visit.number(count.approved()),
                visit.number(count.quarantined()),
                visit.link(address, Map.of("approval", Approval.QUARANTINED.id())),
                visit.number(count.placeUnknown()));
    }

    private static FigureRow figureRow(Visit visit, StateCode state, Period period, TreatyFigure figure) {
        String value = figure.value()
                .known()
                .map(number -> visit.say("register.number", Map.of("number", number)))
                .orElseGet(() -> visit.say("register.not-known"));
        return new FigureRow(
                visit.say("rollup.figure." + figure.rule().id()),
                visit.code(figure.provision().cite()),
                value,
                visit.say("register.unit."
                        + figure.unit().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                visit.number(figure.parts().size()),
                visit.link(
                        "/register/" + state.iso3() + "/figures/"
                                + figure.rule().id(),
                        Map.of("year", period.toString())));
    }

    /** What a figure counts, record by record. */
    record FigureView(
            String state, String stateHref, String why, String value, String unit, List<PartRow> rows, String shown) {}

    /** A record that a figure counts. */
    record PartRow(String code, String href, String kind, String value) {}

    private static final int MOST_PARTS = 500;

    @GetMapping("/register/{code:[A-Za-z]{3}}/figures/{figure:[a-z0-9-]+}")
    ResponseEntity<byte[]> figure(Visit visit, @PathVariable("code") String iso3, @PathVariable("figure") String name) {
        StateCode state = state(visit, iso3);
        Actor reader = required(visit);
        register.counts(reader, state);
        Period period = visit.asked("year")
                .map(Period::parse)
                .orElseGet(() -> Period.of(visit.today().getYear() - 1));
        TreatyFigure figure = rollUp.of(state, period).figures().stream()
                .filter(one -> one.rule().id().equals(name) && one.group().isEmpty())
                .findFirst()
                .orElseThrow(() -> Faults.notFound(visit.path()));
        String unit = visit.say(
                "register.unit." + figure.unit().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return renderer.page(
                visit,
                "register-figure",
                visit.say("rollup.figure." + figure.rule().id()) + ", " + period,
                new FigureView(
                        visit.state(state),
                        visit.link("/register/" + state.iso3(), Map.of("year", period.toString())),
                        visit.say("reason." + figure.rule().id()),
                        figure.value()
                                .known()
                                .map(number -> visit.say("register.number", Map.of("number", number)))
                                .orElseGet(() -> visit.say("register.not-known")),
                        unit,
                        figure.parts().stream()
                                .limit(MOST_PARTS)
                                .map(part -> new PartRow(
                                        part.code(),
                                        visit.link("/register/" + state.iso3() + "/records/" + part.number()),
                                        visit.say("register.kind." + part.kind()),
                                        part.value()
                                                .map(number -> visit.say("register.number", Map.of("number", number)))
                                                .orElseGet(() -> visit.say("register.not-known"))))
                                .toList(),
                        visit.say(
                                "register.figure.shown",
                                Map.of(
                                        "shown",
                                        Math.min(MOST_PARTS, figure.parts().size()),
                                        "all",
                                        figure.parts().size()))));
    }

    @GetMapping(
            "/register/{code:[A-Za-z]{3}}/{kind:hazard|activity|product|find|accident|victim|session|stockpile|retained|destruction|task|accreditation|visit|nonconformity|completion|handover|assistance|total}")
    ResponseEntity<byte[]> list(Visit visit, @PathVariable("code") String iso3, @PathVariable("kind") String kindId) {
        StateCode state = state(visit, iso3);
        Kind kind = Kind.find(kindId).orElseThrow();
        Optional<String> list = categoryList(dictionary, kind);
        List<String> codes = list.map(dictionary::codes).orElse(List.of());
        Optional<String> category = Choice.check(visit, "category", codes);
        Optional<String> approval = Choice.check(
                visit,
                "approval",
                Arrays.stream(Approval.values()).map(Approval::id).toList());
        List<String> orders = Arrays.stream(RegisterQuery.Order.values())
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toList();
        Optional<String> order = Choice.check(visit, "order", orders);
        RegisterQuery.Order by = order.map(one -> RegisterQuery.Order.valueOf(one.toUpperCase(Locale.ROOT)))
                .orElse(RegisterQuery.Order.OLDEST);
        Optional<String> words = visit.asked("q");
        Optional<String> statusList = dictionary.find(kind, kind.statusField()).flatMap(FieldDefinition::codes);
        List<String> statuses = statusList.map(dictionary::codes).orElse(List.of());
        Optional<String> status = Choice.check(visit, "status", statuses);
        List<RegisterVersion> found = register.list(
                required(visit),
                state,
                kind,
                new RegisterQuery(
                        category,
                        status,
                        approval.flatMap(Approval::find),
                        Optional.empty(),
                        words,
                        by,
                        after(visit),
                        PAGE_SIZE + 1));
        Optional<String> more =
                found.size() > PAGE_SIZE ? Optional.of(visit.here(next(found.get(PAGE_SIZE - 1)))) : Optional.empty();
        String here = "/register/" + state.iso3() + "/" + kind.id();
        ListView view = new ListView(
                visit.state(state),
                visit.link("/register/" + state.iso3()),
                "/" + visit.lang() + here,
                Choice.of(visit.say("register.any"), codes, category, code -> word(visit, list.orElse(""), code)),
                Choice.of(
                        visit.say("register.any"),
                        Arrays.stream(Approval.values()).map(Approval::id).toList(),
                        approval,
                        id -> visit.say("register.approval." + id)),
                Choice.of(
                        visit.say("register.order.oldest"),
                        orders.stream().filter(one -> !one.equals("oldest")).toList(),
                        order,
                        id -> visit.say("register.order." + id)),
                words.orElse(""),
                category.isPresent() || status.isPresent() || approval.isPresent() || words.isPresent(),
                visit.link(here),
                found.stream()
                        .limit(PAGE_SIZE)
                        .map(version -> row(visit, list, version))
                        .toList(),
                more,
                register.mayWrite(required(visit), state) ? Optional.of(visit.link(here + "/new")) : Optional.empty(),
                Choice.of(
                        visit.say("register.any"), statuses, status, code -> word(visit, statusList.orElse(""), code)),
                "/" + visit.lang() + "/register/" + state.iso3() + "/bulk",
                visit.visitor().person().stream()
                        .flatMap(person -> views.list(person, state, kind).stream())
                        .map(kept ->
                                new ViewLink(kept.id().toString(), kept.name(), visit.link(here) + "?" + kept.query()))
                        .toList(),
                "/" + visit.lang() + here + "/views",
                query(visit));
        return renderer.page(visit, "register-list", kindName(visit, kind), view);
    }

    /** The filter of the list, as it is kept under a name. */
    private static String query(Visit visit) {
        return List.of("category", "status", "approval", "order", "q").stream()
                .flatMap(name -> visit.asked(name).stream()
                        .map(value -> name + "="
                                + java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
    }

    private static Optional<RegisterQuery.After> after(Visit visit) {
        Optional<Long> number =
                visit.asked("after").filter(text -> text.matches("\\d{1,18}")).map(Long::parseLong);
        return number.map(one -> new RegisterQuery.After(
                one,
                visit.asked("after-code").orElse(""),
                visit.asked("after-area")
                        .filter(text -> text.matches("-?\\d{1,18}"))
                        .map(text -> OptionalLong.of(Long.parseLong(text)))
                        .orElse(OptionalLong.empty())));
    }

    private static Map<String, String> next(RegisterVersion last) {
        OptionalLong area = areaOf(last);
        return Map.of(
                "after", Long.toString(last.number()),
                "after-code", last.code(),
                "after-area", area.isPresent() ? Long.toString(area.getAsLong()) : "-1");
    }

    /** The area that reports use, as the register derives it. */
    static OptionalLong areaOf(RegisterVersion version) {
        return version.areaForReports();
    }

    /** The code list of the field by which records of a kind are told apart; empty when it is free text. */
    static Optional<String> categoryList(Dictionary dictionary, Kind kind) {
        return dictionary.find(kind, kind.categoryField()).flatMap(FieldDefinition::codes);
    }

    private Row row(Visit visit, Optional<String> list, RegisterVersion version) {
        return new Row(
                version.number() + ":" + version.version(),
                version.code(),
                visit.link("/register/" + version.state().iso3() + "/records/" + version.number()),
                version.category()
                        .map(code -> list.map(name -> word(visit, name, code)).orElse(code))
                        .orElse(""),
                version.fields()
                        .text(version.kind().statusField())
                        .map(code -> dictionary
                                .find(version.kind(), version.kind().statusField())
                                .flatMap(FieldDefinition::codes)
                                .map(words -> word(visit, words, code))
                                .orElse(code))
                        .orElse(""),
                approval(visit, version.approval()),
                new ArrayList<>(List.of("admin1", "admin2"))
                        .stream()
                                .flatMap(name -> version.fields().text(name).stream())
                                .collect(Collectors.joining(", ")),
                area(visit, areaOf(version)),
                visit.date(version.content().validFrom()));
    }
}
