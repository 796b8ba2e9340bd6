package org.mineban.storage;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import org.mineban.kernel.Problem;

/** Which failures of the database are a person's matter: a full disk, a server that is away. All others are faults of ours. */
final class DatabaseProblems {

    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_FULL = 13;
    private static final int SQLITE_PRIMARY_CODE = 0xff;
    private static final String POSTGRESQL_DISK_FULL = "53100";

    private DatabaseProblems() {}

    static RuntimeException of(DatabaseAddress address, SQLException cause, Exception thrown) {
        boolean full = address.engine() == Engine.SQLITE
                ? (cause.getErrorCode() & SQLITE_PRIMARY_CODE) == SQLITE_FULL
                : POSTGRESQL_DISK_FULL.equals(cause.getSQLState());
        if (full) {
            return new Problem("disk-full", Problem.Kind.UNAVAILABLE, Map.of("value", address.shown())).asException();
        }
        if (away(address, cause)) {
            return new Problem("database-away", Problem.Kind.UNAVAILABLE, Map.of("value", address.shown()))
                    .asException();
        }
        return new IllegalStateException("The database refused: " + cause.getMessage(), thrown);
    }

    /**
     * Class 08 is a lost connection, 57P a server that is shutting down or starting. SQLite is busy when another program has been writing for longer
     * than anybody waits.
     */
    private static boolean away(DatabaseAddress address, SQLException cause) {
        String state = cause.getSQLState();
        return cause instanceof SQLTransientConnectionException
                || (address.engine() == Engine.SQLITE && (cause.getErrorCode() & SQLITE_PRIMARY_CODE) == SQLITE_BUSY)
                || (address.engine() == Engine.POSTGRESQL
                        && state != null
                        && (state.startsWith("08") || state.startsWith("57P")));
    }
}
