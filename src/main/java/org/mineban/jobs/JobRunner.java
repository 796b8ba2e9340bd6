package org.mineban.jobs;

import static mineban.tables.Tables.JOB;
import static mineban.tables.Tables.JOB_RUN;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import mineban.tables.tables.records.JobRecord;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.ProblemException;
import org.mineban.storage.Database;
import org.mineban.storage.Identifiers;
import org.mineban.storage.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the jobs of one node. Nodes agree through the database alone: who changes the job's row first has the run.
 *
 * <p>That a node died is seen without comparing clocks. While it has a run in hand it counts up a number in the job's row; another node that has watched
 * that number stand still for {@link #DEAD_AFTER} by its own stopwatch takes the job over. Clocks that are set, or differ from node to node, thus never
 * make two nodes run one job.
 */
public final class JobRunner implements AutoCloseable {

    /** A count that stands still for so long is a node that died. */
    public static final Duration DEAD_AFTER = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration BEAT = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration TELL_AFTER = Duration.ofMinutes(5);
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);
    private static final int LONGEST_FAILURE = 500;

    private final Database database;
    private final Clock clock;
    private final String node;
    private final List<Job> jobs;
    private final LongSupplier stopwatch;
    private final Map<String, Seen> seen = new HashMap<>();
    private final Set<Hold> holds = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicBoolean counting = new AtomicBoolean();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(JobRunner::daemon);
    private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();

    /** The count of a run as it was first seen, and when by the stopwatch. */
    private record Seen(UUID run, long beat, long at) {}

    /** A run that this node has in hand. */
    private record Hold(Job job, UUID run, Optional<String> askedBy, AtomicBoolean lost) {}

    /** @param node what this node is called in the history */
    public JobRunner(Database database, Clock clock, String node, List<Job> jobs) {
        this(database, clock, node, jobs, System::nanoTime);
    }

    /** @param stopwatch nanoseconds that only ever go forwards; a test moves it by hand */
    JobRunner(Database database, Clock clock, String node, List<Job> jobs, LongSupplier stopwatch) {
        this.database = database;
        this.clock = clock;
        this.node = node;
        this.jobs = List.copyOf(jobs);
        this.stopwatch = stopwatch;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "jobs");
        thread.setDaemon(true);
        return thread;
    }

    /** Begins to look for work every few seconds, until it is closed. */
    public void start() {
        var _ = watch.scheduleWithFixedDelay(
                () -> quietly("looking for work", () -> begin().forEach(hold -> work.execute(() -> carryOut(hold)))),
                LOOK.toMillis(),
                LOOK.toMillis(),
                TimeUnit.MILLISECONDS);
        countUp();
    }

    /** Says from now on of every run in hand that this node lives. */
    private void countUp() {
        if (!counting.getAndSet(true)) {
            var _ = watch.scheduleWithFixedDelay(
                    () -> quietly("counting up", this::beat), BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** A database that is away for a minute must not end the watch for good. */
    private static void quietly(String what, Runnable task) {
        try {
            task.run();
        } catch (ProblemException away) {
            LOG.warn("Jobs: {} failed: {}", what, away.getMessage());
        } catch (RuntimeException fault) {
            LOG.error("Jobs: {} failed", what, fault);
        }
    }

    /** Looks once and does what is due, one job after the other. */
    public void runDue() {
        begin().forEach(this::carryOut);
    }

    /**
     * Runs one job now, whatever its time, and waits for its end.
     *
     * @param actor who wants it, as the audit trail names people
     * @throws ProblemException {@code job-unknown}, or {@code job-running} when a node has it in hand
     */
    public JobRun runNow(String name, String actor) {
        Job job = new JobHistory(jobs).require(name);
        countUp();
        Hold hold = database.<Optional<Hold>>write(transaction -> {
                    JobRecord row = enter(transaction, job);
                    return row.getRunId() != null && !dead(row)
                            ? Optional.empty()
                            : take(transaction, job, row, Optional.of(actor));
                })
                .orElseThrow(() -> JobHistory.running(name));
        carryOut(hold);
        return database.read(sql -> new JobHistory(jobs)
                .runs(sql, Optional.of(name), Optional.empty(), 20).stream()
                        .filter(run -> run.id().equals(hold.run()))
                        .findFirst()
                        .orElseThrow());
    }

    /** Takes the runs in hand that are due. A look at what is not due writes nothing. */
    private List<Hold> begin() {
        if (stopped.get()) {
            return List.of();
        }
        List<Job> candidates = database.read(sql -> jobs.stream()
                .filter(job -> worthTaking(
                        job, sql.selectFrom(JOB).where(JOB.NAME.eq(job.name())).fetchOne()))
                .toList());
        candidates = candidates.stream().filter(this::hasWork).toList();
        return candidates.stream()
                .map(job -> database.<Optional<Hold>>write(transaction -> {
                    JobRecord row = enter(transaction, job);
                    return worthTaking(job, row)
                            ? take(transaction, job, row, Optional.ofNullable(row.getAskedBy()))
                            : Optional.empty();
                }))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A job that has nothing to do is not run; now and then its row is told that somebody looked, so that it is not taken for late. */
    private boolean hasWork(Job job) {
        Optional<Instant> idleSince = database.read(sql -> job.idle(sql)
                ? sql.select(JOB.NEXT_RUN_AT)
                        .from(JOB)
                        .where(JOB.NAME.eq(job.name()), JOB.RUN_ID.isNull(), JOB.ASKED_BY.isNull())
                        .fetchOptional(JOB.NEXT_RUN_AT)
                : Optional.empty());
        boolean asLongAgo = idleSince
                .filter(since -> since.plus(TELL_AFTER).isBefore(clock.instant()))
                .isPresent();
        if (asLongAgo) {
            database.change(transaction -> transaction
                    .sql()
                    .update(JOB)
                    .set(JOB.NEXT_RUN_AT, transaction.now())
                    .where(JOB.NAME.eq(job.name()), JOB.RUN_ID.isNull())
                    .execute());
        }
        return idleSince.isEmpty();
    }

    private boolean worthTaking(Job job, @Nullable JobRecord row) {
        if (row == null) {
            return true;
        }
        return row.getRunId() == null ? due(job, row) : dead(row);
    }

    /**
     * Its time has come; or it lies further ahead than the schedule could have set it, so that a clock was wrong then. Clocks of nodes differ a little,
     * hence the pause and the hour more.
     */
    private boolean due(Job job, JobRecord row) {
        Instant now = clock.instant();
        Instant furthest =
                job.schedule().next(now).plus(job.schedule().longestPause()).plus(CLOCKS_DIFFER);
        return !row.getNextRunAt().isAfter(now) || row.getNextRunAt().isAfter(furthest);
    }

    /** Whether the count of the run in hand has stood still for long enough, watched by this node. */
    private synchronized boolean dead(JobRecord row) {
        Seen before = seen.get(row.getName());
        long at = stopwatch.getAsLong();
        if (before == null || !before.run().equals(row.getRunId()) || before.beat() != row.getBeat()) {
            seen.put(row.getName(), new Seen(row.getRunId(), row.getBeat(), at));
            return false;
        }
        return at - before.at() >= DEAD_AFTER.toNanos();
    }

    /** The row of a job, made when it is not there yet: a new job is due at once unless it has a time of day. */
    private static JobRecord enter(Transaction transaction, Job job) {
        Instant first =
                job.schedule() instanceof Schedule.Daily ? job.schedule().next(transaction.now()) : transaction.now();
        transaction
                .sql()
                .insertInto(JOB)
                .set(JOB.NAME, job.name())
                .set(JOB.NEXT_RUN_AT, first)
                .set(JOB.BEAT, 0L)
                .onConflictDoNothing()
                .execute();
        return transaction.sql().selectFrom(JOB).where(JOB.NAME.eq(job.name())).fetchSingle();
    }

    /** Takes a run, unless another node changed the row between the look and the grasp. */
    private Optional<Hold> take(Transaction transaction, Job job, JobRecord row, Optional<String> askedBy) {
        UUID run = Identifiers.newId();
        UUID dead = row.getRunId();
        int taken = transaction
                .sql()
                .update(JOB)
                .set(JOB.RUN_ID, run)
                .set(JOB.BEAT, JOB.BEAT.plus(1))
                .setNull(JOB.ASKED_BY)
                .where(
                        JOB.NAME.eq(job.name()),
                        JOB.BEAT.eq(row.getBeat()),
                        dead == null ? JOB.RUN_ID.isNull() : JOB.RUN_ID.eq(dead))
                .execute();
        if (taken == 0) {
            return Optional.empty();
        }
        if (dead != null) {
            transaction
                    .sql()
                    .update(JOB_RUN)
                    .set(JOB_RUN.OUTCOME, JobRun.Outcome.LOST.key())
                    .where(JOB_RUN.ID.eq(dead), JOB_RUN.OUTCOME.eq(JobRun.Outcome.RUNNING.key()))
                    .execute();
        }
        transaction
                .sql()
                .insertInto(JOB_RUN)
                .set(JOB_RUN.ID, run)
                .set(JOB_RUN.JOB, job.name())
                .set(JOB_RUN.NODE, node)
                .set(JOB_RUN.ASKED_BY, askedBy.orElse(null))
                .set(JOB_RUN.STARTED_AT, transaction.now())
                .set(JOB_RUN.OUTCOME, JobRun.Outcome.RUNNING.key())
                .set(JOB_RUN.COUNTS, "{}")
                .execute();
        return Optional.of(new Hold(job, run, askedBy, new AtomicBoolean()));
    }

    private void carryOut(Hold hold) {
        holds.add(hold);
        try {
            Map<String, Long> counts =
                    hold.job().run(() -> !stopped.get() && !hold.lost().get());
            end(hold, JobRun.Outcome.DONE, counts, null);
        } catch (Exception | LinkageError failed) {
            LOG.error("The job {} failed", hold.job().name(), failed);
            quietly("keeping a failure", () -> end(hold, JobRun.Outcome.FAILED, Map.of(), failed));
        } finally {
            holds.remove(hold);
        }
    }

    /** A run that was lost to another node stays lost, whatever it did afterwards. */
    private void end(Hold hold, JobRun.Outcome outcome, Map<String, Long> counts, @Nullable Throwable failure) {
        database.change(transaction -> {
            int mine = transaction
                    .sql()
                    .update(JOB)
                    .setNull(JOB.RUN_ID)
                    .set(JOB.BEAT, JOB.BEAT.plus(1))
                    .set(JOB.NEXT_RUN_AT, hold.job().schedule().next(transaction.now()))
                    .where(JOB.NAME.eq(hold.job().name()), JOB.RUN_ID.eq(hold.run()))
                    .execute();
            if (mine > 0) {
                transaction
                        .sql()
                        .update(JOB_RUN)
                        .set(JOB_RUN.OUTCOME, outcome.key())
                        .set(JOB_RUN.ENDED_AT, transaction.now())
                        .set(JOB_RUN.COUNTS, JobHistory.write(counts))
                        .set(JOB_RUN.FAILURE, failure == null ? null : told(failure))
                        .where(JOB_RUN.ID.eq(hold.run()))
                        .execute();
            }
        });
    }

    private static String told(Throwable failure) {
        String text = failure.toString();
        return text.length() <= LONGEST_FAILURE ? text : text.substring(0, LONGEST_FAILURE) + "…";
    }

    /** Says of every run in hand that its node lives. A run that is no longer ours is told to end. */
    void beat() {
        for (Hold hold : holds) {
            database.change(transaction -> {
                int mine = transaction
                        .sql()
                        .update(JOB)
                        .set(JOB.BEAT, JOB.BEAT.plus(1))
                        .where(JOB.NAME.eq(hold.job().name()), JOB.RUN_ID.eq(hold.run()))
                        .execute();
                if (mine == 0) {
                    hold.lost().set(true);
                }
            });
        }
    }

    /** Ends the runs in hand early and waits for them a little. What does not end is taken over by another node, or after the next start. */
    @Override
    public void close() {
        stopped.set(true);
        watch.shutdownNow();
        work.shutdown();
        try {
            if (!work.awaitTermination(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                work.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            work.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
