package org.mineban.resolutions.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mineban.resolutions.Citation;
import org.mineban.resolutions.FollowUp;
import org.mineban.resolutions.MeetingMention;
import org.mineban.resolutions.Paragraph;
import org.mineban.resolutions.Resolution;
import org.mineban.resolutions.StatedDate;
import org.mineban.resolutions.TextLanguage;
import org.mineban.resolutions.UnreadableResolutionException;
import org.mineban.resolutions.Warning;

/** One invented text for each manner of printing; the expectations are what their author put into them. */
@DisplayName("Resolutions as each decade printed them")
class DecadesTest {
    @Nested
    @DisplayName("1946, English, unnumbered paragraphs")
    class FirstSession {
        private final Resolution resolution = Texts.read("1946-english-first-session.txt");

        @Test
        void the_number_has_its_session_in_roman_figures() {
            assertThat(resolution.number()).isEqualTo("901 (I)");
            assertThat(resolution.symbol()).isEqualTo("A/RES/901(I)");
            assertThat(resolution.masthead().session().number()).isEqualTo(1);
        }

        @Test
        void a_single_unprinted_paragraph_counts_as_the_first() {
            assertThat(resolution.preambular()).hasSize(2);
            assertThat(Texts.numbers(resolution)).containsExactly(1);
            assertThat(resolution.operative().getFirst().numberPrinted()).isFalse();
        }

        @Test
        void the_meeting_is_read_from_words() {
            assertThat(resolution.plenaryMeeting().number()).isEqualTo(163);
            assertThat(resolution.masthead().adoptedOn()).isEqualTo(StatedDate.ofDay(1948, 12, 8));
        }

        @Test
        void the_next_resolution_of_the_page_is_a_part_of_its_own() {
            assertThat(resolution.parts()).extracting(Resolution::number).containsExactly("901 (I)", "902 (I)");
            assertThat(resolution.parts().get(1).operative().getFirst().text()).startsWith("approves the loan");
        }
    }

    @Nested
    @DisplayName("1952, both languages on one page")
    class BothLanguages {
        @Test
        void the_file_name_chooses_the_language() throws UnreadableResolutionException {
            Resolution resolution = Texts.READER.read(Texts.path("1952-french-two-languages.txt"));

            assertThat(resolution.parts())
                    .extracting(Resolution::language)
                    .containsExactly(TextLanguage.ENGLISH, TextLanguage.FRENCH);
            assertThat(resolution.parts().get(1).plenaryMeeting().number()).isEqualTo(352);
            assertThat(resolution.warnings()).extracting(Warning::code).contains(Warning.Code.SEVERAL_LANGUAGES);
        }
    }

    @Nested
    @DisplayName("1975, French, recognized from a scan")
    class RomanSession {
        private final Resolution resolution = Texts.read("1975-french-roman-session.txt");

        @Test
        void words_torn_at_line_ends_are_whole_again() {
            assertThat(resolution.title()).isEqualTo("Coop\u00E9ration pour la conservation des horloges publiques");
            assertThat(resolution.preambular().get(1).text()).endsWith("sur l'entretien des horloges,");
        }

        @Test
        void resolutions_of_roman_sessions_are_cited_with_part_and_day() {
            assertThat(resolution.citedResolutions())
                    .extracting(Citation::number)
                    .containsExactly("9101 (XXVIII)", "9220 B (XXIX)");
            assertThat(resolution.citedResolutions().get(1).date()).isEqualTo(StatedDate.ofDay(1974, 12, 1));
            assertThat(resolution.citedResolutions().get(1).symbol()).isEqualTo("A/RES/9220(XXIX)");
        }

        @Test
        void sub_paragraphs_are_a_tree() {
            List<Paragraph> children = resolution.operative().get(2).subparagraphs();

            assertThat(children).extracting(Paragraph::label).containsExactly("a)", "b)", "c)");
            assertThat(children.get(1).subparagraphs())
                    .extracting(Paragraph::label)
                    .containsExactly("i)", "ii)");
        }

