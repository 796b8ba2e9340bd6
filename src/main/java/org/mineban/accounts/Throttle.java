package org.mineban.accounts;

import static mineban.tables.Tables.THROTTLE;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import mineban.tables.tables.records.ThrottleRecord;
import org.mineban.kernel.Problem;
import org.mineban.storage.Database;
import org.mineban.storage.Transaction;

/**
 * Slows down who fails too often, on all nodes together. Each name has a few failures free; each one more makes it wait twice as long, up to a
 * quarter of an hour. A name joins an account with a device known to it: a stranger who fails makes strangers wait for that account, never its
 * owner on a device that has signed in before.
 */
final class Throttle {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final Database database;

    Throttle(Database database) {
        this.database = database;
    }

    /**
     * Lets nobody past who must wait.
     *
     * @throws org.mineban.kernel.ProblemException {@code wait}, with the minutes
     */
    void check(String name, Instant now) {
        Optional<Instant> free = database.read(sql -> sql.select(THROTTLE.FREE_AT)
                .from(THROTTLE)
                .where(THROTTLE.NAME.eq(name))
                .fetchOptional(THROTTLE.FREE_AT));
        free.filter(now::isBefore).ifPresent(until -> {
            long minutes = Math.max(1, (Duration.between(now, until).toSeconds() + 59) / 60);
            throw new Problem("wait", Problem.Kind.TOO_OFTEN, Map.of("minutes", minutes)).asException();
        });
    }

    /** Counts a failure; from the one after {@code allowed} on, the name must wait. */
    void failed(Transaction transaction, String name, int allowed) {
        Instant now = transaction.now();
        ThrottleRecord row = transaction
                .sql()
                .selectFrom(THROTTLE)
                .where(THROTTLE.NAME.eq(name))
                .fetchOne();
        boolean counts = row != null && row.getFirstAt().plus(FORGOTTEN_AFTER).isAfter(now);
        int failures = row != null && counts ? row.getFailures() + 1 : 1;
        Instant first = row != null && counts ? row.getFirstAt() : now;
        Instant free = now.plus(waiting(failures - allowed));
        transaction
                .sql()
                .insertInto(THROTTLE, THROTTLE.NAME, THROTTLE.FAILURES, THROTTLE.FIRST_AT, THROTTLE.FREE_AT)
                .values(name, failures, first, free)
                .onConflict(THROTTLE.NAME)
                .doUpdate()
                .set(THROTTLE.FAILURES, failures)
                .set(THROTTLE.FIRST_AT, first)
                .set(THROTTLE.FREE_AT, free)
                .execute();
    }

    private static Duration waiting(int tooMany) {
        if (tooMany <= 0) {
            return Duration.ZERO;
        }
        Duration wait = Duration.ofSeconds(30L << Math.min(tooMany - 1, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** Forgets the failures of a name that has succeeded. */
    void succeeded(Transaction transaction, String name) {
        transaction.sql().deleteFrom(THROTTLE).where(THROTTLE.NAME.eq(name)).execute();
    }

    /** Takes away what no longer counts. */
    void sweep(Transaction transaction) {
        transaction
                .sql()
                .deleteFrom(THROTTLE)
                .where(
                        THROTTLE.FIRST_AT.lt(transaction.now().minus(FORGOTTEN_AFTER)),
                        THROTTLE.FREE_AT.lt(transaction.now()))
                .execute();
    }
}
