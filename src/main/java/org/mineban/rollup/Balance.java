package org.mineban.rollup;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mineban.kernel.Provision;
import org.mineban.kernel.StateCode;
import org.mineban.operations.Kind;
import org.mineban.operations.RegisterFigures;
import org.mineban.operations.RegisterFigures.Counted;
import org.mineban.operations.Selection;
import org.mineban.rollup.TreatyFigure.Part;
import org.mineban.rollup.TreatyFigure.Unit;

/**
 * The balance of mined land over a period: what was left before it, what came in, what was released, what is left at its end. Each area is followed by
 * itself, so that every square metre of difference belongs to a record; what no record explains is shown as unexplained, never left out.
 *
 * <p>opening + newly identified + increased by survey + reclassified in + restructured - cancelled - reduced - cleared - decreased by survey -
 * reclassified out - voided + unexplained = closing.
 */
final class Balance implements FigureQuery {

    private static final Provision F = FigureQuery.article7("f");
    private static final Set<String> VOID = Set.of("VOID", "MERGED");
    private static final Set<String> CLOSED =
            Set.of("CLOSED_NOT_CONFIRMED", "CLOSED_CANCELLED", "CLOSED_RELEASED", "HANDED_OVER");

    private static final Map<String, FigureRule> RELEASES =
            Map.of("CANCELLED", FigureRule.CANCELLED, "REDUCED", FigureRule.REDUCED, "CLEARED", FigureRule.CLEARED);

    @Override
    public List<TreatyFigure> figures(RegisterFigures.Reader records, StateCode state, Period period) {
        return new Year(records, state, period).figures();
    }

    /** One period of one State. */
    private static final class Year {

        private final Map<Long, Remaining.Area> opening;
        private final Map<Long, Remaining.Area> closing;
        private final Map<Long, Counted> atEnd;
        private final Map<Long, Counted> before;
        private final Map<Long, List<Counted>> released = new HashMap<>();
        private final List<Counted> products;
        private final Map<Long, Long> twice;
        private final Moves moves;
        private final Map<FigureRule, List<Part>> lines = new EnumMap<>(FigureRule.class);

        Year(RegisterFigures.Reader records, StateCode state, Period period) {
            opening = Remaining.on(records, state, period, period.before());
            closing = Remaining.on(records, state, period, period.until());
            atEnd = byNumber(records.counted(state, areas(period, period.until())));
            before = byNumber(records.counted(state, areas(period, period.before())));
            SharedLand.Counting counting = SharedLand.of(
                    records,
                    state,
                    records.counted(
                            state,
                            Selection.of(Kind.PRODUCT, period.atEnd()).categories("CANCELLED", "REDUCED", "CLEARED")));
            twice = counting.twice();
            products = counting.once().stream()
                    .filter(product -> product.happenedFrom()
                                    .filter(day -> !day.isBefore(period.from()))
                                    .isPresent()
                            && product.happenedUntil()
                                    .filter(day -> !day.isAfter(period.until()))
                                    .isPresent())
                    .toList();
            moves = Moves.of(records.lineage(state, period.atEnd(), period.from()), before, atEnd);
            for (Counted product : products) {
                product.parent()
                        .ifPresent(hazard -> released.computeIfAbsent(hazard, absent -> new ArrayList<>())
                                .add(product));
            }
        }

        private static Selection areas(Period period, java.time.LocalDate day) {
            return Selection.of(Kind.HAZARD, period.at(day)).categories("SHA", "CHA");
        }

        private static Map<Long, Counted> byNumber(List<Counted> counted) {
            return counted.stream().collect(Collectors.toMap(Counted::number, Function.identity()));
        }

        private void add(FigureRule line, Counted hazard, long hundredths) {
            if (hundredths != 0) {
                lines.computeIfAbsent(line, absent -> new ArrayList<>())
                        .add(Summing.area(Kind.HAZARD, hazard, OptionalLong.of(hundredths)));
            }
        }

        List<TreatyFigure> figures() {
            Set<Long> numbers = new TreeSet<>(opening.keySet());
            numbers.addAll(closing.keySet());
            released.keySet().stream().filter(this::underArticle5).forEach(numbers::add);
            // What goes into others is taken note of before what others have got.
            numbers.stream().filter(moves::gives).forEach(this::follow);
            numbers.stream().filter(number -> !moves.gives(number)).forEach(this::follow);
            List<TreatyFigure> figures = new ArrayList<>();
            figures.add(areas(FigureRule.OPENING_AREAS, opening));
            figures.add(left(FigureRule.OPENING, opening));
            for (FigureRule line : List.of(
                    FigureRule.NEWLY_IDENTIFIED,
                    FigureRule.RESURVEY_INCREASE,
                    FigureRule.RECLASSIFIED_IN,
                    FigureRule.RESTRUCTURED)) {
                figures.add(line(line));
            }
            RELEASES.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(release -> figures.addAll(released(release.getKey(), release.getValue())));
            for (FigureRule line : List.of(
                    FigureRule.RESURVEY_DECREASE,
                    FigureRule.RECLASSIFIED_OUT,
                    FigureRule.VOIDED,
                    FigureRule.UNEXPLAINED)) {
                figures.add(line(line));
            }
            figures.add(left(FigureRule.CLOSING, closing));
            figures.add(areas(FigureRule.CLOSING_AREAS, closing));
            figures.add(Summing.count(
                    FigureRule.RELEASED_TWICE,
                    F,
                    Unit.SQUARE_METRES,
                    Map.of(),
                    products.stream()
                            .filter(product -> twice.containsKey(product.number()))
                            .map(product -> Summing.area(
                                    Kind.PRODUCT, product, OptionalLong.of(twice.getOrDefault(product.number(), 0L))))
                            .toList()));
            figures.add(Summing.count(
                    FigureRule.CONFIRMED_FROM_SUSPECTED,
                    F,
                    Unit.SQUARE_METRES,
                    Map.of(),
                    sorted(closing).stream()
                            .filter(area -> confirmed(area.hazard()))
                            .map(area -> Summing.area(Kind.HAZARD, area.hazard(), area.left()))
                            .toList()));
            figures.add(Summing.count(
                    FigureRule.RELEASED_WITHOUT_AREA,
                    F,
                    Unit.SQUARE_METRES,
                    Map.of(),
                    products.stream()
                            .filter(product -> product.parent().isEmpty())
                            .map(product -> Summing.area(Kind.PRODUCT, product, product.area()))
                            .toList()));
            return figures;
        }

