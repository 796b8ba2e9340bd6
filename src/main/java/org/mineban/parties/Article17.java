package org.mineban.parties;

import static org.mineban.kernel.Provision.paragraph;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mineban.kernel.Day;
import org.mineban.kernel.Doubt;
import org.mineban.kernel.Explained;
import org.mineban.kernel.Provision;
import org.mineban.kernel.Reason;
import org.mineban.parties.TreatyAction.Consent;

/** Article 17: entry into force. */
public final class Article17 {

    /** The instruments that were needed. */
    public static final int INSTRUMENTS_NEEDED = 40;

    static final Provision PARAGRAPH_1 = paragraph(17, 1);
    static final Provision PARAGRAPH_2 = paragraph(17, 2);

    private final Optional<Explained<LocalDate>> fortieth;

    /** @param consents every consent to be bound of the record, in any order */
    public Article17(List<Consent> consents) {
        this.fortieth = fortiethInstrument(consents);
    }

    /** The day on which the fortieth instrument was deposited, explained by the forty; empty while there are fewer. */
    public static Optional<Explained<LocalDate>> fortiethInstrument(List<Consent> consents) {
        List<Consent> inOrder = consents.stream()
                .filter(consent -> consent.date().day().isPresent())
                .sorted(Comparator.comparing((Consent consent) -> consent.date().earliest())
                        .thenComparing(Consent::state))
                .toList();
        if (inOrder.size() < INSTRUMENTS_NEEDED) {
            return Optional.empty();
        }
        LocalDate day = inOrder.get(INSTRUMENTS_NEEDED - 1).date().earliest();
        List<Explained<?>> first = inOrder.stream()
                .filter(consent -> !consent.date().earliest().isAfter(day))
                .<Explained<?>>map(consent -> Explained.stated(consent.state(), PartyRule.DEPOSITED, consent.row()))
                .toList();
        return Optional.of(new Explained<>(
                day, new Reason.Given(PartyRule.FORTIETH_INSTRUMENT, Optional.of(PARAGRAPH_1), first, List.of())));
    }

    /** The day on which the fortieth instrument of this record was deposited; empty while there are fewer. */
    public Optional<Explained<LocalDate>> fortieth() {
        return fortieth;
    }

    /** Paragraph 1: in general, the first day of the sixth month after the month of the fortieth deposit. */
    public Optional<Explained<Day>> generalEntryIntoForce() {
        return fortieth.map(day -> day.under(
                PARAGRAPH_1, PartyRule.GENERAL_ENTRY_INTO_FORCE, on -> Day.on(firstDayOfSixthMonthAfter(on))));
    }

    /**
     * Entry into force for one State: with the first forty, paragraph 1; later, paragraph 2: the first day of the sixth month after the
     * deposit. A succession takes effect as its source states, since the Convention has no rule for it.
     */
    public Explained<Day> entryIntoForce(Consent consent) {
        Explained<Day> deposit = Explained.stated(Day.of(consent.date()), PartyRule.DEPOSITED, consent.row());
        if (consent.kind() == Consent.Kind.SUCCESSION && consent.statedEffect().isPresent()) {
            Explained<Day> stated = Explained.stated(
                    Day.on(consent.statedEffect().get()), PartyRule.EFFECT_OF_SUCCESSION_AS_STATED, consent.row());
            return stated.doubting(List.of(Doubt.of(PartyRule.DOUBT_SUCCESSION_PRACTICE, consent.row())));
        }
        Explained<Day> computed = amongTheFirstForty(consent)
                .<Explained<Day>>map(general -> Explained.given(
                        general.value(), PartyRule.AMONG_THE_FIRST_FORTY, PARAGRAPH_1, deposit, general))
                .orElseGet(() -> sixthMonthAfterDeposit(deposit));
        return checkedAgainst(consent, computed);
    }

    /** Paragraph 2 alone, for a deposit after the fortieth. */
    public static Explained<Day> sixthMonthAfterDeposit(Explained<Day> deposit) {
        return deposit.under(
                PARAGRAPH_2, PartyRule.SIXTH_MONTH_AFTER_DEPOSIT, day -> day.map(Article17::firstDayOfSixthMonthAfter));
    }

    private Optional<Explained<Day>> amongTheFirstForty(Consent consent) {
        return fortieth.filter(day -> !consent.date().latest().isAfter(day.value()))
                .flatMap(day -> generalEntryIntoForce());
    }

    private static Explained<Day> checkedAgainst(Consent consent, Explained<Day> computed) {
        if (consent.date().day().isEmpty()) {
            return computed.doubting(List.of(Doubt.of(PartyRule.DOUBT_DEPOSIT_DAY_UNKNOWN, consent.row())));
        }
        boolean differs = consent.statedEffect()
                .filter(stated -> !computed.value().equals(Day.on(stated)))
                .isPresent();
        return differs
                ? computed.doubting(List.of(Doubt.of(PartyRule.DOUBT_STATED_DAY_DIFFERS, consent.row())))
                : computed;
    }

    private static LocalDate firstDayOfSixthMonthAfter(LocalDate deposit) {
        return deposit.withDayOfMonth(1).plusMonths(6);
    }
}
