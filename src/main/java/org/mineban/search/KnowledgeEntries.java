package org.mineban.search;

import static org.mineban.search.EntryMaker.lines;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.mineban.convention.FormalMeeting;
import org.mineban.convention.ProvisionText;
import org.mineban.kernel.Confidence;
import org.mineban.kernel.Language;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.Provision;
import org.mineban.kernel.StateCode;
import org.mineban.obligations.ClearanceEvent;
import org.mineban.obligations.RetainedMines;
import org.mineban.obligations.StockpileResult;
import org.mineban.parties.RegionalGroup;
import org.mineban.parties.State;
import org.mineban.parties.StateName;
import org.mineban.presentation.Knowledge;
import org.mineban.presentation.Narrator;
import org.mineban.resolutions.SeriesResolution;

/** Everything the program knows and shows to everybody, as things that can be found. */
final class KnowledgeEntries {

    private static final String TIMELINE = "timeline";
    private static final String NONE = "none";

    private final Knowledge knowledge;
    private final EntryMaker maker;
    private final List<Entry> entries = new ArrayList<>();

    KnowledgeEntries(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.maker = new EntryMaker(knowledge);
    }

    List<Entry> all() {
        knowledge.register().states().forEach(this::state);
        provisions();
        paragraphs("preamble", "search.title.preamble");
        paragraphs("operative", "search.title.operative");
        knowledge.resolutions().resolutions().forEach(resolution -> entries.add(resolution(resolution)));
        knowledge.convention().meetings().forEach(meeting -> entries.add(meeting(meeting)));
        entries.addAll(new TableEntries(knowledge).all());
        return List.copyOf(entries);
    }

    private void state(State state) {
        StateCode code = state.code();
        String iso2 = state.row().get("iso2");
        Set<String> codes = new HashSet<>(Set.of(code.iso3(), iso2));
        for (Language language : Language.values()) {
            state.names(language).forEach(name -> codes.add(name.name()));
        }
        entries.add(new Entry(
                EntryKind.STATE,
                Optional.of(code),
                OptionalInt.empty(),
                "/states/" + code,
                state.row().confidence(),
                codes,
                maker.say(
                        narrator -> narrator.state(code),
                        narrator ->
                                lines(code.iso3(), group(narrator, state.group()), earlierNames(narrator, state)))));
        knowledge
                .register()
                .actions(code)
                .forEach(action -> entries.add(maker.ofState(
                        EntryKind.TREATY_ACTION,
                        code,
                        Optional.of(action.date()),
                        TIMELINE,
                        action.row().confidence(),
                        narrator -> narrator.say("action." + key(action.row().get("action"))),
                        narrator -> "",
                        action.row().note())));
        knowledge
                .register()
                .declarations(code)
                .forEach(declaration -> entries.add(maker.ofState(
                        EntryKind.DECLARATION,
                        code,
                        declaration.date(),
                        TIMELINE,
                        declaration.row().confidence(),
                        narrator -> narrator.say("declaration." + key(declaration.kind())),
                        narrator -> "",
                        lines(declaration.summary(), declaration.row().note()))));
        knowledge.obligations().stockpileResult(code).ifPresent(result -> entries.add(stockpile(result)));
        knowledge.obligations().clearanceEvents(code).forEach(event -> entries.add(clearance(event)));
        knowledge.obligations().retainedMines(code).forEach(mines -> entries.add(retained(mines)));
    }

    private static String group(Narrator narrator, RegionalGroup group) {
        return narrator.say("group." + (group == RegionalGroup.NONE ? NONE : group.name()));
    }

    private static String earlierNames(Narrator narrator, State state) {
        return state.names(narrator.language()).stream()
                .filter(name -> name.before().isPresent())
                .map(StateName::name)
                .collect(Collectors.joining(" · "));
    }

    private Entry stockpile(StockpileResult result) {
        return maker.ofState(
                EntryKind.STOCKPILE,
                result.state(),
                result.completed(),
                TIMELINE,
                result.row().confidence(),
                narrator -> narrator.say("duty.stockpile"),
                narrator -> lines(
                        narrator.say("article4." + key(result.status().name())),
                        result.destroyed().isPresent()
                                ? mines(narrator, result.destroyed().getAsLong())
                                : ""),
                result.row().note());
    }

