package org.mineban.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mineban.Facts.day;
import static org.mineban.Facts.state;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mineban.Facts;
import org.mineban.kernel.Confidence;
import org.mineban.kernel.Day;
import org.mineban.kernel.Doubt;
import org.mineban.kernel.Explained;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.Reason;
import org.mineban.parties.TreatyAction.Consent;
import org.mineban.parties.TreatyAction.Withdrawal;

@DisplayName("The register")
class RegisterTest {

    private final Register register = Facts.KNOWLEDGE.register();

    @Nested
    @DisplayName("Article 17, entry into force")
    class EntryIntoForce {

        static Stream<Consent> statedEffects() {
            Register register = Facts.KNOWLEDGE.register();
            return register.states().stream()
                    .flatMap(one -> register.actions(one.code()).stream())
                    .filter(Consent.class::isInstance)
                    .map(Consent.class::cast)
                    .filter(consent -> consent.statedEffect().isPresent());
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("statedEffects")
        void is_the_day_that_sources_state(Consent consent) {
            Explained<Day> computed = register.article17().entryIntoForce(consent);

            assertThat(computed.value()).isEqualTo(Day.on(consent.statedEffect().orElseThrow()));
        }

        @Test
        void is_stated_by_sources_for_40_states() {
            assertThat(statedEffects())
                    .hasSize(40); // counted in treaty-actions.csv by hand: instruments with an effective_date
        }

        @Test
        @DisplayName("paragraph 1: the fortieth instrument was deposited on 16 September 1998 (ICRC, named list of 40)")
        void fortieth_instrument() {
            Explained<Day> general =
                    register.article17().generalEntryIntoForce().orElseThrow();

            assertThat(general.value()).isEqualTo(Day.on(day("1999-03-01")));
            Explained<?> fortieth = general.reason().because().getFirst();
            assertThat(fortieth.value()).isEqualTo(day("1998-09-16"));
            assertThat(fortieth.reason().because()).hasSize(40);
        }

        @ParameterizedTest(name = "a deposit of {0} enters into force on {1}")
        @CsvSource({
            "1998-09-16, 1999-03-01", // the fortieth itself, paragraph 1
            "1998-09-17, 1999-03-01", // paragraph 2, the same month
            "1998-10-01, 1999-04-01",
            "2000-02-29, 2000-08-01",
            "2012-12-31, 2013-06-01",
            "2013-01-01, 2013-07-01"
        })
        void is_the_first_day_of_the_sixth_month(LocalDate deposit, LocalDate inForce) {
            Explained<Day> supposed = new Explained<>(Day.on(deposit), new Reason.Supposed(PartyRule.DEPOSITED));

            assertThat(Article17.sixthMonthAfterDeposit(supposed).value()).isEqualTo(Day.on(inForce));
        }

        @Test
        void of_a_deposit_known_to_the_year_is_a_span_and_says_so() {
            Explained<Day> lebanon =
                    register.entryIntoForce(state("LBN"), day("2026-11-24")).orElseThrow();

            assertThat(lebanon.value()).isEqualTo(new Day.Between(day("2026-07-01"), day("2027-06-01")));
            assertThat(doubts(lebanon)).contains(PartyRule.DOUBT_DEPOSIT_DAY_UNKNOWN);
        }
    }

    @Nested
    @DisplayName("Article 20, withdrawal")
    class Withdrawals {

        static Stream<Withdrawal> all() {
            Register register = Facts.KNOWLEDGE.register();
            return register.states().stream()
                    .flatMap(one -> register.actions(one.code()).stream())
                    .filter(Withdrawal.class::isInstance)
                    .map(Withdrawal.class::cast);
        }

        @Test
        void five_are_recorded() {
            assertThat(all()).hasSize(5);
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("all")
        void takes_effect_on_the_day_that_sources_state(Withdrawal withdrawal) {
            assertThat(Article20.withdrawalTakesEffect(withdrawal).value())
                    .isEqualTo(Day.on(withdrawal.statedEffect().orElseThrow()));
        }

        @Test
        @DisplayName(
                "Estonia, Latvia and Lithuania are parties on 26 December 2025 and not on 27 (Xinhua, 28 December 2025)")
        void baltic_states() {
            for (String baltic : List.of("EST", "LVA", "LTU")) {
                assertThat(standing(baltic, "2025-12-26")).isInstanceOf(Standing.WithdrawalNotified.class);
                assertThat(standing(baltic, "2025-12-27")).isEqualTo(new Standing.Withdrawn(Day.on(day("2025-12-27"))));
            }
            Counts before = register.counts(day("2025-12-26"));
            Counts after = register.counts(day("2025-12-27"));
            assertThat(before.partiesByDeposit().value()
                            - after.partiesByDeposit().value())
                    .isEqualTo(3);
        }

        @Test
        void shows_the_doubt_of_an_armed_conflict() {
            assertThat(doubts(register.withdrawalEffect(state("POL"), day("2026-01-01"))
                            .orElseThrow()))
                    .contains(PartyRule.DOUBT_ARMED_CONFLICT);
        }
    }

