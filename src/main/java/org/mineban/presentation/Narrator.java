package org.mineban.presentation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mineban.kernel.Day;
import org.mineban.kernel.Doubt;
import org.mineban.kernel.Explained;
import org.mineban.kernel.Language;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.Problem;
import org.mineban.kernel.Provision;
import org.mineban.kernel.Reason;
import org.mineban.kernel.RuleName;
import org.mineban.kernel.SourceRow;
import org.mineban.kernel.StateCode;
import org.mineban.obligations.DutyState;
import org.mineban.obligations.ObligationRule;
import org.mineban.parties.Register;
import org.mineban.parties.Standing;
import org.mineban.platform.Formats;
import org.mineban.platform.Messages;
import org.mineban.resolutions.SeriesResolution;

/** Puts explained values, standings and problems into the words of one language. The one place where a reason becomes a sentence. */
public final class Narrator {

    private static final String NONE = "none";
    private static final Pattern SHORT_MEETING = Pattern.compile("(\\d+)(MSP|RC)");

    private final Language language;
    private final Messages messages;
    private final Register register;
    private final Formats formats;
    private final LocalDate on;

    /** @param on the day asked about: States have the names they had then */
    public Narrator(Language language, Messages messages, Register register, LocalDate on) {
        this(language, messages, register, new Formats(language), on);
    }

    private Narrator(Language language, Messages messages, Register register, Formats formats, LocalDate on) {
        this.language = language;
        this.messages = messages;
        this.register = register;
        this.formats = formats;
        this.on = on;
    }

    /** The same voice on another day. */
    public Narrator on(LocalDate day) {
        return new Narrator(language, messages, register, formats, day);
    }

    public Language language() {
        return language;
    }

    public Formats formats() {
        return formats;
    }

    /** A text without arguments. */
    public String say(String key) {
        return messages.say(language, key);
    }

    /** A text with its arguments. */
    public String say(String key, Map<String, ?> arguments) {
        return messages.say(language, key, arguments);
    }

    /** A code, symbol or number that runs from left to right whatever stands around it. */
    public String isolated(String text) {
        return language.rightToLeft() ? "\u2066" + text + "\u2069" : text;
    }

    /** The vote on a resolution in the plenary, in words. */
    public String tally(SeriesResolution resolution) {
        return resolution
                .plenary()
                .map(tally -> say(
                        "page.resolutions.tally",
                        Map.of("yes", tally.yes(), "no", tally.no(), "abstain", tally.abstain())))
                .orElseGet(() -> say("page.resolutions.no-tally"));
    }

    /** The name of a State in this language, on the day of this narrator. */
    public String state(StateCode code) {
        return register.findState(code)
                .map(state -> state.name(language, on).name())
                .orElse(code.iso3());
    }

    /** A place in the Convention, as {@code Article 17, paragraph 2}. */
    public String provision(Provision provision) {
        String[] letters = provision.subparagraph().split("-", 2);
        Map<String, Object> arguments = Map.of(
                "article",
                Integer.toString(provision.article()),
                "paragraph",
                Integer.toString(provision.paragraph()),
                "subparagraph",
                letters[0],
                "item",
                letters.length > 1 ? letters[1] : "");
        if (provision.paragraph() == 0) {
            return say("provision.label.article", arguments);
        }
        if (letters.length > 1) {
            return say("provision.label.item", arguments);
        }
        return say(letters[0].isEmpty() ? "provision.label.paragraph" : "provision.label.subparagraph", arguments);
    }

    /** What a problem is and what to do about it; States by code and name. */
    public String problem(Problem problem) {
        return ProblemWords.say(
                messages,
                language,
                problem,
                item -> item instanceof StateCode code ? code + " (" + state(code) + ")" : item.toString());
    }

    /** The whole tree of reasons. */
    public Telling tell(Explained<?> explained) {
        Reason reason = explained.reason();
        return switch (reason) {
            case Reason.Stated stated -> telling(explained, stated.name(), Optional.empty(), Optional.of(stated.row()));
            case Reason.Given given -> telling(explained, given.name(), given.provision(), Optional.empty());
            case Reason.Counted counted -> telling(explained, counted.name(), Optional.empty(), Optional.empty());
            case Reason.Silent silent -> telling(explained, silent.name(), Optional.empty(), Optional.empty());
            case Reason.Supposed supposed -> telling(explained, supposed.name(), Optional.empty(), Optional.empty());
        };
    }

