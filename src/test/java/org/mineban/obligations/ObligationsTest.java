package org.mineban.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mineban.Facts.day;
import static org.mineban.Facts.state;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.mineban.Facts;
import org.mineban.kernel.Confidence;
import org.mineban.kernel.Day;
import org.mineban.kernel.Doubt;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.ProblemException;

@DisplayName("Duties")
class ObligationsTest {

    private static final LocalDate TODAY = day("2026-11-24");

    private final Obligations obligations = Facts.KNOWLEDGE.obligations();

    @ParameterizedTest(name = "{0}: {6}")
    @CsvFileSource(resources = "/vectors/deadlines.csv", numLinesToSkip = 1)
    @DisplayName("Due dates that others published come out")
    void published_due_dates(
            String iso3,
            LocalDate deposit,
            LocalDate inForce,
            @Nullable LocalDate initialReport,
            @Nullable LocalDate stockpile,
            @Nullable LocalDate clearance,
            String source) {
        assertThat(Facts.KNOWLEDGE
                        .register()
                        .consent(state(iso3), TODAY)
                        .orElseThrow()
                        .date())
                .as(source)
                .isEqualTo(PartialDate.of(deposit));
        assertThat(Facts.KNOWLEDGE
                        .register()
                        .entryIntoForce(state(iso3), TODAY)
                        .orElseThrow()
                        .value())
                .as(source)
                .isEqualTo(Day.on(inForce));
        LocalDate early = inForce.plusDays(1); // before any extension
        Optional.ofNullable(initialReport)
                .ifPresent(
                        due -> assertThat(due(iso3, Duty.INITIAL_REPORT, early)).isEqualTo(Day.on(due)));
        Optional.ofNullable(stockpile)
                .ifPresent(due ->
                        assertThat(due(iso3, Duty.STOCKPILE_DESTRUCTION, early)).isEqualTo(Day.on(due)));
        Optional.ofNullable(clearance)
                .ifPresent(due -> assertThat(due(iso3, Duty.CLEARANCE, early)).isEqualTo(Day.on(due)));
    }

    @Nested
    @DisplayName("Article 7")
    class Reports {

        @ParameterizedTest(name = "{0}: the first annual report covers {1}")
        @CsvSource({
            "GNQ, 1999", // initial due 28 August 1999, first 30 April after it: 2000
            "TUV, 2012", // initial due 28 August 2012, then 30 April 2013
            "MHL, 2025", // in force 1 September 2025, initial due 28 February 2026, then 30 April 2026
            "TON, 2026" // in force 1 December 2025, initial due 30 May 2026: 30 April 2026 comes too early
        })
        void first_annual_report(String iso3, int yearCovered) {
            assertThat(reports(iso3, TODAY).getFirst().year()).hasValue(yearCovered);
        }

        @Test
        void annual_reports_run_to_the_next_30_april() {
            List<Obligation> reports = reports("TUV", day("2016-05-01"));

            assertThat(reports).hasSize(5); // for 2012, 2013, 2014, 2015, and for 2016 due in 2017
            assertThat(reports.getLast().due().value()).isEqualTo(Day.on(day("2017-04-30")));
            assertThat(reports("TUV", day("2016-04-30")).getLast().due().value())
                    .isEqualTo(Day.on(day("2016-04-30")));
        }

        @Test
        void a_day_that_has_passed_is_never_called_overdue_without_a_record() {
            assertThat(duty("OMN", Duty.INITIAL_REPORT, day("2015-08-01"))
                            .standing()
                            .value())
                    .isEqualTo(new DutyState.PassedWithoutRecord(1));
            assertThat(duty("OMN", Duty.INITIAL_REPORT, day("2015-07-31"))
                            .standing()
                            .value())
                    .isEqualTo(new DutyState.Upcoming(0));
        }

        private List<Obligation> reports(String iso3, LocalDate on) {
            return obligations.of(state(iso3), on).stream()
                    .filter(duty -> duty.duty() == Duty.ANNUAL_REPORT)
                    .toList();
        }
    }

    @Nested
    @DisplayName("Article 4")
    class Stockpiles {

        @ParameterizedTest(name = "{0} on {1}: {2}")
        @CsvSource({
            "AGO, 2006-12-01, upcoming",
            "AGO, 2007-01-02, completed", // 28 December 2006, ICBL-2007
            "BLR, 2010-01-01, passed-without-record", // nobody had said yet
            "BLR, 2017-04-30, completed-late", // April 2017, ISU-16MSP
            "GRC, 2008-03-01, upcoming",
            "GRC, 2008-03-02, missed", // ICBL-2024
            "NGA, 2004-01-01, nothing-to-do",
            "ALB, 2020-01-01, passed-without-record" // no result was looked up: not "no stock"
        })
        void follows_what_sources_state(String iso3, LocalDate on, String expected) {
            assertThat(duty(iso3, Duty.STOCKPILE_DESTRUCTION, on)
                            .standing()
                            .value()
                            .key())
                    .isEqualTo(expected);
        }

