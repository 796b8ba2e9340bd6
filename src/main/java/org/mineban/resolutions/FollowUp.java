package org.mineban.resolutions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an operative paragraph leaves to be done, by whom and when. */
public sealed interface FollowUp {
    /** The words it was read from. */
    String words();

    /** A meeting to attend or to convene. */
    record MeetingAhead(MeetingMention meeting, boolean toBeConvened, List<ArticleMention> articles)
            implements FollowUp {
        public MeetingAhead {
            articles = List.copyOf(articles);
        }

        @Override
        public String words() {
            return meeting.words();
        }
    }

    /**
     * An entry on the provisional agenda of a coming session.
     *
     * @param item title between quotation marks; absent when the text names none
     */
    record ProvisionalAgenda(
            @Nullable SessionName session,
            @Nullable String item,
            @Nullable String subItem,
            String words) implements FollowUp {}

    /**
     * A report asked for.
     *
     * @param from code of the addressee; absent when the text does not say whom it asks
     * @param session the session it is due at; absent when another body or no time is named
     */
    record ReportRequested(@Nullable String from, @Nullable SessionName session, String words) implements FollowUp {}

    /** Somebody is to be invited, or invited to take part. */
    record Invitation(List<Addressee> invited, @Nullable String as, String words) implements FollowUp {
        public Invitation {
            invited = List.copyOf(invited);
        }
    }

    /** The Assembly will take the question up again, or stays seized of it. */
    record FurtherConsideration(@Nullable SessionName session, String words) implements FollowUp {}

    /** A day, week, year or decade is proclaimed. */
    record Observance(String name, @Nullable StatedDate from, String words) implements FollowUp {}
}