    @Nested
    @DisplayName("Standing")
    class Standings {

        @ParameterizedTest(name = "{0} on {1}: {2}")
        @CsvSource({
            "UKR, 1999-02-23, not-party",
            "UKR, 1999-02-24, signatory",
            "UKR, 2005-12-26, signatory",
            "UKR, 2005-12-27, consent-deposited",
            "UKR, 2006-05-31, consent-deposited",
            "UKR, 2006-06-01, state-party",
            "MHL, 2012-12-03, signatory",
            "POL, 2012-12-03, signatory",
            "POL, 2026-02-20, withdrawn",
            "USA, 2026-11-24, not-party",
            "LBN, 2025-12-31, not-party",
            "LBN, 2026-01-01, not-determinable",
            "LBN, 2026-11-24, not-determinable",
            "LBN, 2027-01-01, not-determinable",
            "LBN, 2027-06-01, state-party",
            "SSD, 2011-07-08, not-party",
            "SSD, 2011-07-09, state-party",
            "MNE, 2006-10-22, not-party",
            "MNE, 2006-10-23, consent-deposited",
            "MNE, 2007-04-01, state-party",
            "CHL, 2001-09-10, consent-deposited",
            "CHL, 2002-03-01, state-party"
        })
        void follows_the_treaty_actions(String iso3, String on, String standing) {
            assertThat(standing(iso3, on).key()).isEqualTo(standing);
        }

        @Test
        void of_ukraine_is_not_changed_by_its_communication_which_is_shown() {
            Explained<Standing> before = register.standing(state("UKR"), day("2025-07-17"));
            Explained<Standing> after = register.standing(state("UKR"), day("2025-07-18"));

            assertThat(after.value()).isEqualTo(before.value());
            assertThat(doubts(before)).isEmpty();
            assertThat(doubts(after)).containsExactly(PartyRule.DOUBT_COMMUNICATION_CHANGES_NOTHING);
        }

        @Test
        void of_south_sudan_and_montenegro_shows_the_doubt_of_succession() {
            for (String successor : List.of("SSD", "MNE")) {
                assertThat(doubts(register.entryIntoForce(state(successor), day("2020-01-01"))
                                .orElseThrow()))
                        .contains(PartyRule.DOUBT_SUCCESSION_PRACTICE);
            }
        }

        @Test
        void of_south_sudan_reaches_back_before_the_deposit_and_says_so() {
            assertThat(doubts(register.standing(state("SSD"), day("2011-08-01"))))
                    .contains(PartyRule.DOUBT_EFFECT_BEFORE_DEPOSIT);
            assertThat(register.counts(day("2011-11-10")).partiesByDeposit().value())
                    .isEqualTo(157);
            assertThat(register.counts(day("2011-11-11")).partiesByDeposit().value())
                    .isEqualTo(158);
        }

        @Test
        void of_chile_shows_provisional_application_until_entry_into_force() {
            assertThat(doubts(register.standing(state("CHL"), day("2002-02-28"))))
                    .containsExactly(PartyRule.APPLIES_PROVISIONALLY);
            assertThat(doubts(register.standing(state("CHL"), day("2002-03-01"))))
                    .isEmpty();
        }

        @Test
        void carries_the_confidence_of_its_row() {
            assertThat(register.standing(state("TON"), day("2026-01-01")).confidence())
                    .isEqualTo(Confidence.VERIFIED1);
        }
    }

    @Nested
    @DisplayName("Counts")
    class CountsOfADay {

        @Test
        @DisplayName("3 December 2012: 160 accepted, 133 signed, 2 signed and not bound, 35 neither")
        void of_the_seed() {
            Counts counts = register.counts(day("2012-12-03"));

            assertThat(counts.partiesByDeposit().value()).isEqualTo(160);
            assertThat(counts.signatures().value()).isEqualTo(133);
            assertThat(states(counts.signedNotBound())).containsExactly("MHL", "POL");
            assertThat(counts.notBound().value()).isEqualTo(35);
        }

