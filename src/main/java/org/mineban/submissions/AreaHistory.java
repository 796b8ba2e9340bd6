package org.mineban.submissions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mineban.reporting.Report;
import org.mineban.reporting.Rows;
import org.mineban.reporting.Subject;

/** What became of each mined area from one report to the next: an area keeps its identity under another name, split, merged, or once it is confirmed. */
public final class AreaHistory {

    private AreaHistory() {}

    /** What became of an area. */
    public enum Fate {
        SAME,
        RENAMED,
        SPLIT,
        MERGED,
        /** Suspected before and confirmed now, or the reverse. */
        RECLASSIFIED,
        ADDED,
        /** In the earlier report only; whether it was released, the reports do not say by themselves. */
        GONE
    }

    /**
     * An area in both reports.
     *
     * @param before its names in the earlier report; none when it is added
     * @param after its names in the later report; none when it is gone
     * @param statusBefore {@code SHA}, {@code CHA}, both or nothing
     * @param areaBefore in square metres; empty when a row does not tell it
     */
    public record Line(
            Fate fate,
            List<String> before,
            List<String> after,
            Set<String> statusBefore,
            Set<String> statusAfter,
            Optional<BigDecimal> areaBefore,
            Optional<BigDecimal> areaAfter) {
        public Line {
            before = List.copyOf(before);
            after = List.copyOf(after);
            statusBefore = Set.copyOf(statusBefore);
            statusAfter = Set.copyOf(statusAfter);
        }
    }

    /** Every area of both reports, those of the later one first. */
    public static List<Line> of(Report earlier, Report later) {
        Map<String, List<Rows.Row>> old = byLocation(earlier);
        Map<String, List<Rows.Row>> now = byLocation(later);
        Map<String, Set<String>> cameFrom = new LinkedHashMap<>();
        Map<String, Set<String>> became = new LinkedHashMap<>();
        now.forEach((name, rows) -> {
            Set<String> from = new LinkedHashSet<>();
            rows.forEach(row -> from.addAll(row.fields().words("previousName")));
            if (from.isEmpty() || old.containsKey(name)) {
                from.add(name);
            }
            from.retainAll(old.keySet());
            cameFrom.put(name, from);
            from.forEach(one ->
                    became.computeIfAbsent(one, key -> new LinkedHashSet<>()).add(name));
        });
        List<Line> lines = new ArrayList<>();
        Set<String> told = new LinkedHashSet<>();
        now.keySet().forEach(name -> {
            if (!told.add(name)) {
                return;
            }
            Set<String> from = cameFrom.getOrDefault(name, Set.of());
            Set<String> into = from.stream()
                    .flatMap(one -> became.getOrDefault(one, Set.of(name)).stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            into.add(name);
            told.addAll(into);
            lines.add(line(from, into, old, now));
        });
        old.keySet().stream()
                .filter(name -> !became.containsKey(name))
                .forEach(name -> lines.add(line(Set.of(name), Set.of(), old, now)));
        return lines;
    }

    private static Line line(
            Set<String> from, Set<String> into, Map<String, List<Rows.Row>> old, Map<String, List<Rows.Row>> now) {
        List<Rows.Row> before = rows(from, old);
        List<Rows.Row> after = rows(into, now);
        return new Line(
                fate(from, into, statuses(before), statuses(after)),
                List.copyOf(from),
                List.copyOf(into),
                statuses(before),
                statuses(after),
                area(before),
                area(after));
    }

    private static Fate fate(Set<String> from, Set<String> into, Set<String> before, Set<String> after) {
        if (from.isEmpty()) {
            return Fate.ADDED;
        }
        if (into.isEmpty()) {
            return Fate.GONE;
        }
        if (from.size() > 1) {
            return Fate.MERGED;
        }
        if (into.size() > 1) {
            return Fate.SPLIT;
        }
        if (!from.equals(into)) {
            return Fate.RENAMED;
        }
        return before.equals(after) ? Fate.SAME : Fate.RECLASSIFIED;
    }

    private static List<Rows.Row> rows(Set<String> names, Map<String, List<Rows.Row>> from) {
        return names.stream()
                .flatMap(name -> from.getOrDefault(name, List.of()).stream())
                .toList();
    }

    private static Set<String> statuses(List<Rows.Row> rows) {
        return rows.stream()
                .flatMap(row -> row.fields().word("status").stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<BigDecimal> area(List<Rows.Row> rows) {
        return org.mineban.reporting.Totals.sum(rows, "areaM2");
    }

    private static Map<String, List<Rows.Row>> byLocation(Report report) {
        Map<String, List<Rows.Row>> rows = new LinkedHashMap<>();
        report.section(Subject.AREAS).rows("row").forEach(row -> {
            String location = row.fields().text("location").strip();
            if (!location.isEmpty()) {
                rows.computeIfAbsent(location, key -> new ArrayList<>()).add(row);
            }
        });
        return rows;
    }
}