    private Telling telling(
            Explained<?> explained, RuleName name, Optional<Provision> provision, Optional<SourceRow> row) {
        return new Telling(
                value(explained),
                say("reason." + name.id(), arguments(explained, row)),
                name.id(),
                provision,
                row,
                explained.confidence(),
                explained.reason().doubts().stream().map(this::doubt).toList(),
                restsOn(explained.reason()).map(this::tell).toList());
    }

    /** What the value rests on, and after it what it replaced; what was counted in the order of States of the language. */
    private Stream<Explained<?>> restsOn(Reason reason) {
        return switch (reason) {
            case Reason.Given given -> Stream.concat(given.because().stream(), given.replaced().stream());
            case Reason.Counted counted -> counted.because().stream().sorted(Comparator.comparingInt(this::place));
            case Reason.Stated _, Reason.Silent _, Reason.Supposed _ -> reason.because().stream();
        };
    }

    /** The place of the State of which it speaks in the language's list; behind all of them when it speaks of none. */
    private int place(Explained<?> explained) {
        return state(explained)
                .flatMap(register::findState)
                .map(state -> state.name(language, on).place())
                .orElse(Integer.MAX_VALUE);
    }

    private static Optional<StateCode> state(Explained<?> explained) {
        if (explained.reason() instanceof Reason.Stated stated) {
            return Optional.ofNullable(stated.row().fields().get("iso3"))
                    .filter(code -> code.matches("[A-Z]{3}"))
                    .map(StateCode::new);
        }
        return explained.reason().because().stream()
                .flatMap(reason -> state(reason).stream())
                .findFirst();
    }

    private Telling.ToldDoubt doubt(Doubt doubt) {
        return new Telling.ToldDoubt(
                say(
                        "reason." + doubt.name().id(),
                        rowArguments(doubt.rows().stream().findFirst())),
                doubt.name().id(),
                doubt.rows());
    }

    private Map<String, Object> arguments(Explained<?> explained, Optional<SourceRow> row) {
        Map<String, Object> arguments = rowArguments(row);
        List<Explained<?>> because = explained.reason().because();
        arguments.put("value", value(explained));
        arguments.put("from", because.isEmpty() ? NONE : value(because.getFirst()));
        if (explained.value() instanceof Integer count) {
            arguments.put("count", count);
        }
        if (explained.reason() instanceof Reason.Silent silent) {
            arguments.put("file", silent.file());
            arguments.put("on", silent.on().map(formats::date).orElse(NONE));
        }
        return arguments;
    }

    private Map<String, Object> rowArguments(Optional<SourceRow> found) {
        Map<String, Object> arguments = new HashMap<>(
                Map.of("state", NONE, "action", NONE, "date", NONE, "meeting", NONE, "deadline", NONE, "number", NONE));
        found.ifPresent(row -> {
            Map<String, String> fields = row.asMap();
            String iso3 = fields.getOrDefault("iso3", "");
            if (!iso3.isEmpty()) {
                arguments.put("state", state(new StateCode(iso3)));
            }
            putDate(arguments, "date", fields, "date", "event_date", "completed");
            putDate(arguments, "deadline", fields, "deadline");
            put(arguments, "meeting", meeting(fields.getOrDefault("decided_at", "")));
            put(arguments, "number", fields.getOrDefault("sequence", ""));
            action(fields).ifPresent(action -> arguments.put("action", insideSentence(action)));
        });
        return arguments;
    }

    private Optional<String> action(Map<String, String> fields) {
        if (fields.containsKey("action")) {
            return Optional.of(say("action." + key(fields.getOrDefault("action", ""))));
        }
        if (fields.containsKey("event")) {
            return Optional.of(say("article5." + key(fields.getOrDefault("event", ""))));
        }
        return fields.containsKey("status")
                ? Optional.of(say("article4." + key(fields.getOrDefault("status", ""))))
                : Optional.empty();
    }

    /** The name of a meeting from its short one, as {@code 12MSP}; the short one where there is no name. */
    public String meeting(String shortName) {
        Matcher matcher = SHORT_MEETING.matcher(shortName);
        if (!matcher.matches()) {
            return shortName;
        }
        return messages.find(language, "meeting." + matcher.group(2) + "." + matcher.group(1))
                .orElse(shortName);
    }

