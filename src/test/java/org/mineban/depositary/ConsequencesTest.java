package org.mineban.depositary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mineban.Facts.day;
import static org.mineban.Facts.state;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mineban.Facts;
import org.mineban.kernel.Language;
import org.mineban.kernel.SourceRow;
import org.mineban.obligations.Obligation;
import org.mineban.presentation.Knowledge;

/** Every day here was worked out by hand from Articles 4, 5, 7, 17 and 20, on a calendar. */
@DisplayName("What an entry changes")
class ConsequencesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static Consequences of(Content... contents) {
        return Consequences.between(Facts.KNOWLEDGE, with(contents), TODAY);
    }

    private static Knowledge with(Content... contents) {
        List<Confirmed> entries = new java.util.ArrayList<>();
        for (Content content : contents) {
            entries.add(Entries.confirmed(entries.size() + 1, "2026-11-24", content));
        }
        return WholeRecord.of(Facts.KNOWLEDGE, entries).knowledge();
    }

    private static List<String> standings(Consequences found) {
        return found.standings().stream()
                .map(change -> "%s %s/%s: %s > %s"
                        .formatted(
                                change.state(),
                                change.from(),
                                change.until().map(LocalDate::toString).orElse(""),
                                change.before().value().key(),
                                change.after().value().key()))
                .toList();
    }

    private static List<String> days(Consequences found) {
        return found.days().stream()
                .map(change -> change.figure().key() + ": " + text(change.before()) + " > " + text(change.after()))
                .toList();
    }

    private static String text(Optional<? extends org.mineban.kernel.Explained<?>> explained) {
        return explained.map(found -> found.value().toString()).orElse("none");
    }

    /** How far each count moves, on which day, until which. */
    private static List<String> counts(Consequences found) {
        return found.counts().stream()
                .map(change -> "%s %s/%s %+d"
                        .formatted(
                                change.name(),
                                change.on(),
                                change.until().map(LocalDate::toString).orElse(""),
                                change.after().value() - change.before().value()))
                .toList();
    }

    private static List<String> duties(Consequences found) {
        return found.duties().stream()
                .map(change -> change.duty().key()
                        + (change.year().isPresent() ? " " + change.year().getAsInt() : "") + ": "
                        + due(change.before()) + " > " + due(change.after()))
                .toList();
    }

    private static String due(Optional<Obligation> duty) {
        return duty.map(found ->
                        found.due().value() + " " + found.standing().value().key())
                .orElse("none");
    }

    @Nested
    @DisplayName("by an accession deposited on 20 November 2026")
    class Accession {

        private final Consequences found = of(Entries.accessionOfGeorgia("2026-11-20"));

        @Test
        void is_the_standing_from_the_deposit_and_from_the_first_day_of_the_sixth_month_after() {
            assertThat(standings(found))
                    .containsExactly(
                            "GEO 2026-11-20/2027-05-01: not-party > consent-deposited",
                            "GEO 2027-05-01/: not-party > state-party");
            assertThat(days(found)).containsExactly("entry-into-force: none > 2027-05-01");
        }

        @Test
        void are_the_counts_from_these_days_on_and_today() {
            assertThat(counts(found))
                    .containsExactly(
                            "partiesByDeposit 2026-11-20/ +1",
                            "partiesByDeposit 2026-11-24/ +1",
                            "inForce 2027-05-01/ +1",
                            "notBound 2026-11-20/ -1",
                            "notBound 2026-11-24/ -1");
        }

        @Test
        void are_five_duties_that_begin() {
            assertThat(duties(found))
                    .containsExactly(
                            "stockpile: none > 2031-05-01 upcoming",
                            "clearance: none > 2037-05-01 task-not-recorded",
                            "initial-report: none > 2027-10-28 upcoming",
                            "annual-report 2027: none > 2028-04-30 upcoming",
                            "national-measures: none > None[] lasting");
        }

        /** Georgia's rate is 0.009 per cent in the scale of 2025 to 2027. */
        @Test
        void are_the_shares_in_the_costs_of_meetings() {
            assertThat(found.shares()).hasSize(2);
            BigDecimal sumBefore = found.shares().get(1).before().orElseThrow().value();
            BigDecimal sumAfter = found.shares().get(1).after().orElseThrow().value();

            assertThat(sumAfter.subtract(sumBefore)).isEqualByComparingTo("0.009");
            assertThat(found.shares().getFirst().year()).isEqualTo(2027);
            assertThat(found.shares().getFirst().before()).isEmpty();
            assertThat(found.shares()
                            .getFirst()
                            .after()
                            .orElseThrow()
                            .value()
                            .multiply(sumAfter)
                            .doubleValue())
                    .isCloseTo(0.009, org.assertj.core.api.Assertions.within(1e-12));
        }

        @Test
        void is_explained_down_to_the_entry() {
            SourceRow row = with(Entries.accessionOfGeorgia("2026-11-20"))
                    .register()
                    .consent(state("GEO"), TODAY)
                    .orElseThrow()
                    .row();

            assertThat(row.place()).isEqualTo("depositary/recorded.csv:2");
            assertThat(row.recorded().orElseThrow().confirmedOn()).isEqualTo(day("2026-11-24"));
            assertThat(row.source()).isEqualTo("C.N.999.2026.TREATIES-XXVI.5");
        }
    }

    @Nested
    @DisplayName("by a withdrawal notified on 10 November 2026")
    class Withdrawal {

        private final Consequences found = of(Entries.act("OMN", Act.WITHDRAWAL, "2026-11-10"));

        @Test
        void is_the_standing_now_and_six_months_later() {
            assertThat(standings(found))
                    .containsExactly(
                            "OMN 2026-11-10/2027-05-10: state-party > withdrawal-notified",
                            "OMN 2027-05-10/: state-party > withdrawn");
            assertThat(days(found)).containsExactly("withdrawal: none > 2027-05-10");
        }

        @Test
        void are_the_counts_from_its_effect_on_and_nothing_today() {
            assertThat(counts(found))
                    .containsExactly(
                            "partiesByDeposit 2027-05-10/ -1", "inForce 2027-05-10/ -1", "withdrawn 2027-05-10/ +1");
        }

        @Test
        void ends_the_duties_that_fall_due_after_its_effect_and_no_others() {
            assertThat(duties(found)).containsExactly("national-measures: None[] lasting > None[] ended-by-withdrawal");
        }
    }

    @Nested
    @DisplayName("by a correction of Oman's deposit from 20 August to 20 September 2014")
    class DateCorrected {

        private final SourceRow shipped = Entries.shippedRow("OMN", "accession");
        private final Content correction =
                Entries.correcting(shipped, Entries.act("OMN", Act.ACCESSION, "2014-09-20"), Correction.Manner.REPLACE);
        private final Consequences found = of(correction);

        @Test
        void is_each_standing_between_the_days_and_the_day_of_entry_into_force() {
            assertThat(standings(found))
                    .containsExactly(
                            "OMN 2014-08-20/2014-09-20: consent-deposited > not-party",
                            "OMN 2014-09-20/2015-02-01: consent-deposited > consent-deposited",
                            "OMN 2015-02-01/2015-03-01: state-party > consent-deposited",
                            "OMN 2015-03-01/: state-party > state-party");
            assertThat(days(found)).containsExactly("entry-into-force: 2015-02-01 > 2015-03-01");
        }

        @Test
        void are_the_counts_of_the_days_between_only() {
            assertThat(counts(found))
                    .containsExactly(
                            "partiesByDeposit 2014-08-20/2014-09-20 -1",
                            "inForce 2015-02-01/2015-03-01 -1",
                            "notBound 2014-08-20/2014-09-20 +1");
        }

        @Test
        void are_the_days_of_the_duties_180_days_4_and_10_years_later() {
            assertThat(duties(found))
                    .filteredOn(line -> line.startsWith("initial"))
                    .containsExactly(
                            "initial-report: 2015-07-31 passed-without-record > 2015-08-28 passed-without-record");
        }

        @Test
        void leaves_the_earlier_row_readable() {
            SourceRow row = with(correction)
                    .register()
                    .consent(state("OMN"), TODAY)
                    .orElseThrow()
                    .row();

            assertThat(row.recorded().orElseThrow().corrects()).contains(shipped);
            assertThat(row.get("corrects")).isEqualTo(shipped.place());
            assertThat(row.get("why")).isEqualTo("The notification gives another day.");
        }

        @Test
        void can_be_corrected_again() {
            SourceRow first = with(correction)
                    .register()
                    .consent(state("OMN"), TODAY)
                    .orElseThrow()
                    .row();
            Content second = Entries.correcting(
                    first, Entries.act("OMN", Act.ACCESSION, "2014-08-20"), Correction.Manner.REPLACE);
            Knowledge both = with(correction, second);

            assertThat(Consequences.between(Facts.KNOWLEDGE, both, TODAY).none())
                    .isTrue();
            assertThat(both.register()
                            .consent(state("OMN"), TODAY)
                            .orElseThrow()
                            .row()
                            .recorded()
                            .orElseThrow()
                            .corrects())
                    .contains(first);
        }
    }

    @Test
    void by_striking_out_an_act_is_as_if_it_had_never_been() {
        Consequences found = of(Entries.correcting(
                Entries.shippedRow("OMN", "accession"),
                Entries.act("OMN", Act.ACCESSION, "2014-08-20"),
                Correction.Manner.STRIKE_OUT));

        assertThat(standings(found))
                .containsExactly(
                        "OMN 2014-08-20/2015-02-01: consent-deposited > not-party",
                        "OMN 2015-02-01/: state-party > not-party");
        assertThat(found.duties()).allMatch(change -> change.after().isEmpty());
    }

    @Test
    void by_a_correction_of_the_source_alone_or_a_declaration_is_nothing() {
        Consequences source = of(Entries.correcting(
                Entries.shippedRow("OMN", "accession"),
                Entries.act("OMN", Act.ACCESSION, "2014-08-20"),
                Correction.Manner.REPLACE));
        Consequences declaration = of(Entries.act("OMN", Act.INTERPRETATIVE_DECLARATION, "2026-11-20"));

        assertThat(source.none()).isTrue();
        assertThat(declaration.none()).isTrue();
    }

    /** Burkina Faso deposited the fortieth instrument on 16 September 1998; had it come in October, Namibia's of 21 September had been it. */
    @Test
    void by_a_later_fortieth_instrument_is_which_one_was_the_fortieth() {
        Consequences found = of(Entries.correcting(
                Entries.shippedRow("BFA", "ratification"),
                Entries.act("BFA", Act.RATIFICATION, "1998-10-30"),
                Correction.Manner.REPLACE));

        assertThat(days(found))
                .containsExactlyInAnyOrder(
                        "entry-into-force: 1999-03-01 > 1999-04-01", "fortieth-instrument: 1998-09-16 > 1998-09-21");
    }

    /** With all seven of the second half of September 1998 gone, the fortieth came in October, and the Convention began a month later for all that are left. */
    @Test
    void by_fewer_early_instruments_is_the_entry_into_force_of_all_the_first_forty() {
        List<Content> struck = Stream.of("BFA", "GNQ", "NAM", "HND", "SEN", "BEN", "JPN")
                .map(iso3 ->
                        Facts.KNOWLEDGE.register().consent(state(iso3), TODAY).orElseThrow())
                .map(consent -> Entries.correcting(
                        consent.row(),
                        Entries.act(
                                consent.state().iso3(),
                                Act.find(consent.row().get("action")).orElseThrow(),
                                consent.date().toString()),
                        Correction.Manner.STRIKE_OUT))
                .toList();
        Consequences found = of(struck.toArray(Content[]::new));

        assertThat(days(found))
                .contains("general-entry-into-force: 1999-03-01 > 1999-04-01")
                .filteredOn(line -> line.equals("entry-into-force: 1999-03-01 > 1999-04-01"))
                .hasSizeGreaterThan(30);
    }

    @Test
    void moves_a_published_count_that_was_right() {
        Consequences found = of(Entries.correcting(
                Entries.shippedRow("OMN", "accession"),
                Entries.act("OMN", Act.ACCESSION, "2012-11-20"),
                Correction.Manner.REPLACE));

        assertThat(found.published()).anySatisfy(change -> {
            assertThat(change.on()).isEqualTo(day("2012-12-03"));
            assertThat(change.theirs()).isEqualTo(160);
            assertThat(change.before().value()).isEqualTo(160);
            assertThat(change.after().value()).isEqualTo(161);
        });
    }

    @Test
    void says_that_what_the_program_has_by_now_and_what_corrects_a_row_that_is_gone_change_nothing() {
        SourceRow gone = Entries.shippedRow("OMN", "accession");
        Content strike =
                Entries.correcting(gone, Entries.act("OMN", Act.ACCESSION, "2014-08-20"), Correction.Manner.STRIKE_OUT);
        List<Confirmed> entries = List.of(
                Entries.confirmed(1, "2026-11-24", Entries.act("UKR", Act.RATIFICATION, "2005-12-27")),
                Entries.confirmed(2, "2026-11-24", strike),
                Entries.confirmed(3, "2026-11-24", strike));

        assertThat(WholeRecord.of(Facts.KNOWLEDGE, entries).aside())
                .containsEntry(entries.get(0).id(), WholeRecord.Aside.ALREADY_SHIPPED)
                .containsEntry(entries.get(2).id(), WholeRecord.Aside.ROW_GONE)
                .doesNotContainKey(entries.get(1).id());
    }

    @Test
    void is_told_in_six_languages_with_the_way_to_its_reasons() {
        Consequences found = of(Entries.accessionOfGeorgia("2026-11-20"));
        for (Language language : Language.values()) {
            List<ToldConsequence> told = ToldConsequence.all(found, Facts.narrator(language));

            assertThat(told).hasSize(2 + 1 + 5 + 5 + 2);
            assertThat(told.getFirst().why().orElseThrow().page()).isEqualTo("/why/GEO/standing");
        }
        ToldConsequence first =
                ToldConsequence.all(found, Facts.narrator(Language.ENGLISH)).getFirst();
        assertThat(first.what()).isEqualTo("Georgia");
        assertThat(first.when()).isEqualTo("From 20 November 2026, until the day before 1 May 2027");
        assertThat(first.before()).isEqualTo("State not party");
        assertThat(first.after())
                .isEqualTo("Consent to be bound deposited, not yet in force; takes effect: 1 May 2027");
    }
}
