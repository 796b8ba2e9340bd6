package org.mineban.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.mineban.kernel.Figure;

/**
 * Two reports side by side, field by field. Rows are matched by what they are about (location and status, institution and type, title), not by their
 * number, so that a row that moved is not a difference.
 *
 * @param differences in the order of the second report, then what only the first has
 * @param carried sums that have to carry over from the first to the second
 */
public record Comparison(List<Difference> differences, List<Carried> carried) {

    public Comparison {
        differences = List.copyOf(differences);
        carried = List.copyOf(carried);
    }

    /** How a field differs. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** Changed, and the second report says that it corrects the first. */
        RESTATED,
        /** The row goes on under another name. */
        RENAMED
    }

    /**
     * A difference.
     *
     * @param place in the second report; in the first when it was removed
     * @param about what the row is about, in the words of the report; may be empty
     */
    public record Difference(Kind kind, FieldPath place, String about, Optional<Entry> before, Optional<Entry> after) {

        /** The change of a number, when both are numbers. */
        public Optional<BigDecimal> change() {
            return number(before).flatMap(old -> number(after).map(now -> now.subtract(old)));
        }
    }

    /**
     * A sum that the first report closes with and the second opens with.
     *
     * @param what the subject
     * @param closing of the first; empty when it tells none
     * @param opening of the second; empty when it tells none
     * @param restated whether the second report corrects a figure of that subject
     */
    public record Carried(Subject what, Optional<BigDecimal> closing, Optional<BigDecimal> opening, boolean restated) {

        /** Whether both are told and are not the same. */
        public boolean broken() {
            return closing.isPresent() && opening.isPresent() && closing.get().compareTo(opening.get()) != 0;
        }
    }

    private static final List<String> KEYS = List.of(
            "location",
            "status",
            "institution",
            "type",
            "title",
            "name",
            "organisation",
            "partner",
            "direction",
            "list",
            "device",
            "region",
            "year",
            "figure",
            "purpose");

    /** Compares an earlier report with a later one, or two versions of one. */
    public static Comparison of(Report before, Report after) {
        Map<String, Placed> old = index(before);
        Map<String, Placed> now = index(after);
        Map<String, String> renamed = renamed(after);
        List<Difference> differences = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        now.forEach((key, placed) -> {
            String earlier = old.containsKey(key) ? key : earlierName(key, renamed);
            Placed was = old.get(earlier);
            seen.add(earlier);
            if (was == null) {
                differences.add(new Difference(
                        Kind.ADDED, placed.place(), placed.about(), Optional.empty(), Optional.of(placed.entry())));
            } else if (!same(was.entry(), placed.entry())) {
                boolean restated = after.restatements().stream()
                        .anyMatch(restatement -> restatement.place().equals(was.place()));
                boolean name =
                        !earlier.equals(key) && placed.place().id().name().equals("location");
                differences.add(new Difference(
                        restated ? Kind.RESTATED : name ? Kind.RENAMED : Kind.CHANGED,
                        placed.place(),
                        placed.about(),
                        Optional.of(was.entry()),
                        Optional.of(placed.entry())));
            }
        });
        old.forEach((key, placed) -> {
            if (!seen.contains(key)) {
                differences.add(new Difference(
                        Kind.REMOVED, placed.place(), placed.about(), Optional.of(placed.entry()), Optional.empty()));
            }
        });
        marks(before, after, differences);
        return new Comparison(differences, carried(before, after));
    }

    /** The places at which two language versions of one report hold different numbers. */
    public static List<Difference> numbers(Report one, Report other) {
        return of(one, other).differences().stream()
                .filter(difference -> quantity(difference.before()) || quantity(difference.after()))
                .toList();
    }

    private record Placed(FieldPath place, String about, Entry entry) {}

    private static Map<String, Placed> index(Report report) {
        Map<String, Placed> index = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        report.placed().forEach(placed -> {
            StringBuilder key = new StringBuilder();
            StringBuilder about = new StringBuilder();
            StringBuilder here = new StringBuilder();
            for (FieldPath.Step step : placed.place().steps()) {
                here.append(here.isEmpty() ? "" : ".").append(step.name());
                key.append(key.isEmpty() ? "" : ".").append(step.name());
                if (step.row().isPresent()) {
                    here.append('[').append(step.row().get()).append(']');
                    String name = names.computeIfAbsent(here.toString(), row -> rowName(report, row));
                    key.append('[').append(name).append(']');
                    about.append(about.isEmpty() ? "" : ", ").append(name);
                }
            }
            String unique = key.toString();
            for (int turn = 2; index.containsKey(unique); turn++) {
                unique = key + "#" + turn;
            }
            index.put(unique, new Placed(placed.place(), about.toString(), placed.entry()));
        });
        return index;
    }

    private static String rowName(Report report, String row) {
        List<String> parts = new ArrayList<>();
        for (String field : KEYS) {
            report.at(FieldPath.of(row + "." + field))
                    .map(Comparison::words)
                    .filter(text -> !text.isBlank())
                    .ifPresent(parts::add);
        }
        return parts.isEmpty() ? row.substring(row.indexOf('[') + 1, row.length() - 1) : String.join(" · ", parts);
    }

    private static String words(Entry entry) {
        return switch (entry.value()) {
            case Value.Text text -> text.any();
            case Value.Words(List<String> words) -> String.join(", ", words);
            case Value.Date(var date) -> date.toString();
            default -> "";
        };
    }

    /** New names of locations, by what the rows say of their earlier names. */
    private static Map<String, String> renamed(Report after) {
        Map<String, String> renamed = new LinkedHashMap<>();
        for (Rows.Row row : after.section(Subject.AREAS).rows("row")) {
            row.fields().words("previousName").stream()
                    .findFirst()
                    .ifPresent(old -> renamed.put(row.fields().text("location"), old));
        }
        return renamed;
    }

    private static String earlierName(String key, Map<String, String> renamed) {
        String earlier = key;
        for (Map.Entry<String, String> names : renamed.entrySet()) {
            earlier = earlier.replace("[" + names.getKey() + " ·", "[" + names.getValue() + " ·")
                    .replace("[" + names.getKey() + "]", "[" + names.getValue() + "]");
        }
        return earlier;
    }

    private static void marks(Report before, Report after, List<Difference> differences) {
        for (Subject subject : Subject.values()) {
            Optional<Mark> was = before.mark(subject);
            Optional<Mark> is = after.mark(subject);
            if (!Objects.equals(was, is)) {
                differences.add(new Difference(
                        was.isEmpty() ? Kind.ADDED : is.isEmpty() ? Kind.REMOVED : Kind.CHANGED,
                        FieldPath.of(subject.prefix()),
                        "",
                        was.map(Comparison::mark),
                        is.map(Comparison::mark)));
            }
        }
    }

    private static Entry mark(Mark mark) {
        return Entry.of(
                Value.Words.of(mark instanceof Mark.Unchanged(String since) ? mark.key() + " " + since : mark.key()));
    }

    private static boolean same(Entry one, Entry other) {
        return one.value().equals(other.value());
    }

    private static boolean quantity(Optional<Entry> entry) {
        return entry.filter(found -> found.value() instanceof Value.Quantity).isPresent();
    }

    private static Optional<BigDecimal> number(Optional<Entry> entry) {
        return entry.flatMap(
                found -> found.value() instanceof Value.Quantity(Figure figure) ? figure.known() : Optional.empty());
    }

    private static List<Carried> carried(Report before, Report after) {
        List<Carried> carried = new ArrayList<>();
        carried.add(
                carried(Subject.STOCKPILES, Totals.stock(before), Totals.openings(after, Subject.STOCKPILES), after));
        carried.add(carried(
                Subject.AREAS,
                Totals.area(before),
                after.section(Subject.AREAS).group("opening").number("areaM2"),
                after));
        carried.add(
                carried(Subject.RETAINED, Totals.retained(before), Totals.openings(after, Subject.RETAINED), after));
        return carried.stream()
                .filter(one -> one.closing().isPresent() || one.opening().isPresent())
                .toList();
    }

    private static Carried carried(
            Subject what, Optional<BigDecimal> closing, Optional<BigDecimal> opening, Report after) {
        return new Carried(
                what,
                closing,
                opening,
                after.restatements().stream()
                        .anyMatch(restatement -> restatement.place().subject().equals(Optional.of(what))));
    }
}
