package org.mineban.reporting.reading;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mineban.kernel.Figure;
import org.mineban.kernel.Language;
import org.mineban.reporting.Value;

/** An area as people write it, turned into square metres; without a unit it is not read. */
public final class WrittenArea {

    /** A unit of area. A dunum is taken as 1,000 square metres, which is the metric one; older ones differ from country to country. */
    public enum Unit {
        SQUARE_METRES(1),
        SQUARE_KILOMETRES(1_000_000),
        HECTARES(10_000),
        DUNUMS(1_000);

        private final BigDecimal squareMetres;

        Unit(long squareMetres) {
            this.squareMetres = BigDecimal.valueOf(squareMetres);
        }

        /** That many of the unit in square metres. */
        public BigDecimal inSquareMetres(BigDecimal value) {
            return value.multiply(squareMetres);
        }
    }

    private static final Map<String, Unit> UNITS = new LinkedHashMap<>();

    static {
        for (String name : List.of(
                "square kilometres",
                "square kilometers",
                "square km",
                "sq. km",
                "sq km",
                "sqkm",
                "km²",
                "km2",
                "km^2",
                "kilomètres carrés",
                "kilómetros cuadrados",
                "кв. км",
                "кв.км",
                "км²",
                "км2",
                "平方公里",
                "كم²",
                "كم2",
                "كيلومتر مربع")) {
            UNITS.put(name, Unit.SQUARE_KILOMETRES);
        }
        for (String name : List.of("hectares", "hectare", "hectáreas", "ha", "га", "公顷", "هكتار")) {
            UNITS.put(name, Unit.HECTARES);
        }
        for (String name : List.of("dunums", "dunum", "dunams", "dunam", "دونم")) {
            UNITS.put(name, Unit.DUNUMS);
        }
        for (String name : List.of(
                "square metres",
                "square meters",
                "sq. m",
                "sq m",
                "sqm",
                "m²",
                "m2",
                "m^2",
                "mètres carrés",
                "metros cuadrados",
                "кв. м",
                "кв.м",
                "м²",
                "м2",
                "平方米",
                "م²",
                "م2",
                "متر مربع")) {
            UNITS.put(name, Unit.SQUARE_METRES);
        }
    }

    private WrittenArea() {}

    /**
     * What the text says, in square metres.
     *
     * @param columnUnit the unit that the head of the column gives; empty when it gives none
     */
    public static Value read(String text, Language language, Optional<Unit> columnUnit) {
        String said = WrittenNumber.tidy(text);
        String lower = said.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, Unit> unit : UNITS.entrySet()) {
            if (lower.endsWith(unit.getKey())) {
                String number = said.substring(0, said.length() - unit.getKey().length());
                return inSquareMetres(WrittenNumber.read(number, language, false), unit.getValue());
            }
        }
        Value number = WrittenNumber.read(said, language, false);
        if (number instanceof Value.Quantity(Figure.Amount amount)) {
            return columnUnit
                    .map(unit -> inSquareMetres(number, unit))
                    .orElseGet(() ->
                            new Value.Unread("no-unit", List.of(amount.value().toPlainString())));
        }
        return columnUnit.map(unit -> inSquareMetres(number, unit)).orElse(number);
    }

    private static Value inSquareMetres(Value number, Unit unit) {
        return switch (number) {
            case Value.Quantity(Figure.Amount(BigDecimal value, BigDecimal resolution, Figure.Exactness exactness)) ->
                new Value.Quantity(
                        new Figure.Amount(unit.inSquareMetres(value), unit.inSquareMetres(resolution), exactness));
            case Value.Unread(String why, List<String> readings) ->
                new Value.Unread(
                        why,
                        readings.stream()
                                .map(reading -> unit.inSquareMetres(new BigDecimal(reading))
                                        .stripTrailingZeros()
                                        .toPlainString())
                                .toList());
            default -> number;
        };
    }
}
