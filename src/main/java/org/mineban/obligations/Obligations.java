package org.mineban.obligations;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.mineban.convention.Convention;
import org.mineban.kernel.Day;
import org.mineban.kernel.Explained;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.Problem;
import org.mineban.kernel.Reason;
import org.mineban.kernel.StateCode;
import org.mineban.parties.Article17;
import org.mineban.parties.Register;
import org.mineban.parties.State;

/**
 * Every duty of every State on any day. It knows no clock; the day is an argument, and nothing that happened after it is used.
 *
 * <p>Whether a report was received is known only from {@link Receipts}: without a record of one, such a duty is due, with no record of receipt.
 */
public final class Obligations {

    private final Register register;
    private final Map<StateCode, StockpileResult> stockpiles;
    private final Map<StateCode, List<ClearanceEvent>> clearance;
    private final Map<StateCode, List<RetainedMines>> retained;
    private final Article14 article14;
    private final Receipts receipts;

    public Obligations(
            Register register,
            List<StockpileResult> stockpiles,
            List<ClearanceEvent> clearance,
            List<RetainedMines> retained,
            Article14 article14) {
        this.register = register;
        this.stockpiles =
                stockpiles.stream().collect(Collectors.toUnmodifiableMap(StockpileResult::state, result -> result));
        this.clearance = clearance.stream().collect(Collectors.groupingBy(ClearanceEvent::state));
        this.retained = retained.stream().collect(Collectors.groupingBy(RetainedMines::state));
        this.article14 = article14;
        this.receipts = Receipts.NONE;
    }

    private Obligations(Obligations record, Register register, Receipts receipts) {
        this.receipts = receipts;
        this.register = register;
        this.stockpiles = record.stockpiles;
        this.clearance = record.clearance;
        this.retained = record.retained;
        this.article14 = record.article14;
    }

    /** The duties that the same record gives to the States of another register. */
    public Obligations of(Register other) {
        return new Obligations(this, other, receipts);
    }

    /** The same duties, with what is on record of reports received. */
    public Obligations with(Receipts recorded) {
        return new Obligations(this, register, recorded);
    }

    /** Every duty of every State, by State, then by article, then by day. */
    public List<Obligation> all(LocalDate on) {
        List<Obligation> all = new ArrayList<>();
        for (State state : register.states()) {
            all.addAll(of(state.code(), on));
        }
        return all;
    }

    /**
     * The duties of one State that had arisen by that day, and the next annual report: none while it has given no consent to be bound. Those
     * of a State whose consent was deposited and is not yet in force are its duties to come.
     */
    public List<Obligation> of(StateCode state, LocalDate on) {
        Optional<Explained<Day>> inForce = register.entryIntoForce(state, on);
        if (inForce.isEmpty()) {
            return List.of();
        }
        Explained<Day> entry = inForce.get();
        List<Obligation> duties = new ArrayList<>();
        duties.add(stockpile(state, entry, on));
        duties.add(ClearanceDuty.of(state, Article5.clearedBy(entry), clearance.getOrDefault(state, List.of()), on));
        Explained<Day> initial = Article7.initialReportDue(entry);
        duties.add(report(state, Duty.INITIAL_REPORT, OptionalInt.empty(), initial, on));
        duties.addAll(annualReports(state, Article7.firstAnnualReportDue(initial), on));
        Explained<Day> measures = Article9.measures(entry);
        duties.add(new Obligation(
                state,
                Duty.NATIONAL_MEASURES,
                OptionalInt.empty(),
                measures,
                because(new DutyState.Lasting(), ObligationRule.DUTY_LASTING, Duty.NATIONAL_MEASURES, measures)));
        Optional<Explained<Day>> withdrawal = register.withdrawalEffect(state, on);
        return withdrawal
                .map(effect ->
                        duties.stream().map(duty -> endedBy(effect, duty)).toList())
                .orElse(List.copyOf(duties));
    }

    /** What sources say of the State's stockpile; empty when the record has no row for it. */
    public Optional<StockpileResult> stockpileResult(StateCode state) {
        return Optional.ofNullable(stockpiles.get(state));
    }

    /** What happened to the State's duty under Article 5, in the order of the record. */
    public List<ClearanceEvent> clearanceEvents(StateCode state) {
        return clearance.getOrDefault(state, List.of());
    }

    /** The mines the State kept under Article 3, in the order of the record. */
    public List<RetainedMines> retainedMines(StateCode state) {
        return retained.getOrDefault(state, List.of());
    }

    /** Article 14, with the scales of this record. */
    public Article14 article14() {
        return article14;
    }

    /**
     * What would follow from a deposit on a day.
     *
     * @throws org.mineban.kernel.ProblemException when the State is bound, or has consented, on that day already; or when the Convention was
     *     not open for signature, or had not its forty instruments, on that day
     */
    public WhatIf whatIf(State state, LocalDate deposit) {
        StateCode code = state.code();
        boolean bound = register.consent(code, deposit)
                .filter(consent -> register.withdrawalEffect(code, deposit)
                        .flatMap(effect -> effect.value().known())
                        .filter(effective -> !effective.isAfter(deposit))
                        .isEmpty())
                .isPresent();
        if (bound) {
            throw new Problem(
                            "already-bound",
                            Problem.Kind.WRONG_USAGE,
                            Map.of(
                                    "state",
                                    code.iso3(),
                                    "value",
                                    deposit.toString(),
                                    "deposited",
                                    register.consent(code, deposit)
                                            .orElseThrow()
                                            .date()
                                            .toString()))
                    .asException();
        }
        if (deposit.isBefore(Convention.OPENED_FOR_SIGNATURE)) {
            throw new Problem(
                            "deposit-before-convention",
                            Problem.Kind.WRONG_USAGE,
                            Map.of("value", deposit.toString(), "opened", Convention.OPENED_FOR_SIGNATURE.toString()))
                    .asException();
        }
        Explained<Day> supposed =
                new Explained<>(Day.on(deposit), new Reason.Supposed(ObligationRule.SUPPOSED_DEPOSIT));
        Explained<Day> entry = supposedEntry(supposed, deposit);
        Explained<Day> initial = Article7.initialReportDue(entry);
        LocalDate inForce = entry.value().known().orElseThrow();
        return new WhatIf(
                code,
                deposit,
                entry,
                initial,
                Article7.firstAnnualReportDue(initial),
                Article4.stockpileDestroyedBy(entry),
                Article5.clearedBy(entry),
                article14.share(code, partiesOn(inForce), inForce.getYear()));
    }

