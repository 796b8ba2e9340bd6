package org.mineban.obligations;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.mineban.kernel.Day;
import org.mineban.kernel.Doubt;
import org.mineban.kernel.Explained;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.Reason;

/** What the record says of a State's duty under Article 4, up to a day. */
final class StockpileDuty {

    private StockpileDuty() {}

    static Explained<DutyState> standing(Explained<Day> due, Optional<StockpileResult> result, LocalDate on) {
        Optional<LocalDate> known = due.value().known();
        if (known.isEmpty()) {
            return because(new DutyState.NotDeterminable(), ObligationRule.DUTY_NOT_DETERMINABLE, due);
        }
        long since = ChronoUnit.DAYS.between(known.get(), on);
        return result.flatMap(stated -> fromResult(due, known.get(), stated, on))
                .orElseGet(() -> withoutResult(due, since, on));
    }

    private static Optional<Explained<DutyState>> fromResult(
            Explained<Day> due, LocalDate deadline, StockpileResult result, LocalDate on) {
        boolean passed = on.isAfter(deadline);
        Optional<PartialDate> when = result.completed();
        boolean doneByThen = when.map(date -> !date.latest().isAfter(on)).orElse(passed);
        return switch (result.status()) {
            case UNKNOWN -> Optional.empty();
            case COMPLETED ->
                doneByThen
                        ? Optional.of(stated(new DutyState.Completed(when), ObligationRule.DUTY_COMPLETED, due, result))
                        : Optional.empty();
            case COMPLETED_LATE ->
                doneByThen
                        ? Optional.of(stated(
                                new DutyState.CompletedLate(
                                        when,
                                        when.flatMap(PartialDate::day)
                                                .map(day -> ChronoUnit.DAYS.between(deadline, day))),
                                ObligationRule.DUTY_COMPLETED_LATE,
                                due,
                                result))
                        : Optional.empty();
            case MISSED_INCOMPLETE ->
                passed
                        ? Optional.of(stated(
                                new DutyState.Missed(ChronoUnit.DAYS.between(deadline, on)),
                                ObligationRule.DUTY_MISSED,
                                due,
                                result))
                        : Optional.empty();
            case NONE_DECLARED ->
                Optional.of(stated(new DutyState.NothingToDo(when), ObligationRule.DUTY_NOTHING_TO_DO, due, result));
        };
    }

    private static Explained<DutyState> withoutResult(Explained<Day> due, long since, LocalDate on) {
        if (since <= 0) {
            return because(new DutyState.Upcoming(-since), ObligationRule.DUTY_UPCOMING, due);
        }
        Explained<String> silence = new Explained<>(
                "",
                new Reason.Silent(
                        ObligationRule.NO_STOCKPILE_RESULT_RECORDED,
                        "obligations/article4.csv",
                        Optional.of(on),
                        List.of()));
        return because(
                new DutyState.PassedWithoutRecord(since), ObligationRule.DUTY_PASSED_WITHOUT_RECORD, due, silence);
    }

    private static Explained<DutyState> stated(
            DutyState value, ObligationRule name, Explained<Day> due, StockpileResult result) {
        Explained<?> said = Explained.stated(
                result.completed().map(Object::toString).orElse(""), ObligationRule.RESULT_STATED, result.row());
        Explained<DutyState> standing = because(value, name, said, due);
        return result.row().note().isEmpty()
                ? standing
                : standing.doubting(List.of(Doubt.of(ObligationRule.DOUBT_SEE_ROW_NOTE, result.row())));
    }

    private static Explained<DutyState> because(DutyState value, ObligationRule name, Explained<?>... because) {
        return Obligations.because(value, name, Duty.STOCKPILE_DESTRUCTION, because);
    }
}