        private boolean underArticle5(Long number) {
            Counted hazard = hazard(number);
            return hazard != null && hazard.article5();
        }

        private @org.jspecify.annotations.Nullable Counted hazard(Long number) {
            Counted end = atEnd.get(number);
            return end == null ? before.get(number) : end;
        }

        /** Whether it was suspected before the period and is confirmed at its end. */
        private boolean confirmed(Counted end) {
            Counted start = before.get(end.number());
            return start != null
                    && start.category().filter("SHA"::equals).isPresent()
                    && end.category().filter("CHA"::equals).isPresent();
        }

        /** What happened to one area: the difference between its two ends, less what was released, has one reason. */
        private void follow(Long number) {
            Counted hazard = Objects.requireNonNull(hazard(number));
            long open = left(opening.get(number));
            long close = left(closing.get(number));
            long gone = released.getOrDefault(number, List.of()).stream()
                    .mapToLong(product -> product.area().orElse(0))
                    .sum();
            long rest = close - open + gone;
            if (rest == 0) {
                return;
            }
            long moved = moves.take(number, rest);
            add(FigureRule.RESTRUCTURED, hazard, moved);
            rest -= moved;
            if (rest == 0) {
                return;
            }
            Optional<Counted> earlier = Optional.ofNullable(before.get(number));
            String status = hazard.status().orElse("");
            if (earlier.isEmpty()) {
                // It was first recorded in this period: what it had is what is left and what was released of it.
                add(FigureRule.NEWLY_IDENTIFIED, hazard, VOID.contains(status) ? 0 : rest);
            } else if (!closing.containsKey(number) && VOID.contains(status)) {
                add(FigureRule.VOIDED, hazard, -rest);
            } else if (!closing.containsKey(number) && !hazard.article5()) {
                add(FigureRule.RECLASSIFIED_OUT, hazard, -rest);
            } else if (!opening.containsKey(number)
                    && closing.containsKey(number)
                    && !earlier.get().article5()) {
                add(FigureRule.RECLASSIFIED_IN, hazard, rest);
            } else if (!closing.containsKey(number) || CLOSED.contains(status)) {
                add(FigureRule.UNEXPLAINED, hazard, rest);
            } else if (remeasured(number)) {
                add(rest > 0 ? FigureRule.RESURVEY_INCREASE : FigureRule.RESURVEY_DECREASE, hazard, Math.abs(rest));
            } else {
                add(FigureRule.UNEXPLAINED, hazard, rest);
            }
        }

        /** Whether another version of the area counts at the end than before, with an area of its own. */
        private boolean remeasured(Long number) {
            Counted end = atEnd.get(number);
            Counted start = before.get(number);
            return end != null && start != null && end.version() != start.version();
        }

        private static long left(Remaining.@org.jspecify.annotations.Nullable Area area) {
            return area == null ? 0 : area.left().orElse(0);
        }

        private TreatyFigure line(FigureRule rule) {
            return Summing.count(rule, F, Unit.SQUARE_METRES, Map.of(), lines.getOrDefault(rule, List.of()));
        }

        private List<TreatyFigure> released(String category, FigureRule rule) {
            List<Counted> those = products.stream()
                    .filter(product ->
                            product.category().filter(category::equals).isPresent())
                    .filter(product -> product.parent().isPresent()
                            && underArticle5(product.parent().getAsLong()))
                    .toList();
            return Summing.byUnit(
                    rule,
                    F,
                    Unit.SQUARE_METRES,
                    those,
                    product -> Summing.area(Kind.PRODUCT, product, product.area()),
                    true);
        }

        private static TreatyFigure left(FigureRule rule, Map<Long, Remaining.Area> areas) {
            return Summing.count(
                    rule,
                    F,
                    Unit.SQUARE_METRES,
                    Map.of(),
                    sorted(areas).stream()
                            .map(area -> Summing.area(Kind.HAZARD, area.hazard(), area.left()))
                            .toList());
        }

        private static TreatyFigure areas(FigureRule rule, Map<Long, Remaining.Area> areas) {
            return Summing.count(
                    rule,
                    F,
                    Unit.AREAS,
                    Map.of(),
                    sorted(areas).stream()
                            .map(area -> Summing.one(Kind.HAZARD, area.hazard()))
                            .toList());
        }

        private static List<Remaining.Area> sorted(Map<Long, Remaining.Area> areas) {
            return areas.values().stream()
                    .sorted(java.util.Comparator.comparingLong(
                            area -> area.hazard().number()))
                    .toList();
        }
    }
}
