package org.mineban.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import org.mineban.kernel.Figure;
import org.mineban.kernel.Provision;
import org.mineban.operations.Kind;
import org.mineban.operations.RegisterFigures.Counted;
import org.mineban.rollup.TreatyFigure.Part;
import org.mineban.rollup.TreatyFigure.Unit;

/** Sums of records: for the whole State, and for each of its first-level units when records name them. */
final class Summing {

    private static final int HUNDREDTHS = 2;

    private Summing() {}

    /** The part that a record gives; hundredths of a square metre become square metres. */
    static Part area(Kind kind, Counted record, OptionalLong hundredths) {
        return part(
                kind,
                record,
                hundredths.isPresent()
                        ? Optional.of(BigDecimal.valueOf(hundredths.getAsLong(), HUNDREDTHS))
                        : Optional.empty());
    }

    static Part quantity(Kind kind, Counted record) {
        OptionalLong quantity = record.quantity();
        return part(
                kind,
                record,
                quantity.isPresent() ? Optional.of(BigDecimal.valueOf(quantity.getAsLong())) : Optional.empty());
    }

    static Part one(Kind kind, Counted record) {
        return part(kind, record, Optional.of(BigDecimal.ONE));
    }

    private static Part part(Kind kind, Counted record, Optional<BigDecimal> value) {
        return new Part(kind.id(), record.number(), record.version(), record.code(), value);
    }

    /** A figure of these parts. Without a record it is nothing that anybody stated: unknown, not zero. */
    static TreatyFigure figure(
            FigureRule rule, Provision provision, Unit unit, Map<String, String> group, List<Part> parts) {
        boolean noneKnown = parts.stream().noneMatch(part -> part.value().isPresent());
        return new TreatyFigure(
                rule, provision, unit, group, noneKnown ? new Figure.Unknown() : Figure.of(sum(parts)), parts);
    }

    /** A count of records: none are zero, since the register says which there are. */
    static TreatyFigure count(
            FigureRule rule, Provision provision, Unit unit, Map<String, String> group, List<Part> parts) {
        return new TreatyFigure(rule, provision, unit, group, Figure.of(sum(parts)), parts);
    }

    static BigDecimal sum(List<Part> parts) {
        return parts.stream().flatMap(part -> part.value().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The figure of the State, then that of each unit in the order of names. */
    static List<TreatyFigure> byUnit(
            FigureRule rule,
            Provision provision,
            Unit unit,
            List<Counted> records,
            Function<Counted, Part> part,
            boolean counting) {
        List<TreatyFigure> figures = new ArrayList<>();
        figures.add(make(rule, provision, unit, Map.of(), records, part, counting));
        Map<String, List<Counted>> byName = new TreeMap<>();
        for (Counted record : records) {
            record.admin1()
                    .ifPresent(name -> byName.computeIfAbsent(name, absent -> new ArrayList<>())
                            .add(record));
        }
        byName.forEach((name, those) ->
                figures.add(make(rule, provision, unit, Map.of("admin1", name), those, part, counting)));
        return figures;
    }

    private static TreatyFigure make(
            FigureRule rule,
            Provision provision,
            Unit unit,
            Map<String, String> group,
            List<Counted> records,
            Function<Counted, Part> part,
            boolean counting) {
        List<Part> parts = records.stream().map(part).toList();
        return counting ? count(rule, provision, unit, group, parts) : figure(rule, provision, unit, group, parts);
    }
}