        @Test
        void by_deposit_and_by_entry_into_force_are_two_things() {
            Counts counts = register.counts(day("1998-12-31"));

            assertThat(counts.partiesByDeposit().value())
                    .isEqualTo(58); // LM-2006: 90 at the end of 1999, 32 of them in that year
            assertThat(counts.inForce().value()).isZero();
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource({"1997-12-02", "1998-06-30", "2006-12-01", "2025-12-27", "2026-06-01", "2026-11-24", "2099-01-01"})
        void put_every_state_in_exactly_one_place(LocalDate on) {
            Counts counts = register.counts(on);

            assertThat(counts.partiesByDeposit().value()
                            + counts.signedNotBound().value()
                            + counts.notBound().value()
                            + counts.withdrawn().value()
                            + counts.notDeterminable().value())
                    .isEqualTo(197);
        }

        @Test
        void count_lebanon_apart() {
            Counts counts = register.counts(day("2026-11-24"));

            assertThat(counts.partiesByDeposit().value()).isEqualTo(161); // facts README, doubt 1: 161 without Lebanon
            assertThat(states(counts.notDeterminable())).containsExactly("LBN");
        }

        @Test
        @DisplayName("A/RES/80/35 counts 166 States on 1 December 2025")
        void of_the_newest_text() {
            assertThat(register.counts(day("2025-12-01")).partiesByDeposit().value())
                    .isEqualTo(166);
        }
    }

    @Test
    void names_who_joined_and_who_left_between_two_days() {
        Register.Change change = register.change(day("2012-12-03"), day("2026-11-24"));

        assertThat(change.joined())
                .extracting(joined -> joined.value().iso3())
                .containsExactly("OMN", "LKA", "PSE", "MHL", "TON");
        assertThat(change.left()).extracting(left -> left.value().iso3()).containsExactly("EST", "LTU", "LVA", "FIN");
        assertThat(register.change(day("2012-12-03"), day("2025-12-01")).joined())
                .extracting(joined -> joined.value().iso3())
                .containsExactly("POL", "OMN", "LKA", "PSE", "MHL", "TON");
    }

    @ParameterizedTest(name = "{0} in {1} on {2}: {3}, listed after {4}")
    @CsvSource({
        "SWZ, FRENCH, 2012-12-03, Swaziland, SUR", // the list of A/RES/67/32's time; names remembered, marked so in the
        // record
        "SWZ, FRENCH, 2026-11-24, Eswatini, EST",
        "SWZ, CHINESE, 2012-12-03, 斯威士兰, THA",
        "MKD, ENGLISH, 2012-12-03, The former Yugoslav Republic of Macedonia, THA",
        "MKD, ENGLISH, 2019-02-14, North Macedonia, NIU",
        "SRB, ENGLISH, 2003-09-18, Serbia and Montenegro, SEN",
        "SRB, ENGLISH, 2002-01-01, Yugoslavia, YEM",
        "TUR, ENGLISH, 2022-05-31, Turkey, TUN",
        "TUR, RUSSIAN, 2012-12-03, Турция, TUN"
    })
    void gives_states_the_names_they_had(
            String iso3, org.mineban.kernel.Language language, LocalDate on, String name, String after) {
        State one = register.getState(iso3);

        assertThat(one.name(language, on).name()).isEqualTo(name);
        assertThat(one.name(language, on).place())
                .isGreaterThan(register.getState(after).name(language, on).place());
    }

    @Test
    void refuses_an_unknown_state_and_names_the_nearest() {
        assertThatThrownBy(() -> register.getState("UKX")).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().id()).isEqualTo("unknown-state");
            assertThat(refused.problem().values().get("nearest").toString()).contains("UKR");
        });
        assertThatThrownBy(() -> register.getState("Ouganda"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()
                                        .values()
                                        .get("nearest")
                                        .toString())
                                .startsWith("[UGA"));
    }

    private Standing standing(String iso3, String on) {
        return register.standing(state(iso3), day(on)).value();
    }

    private static List<Object> doubts(Explained<?> explained) {
        return explained.reason().doubts().stream().<Object>map(Doubt::name).toList();
    }

    private static List<String> states(Explained<Integer> count) {
        return count.reason().because().stream()
                .map(member -> member.value().toString())
                .toList();
    }
}
