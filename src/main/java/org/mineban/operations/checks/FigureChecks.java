package org.mineban.operations.checks;

import java.time.LocalDate;
import java.time.Month;
import java.util.Map;
import java.util.OptionalLong;
import org.mineban.disclosure.SmallCounts;
import org.mineban.operations.CheckContext;
import org.mineban.operations.CheckedFigures;
import org.mineban.operations.Examined;
import org.mineban.operations.NotChecked.Reason;

/** Figures made of many records, and sums that older tables give. */
final class FigureChecks {

    private static final double SAME = 1e-6;
    private static final double SAME_AREA_M2 = 1;
    private static final int LAST_DAY = 30;

    private FigureChecks() {}

    /** The devices of an older table are the sum of its mines, improvised devices and other ordnance. */
    static void v32(Examined total, CheckContext context, Answers answers) {
        OptionalLong all = Said.whole(total, "devices_total");
        OptionalLong mines = Said.whole(total, "ap_mines");
        if (all.isEmpty() || mines.isEmpty()) {
            answers.not(Reason.NO_VALUE, all.isEmpty() ? "devices_total" : "ap_mines");
            return;
        }
        long sum = mines.getAsLong() + Said.orZero(total, "improvised") + Said.orZero(total, "uxo");
        if (sum != all.getAsLong()) {
            answers.blocks("devices_total", "", Map.of("name", "devices_total", "total", all.getAsLong(), "sum", sum));
        }
    }

    /** A total of anti-personnel mines is the sum of its types, of its provinces, of its months. */
    static void v32(CheckedFigures.Sum sum, Answers answers) {
        if (sum.mines()) {
            sum(sum, answers);
        }
    }

    /** Counts that should add up do. */
    static void v61(CheckedFigures.Sum sum, Answers answers) {
        if (!sum.mines()) {
            sum(sum, answers);
        }
    }

    private static void sum(CheckedFigures.Sum sum, Answers answers) {
        double added =
                sum.parts().values().stream().mapToDouble(Double::doubleValue).sum();
        if (Math.abs(added - sum.total()) > SAME) {
            answers.found(sum.name(), "", Map.of("name", sum.name(), "total", sum.total(), "sum", added));
        }
    }

    /** What a year opened with, gained and lost gives what it closed with; and it opened with what the year before closed with. */
    static void v33(CheckedFigures.Balance balance, Answers answers) {
        double expected = balance.opening()
                + balance.gains().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum()
                - balance.losses().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
        String year = Integer.toString(balance.year());
        if (Math.abs(expected - balance.closing()) > SAME_AREA_M2) {
            answers.blocks(
                    "closing",
                    "",
                    Map.of(
                            "year",
                            year,
                            "closing",
                            balance.closing(),
                            "expected",
                            expected,
                            "residue",
                            balance.closing() - expected));
        }
        if (balance.closingBefore().isEmpty()) {
            answers.not(Reason.NO_VALUE, "closing_before");
        } else if (!balance.restated() && Math.abs(balance.closingBefore().get() - balance.opening()) > SAME_AREA_M2) {
            answers.blocks(
                    "opening",
                    "opening",
                    Map.of(
                            "year",
                            year,
                            "opening",
                            balance.opening(),
                            "closing",
                            balance.closingBefore().get()));
        }
    }

    /** A report covers one calendar year that no other covers, and is submitted by 30 April. */
    static void v51(CheckedFigures.Period period, Answers answers) {
        boolean year = period.from().equals(LocalDate.of(period.from().getYear(), Month.JANUARY, 1))
                && period.to().equals(LocalDate.of(period.from().getYear(), Month.DECEMBER, 31));
        if (!year) {
            answers.warns(
                    "period",
                    "",
                    Map.of("from", period.from().toString(), "to", period.to().toString()));
        }
        for (CheckedFigures.Days other : period.others()) {
            if (!other.from().isAfter(period.to()) && !other.to().isBefore(period.from())) {
                answers.warns(
                        "period",
                        "overlap",
                        Map.of("from", other.from().toString(), "to", other.to().toString()));
            }
        }
        LocalDate due = LocalDate.of(period.to().getYear() + 1, Month.APRIL, LAST_DAY);
        if (period.submittedOn().isEmpty()) {
            answers.not(Reason.NO_VALUE, "submitted_on");
        } else if (period.submittedOn().get().isAfter(due)) {
            answers.warns(
                    "submitted_on",
                    "late",
                    Map.of("submitted", period.submittedOn().get().toString(), "due", due.toString()));
        }
    }

    /** No small count of people is shown, nor one that can be worked out from what is shown. */
    static void v55(CheckedFigures.PublicTable table, Answers answers) {
        int rows = table.counts().rows();
        int columns = table.counts().columns();
        for (int row = 0; row <= rows; row++) {
            for (int column = 0; column <= columns; column++) {
                int count = table.counts().at(row, column);
                if (count <= 0 || count >= SmallCounts.LEAST) {
                    continue;
                }
                String cell = (row + 1) + "/" + (column + 1);
                if (table.published().at(row, column).isPresent()) {
                    answers.warns(cell, "", Map.of("row", row + 1, "column", column + 1));
                } else if (aloneInRow(table, row, columns) || aloneInColumn(table, column, rows)) {
                    answers.warns(cell, "computable", Map.of("row", row + 1, "column", column + 1));
                }
            }
        }
    }

    private static boolean aloneInRow(CheckedFigures.PublicTable table, int row, int columns) {
        int withheld = 0;
        for (int column = 0; column <= columns; column++) {
            withheld += table.published().at(row, column).isEmpty() ? 1 : 0;
        }
        return withheld == 1;
    }

    private static boolean aloneInColumn(CheckedFigures.PublicTable table, int column, int rows) {
        int withheld = 0;
        for (int row = 0; row <= rows; row++) {
            withheld += table.published().at(row, column).isEmpty() ? 1 : 0;
        }
        return withheld == 1;
    }
}
