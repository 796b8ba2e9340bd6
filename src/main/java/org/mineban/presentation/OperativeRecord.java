package org.mineban.presentation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mineban.convention.FormalMeeting;
import org.mineban.kernel.Explained;
import org.mineban.kernel.StateCode;
import org.mineban.obligations.Duty;
import org.mineban.obligations.DutyState;
import org.mineban.obligations.Obligation;
import org.mineban.parties.State;
import org.mineban.resolutions.SeriesResolution;

/** What the record says of the operative paragraphs. */
final class OperativeRecord {

    private final ColumnVoice voice;
    private final ResolutionColumn.Facts facts;
    private final LocalDate on;

    OperativeRecord(ColumnVoice voice, ResolutionColumn.Facts facts) {
        this.voice = voice;
        this.facts = facts;
        this.on = voice.on();
    }

    /** The notes beside the paragraph with that number, from 1. */
    List<RecordNote> notes(int paragraph) {
        return switch (paragraph) {
            case 1 -> List.of(states(facts.counts().notBound(), "page.home.not-bound", "notBound"));
            case 2 -> List.of(states(facts.counts().signedNotBound(), "page.home.signed-only", "signedNotBound"));
            case 3 -> duties(Duty.CLEARANCE, "page.home.clearance");
            case 4 -> reports();
            case 5 -> List.of(outside());
            case 6 ->
                List.of(
                        open(Duty.STOCKPILE_DESTRUCTION, "page.home.open.stockpile"),
                        open(Duty.CLEARANCE, "page.home.open.clearance"));
            case 8 -> List.of(meeting(meetingAfter(0)));
            case 9 -> List.of(meeting(meetingAfter(1)));
            case 10 -> List.of(nextResolution());
            default -> List.of(RecordNote.of(voice.say("page.home.nothing")));
        };
    }

    private RecordNote states(Explained<Integer> count, String key, String name) {
        List<Pointer> states = count.reason().because().stream()
                .map(Explained::value)
                .filter(StateCode.class::isInstance)
                .map(StateCode.class::cast)
                .map(code -> facts.knowledge().register().findState(code).orElseThrow())
                .sorted(Comparator.comparingInt((State state) ->
                        state.name(voice.narrator().language(), voice.on()).place()))
                .map(state -> Pointer.to(voice.state(state.code()), "/states/" + state.code()))
                .toList();
        RecordNote note = RecordNote.count(voice, count, key, name);
        return states.size() > 6
                ? note.folding(voice.say("page.home.states", Map.of("count", states.size())), states)
                : note.with(states);
    }

