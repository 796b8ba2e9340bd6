package org.mineban.reporting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Main figures of a report, by whichever of its fields tell them. Where none does, there is none: nothing is taken for zero. */
public final class Totals {

    private Totals() {}

    /** The sum of one column, when every row tells a number; empty when a row does not, or there is no row. */
    public static Optional<BigDecimal> sum(List<Rows.Row> rows, String field) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Rows.Row row : rows) {
            Optional<BigDecimal> number = row.fields().number(field);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(number.get());
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(sum);
    }

    /** Mines in stock: the total, else the sum of the rows, else zero when the report says that there are none. */
    public static Optional<BigDecimal> stock(Report report) {
        Group stock = report.section(Subject.STOCKPILES);
        return stock.number("total")
                .or(() -> sum(stock.rows("row"), "qty"))
                .or(() ->
                        stock.flag("nonePossessed") ? Optional.of(BigDecimal.ZERO) : none(report, Subject.STOCKPILES));
    }

    /** Mines retained: the total, else the sum of the rows, else zero when the report says that there are none. */
    public static Optional<BigDecimal> retained(Report report) {
        Group retained = report.section(Subject.RETAINED);
        return retained.number("total")
                .or(() -> sum(retained.rows("ret"), "qty"))
                .or(() -> none(report, Subject.RETAINED));
    }

    private static Optional<BigDecimal> none(Report report, Subject subject) {
        return report.mark(subject).orElse(null) instanceof Mark.Nil ? Optional.of(BigDecimal.ZERO) : Optional.empty();
    }

    /** Mined area in square metres: the totals of CHA and SHA that are told, else the sum of the rows. */
    public static Optional<BigDecimal> area(Report report) {
        Group total = report.section(Subject.AREAS).group("total");
        Optional<BigDecimal> confirmed = total.group("CHA").number("areaM2");
        Optional<BigDecimal> suspected = total.group("SHA").number("areaM2");
        if (confirmed.isPresent() || suspected.isPresent()) {
            return Optional.of(confirmed.orElse(BigDecimal.ZERO).add(suspected.orElse(BigDecimal.ZERO)));
        }
        return sum(report.section(Subject.AREAS).rows("row"), "areaM2");
    }

    /** What the movement of stock or of retained mines opens with. */
    public static Optional<BigDecimal> openings(Report report, Subject subject) {
        return sum(report.section(subject).rows("move"), "opening");
    }
}
