package org.mineban.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mineban.kernel.ProblemException;
import org.mineban.mail.TestClock;
import org.mineban.storage.Database;
import org.mineban.storage.DatabaseAddress;
import org.mineban.storage.Engine;
import org.mineban.storage.OnBothEngines;

@DisplayName("A job")
class JobRunnerTest extends OnBothEngines {

    private static final Duration HOUR = Duration.ofHours(1);

    private final TestClock clock = new TestClock("2026-11-24T09:00:00Z");
    private final AtomicLong stopwatch = new AtomicLong();
    private final AtomicInteger runs = new AtomicInteger();

    /** A job made of what a test wants it to do. */
    private record Counting(String name, Schedule schedule, Work work) implements Job {

        private interface Work {
            Map<String, Long> run(BooleanSupplier goOn) throws Exception;
        }

        @Override
        public Map<String, Long> run(BooleanSupplier goOn) throws Exception {
            return work.run(goOn);
        }
    }

    private Job hourly(Counting.Work work) {
        return new Counting("hourly", Schedule.every(HOUR), work);
    }

    private Map<String, Long> count(BooleanSupplier goOn) {
        return Map.of("times", (long) runs.incrementAndGet());
    }

    private JobRunner runner(Database database, String node, Job... jobs) {
        return new JobRunner(database, clock, node, List.of(jobs), stopwatch::get);
    }

    private static List<JobRun> history(Database database, Job... jobs) {
        return database.read(sql -> new JobHistory(List.of(jobs)).runs(sql, Optional.empty(), Optional.empty(), 99));
    }

    private JobStatus status(Database database, Job job) {
        return database.read(sql -> new JobHistory(List.of(job)).jobs(sql, clock.instant()))
                .getFirst();
    }

    @ParameterizedTest
    @EnumSource
    void is_run_when_its_time_has_come_and_says_what_it_did(Engine engine) {
        Database database = open(engine, clock);
        Job job = hourly(this::count);
        JobRunner runner = runner(database, "node-1", job);

        runner.runDue();
        runner.runDue();
        assertThat(runs).hasValue(1);
        clock.move(HOUR);
        runner.runDue();

        assertThat(runs).hasValue(2);
        assertThat(history(database, job)).hasSize(2).first().satisfies(run -> {
            assertThat(run.outcome()).isEqualTo(JobRun.Outcome.DONE);
            assertThat(run.node()).isEqualTo("node-1");
            assertThat(run.counts()).isEqualTo(Map.of("times", 2L));
            assertThat(run.startedAt()).isEqualTo(clock.instant());
            assertThat(run.endedAt()).contains(clock.instant());
        });
    }

