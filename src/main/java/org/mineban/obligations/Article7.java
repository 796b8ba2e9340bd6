package org.mineban.obligations;

import java.time.LocalDate;
import java.time.Month;
import org.mineban.kernel.Day;
import org.mineban.kernel.Explained;

/** Article 7: transparency measures. */
public final class Article7 {

    static final int DAYS = 180;

    private Article7() {}

    /**
     * Paragraph 1: the first report, as soon as practicable, and in any event not later than 180 days after entry into force for the State
     * Party. The day of entry into force is day 0.
     */
    public static Explained<Day> initialReportDue(Explained<Day> entryIntoForce) {
        return entryIntoForce.under(
                Duty.INITIAL_REPORT.provision(),
                ObligationRule.INITIAL_REPORT_DUE,
                day -> day.map(inForce -> inForce.plusDays(DAYS)));
    }

    /**
     * Paragraph 2: the information is updated annually, covering the last calendar year, not later than 30 April. An update presupposes the
     * first report: the first 30 April that applies is the first one after the day on which the initial report is due.
     */
    public static Explained<Day> firstAnnualReportDue(Explained<Day> initialReportDue) {
        return initialReportDue.under(
                Duty.ANNUAL_REPORT.provision(),
                ObligationRule.FIRST_ANNUAL_REPORT_DUE,
                day -> day.map(Article7::firstApril30After));
    }

    /** Paragraph 2: the update that covers a calendar year is due on 30 April of the next. */
    public static Explained<Day> annualReportDue(Explained<Day> firstAnnualReportDue, int yearCovered) {
        return firstAnnualReportDue.under(
                Duty.ANNUAL_REPORT.provision(),
                ObligationRule.ANNUAL_REPORT_DUE,
                first -> Day.on(april30(yearCovered + 1)));
    }

    private static LocalDate firstApril30After(LocalDate day) {
        LocalDate sameYear = april30(day.getYear());
        return sameYear.isAfter(day) ? sameYear : april30(day.getYear() + 1);
    }

    static LocalDate april30(int year) {
        return LocalDate.of(year, Month.APRIL, 30);
    }
}
