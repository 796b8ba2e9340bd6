package org.mineban.parties;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.RuleName;
import org.mineban.kernel.SourceRow;
import org.mineban.kernel.StateCode;

/**
 * Something a State did that the depositary, the Secretary-General (Article 21), recorded. Only a {@link Signature}, a {@link Consent} and a
 * {@link Withdrawal} change a State's standing; the others are shown and change nothing.
 */
public sealed interface TreatyAction {

    StateCode state();

    /** The day of signature, of deposit or of receipt, as precisely as the source states it. */
    PartialDate date();

    SourceRow row();

    /** Signature, Article 15. It binds to nothing yet. */
    record Signature(StateCode state, PartialDate date, SourceRow row) implements TreatyAction {}

    /**
     * Consent to be bound, Article 16: the deposit of an instrument.
     *
     * @param kind by which instrument
     * @param statedEffect the day a source states for entry into force for the State; empty when none does
     */
    record Consent(StateCode state, Kind kind, PartialDate date, Optional<LocalDate> statedEffect, SourceRow row)
            implements TreatyAction {

        /** The instruments of Article 16, and succession, by which a new State continues what an earlier one had accepted. */
        public enum Kind {
            RATIFICATION,
            ACCEPTANCE,
            APPROVAL,
            ACCESSION,
            SUCCESSION
        }
    }

    /**
     * Notice of withdrawal, Article 20, paragraph 2.
     *
     * @param statedEffect the day a source states for its taking effect; empty when none does
     */
    record Withdrawal(StateCode state, PartialDate date, Optional<LocalDate> statedEffect, SourceRow row)
            implements TreatyAction {}

    /** A declaration under Article 18 that Article 1, paragraph 1, is applied before entry into force. */
    record ProvisionalApplication(StateCode state, PartialDate date, SourceRow row) implements TreatyAction {}

    /** The Convention is extended to a territory of the State. */
    record TerritorialApplication(StateCode state, PartialDate date, SourceRow row) implements TreatyAction {}

    /** A communication to the depositary. It never changes a standing. */
    record Communication(StateCode state, PartialDate date, SourceRow row) implements TreatyAction {}

    /**
     * The action that a row states by its columns {@code iso3}, {@code action}, {@code date} and {@code effective_date}, which have been checked.
     */
    static TreatyAction of(SourceRow row) {
        StateCode state = new StateCode(row.get("iso3"));
        PartialDate date = PartialDate.find(row.get("date")).orElseThrow();
        Optional<LocalDate> effect = PartialDate.find(row.get("effective_date")).flatMap(PartialDate::day);
        return switch (row.get("action")) {
            case "signature" -> new Signature(state, date, row);
            case "withdrawal" -> new Withdrawal(state, date, effect, row);
            case "provisional_application" -> new ProvisionalApplication(state, date, row);
            case "territorial_application" -> new TerritorialApplication(state, date, row);
            case "communication" -> new Communication(state, date, row);
            default ->
                new Consent(state, Consent.Kind.valueOf(row.get("action").toUpperCase(Locale.ROOT)), date, effect, row);
        };
    }

    /** The rule name under which this action is said as a reason. */
    default RuleName said() {
        return switch (this) {
            case Signature signature -> PartyRule.SIGNED;
            case Consent consent -> PartyRule.DEPOSITED;
            case Withdrawal withdrawal -> PartyRule.WITHDRAWAL_NOTIFIED;
            case ProvisionalApplication provisional -> PartyRule.APPLIES_PROVISIONALLY;
            case TerritorialApplication territorial -> PartyRule.EXTENDED_TO_TERRITORY;
            case Communication communication -> PartyRule.COMMUNICATED;
        };
    }
}