    /** A label, its first letter small where the language has small letters. */
    private static String insideSentence(String label) {
        return label.isEmpty() ? label : Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }

    private static String key(String word) {
        return word.replace('_', '-');
    }

    private static void put(Map<String, Object> arguments, String name, String text) {
        if (!text.isEmpty()) {
            arguments.put(name, text);
        }
    }

    private void putDate(Map<String, Object> arguments, String name, Map<String, String> fields, String... columns) {
        for (String column : columns) {
            PartialDate.find(fields.getOrDefault(column, ""))
                    .ifPresent(date -> arguments.put(name, formats.date(date)));
        }
    }

    /** A value as a person reads it. */
    public String value(Explained<?> explained) {
        boolean share =
                explained.reason() instanceof Reason.Given given && given.name() == ObligationRule.SHARE_OF_COSTS;
        return switch (explained.value()) {
            case Day day -> day(day);
            case LocalDate day -> formats.date(day);
            case PartialDate date -> formats.date(date);
            case StateCode state -> state(state);
            case Standing standing -> standing(standing);
            case DutyState state -> dutyState(state);
            case Integer number -> formats.number(number);
            case Long number -> formats.number(number);
            case BigDecimal number -> share ? formats.percent(number) : formats.percent(number.movePointLeft(2));
            case String text -> PartialDate.find(text).map(formats::date).orElse(text);
            default -> "";
        };
    }

    /** A day, or why there is none. */
    public String day(Day day) {
        return switch (day) {
            case Day.On(LocalDate on) -> formats.date(on);
            case Day.Between(LocalDate from, LocalDate to) ->
                say("day.between", Map.of("from", formats.date(from), "to", formats.date(to)));
            case Day.NotRecorded() -> say("day.not-recorded");
            case Day.None() -> say("day.none");
        };
    }

    /** A standing in a few words. */
    public String standing(Standing standing) {
        String name = say("standing." + standing.key());
        return switch (standing) {
            case Standing.StateParty(Day since) -> since(name, since);
            case Standing.WithdrawalNotified(Day since, LocalDate notified, Day effective) -> until(name, effective);
            case Standing.ConsentDeposited(PartialDate deposited, Day force) -> until(name, force);
            case Standing.Withdrawn(Day effective) -> since(name, effective);
            case Standing.Signatory(PartialDate signed) -> since(name, Day.of(signed));
            case Standing.NotParty notParty -> name;
            case Standing.NotDeterminable unknown -> name;
        };
    }

    private String since(String name, Day day) {
        return say("standing.since", Map.of("standing", name, "day", day(day)));
    }

    private String until(String name, Day day) {
        return say("standing.until", Map.of("standing", name, "day", day(day)));
    }

    /** The state of a duty in a few words. */
    public String dutyState(DutyState state) {
        String key = "duty-state." + state.key();
        return switch (state) {
            case DutyState.Upcoming(long days) -> say(key, days(days));
            case DutyState.PassedWithoutRecord(long days) -> say(key, days(days));
            case DutyState.Missed(long days) -> say(key, days(days));
            case DutyState.RequestNotGranted(long days) -> say(key);
            case DutyState.TaskNotRecorded(long days) -> say(key);
            case DutyState.Completed(Optional<PartialDate> on) -> say(key, on(on));
            case DutyState.NothingToDo(Optional<PartialDate> on) -> say(key, on(on));
            case DutyState.CompletedLate(Optional<PartialDate> on, Optional<Long> days) -> {
                Map<String, Object> arguments = on(on);
                arguments.put("days", days.orElse(-1L));
                yield say(key, arguments);
            }
            case DutyState.Reopened(PartialDate on) -> say(key, on(Optional.of(on)));
            case DutyState.EndedByWithdrawal(LocalDate on) -> say(key, on(Optional.of(PartialDate.of(on))));
            case DutyState.DayNotRecorded dayNotRecorded -> say(key);
            case DutyState.Lasting lasting -> say(key);
            case DutyState.NotDeterminable notDeterminable -> say(key);
        };
    }

    private static Map<String, Object> days(long days) {
        return Map.of("days", days);
    }

    private Map<String, Object> on(Optional<PartialDate> on) {
        return new HashMap<>(Map.of("on", on.map(formats::date).orElse(NONE)));
    }
}
