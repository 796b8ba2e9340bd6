package org.mineban.submissions;

import static mineban.tables.Tables.REPORT_SUBMISSION;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;
import org.mineban.obligations.Receipts;
import org.mineban.reporting.ReportKind;
import org.mineban.storage.Database;

/**
 * The receipts recorded in the database, read anew once a second at most. A report on a year answers for its annual report, an initial one for the initial
 * report. While the database does not answer, what was last known is given on.
 */
public final class RecordedReceipts implements Receipts {

    private static final long CHECKED_FOR_NANOS = 1_000_000_000L;
    private static final int INITIAL = 0;

    private final Database database;
    private volatile @Nullable Known known;

    /** What was read at one moment: the first day by State and year; the year 0 for the initial report. */
    private record Known(Map<String, LocalDate> days, long at) {}

    public RecordedReceipts(Database database) {
        this.database = database;
    }

    @Override
    public Optional<LocalDate> firstReceived(StateCode state, OptionalInt year) {
        return Optional.ofNullable(now().days().get(key(state.iso3(), year.orElse(INITIAL))));
    }

    private static String key(String state, int year) {
        return state + " " + year;
    }

    private Known now() {
        Known last = known;
        if (last != null && System.nanoTime() - last.at() < CHECKED_FOR_NANOS) {
            return last;
        }
        try {
            Known read = new Known(database.read(RecordedReceipts::days), System.nanoTime());
            known = read;
            return read;
        } catch (ProblemException away) {
            return last == null ? new Known(Map.of(), System.nanoTime()) : last;
        }
    }

    private static Map<String, LocalDate> days(org.jooq.DSLContext sql) {
        Map<String, LocalDate> days = new HashMap<>();
        sql.select(
                        REPORT_SUBMISSION.STATE,
                        REPORT_SUBMISSION.YEAR_COVERED,
                        REPORT_SUBMISSION.KIND,
                        REPORT_SUBMISSION.RECEIVED_ON)
                .from(REPORT_SUBMISSION)
                .where(REPORT_SUBMISSION.RECEIVED_ON.isNotNull())
                .forEach(row -> {
                    boolean initial = row.value3().equals(ReportKind.INITIAL.key());
                    days.merge(
                            key(row.value1(), initial ? INITIAL : row.value2()),
                            row.value4(),
                            (one, two) -> one.isBefore(two) ? one : two);
                });
        return days;
    }
}