        @Test
        void a_report_asked_for_in_a_sub_paragraph_comes_from_whom_the_paragraph_asks() {
            assertThat(resolution.operative().get(2).followUp())
                    .filteredOn(FollowUp.ReportRequested.class::isInstance)
                    .map(FollowUp.ReportRequested.class::cast)
                    .anySatisfy(report -> {
                        assertThat(report.from()).isEqualTo("SECRETARY_GENERAL");
                        assertThat(report.session().number()).isEqualTo(31);
                    });
        }

        @Test
        void a_loose_digit_is_the_mark_of_its_note() {
            assertThat(resolution.footnotes().getFirst().mark()).isEqualTo("7");
            assertThat(resolution.footnotes().getFirst().attachedTo()).containsExactly("P2");
        }
    }

    @Nested
    @DisplayName("1983, English, pages torn from a volume")
    class TornPages {
        private final Resolution resolution = Texts.read("1983-english-torn-pages.txt");

        @Test
        void the_whole_resolution_is_chosen_and_the_pieces_are_kept() {
            assertThat(resolution.number()).isEqualTo("38/902");
            assertThat(resolution.parts()).extracting(Resolution::number).containsExactly(null, "38/902", "38/903");
            assertThat(Texts.numbers(resolution.parts().getFirst())).containsExactly(4, 5);
            assertThat(resolution.parts().getFirst().warnings())
                    .extracting(Warning::code)
                    .contains(Warning.Code.BEGINNING_MISSING);
        }

        @Test
        void a_note_between_paragraphs_does_not_break_the_numbers() {
            assertThat(Texts.numbers(resolution)).containsExactly(1, 2, 3);
            assertThat(resolution.operative().get(1).text()).contains("lend their instruments for");
        }

        @Test
        void lines_without_blank_lines_are_still_two_paragraphs() {
            assertThat(resolution.preambular()).hasSize(2);
            assertThat(resolution.preambular().get(1).text()).endsWith("disagree,");
        }
    }

    @Nested
    @DisplayName("1996, English, an omnibus resolution")
    class Omnibus {
        private final Resolution resolution = Texts.read("1996-english-omnibus.txt");

        @Test
        void the_letter_is_in_the_number_but_not_in_the_symbol() {
            assertThat(resolution.number()).isEqualTo("51/945 A");
            assertThat(resolution.symbol()).isEqualTo("A/RES/51/945");
            assertThat(resolution.part()).isEqualTo("A");
        }

        @Test
        void each_part_has_its_own_title_below_the_common_one() {
            assertThat(resolution.omnibusTitle()).isEqualTo("General and complete calibration");
            assertThat(resolution.parts())
                    .extracting(Resolution::title)
                    .containsExactly("Common weights for markets", "Common measures for wells");
        }

        @Test
        void the_committee_report_keeps_its_revision() {
            assertThat(resolution.masthead().origin().committeeReport()).isEqualTo("A/51/966/Rev.1");
        }

        @Test
        void several_parts_are_no_reason_to_warn() {
            assertThat(resolution.warnings()).isEmpty();
        }
    }

    @Nested
    @DisplayName("2004, French, paragraphs cut by the page")
    class PageBreaks {
        private final Resolution resolution = Texts.read("2004-french-page-breaks.txt");

        @Test
        void the_paragraph_is_whole_without_what_the_page_put_into_it() {
            assertThat(resolution.operative().get(1).text())
                    .isEqualTo(
                            "Engage vivement les \u00C9tats Membres, les organisations non gouvernementales et le secteur priv\u00E9"
                                    + " \u00E0 pr\u00EAter leurs collections aux biblioth\u00E8ques de semences des r\u00E9gions arides,"
                                    + " conform\u00E9ment au paragraphe 3 de l'article 9 de la Convention ;");
        }

