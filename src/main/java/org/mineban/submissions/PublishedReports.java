package org.mineban.submissions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The submissions whose public copy is released. Anybody may read them. */
public interface PublishedReports {

    /** Where there are none. */
    PublishedReports NONE = new PublishedReports() {
        @Override
        public String edition(Optional<LocalDate> until) {
            return "";
        }

        @Override
        public List<Submission> published(Optional<LocalDate> until) {
            return List.of();
        }
    };

    /**
     * A word that is another one as soon as more is published.
     *
     * @param until the last day of release that counts; empty when all do
     */
    String edition(Optional<LocalDate> until);

    /**
     * Them, by State, year and round.
     *
     * @param until the last day of release that counts; empty when all do
     */
    List<Submission> published(Optional<LocalDate> until);
}
