package org.mineban.bench;

import static mineban.tables.Tables.AUDIT_ENTRY;

import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.mineban.audit.AuditTrail;
import org.mineban.kernel.ProblemException;
import org.mineban.storage.Database;

/** Writers who go on when they are refused, and remember what was acknowledged and what they were told. */
public final class FaultedWriters implements AutoCloseable {

    private static final AtomicInteger RUNS = new AtomicInteger();

    private final AuditTrail trail = new AuditTrail();
    private final Database database;
    private final ExecutorService writers;
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicInteger> refusals = new ConcurrentHashMap<>();
    private final AtomicLong lastKept = new AtomicLong(System.nanoTime());
    private final AtomicLong longestPause = new AtomicLong();

    /** Starts so many writers. */
    public FaultedWriters(Database database, int count) {
        this.database = database;
        this.writers = Executors.newFixedThreadPool(count);
        int run = RUNS.incrementAndGet();
        for (int writer = 0; writer < count; writer++) {
            String name = "w" + run + "-" + writer + "-";
            writers.execute(() -> write(name));
        }
    }

    private void write(String name) {
        for (int number = 0; going.get(); number++) {
            String subject = name + number;
            try {
                database.change(change -> trail.add(change, FaultWriter.event(subject)));
                acknowledged.add(subject);
                long now = System.nanoTime();
                longestPause.accumulateAndGet(now - lastKept.getAndSet(now), Math::max);
            } catch (ProblemException refused) {
                count(refused.problem().id());
                pause();
            } catch (RuntimeException fault) {
                count("fault: " + fault.getMessage());
                pause();
            }
        }
    }

    private void count(String what) {
        refusals.computeIfAbsent(what, first -> new AtomicInteger()).incrementAndGet();
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many changes were acknowledged so far. */
    public int acknowledged() {
        return acknowledged.size();
    }

    /** How often each problem was told, by its id; anything that is no problem begins with {@code fault}. */
    public Map<String, AtomicInteger> refusals() {
        return refusals;
    }

    /** The longest time in which nobody's change was kept, in seconds. */
    public double longestPauseSeconds() {
        return longestPause.get() / 1e9;
    }

    /** Waits until something is acknowledged that was not yet. */
    public void awaitMore() throws InterruptedException {
        int before = acknowledged();
        while (acknowledged() == before) {
            Thread.sleep(20);
        }
    }

    /** How many of the acknowledged changes are not there. */
    public long lost() {
        Collection<String> said = Set.copyOf(acknowledged);
        Set<String> kept = database.read(sql -> sql.select(AUDIT_ENTRY.SUBJECT)
                .from(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.SUBJECT_KIND.eq("fault"))
                .fetchSet(AUDIT_ENTRY.SUBJECT));
        return said.stream().filter(one -> !kept.contains(one)).count();
    }

    /** Lets the writers end. */
    public void end() {
        going.set(false);
        writers.close();
    }

    @Override
    public void close() {
        end();
    }
}
