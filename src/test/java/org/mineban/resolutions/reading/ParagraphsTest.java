package org.mineban.resolutions.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mineban.resolutions.Citation;
import org.mineban.resolutions.FollowUp;
import org.mineban.resolutions.Paragraph;
import org.mineban.resolutions.Resolution;
import org.mineban.resolutions.UnreadableResolutionException;
import org.mineban.resolutions.Warning;

/** Expectations are worked out by hand from the rules of United Nations editing and from the sentences themselves. */
@DisplayName("Paragraphs")
class ParagraphsTest {
    @Nested
    @DisplayName("verbs")
    class VerbPhrases {
        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "Invites Member States to wind the clocks. | Invites",
                    "Also requests the Secretary-General to wind the clocks. | Also requests",
                    "Notes with deep concern that the clocks stand still. | Notes with deep concern",
                    "Urges and invites Governments to wind the clocks. | Urges;invites",
                    "Takes note of the report, and requests the Secretary-General to wind the clocks. | Takes note;requests",
                    "Once again calls upon all States to wind the clocks. | Once again calls upon",
                    "Expresses its appreciation to the Governments concerned. | Expresses its appreciation"
                })
        void are_read_with_what_stands_around_them(String sentence, String expected) {
            assertThat(String.join(";", Texts.verbs(first(Texts.english(sentence)))))
                    .isEqualTo(expected);
        }

        @Test
        void a_verb_outside_the_list_is_kept_and_marked() {
            Resolution resolution = Texts.english("1. Wibbles the clocks;\n\n2. Decides to wind them.");

            assertThat(first(resolution).verbs().getFirst().code()).isEqualTo("OTHER");
            assertThat(first(resolution).verbs().getFirst().words()).isEqualTo("Wibbles");
            assertThat(resolution.warnings()).extracting(Warning::code).containsExactly(Warning.Code.UNKNOWN_VERB);
        }
    }

    @Nested
    @DisplayName("addressees")
    class Addressed {
        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "Requests the Secretary-General, in consultation with Member States, to report. | SECRETARY_GENERAL",
                    "Calls upon all States and the specialized agencies to wind their clocks. | ALL_STATES;SPECIALIZED_AGENCIES",
                    "Requests the Secretary-General to inform the Security Council. | SECRETARY_GENERAL",
                    "Appeals to donors to lend keys. | DONORS",
                    "Decides to wind the clocks of all States. | ''",
                    "Requests the keepers of the keys to wind the clocks. | OTHER"
                })
        void stand_between_the_verb_and_what_is_asked(String sentence, String expected) {
            assertThat(String.join(";", Texts.who(first(Texts.english(sentence)))))
                    .isEqualTo(expected);
        }

        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "Prie le Secr\u00E9taire g\u00E9n\u00E9ral de remonter les horloges des \u00C9tats Membres. | SECRETARY_GENERAL",
                    "Demande instamment \u00E0 tous les \u00C9tats parties d'en informer le Conseil de s\u00E9curit\u00E9. | STATES_PARTIES",
                    "Engage les \u00C9tats qui ne l'ont pas encore fait \u00E0 y adh\u00E9rer. | STATES_NOT_PARTIES"
                })
        void the_same_in_french(String sentence, String expected) {
            assertThat(String.join(";", Texts.who(first(Texts.french(sentence)))))
                    .isEqualTo(expected);
        }
    }

    @Nested
    @DisplayName("citations")
    class Cited {
        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "its resolutions 75/901 and 75/902 of 21 December 2020 | 75/901@2020-12-21;75/902@2020-12-21",
                    "its resolutions 36/972 A to C of 17 December 1981 | 36/972 A@1981-12-17;36/972 B@1981-12-17;36/972 C@1981-12-17",
                    "resolution 9200 A (XXI) of 16 December 1966 | 9200 A (XXI)@1966-12-16",
                    "its resolution S-10/2 of 30 June 1978 | S-10/2@1978-06-30",
                    "its resolution ES-10/17 of 15 December 2006 | ES-10/17@2006-12-15",
                    "the report of 24/7 keepers and half (1/2) of the clocks | ''"
                })
        void are_numbers_with_their_days(String words, String expected) {
            Resolution resolution = Texts.parse("77/901. Clocks\n\nThe General Assembly,\n\nRecalling " + words
                    + ",\n\nDecides to wind the clocks.\n\n50th plenary meeting\n7 December 2022\n");

            List<String> cited = resolution.citedResolutions().stream()
                    .map(c -> c.number() + "@" + c.date())
                    .toList();
            assertThat(String.join(";", cited)).isEqualTo(expected);
        }

        @Test
        void the_organ_may_follow_in_french() {
            Resolution resolution = Texts.french(
                    "1. Rappelle la r\u00E9solution 9325 (2000) du Conseil de s\u00E9curit\u00E9, en date du 31 octobre 2000, et la r\u00E9solution 2021/99 du Conseil \u00E9conomique et social.");

            assertThat(first(resolution).citations())
                    .extracting(Citation::organ)
                    .containsExactly("SECURITY_COUNCIL", "ECONOMIC_AND_SOCIAL_COUNCIL");
        }
    }

    @Nested
    @DisplayName("numbers")
    class Numbers {
        @Test
        void a_lost_number_is_found_again_from_its_neighbours() {
            Resolution resolution = Texts.english(
                    "1. Invites Member States to wind the clocks;\n\nRequests the Secretary-General to wind his;\n\n3. Decides to wind its own.");

            assertThat(Texts.numbers(resolution)).containsExactly(1, 2, 3);
            assertThat(resolution.operative().get(1).numberPrinted()).isFalse();
        }

        @Test
        void a_missing_paragraph_is_told() {
            Resolution resolution =
                    Texts.english("1. Invites Member States to wind the clocks;\n\n3. Decides to wind its own.");

            assertThat(resolution.warnings())
                    .containsExactly(new Warning(Warning.Code.NUMBERING_NOT_CONTINUOUS, "1 3"));
        }

        @Test
        void sections_count_for_themselves() {
            Resolution resolution = Texts.english(
                    "I\n\nTowers\n\n1. Decides to paint them;\n\n2. Decides to climb them;\n\nII\n\nHands\n\n1. Decides to gild them.");

            assertThat(resolution.operative()).extracting(Paragraph::reference).containsExactly("I.1", "I.2", "II.1");
            assertThat(resolution.operative().getLast().heading()).isEqualTo("Hands");
            assertThat(resolution.warnings()).isEmpty();
        }

        @Test
        void a_list_inside_a_sentence_stays_there_but_a_run_together_list_is_a_tree() {
            Resolution resolution = Texts.english(
                    "1. Decides to wind (a) the old clocks and (b) the new;\n\n2. Requests the Secretary-General: (a) To buy keys; (b) To oil them; (c) To count them.");

            assertThat(resolution.operative().getFirst().subparagraphs()).isEmpty();
            assertThat(resolution.operative().getLast().subparagraphs())
                    .extracting(Paragraph::label)
                    .containsExactly("(a)", "(b)", "(c)");
        }
    }

    @Nested
    @DisplayName("follow-up")
    class FollowUps {
        @Test
        void a_day_is_proclaimed() {
            Resolution resolution = Texts.english("1. Decides to proclaim 4 April International Day of Public Clocks.");

            FollowUp.Observance observance =
                    (FollowUp.Observance) first(resolution).followUp().getFirst();
            assertThat(observance.name()).isEqualTo("International Day of Public Clocks");
        }

        @Test
        void a_meeting_looked_back_on_is_no_follow_up() {
            Resolution resolution =
                    Texts.english("1. Welcomes the outcome of the Fifth Review Conference, held in Oslo in 2019.");

            assertThat(first(resolution).followUp()).isEmpty();
            assertThat(first(resolution).meetings().getFirst().ordinal()).isEqualTo(5);
        }
    }

    private static Paragraph first(Resolution resolution) {
        return resolution.operative().getFirst();
    }

    @Test
    @DisplayName("a text from a collection on the web: labels above it, no number, a session in its title")
    void of_a_collection_on_the_web() throws UnreadableResolutionException {
        Resolution resolution = new ResolutionReader().read("""
                Winding of the Clocks of the Ninth Special Session of the General Assembly : Winding of the great clock
                - Author: UN General Assembly
                - Document source:
                -
                Date:
                30 November 1987
                The General Assembly,
                Recalling its resolution 34/83 A of 11 December 1979,
                1. Requests the Secretary-General to wind the clocks;
                2. Decides to include in the provisional agenda of its forty-third session the item entitled "Clocks".
                84th plenary meeting
                30 November 1987
                """);

        assertThat(resolution.title())
                .isEqualTo(
                        "Winding of the Clocks of the Ninth Special Session of the General Assembly : Winding of the great clock");
        assertThat(resolution.masthead().session()).isNull();
        assertThat(resolution.preambular()).hasSize(1);
        assertThat(resolution.operative()).hasSize(2);
    }
}