        @Test
        void the_sub_item_is_written_in_one_manner() {
            assertThat(resolution.masthead().agendaItems().getFirst().label()).isEqualTo("84 (b)");
        }

        @Test
        void those_consulted_are_not_addressed() {
            assertThat(Texts.who(resolution.operative().get(2))).containsExactly("SECRETARY_GENERAL");
        }

        @Test
        void the_annex_is_no_paragraph() {
            assertThat(Texts.numbers(resolution)).containsExactly(1, 2, 3, 4);
            assertThat(resolution.annexes().getFirst().heading()).isEqualTo("Annexe");
            assertThat(resolution.annexes().getFirst().text()).contains("Les semences pr\u00EAt\u00E9es");
        }

        @Test
        void the_meeting_ahead_has_place_and_days() {
            MeetingMention meeting = resolution.comingMeetings().getFirst();

            assertThat(meeting.ordinal()).isEqualTo(4);
            assertThat(meeting.place()).isEqualTo("Oslo");
            assertThat(meeting.start()).isEqualTo(StatedDate.ofDay(2005, 5, 30));
            assertThat(meeting.end()).isEqualTo(StatedDate.ofDay(2005, 6, 3));
        }
    }

    @Nested
    @DisplayName("2022, English, converted to Markdown")
    class Markdown {
        private final Resolution resolution = Texts.read("2022-english-markdown.md");

        @Test
        void the_masthead_may_stand_on_one_line() {
            assertThat(resolution.masthead().session().number()).isEqualTo(77);
            assertThat(resolution.masthead().agendaItems().getFirst().label()).isEqualTo("18 (j)");
            assertThat(resolution.masthead().distributedOn()).isEqualTo(StatedDate.ofDay(2022, 12, 19));
        }

        @Test
        void the_day_of_the_meeting_is_no_footnote_mark() {
            assertThat(Texts.parse(Texts.text("2022-english-markdown.md")
                                    .replace(
                                            "*54th plenary meeting*\n*14 December 2022*",
                                            "54th plenary meeting 1 December 2022"))
                            .plenaryMeeting()
                            .date())
                    .isEqualTo(StatedDate.ofDay(2022, 12, 1));
        }

        @Test
        void a_day_after_two_numbers_is_the_day_of_both() {
            assertThat(resolution.citedResolutions())
                    .extracting(c -> c.number() + " " + c.date())
                    .containsExactly("75/930 2020-12-21", "75/931 2020-12-21");
        }

        @Test
        void other_organs_are_told_apart() {
            assertThat(resolution.preambular().getFirst().citations())
                    .extracting(Citation::organ)
                    .containsExactly(
                            "GENERAL_ASSEMBLY", "GENERAL_ASSEMBLY", "SECURITY_COUNCIL", "ECONOMIC_AND_SOCIAL_COUNCIL");
        }

        @Test
        void a_place_with_two_years_is_two_meetings() {
            assertThat(resolution.meetings())
                    .extracting(m -> m.ordinal() + " " + m.place() + " " + m.year())
                    .containsExactly("1 Lyon 2017", "2 Geneva 2018", "3 Geneva 2020", "1 Ljubljana 2021");
        }

        @Test
        void a_second_verb_in_the_sentence_is_read_with_whom_it_asks() {
            assertThat(Texts.verbs(resolution.operative().get(1))).containsExactly("Stresses", "encourages");
            assertThat(Texts.who(resolution.operative().get(1))).containsExactly("GOVERNMENTS");
        }

        @Test
        void item_and_sub_item_of_the_next_agenda_are_told_apart() {
            FollowUp.ProvisionalAgenda agenda = (FollowUp.ProvisionalAgenda)
                    resolution.operative().get(4).followUp().getFirst();

            assertThat(agenda.session().number()).isEqualTo(78);
            assertThat(agenda.item()).isEqualTo("Sustainable development");
            assertThat(agenda.subItem()).isEqualTo("Keeping of bees on public buildings");
        }
    }
}
