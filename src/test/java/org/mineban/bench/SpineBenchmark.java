package org.mineban.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mineban.obligations.Obligation;
import org.mineban.parties.Counts;
import org.mineban.parties.Register;
import org.mineban.platform.Messages;
import org.mineban.presentation.Knowledge;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How quick the register and the duties answer; run by {@code bench/run}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SpineBenchmark {

    private static final LocalDate FIRST = LocalDate.of(1997, 12, 3);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 24);

    private final Knowledge knowledge = Knowledge.load(new Messages());

    /** The standing of 197 States on each of 10,584 days: some 2.1 million answers on one thread. */
    @Benchmark
    public int standingOfEveryStateOnEveryDay() {
        Register register = knowledge.register();
        List<org.mineban.parties.State> states = register.states();
        int inForce = 0;
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            for (org.mineban.parties.State state : states) {
                if (register.standing(state.code(), day).value().inForce()) {
                    inForce++;
                }
            }
        }
        return inForce;
    }

    /** Every duty of every State with its reasons, on one day. */
    @Benchmark
    public List<Obligation> everyDutyOfEveryState() {
        return knowledge.obligations().all(LAST);
    }

    /** The counts of one day with the States behind them. */
    @Benchmark
    public Counts countsOfADay() {
        return knowledge.register().counts(LAST);
    }
}