        @Test
        void knows_no_extension() {
            assertThat(due("UKR", Duty.STOCKPILE_DESTRUCTION, TODAY)).isEqualTo(Day.on(day("2010-06-01")));
        }
    }

    @Nested
    @DisplayName("Article 5")
    class Clearance {

        @ParameterizedTest(name = "{0} on {1}: due {2}, {3}")
        @CsvSource({
            // Guinea-Bissau: extended, completed at the 12MSP, mined areas found again in 2021
            "GNB, 2010-11-28, 2011-11-01, upcoming",
            "GNB, 2010-12-03, 2012-01-01, upcoming",
            "GNB, 2012-06-01, 2012-01-01, passed-without-record",
            "GNB, 2012-12-05, 2012-01-01, completed-late",
            "GNB, 2021-06-23, 2012-01-01, reopened",
            "GNB, 2024-11-29, 2027-12-31, upcoming",
            // Ethiopia: asked after the deadline had passed, granted by the 14MSP
            "ETH, 2015-06-02, 2015-06-01, passed-without-record",
            "ETH, 2015-12-04, 2020-06-01, upcoming",
            // Ukraine: a source states that it was missed
            "UKR, 2016-06-02, 2016-06-01, missed",
            "UKR, 2018-11-30, 2021-06-01, upcoming",
            // Senegal: not granted by the 22MSP
            "SEN, 2025-12-04, 2026-03-01, upcoming",
            "SEN, 2025-12-05, 2026-03-01, request-not-granted",
            // Niger: no mined areas stated, then found
            "NER, 2010-01-01, 2009-09-01, nothing-to-do",
            "NER, 2012-05-23, 2009-09-01, reopened",
            "NER, 2013-12-05, 2015-12-31, upcoming",
            // Uganda: completion heard by the 12MSP, after the deadline
            "UGA, 2012-12-07, 2009-08-01, completed-late",
            // France: completion remembered without a day; counted from the deadline on
            "FRA, 2009-02-28, 2009-03-01, upcoming",
            "FRA, 2009-03-01, 2009-03-01, completed",
            // a State of which the record says nothing
            "AUT, 2020-01-01, 2009-03-01, task-not-recorded"
        })
        void follows_the_events(String iso3, LocalDate on, LocalDate due, String expected) {
            assertThat(due(iso3, Duty.CLEARANCE, on)).isEqualTo(Day.on(due));
            assertThat(duty(iso3, Duty.CLEARANCE, on).standing().value().key()).isEqualTo(expected);
        }

        @Test
        void an_extension_without_its_day_says_so() {
            Obligation colombia = duty("COL", Duty.CLEARANCE, TODAY);

            assertThat(colombia.due().value()).isEqualTo(new Day.NotRecorded());
            assertThat(colombia.standing().value()).isEqualTo(new DutyState.DayNotRecorded());
        }

        @Test
        void a_remembered_extension_is_marked_not_verified() {
            assertThat(duty("SOM", Duty.CLEARANCE, TODAY).due().confidence()).isEqualTo(Confidence.MEMORY);
        }

        @Test
        void a_granted_day_rests_on_its_own_row_and_not_on_the_remembered_one_that_it_replaced() {
            Obligation guineaBissau =
                    duty("GNB", Duty.CLEARANCE, TODAY); // fourth request verified twice, second from memory

            assertThat(guineaBissau.due().confidence()).isEqualTo(Confidence.VERIFIED2);
        }

        @Test
        void a_year_that_straddles_the_deadline_leaves_open_whether_it_was_in_time() {
            Obligation chile = duty("CHL", Duty.CLEARANCE, TODAY); // 2020, deadline 1 March 2020

            assertThat(chile.standing().value()).isInstanceOf(DutyState.Completed.class);
            assertThat(chile.standing().reason().doubts())
                    .extracting(Doubt::name)
                    .contains(ObligationRule.DOUBT_TIMELINESS_NOT_DETERMINABLE);
        }

        @Test
        void original_deadlines_of_the_sources_agree_with_the_rule() {
            List<String> differing = Facts.KNOWLEDGE.register().states().stream()
                    .flatMap(one -> obligations.of(one.code(), TODAY).stream())
                    .filter(duty -> duty.standing().reason().doubts().stream()
                            .anyMatch(doubt -> doubt.name() == ObligationRule.DOUBT_ORIGINAL_DEADLINE_DIFFERS))
                    .map(duty -> duty.state().iso3())
                    .toList();

            assertThat(differing).isEmpty();
        }
    }

