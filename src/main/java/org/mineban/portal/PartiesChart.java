package org.mineban.portal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mineban.convention.Convention;
import org.mineban.kernel.StateCode;
import org.mineban.parties.Register;
import org.mineban.parties.State;
import org.springframework.stereotype.Component;

/** The number of States that had accepted the obligations, as a line of steps from 1997 to the chosen day. */
@Component
final class PartiesChart {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 220;
    private static final int TOP = 10;
    private static final int BOTTOM = 190;
    private static final int START = 34;
    private static final int MOST = 200;

    /**
     * The chart.
     *
     * @param line the path of the line
     * @param area the path of the ground under it
     * @param lines the horizontal help lines
     * @param years the marks of the years
     * @param description what the chart shows, in a sentence
     * @param table the count at the end of each year, newest first
     */
    record View(
            String viewBox,
            String line,
            String area,
            List<Mark> lines,
            List<Mark> years,
            String description,
            List<YearCount> table) {}

    /** A mark with its label. */
    record Mark(int x, int y, String label) {}

    /** The count on a day of a year, and where its reasons are. */
    record YearCount(String day, String count, String why) {}

    /** The chart up to the day of the visit; empty when that is too early for a line. */
    Optional<View> until(Visit visit) {
        LocalDate first = Convention.OPENED_FOR_SIGNATURE;
        LocalDate last = visit.on();
        if (last.isBefore(first.plusYears(1))) {
            return Optional.empty();
        }
        SortedMap<LocalDate, Integer> steps = steps(visit.knowledge().register(), first, last);
        long span = ChronoUnit.DAYS.between(first, last);
        StringBuilder line = new StringBuilder();
        int count = 0;
        int most = 0;
        line.append("M").append(START).append(' ').append(y(0));
        for (Map.Entry<LocalDate, Integer> step : steps.entrySet()) {
            if (step.getValue() != count) {
                count = step.getValue();
                most = Math.max(most, count);
                line.append("H")
                        .append(x(step.getKey(), first, span))
                        .append("V")
                        .append(y(count));
            }
        }
        line.append("H").append(WIDTH);
        List<YearCount> table = table(visit, first, last);
        return Optional.of(new View(
                "0 0 " + WIDTH + " " + HEIGHT,
                line.toString(),
                line + "V" + BOTTOM + "H" + START + "Z",
                lines(),
                years(first, last, span),
                visit.say(
                        "page.chart.description",
                        Map.of("from", visit.date(first), "to", visit.date(last), "count", count, "most", most)),
                table));
    }

    private SortedMap<LocalDate, Integer> steps(Register register, LocalDate first, LocalDate last) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (State state : register.states()) {
            StateCode code = state.code();
            register.actions(code).forEach(action -> {
                days.add(action.date().earliest());
                days.add(action.date().latest());
            });
            register.withdrawalEffect(code, last)
                    .flatMap(effect -> effect.value().known())
                    .ifPresent(days::add);
        }
        days.add(last);
        SortedMap<LocalDate, Integer> steps = new TreeMap<>();
        days.subSet(first, true, last, true)
                .forEach(day ->
                        steps.put(day, register.counts(day).partiesByDeposit().value()));
        return steps;
    }

    private List<YearCount> table(Visit visit, LocalDate first, LocalDate last) {
        List<YearCount> rows = new ArrayList<>();
        rows.add(row(visit, last));
        for (int year = last.getYear() - 1; year >= first.getYear(); year--) {
            rows.add(row(visit, LocalDate.of(year, 12, 31)));
        }
        return rows;
    }

    private YearCount row(Visit visit, LocalDate day) {
        return new YearCount(
                visit.date(day),
                visit.number(visit.knowledge()
                        .register()
                        .counts(day)
                        .partiesByDeposit()
                        .value()),
                visit.link("/why/count/partiesByDeposit", day));
    }

    private static List<Mark> lines() {
        List<Mark> lines = new ArrayList<>();
        for (int count = 0; count <= 150; count += 50) {
            lines.add(new Mark(START, Math.round(Float.parseFloat(y(count))), Integer.toString(count)));
        }
        return lines;
    }

    private static List<Mark> years(LocalDate first, LocalDate last, long span) {
        List<Mark> marks = new ArrayList<>();
        int step = last.getYear() - first.getYear() > 12 ? 5 : 1;
        for (int year = first.getYear() + 1; year <= last.getYear(); year++) {
            if (year % step == 0) {
                marks.add(new Mark(
                        Math.round(Float.parseFloat(x(LocalDate.of(year, 1, 1), first, span))),
                        BOTTOM,
                        Integer.toString(year)));
            }
        }
        return marks;
    }

    private static String x(LocalDate day, LocalDate first, long span) {
        return decimal(START + (double) (WIDTH - START) * ChronoUnit.DAYS.between(first, day) / span);
    }

    private static String y(int count) {
        return decimal(BOTTOM - (double) (BOTTOM - TOP) * count / MOST);
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
