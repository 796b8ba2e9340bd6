package org.mineban.accounts;

import static mineban.tables.Tables.THROTTLE;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
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
     * Takes one attempt of each name, before anything is verified: attempts at the same moment follow one another here, so that none passes before
     * the one before it is counted. It counts as a failure until {@link #succeeded} or {@link #givenBack} says otherwise.
     *
     * @param allowed for each name how many failures are free; names that several callers share stand in the same order everywhere
     * @throws org.mineban.kernel.ProblemException {@code wait}, with the minutes, when one of the names must wait; none is counted then
     */
    void attempt(SequencedMap<String, Integer> allowed) {
        database.change(transaction -> allowed.forEach((name, free) -> attempt(transaction, name, free)));
    }

    /** As {@link #attempt(SequencedMap)}, in a transaction in which the attempt is also verified. */
    void attempt(Transaction transaction, String name, int allowed) {
        waits(transaction, name, allowed).ifPresent(until -> {
            long minutes =
                    Math.max(1, (Duration.between(transaction.now(), until).toSeconds() + 59) / 60);
            throw new Problem("wait", Problem.Kind.TOO_OFTEN, Map.of("minutes", minutes)).asException();
        });
    }

    /** Until when the name must wait; empty when it need not, and then the attempt is counted. */
    Optional<Instant> waits(Transaction transaction, String name, int allowed) {
        Instant now = transaction.now();
        ThrottleRecord row = locked(transaction, name);
        if (now.isBefore(row.getFreeAt())) {
            return Optional.of(row.getFreeAt());
        }
        boolean counts = row.getFirstAt().plus(FORGOTTEN_AFTER).isAfter(now);
        int failures = counts ? row.getFailures() + 1 : 1;
        transaction
                .sql()
                .update(THROTTLE)
                .set(THROTTLE.FAILURES, failures)
                .set(THROTTLE.FIRST_AT, counts ? row.getFirstAt() : now)
                .set(THROTTLE.FREE_AT, now.plus(waiting(failures - allowed)))
                .where(THROTTLE.NAME.eq(name))
                .execute();
        return Optional.empty();
    }

    /** The row of a name, made when there is none; nobody else changes it until this transaction ends, since it is written either way. */
    private static ThrottleRecord locked(Transaction transaction, String name) {
        transaction
                .sql()
                .insertInto(THROTTLE, THROTTLE.NAME, THROTTLE.FAILURES, THROTTLE.FIRST_AT, THROTTLE.FREE_AT)
                .values(name, 0, transaction.now(), transaction.now())
                .onConflict(THROTTLE.NAME)
                .doUpdate()
                .set(THROTTLE.FAILURES, THROTTLE.FAILURES)
                .execute();
        return transaction.sql().fetchSingle(THROTTLE, THROTTLE.NAME.eq(name));
    }

    private static Duration waiting(int tooMany) {
        if (tooMany <= 0) {
            return Duration.ZERO;
        }
        Duration wait = Duration.ofSeconds(30L << Math.min(tooMany - 1, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** Takes back the attempt of a name that many share, such as an address: it was no failure, and those of others stay counted. */
    void givenBack(Transaction transaction, String name, int allowed) {
        ThrottleRecord row = locked(transaction, name);
        int failures = Math.max(0, row.getFailures() - 1);
        transaction
                .sql()
                .update(THROTTLE)
                .set(THROTTLE.FAILURES, failures)
                .set(THROTTLE.FREE_AT, failures <= allowed ? transaction.now() : row.getFreeAt())
                .where(THROTTLE.NAME.eq(name))
                .execute();
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
