package org.mineban.submissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mineban.Facts;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;
import org.mineban.reporting.ReportKind;

@DisplayName("A report that can be begun")
class BeginningTest {

    private static List<Beginning> of(String state, int year, String on, Submission... handedIn) {
        return Beginning.of(
                Facts.KNOWLEDGE.register(),
                Facts.KNOWLEDGE.obligations(),
                new StateCode(state),
                year,
                LocalDate.parse(on),
                List.of(handedIn));
    }

    private static Submission handedIn(String state, int year) {
        return new Submission(
                new UUID(0, 1),
                new StateCode(state),
                1,
                year,
                0,
                ReportKind.ANNUAL.key(),
                Submission.Way.WRITTEN,
                List.of(Language.ENGLISH),
                Optional.empty(),
                "",
                "",
                new UUID(0, 2),
                Instant.EPOCH,
                LocalDate.EPOCH,
                Optional.empty(),
                Optional.empty());
    }

    /** Oman deposited on 20 August 2014: in force on 1 February 2015, first report due 180 days later, on 31 July 2015. */
    @Test
    void is_the_first_one_for_a_state_for_which_the_convention_has_entered_into_force() {
        assertThat(of("OMN", 2015, "2015-03-01"))
                .first()
                .isEqualTo(new Beginning(
                        ReportKind.INITIAL,
                        Beginning.Why.FIRST,
                        Optional.of(LocalDate.of(2015, 2, 1)),
                        Optional.of(LocalDate.of(2015, 7, 31))));
    }

    @Test
    void is_voluntary_for_a_state_that_is_not_bound_and_a_first_one_too_once_it_has_accepted() {
        assertThat(of("GEO", 2012, "2013-03-10"))
                .containsExactly(new Beginning(
                        ReportKind.VOLUNTARY, Beginning.Why.NOT_BOUND, Optional.empty(), Optional.empty()));
        assertThat(of("OMN", 2014, "2014-10-01"))
                .extracting(Beginning::why)
                .containsExactly(Beginning.Why.NOT_BOUND, Beginning.Why.FIRST_TO_COME);
    }

    @Test
    void is_the_yearly_one_with_its_day_for_a_state_that_has_reported_and_a_correction_where_the_year_has_a_report() {
        assertThat(of("KHM", 2012, "2013-03-10", handedIn("KHM", 2011)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.kind()).isEqualTo(ReportKind.ANNUAL);
                    assertThat(one.due()).contains(LocalDate.of(2013, 4, 30));
                });
        assertThat(of("KHM", 2012, "2013-06-01", handedIn("KHM", 2012)))
                .singleElement()
                .satisfies(one -> assertThat(one.kind()).isEqualTo(ReportKind.AMENDMENT));
    }

    @Test
    void is_any_for_a_fictitious_state() {
        assertThat(of("XAA", 2024, "2025-03-10"))
                .extracting(Beginning::kind)
                .containsExactly(ReportKind.ANNUAL, ReportKind.INITIAL, ReportKind.VOLUNTARY);
    }
}
