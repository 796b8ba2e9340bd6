package org.mineban.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of SQLite. Callers who wait at the same time share one transaction, and so one wait for the disk: each does its work in a
 * savepoint of its own, in the order of arrival and on its own thread, and the last of them commits. Nobody is answered before that commit is on
 * the disk. A caller that fails takes back its own part only.
 *
 * <p>When SQLite itself ends the transaction, because the disk is full, nothing of any of them is kept, and each is told.
 */
final class OneWriter {

    private static final int MOST_TOGETHER = 256;
    private static final long LONGEST_OPEN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int LOOK_AGAIN_MS = 100;

    private final HikariDataSource source;
    private final ReentrantLock turn = new ReentrantLock(true);
    private @Nullable Shared open;

    OneWriter(HikariDataSource source) {
        this.source = source;
    }

    /** What a caller does with the connection. It neither commits nor rolls back. */
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** Does the work together with that of others; returns when it is on the disk. */
    <T> T together(Work<T> work) throws SQLException {
        return write(work, false);
    }

    /** Does the work in a transaction of its own, for work that is so long that others should not wait for it. */
    <T> T alone(Work<T> work) throws SQLException {
        return write(work, true);
    }

    private <T> T write(Work<T> work, boolean alone) throws SQLException {
        if (turn.isHeldByCurrentThread()) {
            throw new IllegalStateException("A change was begun inside another; hand its transaction on instead.");
        }
        Shared shared;
        T result;
        turn.lock();
        try {
            shared = join(alone);
            try {
                result = shared.doWork(work);
            } finally {
                // whoever waits for the lock comes in, so one of them will end what is left open here
                if (alone || shared.lost() || !turn.hasQueuedThreads() || shared.longEnough()) {
                    end(shared);
                }
            }
        } finally {
            turn.unlock();
        }
        await(shared);
        return result;
    }

    private Shared join(boolean alone) throws SQLException {
        if (open != null && alone) {
            end(open);
        }
        Shared shared = open;
        if (shared == null) {
            shared = new Shared(source.getConnection());
            open = shared;
        }
        return shared;
    }

    private void end(Shared shared) {
        open = null;
        shared.end(source);
    }

    /** Waits for the commit. Looks now and then whether anybody is left to make it, so that no fault elsewhere leaves a caller waiting. */
    private void await(Shared shared) throws SQLException {
        boolean interrupted = false;
        boolean done = false;
        while (!done) {
            try {
                done = shared.ended.await(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException later) {
                interrupted = true;
            }
            if (!done) {
                turn.lock();
                try {
                    if (open == shared) {
                        end(shared);
                    }
                } finally {
                    turn.unlock();
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        SQLException failure = shared.failure;
        if (failure != null) {
            throw failure;
        }
    }

    /** One transaction of several callers. Only who has the turn touches it; the failure is read after it has ended. */
    private static final class Shared {

        private final Connection connection;
        private final long begun = System.nanoTime();
        private final CountDownLatch ended = new CountDownLatch(1);
        private int parts;
        private @Nullable SQLException failure;

        private Shared(Connection connection) {
            this.connection = connection;
        }

        private <T> T doWork(Work<T> work) throws SQLException {
            Savepoint before;
            try {
                connection.setAutoCommit(false);
                before = connection.setSavepoint();
            } catch (SQLException notBegun) {
                failure = notBegun;
                throw notBegun;
            }
            T result;
            try {
                result = work.in(connection);
            } catch (SQLException | RuntimeException | Error failed) {
                takeBack(before, failed);
                throw failed;
            }
            try {
                connection.releaseSavepoint(before);
            } catch (SQLException endedBySqlite) {
                failure = endedBySqlite;
                throw endedBySqlite;
            }
            parts++;
            return result;
        }

        /** When the savepoint is gone, SQLite has ended the transaction with what the others did. */
        private void takeBack(Savepoint before, Throwable failed) {
            try {
                connection.rollback(before);
                connection.releaseSavepoint(before);
            } catch (SQLException endedBySqlite) {
                failure = causeOf(failed, endedBySqlite);
            }
        }

        private static SQLException causeOf(Throwable failed, SQLException otherwise) {
            for (Throwable one = failed; one != null; one = one.getCause()) {
                if (one instanceof SQLException told) {
                    return told;
                }
            }
            return otherwise;
        }

        private boolean lost() {
            return failure != null;
        }

        private boolean longEnough() {
            return parts >= MOST_TOGETHER || System.nanoTime() - begun > LONGEST_OPEN_NANOS;
        }

        /** Commits, or rolls all back when something failed; gives the connection back; lets everybody go on. */
        private void end(HikariDataSource source) {
            try (connection) {
                if (failure == null) {
                    try {
                        connection.commit();
                    } catch (SQLException notCommitted) {
                        failure = notCommitted;
                    }
                }
                if (failure != null) {
                    rollBack(source);
                }
            } catch (SQLException notClosed) {
                source.evictConnection(connection);
            } finally {
                ended.countDown();
            }
        }

        /** SQLite rolls back by itself when the disk is full, and its driver does not learn of it: such a connection is not used again. */
        private void rollBack(HikariDataSource source) {
            try {
                connection.rollback();
            } catch (SQLException alreadyEnded) {
                source.evictConnection(connection);
            }
        }
    }
}
