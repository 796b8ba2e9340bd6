package org.mineban.resolutions.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mineban.resolutions.Citation;
import org.mineban.resolutions.Count;
import org.mineban.resolutions.FollowUp;
import org.mineban.resolutions.MeetingMention;
import org.mineban.resolutions.MeetingMention.Kind;
import org.mineban.resolutions.Resolution;
import org.mineban.resolutions.StatedDate;
import org.mineban.resolutions.UnreadableResolutionException;

/** Source of every expectation: the printed text of A/RES/67/32 itself and the request behind this project. Skipped where it is not at hand. */
@DisplayName("Resolution 67/32, the text this project serves")
class SeedResolutionTest {
    private static final Path SEED = Path.of("../shared/facts/resolutions/A-RES-67-32.fr.txt");
    private static Resolution resolution;

    @BeforeAll
    static void read_it_once() throws UnreadableResolutionException {
        assumeTrue(Files.exists(SEED), "skipped: " + SEED + " is not here");
        resolution = new ResolutionReader().read(SEED);
    }

    @Test
    void has_its_masthead() {
        assertThat(resolution.symbol()).isEqualTo("A/RES/67/32");
        assertThat(resolution.number()).isEqualTo("67/32");
        assertThat(resolution.masthead().session().number()).isEqualTo(67);
        assertThat(resolution.masthead().session().words()).isEqualTo("Soixante-septi\u00E8me session");
        assertThat(resolution.masthead().agendaItems().getFirst().label()).isEqualTo("94");
        assertThat(resolution.masthead().adoptedOn()).isEqualTo(StatedDate.ofDay(2012, 12, 3));
        assertThat(resolution.masthead().distributedOn()).isEqualTo(StatedDate.ofDay(2013, 1, 4));
        assertThat(resolution.masthead().origin().committeeReport()).isEqualTo("A/67/409");
        assertThat(resolution.plenaryMeeting().number()).isEqualTo(48);
        assertThat(resolution.warnings()).isEmpty();
        assertThat(resolution.notUnderstood()).isEmpty();
    }

    @Test
    void has_ten_preambular_and_ten_operative_paragraphs() {
        assertThat(resolution.preambular()).hasSize(10);
        assertThat(Texts.numbers(resolution))
                .isEqualTo(IntStream.rangeClosed(1, 10).boxed().toList());
    }

    @Test
    void cites_thirteen_earlier_resolutions_with_their_days() {
        List<Citation> cited = resolution.citedResolutions();

        assertThat(cited).hasSize(13).allMatch(citation -> citation.date() != null);
        assertThat(cited.getFirst().number()).isEqualTo("54/54 B");
        assertThat(cited.getFirst().date()).isEqualTo(StatedDate.ofDay(1999, 12, 1));
        assertThat(cited.getLast().number()).isEqualTo("66/29");
    }

    @Test
    void names_eleven_meetings_and_two_review_conferences() {
        assertThat(resolution.meetings().stream().filter(m -> m.kind() == Kind.MEETING_OF_STATES_PARTIES))
                .extracting(MeetingMention::ordinal)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(resolution.meetings().stream().filter(m -> m.kind() == Kind.MEETING_OF_STATES_PARTIES))
                .extracting(MeetingMention::year)
                .containsExactly(1999, 2000, 2001, 2002, 2003, 2005, 2006, 2007, 2008, 2010, 2011);
        assertThat(resolution.meetings().stream().filter(m -> m.kind() == Kind.REVIEW_CONFERENCE))
                .extracting(MeetingMention::ordinal)
                .containsExactly(1, 2);
    }

    @Test
    void counts_one_hundred_and_sixty_states() {
        assertThat(resolution.counts()).extracting(Count::value).containsExactly(160);
    }

    @Test
    void paragraph_8_invites_to_the_twelfth_meeting_at_geneva() {
        assertThat(Texts.verbs(resolution.operative().get(7))).containsExactly("Invite", "encourage de nouveau");
        assertThat(Texts.who(resolution.operative().get(7)))
                .containsExactly(
                        "INTERESTED_STATES",
                        "UNITED_NATIONS",
                        "INTERNATIONAL_ORGANIZATIONS",
                        "REGIONAL_ORGANIZATIONS",
                        "RED_CROSS",
                        "NON_GOVERNMENTAL_ORGANIZATIONS");
        MeetingMention meeting = meeting(7);
        assertThat(meeting.ordinal()).isEqualTo(12);
        assertThat(meeting.place()).isEqualTo("Gen\u00E8ve");
        assertThat(meeting.start()).isEqualTo(StatedDate.ofDay(2012, 12, 3));
        assertThat(meeting.end()).isEqualTo(StatedDate.ofDay(2012, 12, 7));
    }

    @Test
    void paragraph_9_has_the_thirteenth_meeting_convened_under_article_11() {
        FollowUp.MeetingAhead ahead =
                (FollowUp.MeetingAhead) resolution.operative().get(8).followUp().getFirst();

        assertThat(ahead.meeting().ordinal()).isEqualTo(13);
        assertThat(ahead.toBeConvened()).isTrue();
        assertThat(ahead.articles())
                .extracting(a -> a.article() + "(" + a.paragraph() + ")")
                .containsExactly("11(2)", "11(4)");
    }

    @Test
    void paragraph_10_goes_on_the_agenda_of_the_sixty_eighth_session() {
        FollowUp.ProvisionalAgenda agenda = (FollowUp.ProvisionalAgenda)
                resolution.operative().get(9).followUp().getFirst();

        assertThat(agenda.session().number()).isEqualTo(68);
        assertThat(agenda.item()).startsWith("Mise en \u0153uvre de la Convention");
    }

    @Test
    void the_footnote_hangs_on_both_places_that_bear_its_mark() {
        assertThat(resolution.footnotes()).hasSize(1);
        assertThat(resolution.footnotes().getFirst().attachedTo()).containsExactly("P5", "1");
    }

    private static MeetingMention meeting(int index) {
        return ((FollowUp.MeetingAhead)
                        resolution.operative().get(index).followUp().getFirst())
                .meeting();
    }
}
