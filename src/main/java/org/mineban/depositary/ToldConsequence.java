package org.mineban.depositary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mineban.depositary.Consequences.CountChange;
import org.mineban.depositary.Consequences.DayChange;
import org.mineban.depositary.Consequences.DutyChange;
import org.mineban.depositary.Consequences.PublishedChange;
import org.mineban.depositary.Consequences.ShareChange;
import org.mineban.depositary.Consequences.StandingChange;
import org.mineban.kernel.Day;
import org.mineban.kernel.Explained;
import org.mineban.kernel.StateCode;
import org.mineban.obligations.Duty;
import org.mineban.obligations.Obligation;
import org.mineban.presentation.Narrator;
import org.mineban.presentation.Pointer;
import org.mineban.presentation.Table;
import org.mineban.presentation.Tables;

/**
 * One consequence in the reader's language, beside the words in which data has it.
 *
 * @param group what kind of consequence
 * @param what whose and what, as {@code Tonga · Entry into force}
 * @param when from when until when, or on which day; may be empty
 * @param before in words; says that there was none where there was none
 * @param after in words
 * @param why the page of its reasons, as known now, with the day it is asked for; empty when no page has them
 * @param reasons why it will be so, down to the rows
 * @param data the cells of {@link #COLUMNS}
 */