    /** How many duties of a kind are in each state, most first. */
    private List<RecordNote> duties(Duty duty, String key) {
        Map<String, List<Obligation>> groups = of(duty).stream()
                .collect(Collectors.groupingBy(
                        obligation -> obligation.standing().value().key()));
        List<RecordNote> notes = new ArrayList<>();
        notes.add(RecordNote.of(voice.say(key)));
        groups.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -entry.getValue().size()))
                .map(entry -> RecordNote.figure(
                                voice.number(entry.getValue().size()),
                                "",
                                Pointer.to(
                                        voice.say("page.duty-state." + entry.getKey()),
                                        "/duties",
                                        Map.of("duty", duty.key(), "standing", entry.getKey())))
                        .marked(voice.worst(entry.getValue())))
                .forEach(notes::add);
        return notes;
    }

    private List<Obligation> of(Duty duty) {
        return facts.duties().stream()
                .filter(obligation -> obligation.duty() == duty)
                .toList();
    }

    private List<RecordNote> reports() {
        Optional<LocalDate> next = of(Duty.ANNUAL_REPORT).stream()
                .filter(obligation -> obligation.standing().value() instanceof DutyState.Upcoming)
                .flatMap(obligation -> obligation.due().value().known().stream())
                .min(Comparator.naturalOrder());
        List<RecordNote> notes = new ArrayList<>();
        next.ifPresent(day -> {
            long due = of(Duty.ANNUAL_REPORT).stream()
                    .filter(obligation ->
                            obligation.due().value().known().filter(day::equals).isPresent())
                    .filter(obligation -> obligation.standing().value() instanceof DutyState.Upcoming)
                    .count();
            notes.add(RecordNote.figure(
                    voice.number(due),
                    voice.say("page.home.reports.annual", Map.of("count", due, "day", voice.date(day))),
                    Pointer.to(
                            voice.say("page.home.reports.link"),
                            "/duties",
                            Map.of("duty", Duty.ANNUAL_REPORT.key(), "year", Integer.toString(day.getYear() - 1)))));
        });
        long initial = of(Duty.INITIAL_REPORT).stream()
                .filter(obligation -> obligation.standing().value() instanceof DutyState.Upcoming)
                .count();
        RecordNote initialReports = RecordNote.figure(
                voice.number(initial), voice.say("page.home.reports.initial", Map.of("count", initial)));
        notes.add(
                initial == 0
                        ? initialReports
                        : initialReports.with(List.of(Pointer.to(
                                voice.say("page.home.reports.link"),
                                "/duties",
                                Map.of("duty", Duty.INITIAL_REPORT.key(), "standing", "upcoming")))));
        notes.add(RecordNote.of(voice.say("page.home.reports.no-receipts")));
        return notes;
    }

    private RecordNote outside() {
        int count = facts.counts().signedNotBound().value()
                + facts.counts().notBound().value()
                + facts.counts().withdrawn().value();
        return RecordNote.figure(
                voice.number(count),
                voice.say("page.home.voluntary", Map.of("count", count)),
                Pointer.to(voice.say("page.home.outside.link"), "/universalization"));
    }

    private RecordNote open(Duty duty, String key) {
        List<Obligation> open = of(duty).stream()
                .filter(obligation -> obligation.standing().value().open())
                .toList();
        return RecordNote.figure(
                        voice.number(open.size()),
                        voice.say(key, Map.of("count", open.size())),
                        Pointer.to(
                                voice.say("page.home.progress.link"),
                                "/duties",
                                Map.of("duty", duty.key(), "standing", "open")))
                .marked(voice.worst(open));
    }

    /** The meetings that have not ended by the day, in order: 0 is the one under way or next. */
    private Optional<FormalMeeting> meetingAfter(int place) {
        return facts.knowledge().convention().meetings().stream()
                .filter(meeting -> meeting.end().isEmpty()
                        || meeting.end().filter(end -> !end.isBefore(on)).isPresent())
                .skip(place)
                .findFirst();
    }

    private RecordNote meeting(Optional<FormalMeeting> found) {
        if (found.isEmpty()) {
            return RecordNote.of(voice.say("page.home.meeting.none", Map.of("day", voice.onText())));
        }
        FormalMeeting meeting = found.get();
        String name = voice.narrator().meeting(meeting.shortName());
        if (meeting.start().isEmpty() || meeting.end().isEmpty()) {
            return RecordNote.of(voice.say("page.home.meeting.undated", Map.of("meeting", name)));
        }
        return RecordNote.of(voice.say(
                "page.home.meeting.dated",
                Map.of(
                        "meeting",
                        name,
                        "place",
                        voice.code(meeting.place(voice.narrator().language()).orElse("")),
                        "from",
                        voice.date(meeting.start().get()),
                        "to",
                        voice.date(meeting.end().get()))));
    }

    private RecordNote nextResolution() {
        Optional<SeriesResolution> next = facts.knowledge().resolutions().resolutions().stream()
                .filter(resolution -> resolution.adopted().isAfter(on))
                .min(Comparator.comparing(SeriesResolution::adopted));
        if (next.isEmpty()) {
            return RecordNote.of(
                    voice.say("page.home.next.none", Map.of("day", voice.onText())),
                    Pointer.to(voice.say("page.home.series.link"), "/resolutions"));
        }
        SeriesResolution resolution = next.get();
        return RecordNote.of(
                voice.say(
                        "page.home.next",
                        Map.of(
                                "symbol", voice.code(resolution.symbol()),
                                "day", voice.date(resolution.adopted()),
                                "vote", voice.narrator().tally(resolution))),
                Pointer.to(voice.code(resolution.symbol()), "/resolutions/" + resolution.slug()));
    }
}
