package org.mineban.depositary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.mineban.accounts.Role;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.mineban.presentation.Knowledge;
import org.mineban.presentation.KnowledgeSource;
import org.mineban.storage.Database;

/**
 * What came with the program and what was confirmed in the database since, on this node or another: once a second at most one small number is read, and
 * the record is made anew when it is another.
 *
 * <p>While the database does not answer, what was last known is given on: who only reads does not notice.
 */
public final class RecordedKnowledge implements KnowledgeSource {

    private static final long CHECKED_FOR_NANOS = 1_000_000_000L;
    private static final int KEPT = 8;

    private final Knowledge shipped;
    private final Database database;
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile @Nullable Read read;

    /** What was read at one moment. */
    private record Read(List<Confirmed> entries, WholeRecord whole, Map<List<UUID>, Knowledge> earlier, long at) {

        Read checked(long now) {
            return new Read(entries, whole, earlier, now);
        }
    }

    public RecordedKnowledge(Knowledge shipped, Database database) {
        this.shipped = shipped;
        this.database = database;
    }

    @Override
    public Knowledge current() {
        return now().whole().knowledge();
    }

    @Override
    public Knowledge knownOn(LocalDate day) {
        Read known = now();
        List<Confirmed> then = known.entries().stream()
                .filter(entry -> !entry.knownOn().isAfter(day))
                .toList();
        return then.size() == known.entries().size() ? known.whole().knowledge() : earlier(known, then);
    }

    @Override
    public List<Change> changes() {
        Map<LocalDate, Integer> rows = new TreeMap<>(java.util.Comparator.reverseOrder());
        now().entries().forEach(entry -> rows.merge(entry.knownOn(), 1, Integer::sum));
        return rows.entrySet().stream()
                .map(day -> new Change(day.getKey(), day.getValue()))
                .toList();
    }

    /** Entries that change nothing, and why. */
    public Map<UUID, WholeRecord.Aside> aside() {
        return now().whole().aside();
    }

    /**
     * What an entry changes: for one that is confirmed, what it changed when it was; for another, what it would change now.
     *
     * @param today the day as of which duties are compared
     */
    public Consequences consequences(Entry entry, LocalDate today) {
        Read known = now();
        List<Confirmed> before = entry.place().isPresent()
                ? known.entries().stream()
                        .filter(other -> other.place() < entry.place().get())
                        .toList()
                : known.entries();
        List<Confirmed> after = new java.util.ArrayList<>(before);
        after.add(entry.counting(before.size() + 1L, Instant.now(), Role.DEPOSITARY_OFFICER.id()));
        return Consequences.between(
                earlier(known, before), WholeRecord.of(shipped, after).knowledge(), today);
    }

    /** Why the entry would change nothing if it were confirmed now; empty when it would be put on record. */
    public Optional<WholeRecord.Aside> asideIfConfirmed(Entry entry) {
        if (entry.place().isPresent()) {
            return Optional.ofNullable(aside().get(entry.id()));
        }
        List<Confirmed> after = new java.util.ArrayList<>(now().entries());
        after.add(entry.counting(after.size() + 1L, Instant.now(), Role.DEPOSITARY_OFFICER.id()));
        return Optional.ofNullable(WholeRecord.of(shipped, after).aside().get(entry.id()));
    }

    private Knowledge earlier(Read known, List<Confirmed> entries) {
        if (entries.isEmpty()) {
            return shipped;
        }
        if (entries.size() == known.entries().size()) {
            return known.whole().knowledge();
        }
        List<UUID> key = entries.stream().map(Confirmed::id).toList();
        synchronized (known.earlier()) {
            return known.earlier()
                    .computeIfAbsent(
                            key, any -> WholeRecord.of(shipped, entries).knowledge());
        }
    }

    /** Looks into the database at once, after something was confirmed here. */
    void refresh() {
        reading.lock();
        try {
            check(read);
        } finally {
            reading.unlock();
        }
    }

    private Read now() {
        Read known = read;
        if (known == null) {
            return first();
        }
        if (System.nanoTime() - known.at() > CHECKED_FOR_NANOS) {
            if (away.get()) {
                // whoever reads does not wait for a database that is away: a thread of its own sees when it is back
                Thread.startVirtualThread(this::checkUnlessOthersDo);
            } else {
                checkUnlessOthersDo();
            }
            Read checked = read;
            return checked == null ? known : checked;
        }
        return known;
    }

    private Read first() {
        reading.lock();
        try {
            Read known = read;
            if (known != null) {
                return known;
            }
            Read made = database.read(sql -> make(EntryRows.confirmed(sql)));
            read = made;
            return made;
        } finally {
            reading.unlock();
        }
    }

    private void checkUnlessOthersDo() {
        if (reading.tryLock()) {
            try {
                check(read);
                away.set(false);
            } catch (ProblemException notAnswered) {
                if (notAnswered.problem().kind() != Problem.Kind.UNAVAILABLE) {
                    throw notAnswered;
                }
                away.set(true);
                Read known = read;
                read = known == null ? null : known.checked(System.nanoTime());
            } finally {
                reading.unlock();
            }
        }
    }

    private void check(@Nullable Read known) {
        long count = known == null ? -1 : known.entries().size();
        read = database.read(sql -> known != null && EntryRows.confirmedCount(sql) == count
                ? known.checked(System.nanoTime())
                : make(EntryRows.confirmed(sql)));
    }

    private Read make(List<Confirmed> entries) {
        Map<List<UUID>, Knowledge> earlier = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<List<UUID>, Knowledge> eldest) {
                return size() > KEPT;
            }
        };
        return new Read(entries, WholeRecord.of(shipped, entries), earlier, System.nanoTime());
    }
}
