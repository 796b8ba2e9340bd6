package org.mineban.submissions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;
import org.mineban.reporting.Report;

/**
 * A report that was handed in, or that reached the secretariat on paper or as a file. What was sent is never changed: a correction is another submission.
 *
 * @param number counts the submissions of the State
 * @param round 0 for the report of the year, then one more for each correction
 * @param kind the key of a {@link org.mineban.reporting.ReportKind}
 * @param way how it came
 * @param languages of its text, the first being that of the original
 * @param content the report as data; empty when it came as a file and nobody has keyed it in
 * @param identity the SHA-256 of the canonical JSON of the content, or of the file when there is no content
 * @param reason why it was corrected; empty for the report itself
 * @param recordedAt when it was handed in, or registered
 * @param submittedOn the day the State gives it
 * @param receivedOn when the secretariat received it; empty until it says so
 * @param published the public copy; empty until it is released
 */
public record Submission(
        UUID id,
        StateCode state,
        int number,
        int year,
        int round,
        String kind,
        Way way,
        List<Language> languages,
        Optional<Report> content,
        String identity,
        String reason,
        UUID submittedBy,
        Instant recordedAt,
        LocalDate submittedOn,
        Optional<LocalDate> receivedOn,
        Optional<Published> published) {

    public Submission {
        languages = List.copyOf(languages);
    }

    /** How a report came. */
    public enum Way {
        /** Written and handed in here. */
        WRITTEN,
        /** Received as a file or on paper, and registered by the secretariat. */
        REGISTERED;

        String key() {
            return this == WRITTEN ? "written" : "registered";
        }

        static Way of(String key) {
            return key.equals("written") ? WRITTEN : REGISTERED;
        }
    }

    /**
     * The public copy.
     *
     * @param content without what is not public; empty when only the file is public
     * @param sha256 of the bytes of its canonical JSON; empty text when there is no content
     */
    public record Published(Instant at, Optional<Report> content, String sha256) {}

    /**
     * A file of a submission.
     *
     * @param language of its text; empty when it has none, as data
     */
    public record File(String name, String mediaType, Optional<Language> language, String sha256, long bytes) {}
}
