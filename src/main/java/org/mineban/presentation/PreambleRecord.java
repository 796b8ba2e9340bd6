package org.mineban.presentation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.convention.FormalMeeting;
import org.mineban.kernel.Explained;
import org.mineban.kernel.StateCode;
import org.mineban.obligations.Duty;
import org.mineban.obligations.DutyState;
import org.mineban.obligations.Obligation;
import org.mineban.parties.Register;
import org.mineban.resolutions.SeriesResolution;

/** What the record says of the paragraphs of the preamble. */
final class PreambleRecord {

    private final ColumnVoice voice;
    private final ResolutionColumn.Facts facts;
    private final LocalDate on;

    PreambleRecord(ColumnVoice voice, ResolutionColumn.Facts facts) {
        this.voice = voice;
        this.facts = facts;
        this.on = voice.on();
    }

    /** The notes beside the paragraph with that number, from 1. */
    List<RecordNote> notes(int paragraph) {
        return switch (paragraph) {
            case 1 -> List.of(series());
            case 5 -> progress();
            case 6 -> List.of(meetings(FormalMeeting.Kind.MSP));
            case 7 -> List.of(meetings(FormalMeeting.Kind.RC));
            case 8 -> accepted();
            case 9 -> List.of(notParty());
            default -> List.of(RecordNote.of(voice.say("page.home.nothing")));
        };
    }

    private RecordNote series() {
        long adopted = facts.knowledge().resolutions().resolutions().stream()
                .filter(resolution -> !resolution.adopted().isAfter(on))
                .count();
        return RecordNote.figure(
                voice.number(adopted),
                voice.say("page.home.series", Map.of("count", adopted, "day", voice.onText())),
                Pointer.to(voice.say("page.home.series.link"), "/resolutions"));
    }

    private List<RecordNote> progress() {
        return List.of(
                progress(Duty.STOCKPILE_DESTRUCTION, "page.home.progress.stockpile"),
                progress(Duty.CLEARANCE, "page.home.progress.clearance"));
    }

    private RecordNote progress(Duty duty, String key) {
        List<Obligation> done = facts.duties().stream()
                .filter(obligation -> obligation.duty() == duty)
                .filter(obligation -> obligation.standing().value() instanceof DutyState.Completed
                        || obligation.standing().value() instanceof DutyState.CompletedLate)
                .toList();
        return RecordNote.figure(
                        voice.number(done.size()),
                        voice.say(key, Map.of("count", done.size())),
                        Pointer.to(voice.say("page.home.progress.link"), "/duties", Map.of("duty", duty.key())))
                .marked(voice.worst(done));
    }

    private RecordNote meetings(FormalMeeting.Kind kind) {
        List<FormalMeeting> held = facts.knowledge().convention().meetings().stream()
                .filter(meeting -> meeting.kind() == kind)
                .filter(meeting ->
                        meeting.start().filter(start -> !start.isAfter(on)).isPresent())
                .toList();
        List<Pointer> names = held.stream().map(this::meeting).toList();
        String key = kind == FormalMeeting.Kind.MSP ? "page.home.meetings" : "page.home.conferences";
        return RecordNote.figure(voice.number(held.size()), voice.say(key, Map.of("count", held.size())))
                .folding(voice.say("page.home.meetings.list"), names);
    }

    private Pointer meeting(FormalMeeting meeting) {
        String name = voice.narrator().meeting(meeting.shortName());
        return Pointer.to(name, "")
                .noted(meeting.start()
                        .map(start -> voice.code(meeting.place(voice.narrator().language())
                                        .orElse("")) + " " + start.getYear())
                        .orElse(""));
    }

    private List<RecordNote> accepted() {
        List<RecordNote> notes = new ArrayList<>();
        Explained<Integer> count = facts.counts().partiesByDeposit();
        notes.add(RecordNote.count(voice, count, "page.home.accepted", "partiesByDeposit"));
        Explained<Integer> unknown = facts.counts().notDeterminable();
        if (unknown.value() > 0) {
            notes.add(RecordNote.count(voice, unknown, "page.home.not-determinable", "notDeterminable"));
        }
        quoted().ifPresent(notes::add);
        notes.addAll(change());
        return notes;
    }

