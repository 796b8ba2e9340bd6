package org.mineban.resolutions.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mineban.resolutions.StatedDate;

/** Days, months, years and spans of days in English and French words. Works on {@linkplain Fold folded} text. */
final class Dates {
    /** A date or a span found in a text, and where. */
    record Found(StatedDate start, @Nullable StatedDate end, int from, int to) {}

    private final Map<String, Integer> months = new HashMap<>();
    private final SpoiledDates spoiled = new SpoiledDates(months);
    private final Pattern day;
    private final Pattern americanDay;
    private final Pattern span;
    private final Pattern month;

    Dates() {
        for (Map<String, String> row : CsvTable.load("months.csv").rows()) {
            months.put(Fold.fold(row.getOrDefault("word", "")), Integer.valueOf(row.getOrDefault("month", "")));
        }
        String names = "(" + months.keySet().stream().sorted().collect(Collectors.joining("|")) + ")";
        String number = "(\\d{1,2})(?: ?er| ?re|st|nd|rd|th|°|·|\"|')?";
        day = Pattern.compile("\\b" + number + "\\s{0,3}" + names + "[\\s,]{0,3}([12]\\d{3})(?!\\d)");
        americanDay = Pattern.compile("\\b" + names + "\\s{1,2}" + number + "\\s?,\\s?([12]\\d{3})(?!\\d)");
        span = Pattern.compile("\\b" + number + "(?:\\s{1,2}" + names + ")?(?:\\s{1,2}([12]\\d{3}))?"
                + "\\s{0,2}(?:au|to|-|\u2013|\u2014|et|and)\\s{0,2}" + number + "\\s{1,2}" + names
                + "\\s{1,2}([12]\\d{3})(?!\\d)");
        month = Pattern.compile("\\b" + names + "\\s{1,2}([12]\\d{3})(?!\\d)");
    }

    /** The first single day in the text. */
    Optional<Found> firstDay(String folded, int from) {
        Matcher european = day.matcher(folded);
        Optional<Found> first =
                european.find(from) ? dayOf(european, 3, 2, 1, european.start(), european.end()) : Optional.empty();
        Matcher american = americanDay.matcher(folded);
        if (american.find(from)
                && (first.isEmpty() || american.start() < first.get().from())) {
            return dayOf(american, 3, 1, 2, american.start(), american.end());
        }
        return first;
    }

    /** The day that stands exactly at the place, if one does. */
    Optional<Found> dayAt(String folded, int at) {
        Matcher european = day.matcher(folded).region(at, folded.length());
        if (european.lookingAt()) {
            return dayOf(european, 3, 2, 1, european.start(), european.end());
        }
        Matcher american = americanDay.matcher(folded).region(at, folded.length());
        return american.lookingAt() ? dayOf(american, 3, 1, 2, american.start(), american.end()) : Optional.empty();
    }

    /** The first span, day, or month in the text, the longest reading first. */
    Optional<Found> firstSpanOrDay(String folded) {
        Optional<Found> found = firstDay(folded, 0);
        Matcher spans = span.matcher(folded);
        if (spans.find() && (found.isEmpty() || spans.start() <= found.get().from())) {
            Optional<Found> whole = spanOf(spans);
            if (whole.isPresent()) {
                return whole;
            }
        }
        if (found.isPresent()) {
            return found;
        }
        Matcher months = month.matcher(folded);
        if (months.find()) {
            StatedDate date = new StatedDate(Integer.parseInt(months.group(2)), monthOf(months.group(1)), null);
            return Optional.of(new Found(date, null, months.start(), months.end()));
        }
        return Optional.empty();
    }

    /** A date that recognition has spoiled, in a short line where one must stand. */
    Optional<StatedDate> spoiled(String folded) {
        return spoiled.read(folded);
    }

    private Optional<Found> spanOf(Matcher spans) {
        int endYear = Integer.parseInt(spans.group(6));
        int endMonth = monthOf(spans.group(5));
        int startYear = spans.group(3) == null ? endYear : Integer.parseInt(spans.group(3));
        int startMonth = spans.group(2) == null ? endMonth : monthOf(spans.group(2));
        int startDay = Integer.parseInt(spans.group(1));
        int endDay = Integer.parseInt(spans.group(4));
        if (!isDay(startDay) || !isDay(endDay)) {
            return Optional.empty();
        }
        return Optional.of(new Found(
                StatedDate.ofDay(startYear, startMonth, startDay),
                StatedDate.ofDay(endYear, endMonth, endDay),
                spans.start(),
                spans.end()));
    }

    private Optional<Found> dayOf(Matcher matcher, int year, int month, int day, int from, int to) {
        int number = Integer.parseInt(matcher.group(day));
        if (!isDay(number)) {
            return Optional.empty();
        }
        StatedDate date =
                StatedDate.ofDay(Integer.parseInt(matcher.group(year)), monthOf(matcher.group(month)), number);
        return Optional.of(new Found(date, null, from, to));
    }

    private int monthOf(String name) {
        return months.getOrDefault(name, 1);
    }

    private static boolean isDay(int number) {
        return number >= 1 && number <= 31;
    }
}
