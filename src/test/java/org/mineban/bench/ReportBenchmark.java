package org.mineban.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.mineban.reporting.CheckResult;
import org.mineban.reporting.Checks;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Editions;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportArchive;
import org.mineban.reporting.ReportJson;
import org.mineban.reporting.StateFacts;
import org.mineban.reporting.SyntheticReports;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How quick the checks of reports are; run by {@code bench/run ReportBenchmark}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReportBenchmark {

    private static final int FIRST = 2000;
    private static final int YEARS = 25;
    private static final int STATES = 200;

    /** States whose reports differ; each stands for several, since 5,000 full reports are more than the memory of this benchmark. */
    private static final int DISTINCT = 8;

    private static final LocalDate DAY = LocalDate.of(2030, 1, 1);

    private final Checks checks = Checks.load(Dictionary.load(), Editions.load());
    private final StateFacts facts = SyntheticReports.facts(FIRST);
    private final List<List<Report>> reports = new ArrayList<>();
    private final List<List<ReportArchive.Filed>> filed = new ArrayList<>();

    public ReportBenchmark() {
        for (int i = 0; i < DISTINCT; i++) {
            List<Report> series = SyntheticReports.of("XA" + (char) ('A' + i), 67_32 + i, FIRST, YEARS);
            reports.add(series);
            filed.add(series.stream().map(ReportArchive.Filed::of).toList());
        }
    }

    /** All rules on one report of some 4,500 fields, with the 24 before it. */
    @Benchmark
    public CheckResult allRulesOnOneFullReport() {
        return check(0, YEARS - 1);
    }

    /** All rules on 5,000 reports, 200 States by 25 years, on two threads. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 1)
    @Measurement(iterations = 2)
    public long allRulesOnFiveThousandReports() throws InterruptedException {
        long[] found = new long[2];
        List<Thread> threads = new ArrayList<>();
        for (int half = 0; half < 2; half++) {
            int mine = half;
            threads.add(Thread.ofPlatform().start(() -> {
                for (int state = mine; state < STATES; state += 2) {
                    for (int year = 0; year < YEARS; year++) {
                        found[mine] += check(state % DISTINCT, year).findings().size();
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return IntStream.range(0, 2).mapToLong(half -> found[half]).sum();
    }

    /** The canonical JSON of one full report and its hash. */
    @Benchmark
    public String identityOfOneFullReport() {
        return ReportJson.identity(reports.getFirst().getLast());
    }

    private CheckResult check(int state, int year) {
        List<ReportArchive.Filed> archive = filed.get(state);
        return checks.run(
                reports.get(state).get(year), Checks.Inputs.of(facts, DAY).with((ReportArchive) code -> archive));
    }
}