    /** The count that the newest resolution up to the day quotes, and ours on the day of its adoption. */
    private Optional<RecordNote> quoted() {
        return facts.knowledge().resolutions().resolutions().stream()
                .filter(resolution -> resolution.statesAccepted().isPresent())
                .filter(resolution -> !resolution.adopted().isAfter(on))
                .max(Comparator.comparing(SeriesResolution::adopted))
                .map(resolution -> {
                    int ours = facts.knowledge()
                            .register()
                            .counts(resolution.adopted())
                            .partiesByDeposit()
                            .value();
                    int theirs = resolution.statesAccepted().getAsInt();
                    return RecordNote.of(
                            voice.say(
                                    theirs == ours ? "page.home.quoted.same" : "page.home.quoted.differs",
                                    Map.of(
                                            "symbol",
                                            voice.code(resolution.symbol()),
                                            "day",
                                            voice.date(resolution.adopted()),
                                            "quoted",
                                            theirs,
                                            "ours",
                                            ours)),
                            Pointer.to(voice.code(resolution.symbol()), "/resolutions/" + resolution.slug()),
                            Pointer.to(voice.say("page.why.link"), "/why/count/partiesByDeposit")
                                    .on(resolution.adopted()));
                });
    }

    /** What changed between resolution 67/32 and the newest of the series. */
    private List<RecordNote> change() {
        LocalDate seed = facts.knowledge()
                .resolutions()
                .find(ResolutionColumn.SEED)
                .orElseThrow()
                .adopted();
        LocalDate newest = facts.knowledge().resolutions().newest().adopted();
        Register register = facts.knowledge().register();
        Register.Change change = register.change(seed, newest);
        int before = register.counts(seed).partiesByDeposit().value();
        int after = register.counts(newest).partiesByDeposit().value();
        Map<String, Object> days = Map.of(
                "from",
                voice.date(seed),
                "to",
                voice.date(newest),
                "before",
                before,
                "after",
                after,
                "joined",
                change.joined().size(),
                "left",
                change.left().size());
        return List.of(
                RecordNote.of(voice.say("page.home.change", days)),
                listed(
                        voice.say("page.home.change.joined", days),
                        change.joined().stream()
                                .map(state -> joined(state, newest))
                                .toList()),
                listed(
                        voice.say("page.home.change.left", days),
                        change.left().stream().map(state -> left(state, newest)).toList()));
    }

    private static RecordNote listed(String heading, List<Pointer> states) {
        return states.isEmpty() ? RecordNote.of(heading) : RecordNote.of("").folding(heading, states);
    }

    private Pointer joined(Explained<StateCode> state, LocalDate newest) {
        return stateLink(
                state.value(),
                facts.knowledge()
                        .register()
                        .consent(state.value(), newest)
                        .map(consent -> voice.date(consent.date()))
                        .orElse(""));
    }

    private Pointer left(Explained<StateCode> state, LocalDate newest) {
        return stateLink(
                state.value(),
                facts.knowledge()
                        .register()
                        .withdrawalEffect(state.value(), newest)
                        .map(effect -> voice.day(effect.value()))
                        .orElse(""));
    }

    private Pointer stateLink(StateCode state, String day) {
        return Pointer.to(voice.state(state), "/states/" + state).noted(day);
    }

    private RecordNote notParty() {
        int outside = facts.counts().signedNotBound().value()
                + facts.counts().notBound().value()
                + facts.counts().withdrawn().value();
        return RecordNote.figure(
                voice.number(outside),
                voice.say("page.home.outside", Map.of("count", outside)),
                Pointer.to(voice.say("page.home.outside.link"), "/universalization"));
    }
}