    @Nested
    @DisplayName("Article 20 and duties")
    class AfterWithdrawal {

        @Test
        void what_falls_due_after_the_withdrawal_does_not_fall_due() {
            assertThat(duty("FIN", Duty.NATIONAL_MEASURES, TODAY).standing().value())
                    .isEqualTo(new DutyState.EndedByWithdrawal(day("2026-01-10")));
            assertThat(obligations.of(state("FIN"), TODAY))
                    .filteredOn(duty ->
                            duty.duty() == Duty.ANNUAL_REPORT && duty.year().orElseThrow() >= 2025)
                    .allSatisfy(duty ->
                            assertThat(duty.standing().value()).isInstanceOf(DutyState.EndedByWithdrawal.class));
        }

        @Test
        void what_was_met_stays_met() {
            assertThat(duty("POL", Duty.STOCKPILE_DESTRUCTION, TODAY).standing().value())
                    .isInstanceOf(DutyState.Completed.class);
        }
    }

    @Test
    void a_state_that_has_not_consented_has_none() {
        assertThat(obligations.of(state("USA"), TODAY)).isEmpty();
        assertThat(obligations.of(state("UKR"), day("2005-12-26"))).isEmpty();
    }

    @Test
    void a_state_whose_deposit_is_known_to_the_year_has_duties_without_a_determinable_day() {
        assertThat(obligations.of(state("LBN"), TODAY))
                .filteredOn(duty -> duty.duty() != Duty.NATIONAL_MEASURES && duty.duty() != Duty.CLEARANCE)
                .allSatisfy(duty -> {
                    assertThat(duty.due().value()).isInstanceOf(Day.Between.class);
                    assertThat(duty.standing().value()).isEqualTo(new DutyState.NotDeterminable());
                });
    }

    @Test
    void nothing_that_happened_later_is_used() {
        assertThat(due("AFG", Duty.CLEARANCE, day("2012-12-06"))).isEqualTo(Day.on(day("2013-03-01")));
        assertThat(due("AFG", Duty.CLEARANCE, day("2012-12-07"))).isEqualTo(Day.on(day("2023-03-01")));
    }

    @Nested
    @DisplayName("What if")
    class Supposed {

        @Test
        @DisplayName("Oman's own days come out of its own deposit (Monitor fact sheet, June 2015)")
        void oman() {
            WhatIf oman = obligations.whatIf(Facts.KNOWLEDGE.register().getState("OMN"), day("2014-08-19"));

            assertThat(oman.entryIntoForce().value()).isEqualTo(Day.on(day("2015-02-01")));
            assertThat(oman.initialReport().value()).isEqualTo(Day.on(day("2015-07-31")));
            assertThat(oman.stockpileDestruction().value()).isEqualTo(Day.on(day("2019-02-01")));
            assertThat(oman.clearance().value()).isEqualTo(Day.on(day("2025-02-01")));
            assertThat(oman.firstAnnualReport().value()).isEqualTo(Day.on(day("2016-04-30")));
        }

        @Test
        void a_share_is_the_rate_divided_by_the_sum_of_the_rates() {
            WhatIf usa = obligations.whatIf(Facts.KNOWLEDGE.register().getState("USA"), day("2026-11-24"));

            var share = usa.costShare().orElseThrow();
            assertThat(share.value().doubleValue()).isBetween(0.22, 0.60); // 22 % of all; more of those who pay
            assertThat(share.reason().because()).hasSize(2);
        }

        @Test
        void a_state_without_a_rate_has_no_share() {
            assertThat(obligations
                            .whatIf(Facts.KNOWLEDGE.register().getState("COK"), day("2005-01-01"))
                            .costShare())
                    .isEmpty();
        }

        @Test
        void is_refused_for_a_state_that_is_bound() {
            assertThatThrownBy(
                            () -> obligations.whatIf(Facts.KNOWLEDGE.register().getState("UKR"), TODAY))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem().id()).isEqualTo("already-bound"));
        }

        @Test
        void is_open_to_a_state_that_has_withdrawn() {
            assertThat(obligations
                            .whatIf(Facts.KNOWLEDGE.register().getState("POL"), TODAY)
                            .entryIntoForce()
                            .value())
                    .isEqualTo(Day.on(day("2027-05-01")));
        }
    }

    private Day due(String iso3, Duty duty, LocalDate on) {
        return duty(iso3, duty, on).due().value();
    }

    private Obligation duty(String iso3, Duty duty, LocalDate on) {
        return obligations.of(state(iso3), on).stream()
                .filter(obligation -> obligation.duty() == duty)
                .findFirst()
                .orElseThrow();
    }
}
