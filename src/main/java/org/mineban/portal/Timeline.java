package org.mineban.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.StateCode;
import org.mineban.obligations.ClearanceEvent;
import org.mineban.obligations.StockpileResult;
import org.mineban.parties.Declaration;
import org.mineban.parties.TreatyAction;

/** What happened between one State and the Convention, in order of time; undated entries stand last. */
final class Timeline {

    private final Visit visit;

    Timeline(Visit visit) {
        this.visit = visit;
    }

    /**
     * Something that happened.
     *
     * @param day where it stands in time; an undated entry is taken for the first day, so that it is never hidden as later
     * @param date as precisely as recorded, in words
     * @param what in a few words
     * @param text more, in English as recorded; may be empty
     * @param href where its reasons are; empty for what a row states
     * @param source the row that states it; empty for what a rule gives
     */
    record Entry(LocalDate day, String date, String what, String text, String href, Optional<SourceMark> source) {}

    List<Entry> of(StateCode state) {
        List<Entry> entries = new ArrayList<>();
        visit.knowledge().register().actions(state).forEach(action -> entries.add(action(action)));
        visit.knowledge().register().declarations(state).forEach(declaration -> entries.add(declaration(declaration)));
        computed(state, entries);
        visit.knowledge().obligations().stockpileResult(state).ifPresent(result -> entries.add(stockpile(result)));
        visit.knowledge().obligations().clearanceEvents(state).forEach(event -> entries.add(clearance(event)));
        entries.sort(Comparator.comparing(entry -> entry.date().isEmpty() ? LocalDate.MAX : entry.day()));
        return List.copyOf(entries);
    }

    private void computed(StateCode state, List<Entry> entries) {
        LocalDate known = visit.on();
        visit.knowledge()
                .register()
                .entryIntoForce(state, known)
                .ifPresent(day -> day.value()
                        .earliest()
                        .ifPresent(first -> entries.add(new Entry(
                                first,
                                visit.day(day.value()),
                                visit.say("page.states.in-force"),
                                "",
                                visit.link("/why/" + state + "/entry-into-force"),
                                Optional.empty()))));
        visit.knowledge()
                .register()
                .withdrawalEffect(state, known)
                .ifPresent(day -> day.value()
                        .earliest()
                        .ifPresent(first -> entries.add(new Entry(
                                first,
                                visit.day(day.value()),
                                visit.say("page.state.withdrawal-effect"),
                                "",
                                visit.link("/why/" + state + "/withdrawal"),
                                Optional.empty()))));
    }

    private Entry action(TreatyAction action) {
        return entry(
                Optional.of(action.date()),
                visit.say("action." + Words.key(action.row().get("action"))),
                "",
                SourceMark.of(visit, action.row()));
    }

    private Entry declaration(Declaration declaration) {
        return entry(
                declaration.date(),
                visit.say("declaration." + Words.key(declaration.kind())),
                declaration.summary(),
                SourceMark.of(visit, declaration.row()));
    }

    private Entry stockpile(StockpileResult result) {
        String status = visit.say("article4." + Words.key(result.status().name()));
        String what = visit.say("page.timeline.article-4", Map.of("what", status));
        return entry(
                result.completed(),
                result.destroyed().isPresent()
                        ? visit.say(
                                "page.timeline.destroyed",
                                Map.of("what", what, "count", result.destroyed().getAsLong()))
                        : what,
                "",
                SourceMark.of(visit, result.row()));
    }

    private Entry clearance(ClearanceEvent event) {
        String kind = visit.say("article5." + event.kind().key());
        String deadline = event.deadline().map(visit::date).orElse("none");
        String meeting = event.meeting().map(visit.narrator()::meeting).orElse("none");
        Optional<PartialDate> date =
                event.happenedOn().or(() -> event.knownFrom().map(PartialDate::of));
        return entry(
                date.or(() ->
                        event.kind() == ClearanceEvent.Kind.ORIGINAL_DEADLINE ? event.deadline() : Optional.empty()),
                visit.say("page.timeline.article-5", Map.of("what", kind, "deadline", deadline, "meeting", meeting)),
                "",
                SourceMark.of(visit, event.row()));
    }

    private Entry entry(Optional<PartialDate> date, String what, String text, SourceMark source) {
        return new Entry(
                date.map(PartialDate::earliest).orElse(LocalDate.MIN),
                date.map(visit::date).orElse(""),
                what,
                text,
                "",
                Optional.of(source));
    }
}
