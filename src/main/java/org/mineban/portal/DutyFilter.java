package org.mineban.portal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mineban.kernel.AskedDay;
import org.mineban.obligations.Duty;
import org.mineban.obligations.DutyState;
import org.mineban.obligations.Obligation;
import org.mineban.parties.Register;
import org.mineban.presentation.Knowledge;

/**
 * Which duties a reader wants to see. With nothing asked, every duty but the annual reports whose due day has passed: there are thousands, and no
 * receipts to tell them apart.
 *
 * @param duty which duty
 * @param standing which state of the duty, or {@code open}
 * @param group regional group of the State
 * @param state one State's code
 * @param year the calendar year that an annual report covers, or in which another duty is due
 * @param past whether past annual reports are asked for
 */
record DutyFilter(
        Optional<String> duty,
        Optional<String> standing,
        Optional<String> group,
        Optional<String> state,
        Optional<Integer> year,
        boolean past) {

    static DutyFilter of(Visit visit, Register register) {
        return new DutyFilter(
                Choice.check(
                        visit,
                        "duty",
                        Arrays.stream(Duty.values()).map(Duty::key).toList()),
                Choice.check(visit, "standing", Words.DUTY_STATES),
                Choice.check(visit, "group", Words.GROUPS),
                visit.asked("state").map(code -> register.getState(code).code().iso3()),
                visit.asked("year").map(AskedDay::parseYear),
                Choice.check(visit, "past", List.of("all")).isPresent());
    }

    /** Whether past annual reports are left out because nobody asked for them. */
    boolean leavesPastReportsOut() {
        boolean reportsAsked = duty.filter(Duty.ANNUAL_REPORT.key()::equals).isPresent();
        boolean passedAsked = standing.filter("passed-without-record"::equals).isPresent();
        return !past && year.isEmpty() && !(reportsAsked && (passedAsked || state.isPresent()));
    }

    List<Obligation> select(Knowledge knowledge, LocalDate on) {
        Register register = knowledge.register();
        return knowledge.obligations().all(on).stream()
                .filter(found -> duty.isEmpty() || found.duty().key().equals(duty.get()))
                .filter(found -> standing.isEmpty() || inStanding(found, standing.get()))
                .filter(found -> state.isEmpty() || found.state().iso3().equals(state.get()))
                .filter(found -> group.isEmpty()
                        || register.findState(found.state())
                                .filter(member -> member.group().name().equals(group.get()))
                                .isPresent())
                .filter(found -> year.isEmpty() || inYear(found, year.get()))
                .filter(found -> !leavesPastReportsOut() || !pastReport(found))
                .toList();
    }

    private static boolean inStanding(Obligation found, String wanted) {
        DutyState value = found.standing().value();
        return wanted.equals("open") ? value.open() : value.key().equals(wanted);
    }

    private static boolean inYear(Obligation found, int year) {
        return found.duty() == Duty.ANNUAL_REPORT
                ? found.year().orElse(0) == year
                : found.due()
                        .value()
                        .known()
                        .filter(due -> due.getYear() == year)
                        .isPresent();
    }

    private static boolean pastReport(Obligation found) {
        return found.duty() == Duty.ANNUAL_REPORT && found.standing().value() instanceof DutyState.PassedWithoutRecord;
    }
}