    private Explained<Day> supposedEntry(Explained<Day> supposed, LocalDate deposit) {
        Explained<Day> later = Article17.sixthMonthAfterDeposit(supposed);
        Optional<Explained<Day>> general = register.article17().generalEntryIntoForce();
        return general.filter(day -> day.value()
                        .known()
                        .filter(begins -> begins.isAfter(later.value().known().orElse(deposit)))
                        .isPresent())
                .orElse(later);
    }

    private List<StateCode> partiesOn(LocalDate on) {
        return register.states().stream()
                .map(State::code)
                .filter(code -> register.standing(code, on).value().inForce())
                .toList();
    }

    private Obligation stockpile(StateCode state, Explained<Day> entry, LocalDate on) {
        Explained<Day> due = Article4.stockpileDestroyedBy(entry);
        return new Obligation(
                state,
                Duty.STOCKPILE_DESTRUCTION,
                OptionalInt.empty(),
                due,
                StockpileDuty.standing(due, Optional.ofNullable(stockpiles.get(state)), on));
    }

    private List<Obligation> annualReports(StateCode state, Explained<Day> first, LocalDate on) {
        Optional<LocalDate> firstDue = first.value().known();
        if (firstDue.isEmpty()) {
            return List.of(report(state, Duty.ANNUAL_REPORT, OptionalInt.empty(), first, on));
        }
        List<Obligation> reports = new ArrayList<>();
        int firstYear = firstDue.get().getYear();
        int lastYear =
                Math.max(firstYear, on.isAfter(Article7.april30(on.getYear())) ? on.getYear() + 1 : on.getYear());
        for (int year = firstYear; year <= lastYear; year++) {
            Explained<Day> due = year == firstYear ? first : Article7.annualReportDue(first, year - 1);
            reports.add(report(state, Duty.ANNUAL_REPORT, OptionalInt.of(year - 1), due, on));
        }
        return reports;
    }

    private Obligation report(StateCode state, Duty duty, OptionalInt year, Explained<Day> due, LocalDate on) {
        Optional<LocalDate> known = due.value().known();
        if (known.isEmpty()) {
            return new Obligation(
                    state,
                    duty,
                    year,
                    due,
                    because(new DutyState.NotDeterminable(), ObligationRule.DUTY_NOT_DETERMINABLE, duty, due));
        }
        Optional<LocalDate> received = receipts.firstReceived(state, year).filter(day -> !day.isAfter(on));
        if (received.isPresent()) {
            return new Obligation(state, duty, year, due, met(duty, due, known.get(), received.get()));
        }
        long since = ChronoUnit.DAYS.between(known.get(), on);
        Explained<DutyState> standing = since > 0
                ? because(new DutyState.PassedWithoutRecord(since), ObligationRule.NO_RECEIPT_RECORDED, duty, due)
                : because(new DutyState.Upcoming(-since), ObligationRule.DUTY_UPCOMING, duty, due);
        return new Obligation(state, duty, year, due, standing);
    }

    private static Explained<DutyState> met(Duty duty, Explained<Day> due, LocalDate day, LocalDate received) {
        Explained<Day> receipt = Explained.given(Day.on(received), ObligationRule.RECEIPT_RECORDED, duty.provision());
        long late = ChronoUnit.DAYS.between(day, received);
        Optional<PartialDate> on = Optional.of(new PartialDate.OfDay(received));
        return late > 0
                ? because(
                        new DutyState.CompletedLate(on, Optional.of(late)),
                        ObligationRule.DUTY_COMPLETED_LATE,
                        duty,
                        due,
                        receipt)
                : because(new DutyState.Completed(on), ObligationRule.DUTY_COMPLETED, duty, due, receipt);
    }

    /** A duty whose day lies on or after the effect of a withdrawal does not fall due. One that was met stays met. */
    private static Obligation endedBy(Explained<Day> effect, Obligation duty) {
        LocalDate effective = effect.value().latest().orElse(LocalDate.MAX);
        boolean dueBefore = duty.due()
                .value()
                .latest()
                .filter(due -> due.isBefore(effective))
                .isPresent();
        if (dueBefore || !duty.standing().value().open()) {
            return duty;
        }
        return new Obligation(
                duty.state(),
                duty.duty(),
                duty.year(),
                duty.due(),
                because(
                        new DutyState.EndedByWithdrawal(effective),
                        ObligationRule.DUTY_ENDED_BY_WITHDRAWAL,
                        duty.duty(),
                        effect,
                        duty.due()));
    }

    static Explained<DutyState> because(DutyState value, ObligationRule name, Duty duty, Explained<?>... because) {
        return Explained.given(value, name, duty.provision(), because);
    }
}
