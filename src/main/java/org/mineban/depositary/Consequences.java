package org.mineban.depositary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mineban.kernel.Day;
import org.mineban.kernel.Explained;
import org.mineban.kernel.SourceRow;
import org.mineban.kernel.StateCode;
import org.mineban.obligations.Duty;
import org.mineban.obligations.DutyState;
import org.mineban.obligations.Obligation;
import org.mineban.parties.Register;
import org.mineban.parties.Standing;
import org.mineban.parties.State;
import org.mineban.platform.FactTable;
import org.mineban.presentation.Knowledge;
import org.mineban.presentation.PublishedCounts;

/**
 * Everything in which two states of knowledge differ: what an entry changes, before it is confirmed and after. A comparison of the two, and no rule of
 * its own: what a change means in law is worked out by the same modules that answer every page.
 *
 * @param today the day as of which duties are compared and the figures of today are given
 * @param standings what a State is, over which span of days
 * @param days days that Articles 17 and 20 give
 * @param counts how many States stood or will stand where
 * @param published counts that others published, and ours of the same day
 * @param duties duties that appear, disappear or move
 * @param shares of the costs of meetings, Article 14
 */
public record Consequences(
        LocalDate today,
        List<StandingChange> standings,
        List<DayChange> days,
        List<CountChange> counts,
        List<PublishedChange> published,
        List<DutyChange> duties,
        List<ShareChange> shares) {

    public Consequences {
        standings = List.copyOf(standings);
        days = List.copyOf(days);
        counts = List.copyOf(counts);
        published = List.copyOf(published);
        duties = List.copyOf(duties);
        shares = List.copyOf(shares);
    }

    /** Whether both are the same in everything that is compared. */
    public boolean none() {
        return standings.isEmpty()
                && days.isEmpty()
                && counts.isEmpty()
                && published.isEmpty()
                && duties.isEmpty()
                && shares.isEmpty();
    }

    /**
     * A State is something else.
     *
     * @param from the first day
     * @param until the first day on which it is so no longer; empty when it stays so
     */
    public record StandingChange(
            StateCode state,
            LocalDate from,
            Optional<LocalDate> until,
            Explained<Standing> before,
            Explained<Standing> after) {}

    /** Which day of Article 17 or 20. */
    public enum Figure {
        ENTRY_INTO_FORCE,
        WITHDRAWAL,
        FORTIETH_INSTRUMENT,
        GENERAL_ENTRY_INTO_FORCE;

        /** The word in data and messages. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A day is another, or there is one where there was none.
     *
     * @param state whose; empty for the days of the Convention as a whole
     */
    public record DayChange(
            Optional<StateCode> state,
            Figure figure,
            Optional<Explained<Day>> before,
            Optional<Explained<Day>> after) {}

    /**
     * A count is another on a day: on the first day of a span in which it differs by the same number, and today.
     *
     * @param name its name in data, as {@code partiesByDeposit}
     * @param until the first day on which it differs by another number or not at all; empty when it goes on
     */
    public record CountChange(
            String name,
            LocalDate on,
            Optional<LocalDate> until,
            Explained<Integer> before,
            Explained<Integer> after) {}

    /**
     * Our count of a day for which others published theirs.
     *
     * @param name our count, by its name in data
     * @param theirs what they published
     * @param row where that is recorded
     */
    public record PublishedChange(
            LocalDate on,
            String name,
            int theirs,
            Explained<Integer> before,
            Explained<Integer> after,
            SourceRow row) {}

    /**
     * A duty appears, disappears, moves, or stands otherwise, as of today.
     *
     * @param year the calendar year that an annual report covers
     */
    public record DutyChange(
            StateCode state, Duty duty, OptionalInt year, Optional<Obligation> before, Optional<Obligation> after) {}

    /**
     * Whose part in the costs of meetings changes in a year.
     *
     * @param payer whose share; empty for the sum of the rates of all who pay, by which every share is divided
     * @param year the year from which on
     */
    public record ShareChange(
            Optional<StateCode> payer,
            int year,
            Optional<Explained<BigDecimal>> before,
            Optional<Explained<BigDecimal>> after) {}

    /** In what the later knowledge differs from the earlier one. */
    public static Consequences between(Knowledge before, Knowledge after, LocalDate today) {
        return new Comparing(before, after, today).all();
    }

    /** The comparing of two. */
    private static final class Comparing {

        private final Knowledge before;
        private final Knowledge after;
        private final LocalDate today;
        private final List<StateCode> changed;
        private final List<StandingChange> standings = new ArrayList<>();

        Comparing(Knowledge before, Knowledge after, LocalDate today) {
            this.before = before;
            this.after = after;
            this.today = today;
            boolean all = !generalDays(before).equals(generalDays(after));
            this.changed = after.register().states().stream()
                    .map(State::code)
                    .filter(state -> all
                            || !before.register()
                                    .actions(state)
                                    .equals(after.register().actions(state)))
                    .toList();
        }

        Consequences all() {
            changed.forEach(this::standings);
            return new Consequences(today, standings, days(), counts(), published(), duties(), shares());
        }

        private void standings(StateCode state) {
            Span open = null;
            for (LocalDate day : changeDays(List.of(state))) {
                Explained<Standing> was = before.register().standing(state, day);
                Explained<Standing> is = after.register().standing(state, day);
                boolean differs = !was.value().equals(is.value());
                boolean goesOn = open != null
                        && open.was().value().equals(was.value())
                        && open.is().value().equals(is.value());
                if (open != null && !goesOn) {
                    standings.add(open.until(state, Optional.of(day)));
                    open = null;
                }
                if (differs && open == null) {
                    open = new Span(day, was, is);
                }
            }
            if (open != null) {
                standings.add(open.until(state, Optional.empty()));
            }
        }

        private record Span(LocalDate from, Explained<Standing> was, Explained<Standing> is) {
            StandingChange until(StateCode state, Optional<LocalDate> end) {
                return new StandingChange(state, from, end, was, is);
            }
        }

        private SortedSet<LocalDate> changeDays(List<StateCode> states) {
            return states.stream()
                    .flatMap(state -> Stream.concat(
                            before.register().changeDays(state).stream(), after.register().changeDays(state).stream()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private List<DayChange> days() {
            List<DayChange> found = new ArrayList<>();
            for (StateCode state : changed) {
                add(
                        found,
                        Optional.of(state),
                        Figure.ENTRY_INTO_FORCE,
                        before.register().entryIntoForce(state, today),
                        after.register().entryIntoForce(state, today));
                add(
                        found,
                        Optional.of(state),
                        Figure.WITHDRAWAL,
                        before.register().withdrawalEffect(state, today),
                        after.register().withdrawalEffect(state, today));
            }
            add(found, Optional.empty(), Figure.FORTIETH_INSTRUMENT, fortieth(before), fortieth(after));
            add(
                    found,
                    Optional.empty(),
                    Figure.GENERAL_ENTRY_INTO_FORCE,
                    before.register().article17().generalEntryIntoForce(),
                    after.register().article17().generalEntryIntoForce());
            return found;
        }

        private static void add(
                List<DayChange> found,
                Optional<StateCode> state,
                Figure figure,
                Optional<Explained<Day>> was,
                Optional<Explained<Day>> is) {
            if (!was.map(Explained::value).equals(is.map(Explained::value))) {
                found.add(new DayChange(state, figure, was, is));
            }
        }

        private static Optional<Explained<Day>> fortieth(Knowledge knowledge) {
            return knowledge
                    .register()
                    .article17()
                    .fortieth()
                    .map(explained -> new Explained<>(Day.on(explained.value()), explained.reason()));
        }

        private static List<Optional<Day>> generalDays(Knowledge knowledge) {
            return List.of(
                    fortieth(knowledge).map(Explained::value),
                    knowledge.register().article17().generalEntryIntoForce().map(Explained::value));
        }

        private List<CountChange> counts() {
            SortedSet<LocalDate> days = changeDays(changed);
            if (days.isEmpty()) {
                return List.of();
            }
            days.add(today);
            Map<String, List<CountChange>> byName = new LinkedHashMap<>();
            for (LocalDate day : days) {
                Map<String, Explained<Integer>> was =
                        before.register().counts(day).byName();
                Map<String, Explained<Integer>> is =
                        after.register().counts(day).byName();
                was.forEach((name, count) -> follow(
                        byName.computeIfAbsent(name, any -> new ArrayList<>()),
                        new CountChange(name, day, Optional.empty(), count, Objects.requireNonNull(is.get(name)))));
            }
            return byName.values().stream()
                    .flatMap(List::stream)
                    .filter(change -> difference(change) != 0)
                    .toList();
        }

        /** A new span begins where the difference is another; today stands for itself. */
        private void follow(List<CountChange> spans, CountChange next) {
            Optional<CountChange> last = spans.isEmpty() ? Optional.empty() : Optional.of(spans.getLast());
            boolean same =
                    last.filter(span -> difference(span) == difference(next)).isPresent();
            if (same && !next.on().equals(today)) {
                return;
            }
            if (!same) {
                for (int i = spans.size() - 1; i >= 0 && spans.get(i).until().isEmpty(); i--) {
                    CountChange open = spans.get(i);
                    spans.set(
                            i,
                            new CountChange(
                                    open.name(), open.on(), Optional.of(next.on()), open.before(), open.after()));
                }
            }
            spans.add(next);
        }

        private static int difference(CountChange change) {
            return change.after().value() - change.before().value();
        }

        private List<PublishedChange> published() {
            if (changed.isEmpty()) {
                return List.of();
            }
            List<PublishedChange> found = new ArrayList<>();
            for (SourceRow row :
                    after.table(PublishedCounts.FILE).map(FactTable::rows).orElse(List.of())) {
                PublishedCounts.ours(row.get("measure")).ifPresent(name -> {
                    LocalDate on = LocalDate.parse(row.get("date"));
                    Explained<Integer> was = count(before, name, on);
                    Explained<Integer> is = count(after, name, on);
                    if (!was.value().equals(is.value())) {
                        found.add(new PublishedChange(on, name, Integer.parseInt(row.get("value")), was, is, row));
                    }
                });
            }
            return found;
        }

        private static Explained<Integer> count(Knowledge knowledge, String name, LocalDate on) {
            return knowledge.register().counts(on).find(name).orElseThrow();
        }

        private List<DutyChange> duties() {
            List<DutyChange> found = new ArrayList<>();
            for (StateCode state : changed) {
                Map<Key, Obligation> was = byKey(before.obligations().of(state, today));
                Map<Key, Obligation> is = byKey(after.obligations().of(state, today));
                Stream.concat(is.keySet().stream(), was.keySet().stream())
                        .distinct()
                        .sorted(Comparator.comparing(Key::duty)
                                .thenComparingInt(key -> key.year().orElse(0)))
                        .map(key -> new DutyChange(
                                state,
                                key.duty(),
                                key.year(),
                                Optional.ofNullable(was.get(key)),
                                Optional.ofNullable(is.get(key))))
                        .filter(change -> !same(change))
                        .forEach(found::add);
            }
            return found;
        }

        private record Key(Duty duty, OptionalInt year) {}

        private static Map<Key, Obligation> byKey(List<Obligation> duties) {
            Map<Key, Obligation> byKey = new LinkedHashMap<>();
            duties.forEach(duty -> byKey.put(new Key(duty.duty(), duty.year()), duty));
            return byKey;
        }

        /** Whether nothing a person would notice differs: the day and, in words, how it stands. */
        private static boolean same(DutyChange change) {
            return change.before().isPresent()
                    && change.after().isPresent()
                    && change.before()
                            .get()
                            .due()
                            .value()
                            .equals(change.after().get().due().value())
                    && standing(change.before()).equals(standing(change.after()));
        }

        private static Optional<DutyState> standing(Optional<Obligation> duty) {
            return duty.map(found -> found.standing().value());
        }

        /** A share changes in the year in which the State begins or ceases to be bound: nobody knows beforehand which States not party will take part. */
        private List<ShareChange> shares() {
            List<ShareChange> found = new ArrayList<>();
            standings.stream()
                    .filter(change -> change.before().value().inForce()
                            != change.after().value().inForce())
                    .forEach(change -> share(change, found));
            return found;
        }

        private void share(StandingChange change, List<ShareChange> found) {
            int year = change.from().getYear();
            List<StateCode> payedBefore = parties(before.register(), change.from());
            List<StateCode> payAfter = parties(after.register(), change.from());
            Optional<Explained<BigDecimal>> was = change.before().value().inForce()
                    ? before.obligations().article14().share(change.state(), payedBefore, year)
                    : Optional.empty();
            Optional<Explained<BigDecimal>> is = change.after().value().inForce()
                    ? after.obligations().article14().share(change.state(), payAfter, year)
                    : Optional.empty();
            if (was.isEmpty() && is.isEmpty()) {
                return; // it has no rate in the scale, so that nobody's share moves
            }
            found.add(new ShareChange(Optional.of(change.state()), year, was, is));
            found.add(new ShareChange(
                    Optional.empty(),
                    year,
                    Optional.of(before.obligations().article14().sumOfRates(payedBefore, year)),
                    Optional.of(after.obligations().article14().sumOfRates(payAfter, year))));
        }

        private static List<StateCode> parties(Register register, LocalDate on) {
            return register.states().stream()
                    .map(State::code)
                    .filter(state -> register.standing(state, on).value().inForce())
                    .toList();
        }
    }
}