    @ParameterizedTest
    @EnumSource
    void is_run_once_by_six_nodes_that_look_at_the_same_moment(Engine engine) throws Exception {
        DatabaseAddress address = address(engine);
        try (Database first = Database.open(address, clock);
                Database second = Database.open(address, clock)) {
            for (int round = 1; round <= 10; round++) {
                CountDownLatch start = new CountDownLatch(1);
                try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
                    IntStream.range(0, 6)
                            .forEach(number -> nodes.execute(() -> {
                                JobRunner runner =
                                        runner(number % 2 == 0 ? first : second, "node-" + number, hourly(this::count));
                                await(start);
                                runner.runDue();
                            }));
                    start.countDown();
                }
                assertThat(runs).hasValue(round);
                clock.move(HOUR);
            }
            assertThat(history(first)).hasSize(10);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_a_node_that_died_is_taken_over_once_its_count_has_stood_still_whatever_the_clocks_say(Engine engine)
            throws Exception {
        DatabaseAddress address = address(engine);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Job hanging = hourly(goOn -> {
            begun.countDown();
            never.await();
            return Map.of();
        });
        Job working = hourly(this::count);
        try (Database first = Database.open(address, clock);
                Database second = Database.open(address, clock)) {
            Thread dying = Thread.ofVirtual()
                    .start(() -> runner(first, "dying", hanging).runDue());
            await(begun);
            JobRunner other = runner(second, "other", working);

            other.runDue();
            clock.move(Duration.ofDays(30)); // a clock that jumps is no sign of death
            other.runDue();
            stopwatch.addAndGet(JobRunner.DEAD_AFTER.toNanos() - 1);
            other.runDue();
            assertThat(runs).hasValue(0);

            stopwatch.addAndGet(1);
            other.runDue();
            assertThat(runs).hasValue(1);
            assertThat(history(second, working))
                    .extracting(JobRun::node, JobRun::outcome)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("other", JobRun.Outcome.DONE),
                            org.assertj.core.groups.Tuple.tuple("dying", JobRun.Outcome.LOST));

            never.countDown(); // the dead comes back: what it says no longer counts
            dying.join();
            assertThat(history(second, working))
                    .extracting(JobRun::outcome)
                    .containsExactly(JobRun.Outcome.DONE, JobRun.Outcome.LOST);
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_a_node_that_lives_is_left_to_it_however_long_it_takes(Engine engine) throws Exception {
        Database database = open(engine, clock);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Job slow = hourly(goOn -> {
            begun.countDown();
            go.await();
            return count(goOn);
        });
        JobRunner busy = runner(database, "busy", slow);
        Thread working = Thread.ofVirtual().start(busy::runDue);
        await(begun);
        JobRunner other = runner(database, "other", hourly(this::count));

        for (int minute = 0; minute < 10; minute++) {
            other.runDue();
            busy.beat();
            stopwatch.addAndGet(Duration.ofMinutes(1).toNanos());
        }
        assertThat(runs).hasValue(0);
        assertThatThrownBy(() -> other.runNow("hourly", "program:test"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().id()).isEqualTo("job-running"));
        go.countDown();
        working.join();
        assertThat(runs).hasValue(1);
    }

    @Test
    void that_was_lost_to_another_node_is_told_to_end() throws Exception {
        Database database = open(Engine.SQLITE, clock);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Job long_ = hourly(goOn -> {
            begun.countDown();
            while (goOn.getAsBoolean()) {
                Thread.sleep(5);
            }
            ended.countDown();
            return Map.of();
        });
        JobRunner paused = runner(database, "paused", long_);
        Thread running = Thread.ofVirtual().start(paused::runDue);
        await(begun);
        JobRunner other = runner(database, "other", hourly(this::count));
        other.runDue();
        stopwatch.addAndGet(JobRunner.DEAD_AFTER.toNanos());
        other.runDue();

        paused.beat();

        await(ended);
        running.join();
        assertThat(history(database))
                .extracting(JobRun::outcome)
                .containsExactly(JobRun.Outcome.DONE, JobRun.Outcome.LOST);
    }

    @Test
    void in_hand_when_the_only_node_was_killed_is_run_again_after_the_next_start() {
        DatabaseAddress address = address(Engine.SQLITE);
        try (Database killed = Database.open(address, clock)) {
            Job fatal = hourly(goOn -> {
                throw new ThreadDeathOfTheWholeProgram();
            });
            assertThatThrownBy(() -> runner(killed, "killed", fatal).runDue())
                    .isInstanceOf(ThreadDeathOfTheWholeProgram.class);
        }
        try (Database started = Database.open(address, clock)) {
            JobRunner runner = runner(started, "started", hourly(this::count));
            runner.runDue();
            assertThat(runs).hasValue(0);
            stopwatch.addAndGet(JobRunner.DEAD_AFTER.toNanos());
            runner.runDue();
            assertThat(runs).hasValue(1);
        }
    }

    private static final class ThreadDeathOfTheWholeProgram extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void that_fails_says_why_and_is_run_again_at_its_next_time() {
        Database database = open(Engine.SQLITE, clock);
        Job failing = hourly(goOn -> {
            runs.incrementAndGet();
            throw new java.io.IOException("the disk of the backup is gone");
        });
        JobRunner runner = runner(database, "node", failing);

        runner.runDue();
        assertThat(history(database)).singleElement().satisfies(run -> {
            assertThat(run.outcome()).isEqualTo(JobRun.Outcome.FAILED);
            assertThat(run.failure()).contains("the disk of the backup is gone");
        });
        clock.move(HOUR);
        runner.runDue();
        assertThat(runs).hasValue(2);
    }

    @Test
    void that_was_missed_for_days_is_run_once() {
        Database database = open(Engine.SQLITE, clock);
        Job daily = new Counting("daily", Schedule.daily(3, 30), this::count);
        JobRunner runner = runner(database, "node", daily);
        runner.runDue();
        assertThat(runs).as("a job with a time of day waits for it").hasValue(0);

        clock.move(Duration.ofDays(5));
        runner.runDue();
        runner.runDue();

        assertThat(runs).hasValue(1);
        assertThat(status(database, daily).nextRunAt()).contains(Instant.parse("2026-11-30T03:30:00Z"));
    }

    @Test
    void whose_next_time_was_set_by_a_clock_that_was_years_ahead_is_run_all_the_same() {
        Database database = open(Engine.SQLITE, clock);
        JobRunner runner = runner(database, "node", hourly(this::count));
        clock.move(Duration.ofDays(3650));
        runner.runDue();

        clock.move(Duration.ofDays(-3650));
        runner.runDue();
        assertThat(runs).hasValue(2);
        runner.runDue();
        assertThat(runs).hasValue(2);
    }

    @ParameterizedTest
    @EnumSource
    void is_not_run_again_by_a_node_whose_clock_is_half_an_hour_behind(Engine engine) {
        DatabaseAddress address = address(engine);
        Job daily = new Counting("daily", Schedule.daily(8, 45), this::count);
        TestClock behind = new TestClock("2026-11-24T08:30:00Z");
        try (Database first = Database.open(address, clock);
                Database second = Database.open(address, behind)) {
            JobRunner ahead = runner(first, "ahead", daily, hourly(this::count));
            clock.move(Duration.ofMinutes(-20));
            ahead.runDue();
            clock.move(Duration.ofMinutes(20));
            ahead.runDue();
            assertThat(runs)
                    .as("the hourly one at once, the daily one at its time")
                    .hasValue(2);

            new JobRunner(second, behind, "behind", List.of(daily, hourly(this::count)), stopwatch::get).runDue();
            assertThat(runs).hasValue(2);
        }
    }

    @Test
    void with_nothing_to_do_leaves_no_trace_and_is_not_late() {
        Database database = open(Engine.SQLITE, clock);
        AtomicInteger work = new AtomicInteger();
        Job idle = new Job() {
            @Override
            public String name() {
                return "idle";
            }

            @Override
            public Schedule schedule() {
                return Schedule.every(Duration.ofSeconds(20));
            }

            @Override
            public boolean idle(DSLContext sql) {
                return work.get() == 0;
            }

            @Override
            public Map<String, Long> run(BooleanSupplier goOn) {
                return Map.of("done", (long) work.getAndSet(0));
            }
        };
        JobRunner runner = runner(database, "node", idle);
        work.set(1);
        runner.runDue();
        for (int minute = 0; minute < 60; minute++) {
            clock.move(Duration.ofMinutes(1));
            runner.runDue();
        }
        assertThat(history(database)).hasSize(1);
        assertThat(status(database, idle).late()).isFalse();

        clock.move(Duration.ofMinutes(20)); // no node looks any more
        assertThat(status(database, idle).late()).isTrue();
    }

    @Test
    void that_somebody_asks_for_is_run_by_the_next_node_that_looks() {
        Database database = open(Engine.SQLITE, clock);
        Job daily = new Counting("daily", Schedule.daily(3, 30), this::count);
        JobRunner runner = runner(database, "node", daily);
        runner.runDue();

        database.change(transaction -> new JobHistory(List.of(daily)).ask(transaction, "daily", "somebody"));
        runner.runDue();

        assertThat(history(database))
                .singleElement()
                .satisfies(run -> assertThat(run.askedBy()).contains("somebody"));
        assertThat(runner.runNow("daily", "program:test").counts()).containsEntry("times", 2L);
        assertThatThrownBy(() -> runner.runNow("weekly", "program:test"))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().id()).isEqualTo("job-unknown");
                    assertThat(refused.problem().values()).containsEntry("known", "daily");
                });
    }

    @Test
    void is_begun_by_a_started_runner_and_ended_early_when_it_is_closed() throws Exception {
        Database database = open(Engine.SQLITE);
        CountDownLatch begun = new CountDownLatch(1);
        Job long_ = hourly(goOn -> {
            begun.countDown();
            while (goOn.getAsBoolean()) {
                Thread.sleep(5);
            }
            return count(goOn);
        });
        try (JobRunner runner = new JobRunner(database, Clock.systemUTC(), "node", List.of(long_))) {
            runner.start();
            await(begun);
        }
        assertThat(history(database))
                .singleElement()
                .extracting(JobRun::outcome)
                .isEqualTo(JobRun.Outcome.DONE);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T03:29:59Z, 2026-11-24T03:30:00Z",
        "2026-11-24T03:30:00Z, 2026-11-25T03:30:00Z",
        "2024-02-28T23:00:00Z, 2024-02-29T03:30:00Z"
    })
    void of_a_day_is_next_due_at_its_time_in_utc(Instant after, Instant next) {
        assertThat(Schedule.daily(3, 30).next(after)).isEqualTo(next);
    }
}
