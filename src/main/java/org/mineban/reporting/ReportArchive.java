package org.mineban.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mineban.kernel.StateCode;

/** The reports there are: those that were submitted or received, in their current version. Drafts are not in it. */
public interface ReportArchive {

    /** An archive with nothing in it. */
    ReportArchive NONE = state -> List.of();

    /** The reports of one State, earliest period first; none when there are none. */
    List<Filed> reports(StateCode state);

    /**
     * A report of the archive.
     *
     * @param identity the SHA-256 of its canonical JSON, or of the file when its content was not keyed in
     * @param receivedOn when the secretariat received it; empty when not known
     */
    record Filed(String identity, Report report, Optional<LocalDate> receivedOn) {

        public static Filed of(Report report) {
            return new Filed(
                    ReportJson.identity(report),
                    report,
                    report.env().receivedOn().flatMap(date -> date.day()));
        }
    }
}