public record ToldConsequence(
        Group group,
        String what,
        String when,
        String before,
        String after,
        Optional<Pointer> why,
        Optional<Explained<?>> reasons,
        List<@Nullable Object> data) {

    /** The columns in data: days in ISO 8601, states and figures by the words of the contract with scripts. */
    public static final List<String> COLUMNS =
            List.of("change", "iso3", "what", "from", "until", "before", "after", "name");

    /** The kinds, in the order in which they are told. */
    public enum Group {
        STANDING,
        DAY,
        COUNT,
        PUBLISHED,
        DUTY,
        SHARE;

        /** The word in data and messages. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Whether there is anything without the entry, whose reasons a page has. */
    public boolean wasBefore() {
        return data.get(COLUMNS.indexOf("before")) != null;
    }

    /** Whether there is anything with the entry. */
    public boolean isAfter() {
        return data.get(COLUMNS.indexOf("after")) != null;
    }

    /** All of them, in order. */
    public static List<ToldConsequence> all(Consequences found, Narrator narrator) {
        return new Telling(narrator, found.today()).all(found);
    }

    /** All of them as a table of data. */
    public static Table table(List<ToldConsequence> all) {
        return new Table(
                "what-will-change",
                COLUMNS,
                all.stream().map(ToldConsequence::data).toList());
    }

    private record Telling(Narrator narrator, LocalDate today) {

        List<ToldConsequence> all(Consequences found) {
            List<ToldConsequence> all = new ArrayList<>();
            found.standings().forEach(change -> all.add(standing(change)));
            found.days().forEach(change -> all.add(day(change)));
            found.counts().forEach(change -> all.add(count(change)));
            found.published().forEach(change -> all.add(published(change)));
            found.duties().forEach(change -> all.add(duty(change)));
            found.shares().forEach(change -> all.add(share(change)));
            return all;
        }

        private ToldConsequence standing(StandingChange change) {
            return new ToldConsequence(
                    Group.STANDING,
                    narrator.state(change.state()),
                    span(change.from(), change.until()),
                    narrator.standing(change.before().value()),
                    narrator.standing(change.after().value()),
                    Optional.of(Pointer.onDay(
                            narrator.state(change.state()), "/why/" + change.state() + "/standing", change.from())),
                    Optional.of(change.after()),
                    cells(
                            Group.STANDING,
                            change.state().iso3(),
                            "standing",
                            change.from(),
                            change.until().orElse(null),
                            change.before().value().key(),
                            change.after().value().key(),
                            narrator.state(change.state())));
        }

        private ToldConsequence day(DayChange change) {
            String figure = narrator.say("page.figure." + change.figure().key());
            return new ToldConsequence(
                    Group.DAY,
                    change.state().map(state -> of(state, figure)).orElse(figure),
                    "",
                    dayText(change.before()),
                    dayText(change.after()),
                    change.state()
                            .map(state -> Pointer.onDay(
                                    figure,
                                    "/why/" + state + "/" + change.figure().key(),
                                    today)),
                    change.after().map(found -> found),
                    cells(
                            Group.DAY,
                            change.state().map(StateCode::iso3).orElse(null),
                            change.figure().key(),
                            null,
                            null,
                            cell(change.before()),
                            cell(change.after()),
                            change.state().map(narrator::state).orElse(null)));
        }

        private ToldConsequence count(CountChange change) {
            boolean ofToday = change.on().equals(today);
            return new ToldConsequence(
                    Group.COUNT,
                    narrator.say("page.count." + change.name()),
                    ofToday
                            ? narrator.say(
                                    "desk.change.today",
                                    Map.of("day", narrator.formats().date(today)))
                            : span(change.on(), change.until()),
                    narrator.value(change.before()),
                    narrator.value(change.after()),
                    Optional.of(Pointer.onDay(change.name(), "/why/count/" + change.name(), change.on())),
                    Optional.empty(),
                    cells(
                            Group.COUNT,
                            null,
                            change.name(),
                            change.on(),
                            change.until().orElse(null),
                            change.before().value(),
                            change.after().value(),
                            null));
        }

        private ToldConsequence published(PublishedChange change) {
            return new ToldConsequence(
                    Group.PUBLISHED,
                    narrator.say(
                            "desk.change.published",
                            Map.of(
                                    "count",
                                    narrator.say("page.count." + change.name()),
                                    "theirs",
                                    narrator.formats().number(change.theirs()),
                                    "source",
                                    narrator.isolated(change.row().source()))),
                    narrator.formats().date(change.on()),
                    narrator.value(change.before()),
                    narrator.value(change.after()),
                    Optional.of(Pointer.onDay(change.name(), "/why/count/" + change.name(), change.on())),
                    Optional.empty(),
                    cells(
                            Group.PUBLISHED,
                            null,
                            change.name(),
                            change.on(),
                            null,
                            change.before().value(),
                            change.after().value(),
                            null));
        }

        private ToldConsequence duty(DutyChange change) {
            String year = change.year().isPresent() ? " " + change.year().getAsInt() : "";
            String figure = change.duty() == Duty.ANNUAL_REPORT && change.year().isPresent()
                    ? "annual-report/" + change.year().getAsInt()
                    : change.duty().key();
            String name = narrator.say("duty." + change.duty().key()) + year;
            return new ToldConsequence(
                    Group.DUTY,
                    of(change.state(), name),
                    "",
                    dutyText(change.before()),
                    dutyText(change.after()),
                    Optional.of(Pointer.onDay(name, "/why/" + change.state() + "/" + figure, today)),
                    change.after().map(Obligation::due),
                    cells(
                            Group.DUTY,
                            change.state().iso3(),
                            figure,
                            null,
                            null,
                            dutyCell(change.before()),
                            dutyCell(change.after()),
                            narrator.state(change.state())));
        }

        private ToldConsequence share(ShareChange change) {
            String year = Integer.toString(change.year());
            return new ToldConsequence(
                    Group.SHARE,
                    change.payer()
                            .map(state -> of(state, narrator.say("what-if.costShare")))
                            .orElseGet(() -> narrator.say("desk.change.rates")),
                    narrator.say("desk.change.year", Map.of("year", year)),
                    amount(change.before()),
                    amount(change.after()),
                    Optional.empty(),
                    change.payer().isPresent() ? change.after().map(found -> found) : Optional.empty(),
                    cells(
                            Group.SHARE,
                            change.payer().map(StateCode::iso3).orElse(null),
                            change.payer().isPresent() ? "share" : "sum-of-rates",
                            year,
                            null,
                            change.before().map(Explained::value).orElse(null),
                            change.after().map(Explained::value).orElse(null),
                            change.payer().map(narrator::state).orElse(null)));
        }

        private String of(StateCode state, String what) {
            return narrator.state(state) + " · " + what;
        }

        private String span(LocalDate from, Optional<LocalDate> until) {
            String first = narrator.formats().date(from);
            return until.map(end -> narrator.say(
                            "desk.change.span",
                            Map.of("from", first, "until", narrator.formats().date(end))))
                    .orElseGet(() -> narrator.say("desk.change.from", Map.of("from", first)));
        }

        private String none() {
            return narrator.say("desk.change.none");
        }

        private String dayText(Optional<Explained<Day>> day) {
            return day.map(found -> narrator.day(found.value())).orElseGet(this::none);
        }

        private String dutyText(Optional<Obligation> duty) {
            return duty.map(found -> found.due().value() instanceof Day.None
                            ? narrator.dutyState(found.standing().value())
                            : narrator.day(found.due().value()) + " · "
                                    + narrator.dutyState(found.standing().value()))
                    .orElseGet(this::none);
        }

        private String amount(Optional<Explained<BigDecimal>> amount) {
            return amount.map(narrator::value).orElseGet(this::none);
        }

        private static @Nullable Object cell(Optional<Explained<Day>> day) {
            return day.isPresent() ? Tables.cell(day.get().value()) : null;
        }

        private static @Nullable Object dutyCell(Optional<Obligation> duty) {
            if (duty.isEmpty()) {
                return null;
            }
            Object due = Tables.cell(duty.get().due().value());
            String standing = duty.get().standing().value().key();
            return due == null ? standing : due + " " + standing;
        }

        private static List<@Nullable Object> cells(Group group, @Nullable Object... others) {
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(group.key());
            cells.addAll(Arrays.asList(others));
            return cells;
        }
    }
}