    private Entry clearance(ClearanceEvent event) {
        Optional<PartialDate> date = event.happenedOn()
                .or(() -> event.knownFrom().map(PartialDate::of))
                .or(() -> event.kind() == ClearanceEvent.Kind.ORIGINAL_DEADLINE ? event.deadline() : Optional.empty());
        return maker.ofState(
                EntryKind.CLEARANCE,
                event.state(),
                date,
                TIMELINE,
                event.row().confidence(),
                narrator -> narrator.say("article5." + event.kind().key()),
                narrator -> lines(
                        narrator.say("duty.clearance"),
                        event.deadline().map(narrator.formats()::date).orElse(""),
                        event.meeting().orElse("")),
                event.row().note());
    }

    private Entry retained(RetainedMines mines) {
        Optional<PartialDate> year = mines.year().isPresent()
                ? Optional.of(new PartialDate.OfYear(mines.year().getAsInt()))
                : Optional.empty();
        return maker.ofState(
                EntryKind.RETAINED_MINES,
                mines.state(),
                year,
                "retained",
                mines.row().confidence(),
                narrator -> narrator.say("retained." + mines.kind()),
                narrator -> mines(narrator, mines.mines()),
                mines.row().note());
    }

    private static String mines(Narrator narrator, long count) {
        return narrator.say("search.body.mines", Map.of("count", count));
    }

    private void provisions() {
        Set<Integer> named = new HashSet<>();
        for (ProvisionText text : knowledge.convention().provisions()) {
            int article = text.provision().map(Provision::article).orElse(0);
            String heading = "provision." + (article == 0 ? "preamble" : "article-" + article) + ".title";
            Map<Language, Entry.Text> texts = maker.say(
                    narrator -> lines(text.provision().map(narrator::provision).orElse(""), narrator.say(heading)),
                    narrator -> narrator.say("provision." + text.id()));
            // the first provision of an article is what a query for the article as a whole finds
            Set<String> codes = article > 0 && named.add(article)
                    ? maker
                            .say(narrator -> narrator.provision(Provision.article(article)), narrator -> "")
                            .values()
                            .stream()
                            .map(Entry.Text::title)
                            .collect(Collectors.toSet())
                    : Set.of();
            entries.add(EntryMaker.general(
                    EntryKind.PROVISION,
                    OptionalInt.empty(),
                    "/convention#" + text.id(),
                    Confidence.VERIFIED1,
                    codes,
                    texts));
        }
    }

    private void paragraphs(String part, String title) {
        String seed = "A/RES/67/32";
        for (int i = 1;
                knowledge.messages().keys(Language.ENGLISH).contains("resolution.67-32." + part + "." + i);
                i++) {
            int number = i;
            String key = "resolution.67-32." + part + "." + number;
            entries.add(EntryMaker.general(
                    EntryKind.RESOLUTION_PARAGRAPH,
                    OptionalInt.of(2012),
                    "/resolutions/A-RES-67-32#" + part + "-" + number,
                    Confidence.VERIFIED1,
                    Set.of(),
                    maker.say(
                            narrator -> narrator.say(title, Map.of("symbol", seed, "number", number)),
                            narrator -> narrator.say(key + ".lead")
                                    + (narrator.language() == Language.CHINESE ? "" : " ")
                                    + narrator.say(key))));
        }
    }

    private Entry resolution(SeriesResolution resolution) {
        Map<Language, Entry.Text> texts = maker.say(
                narrator -> resolution.symbol(),
                narrator -> narrator.say(
                        "search.body.resolution",
                        Map.of(
                                "number",
                                resolution.number(),
                                "date",
                                narrator.formats().date(resolution.adopted()),
                                "session",
                                resolution.session())));
        return EntryMaker.general(
                EntryKind.RESOLUTION,
                OptionalInt.of(resolution.adopted().getYear()),
                "/resolutions/" + resolution.slug(),
                resolution.row().confidence(),
                Set.of(resolution.number(), resolution.symbol()),
                EntryMaker.withEnglish(texts, resolution.row().get("title_variant")));
    }

    private Entry meeting(FormalMeeting meeting) {
        Map<Language, Entry.Text> texts = maker.say(
                narrator -> narrator.meeting(meeting.shortName()),
                narrator -> lines(
                        meeting.shortName(),
                        meeting.place(narrator.language()).orElse(""),
                        meeting.start().map(narrator.formats()::date).orElse("")));
        return new Entry(
                EntryKind.MEETING,
                Optional.of(meeting.row().get("country_iso3"))
                        .filter(code -> !code.isEmpty())
                        .map(StateCode::new),
                EntryMaker.year(meeting.start()),
                "/data#convention-meetings",
                meeting.row().confidence(),
                Set.of(meeting.shortName()),
                EntryMaker.withEnglish(texts, TableEntries.ofMeeting(meeting.row())));
    }

    /** The word of the fact files as the word of the message keys. */
    private static String key(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
