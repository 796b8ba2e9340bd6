package org.mineban.reporting.reading;

import com.ibm.icu.text.DateFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mineban.kernel.Language;
import org.mineban.kernel.PartialDate;
import org.mineban.reporting.Value;

/**
 * A date as people write it: ISO, day first, or with the name of the month in any of the six languages. {@code 03/04/2020} is two dates; it is asked
 * about.
 */
public final class WrittenDate {

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})([/.\\-])(\\d{1,2})\\2(\\d{4})");
    private static final Pattern WORDS =
            Pattern.compile("(?:(\\d{1,2})\\D{0,4}? +)?(?:de +)?(\\p{L}+)\\.?,? +(?:de +)?(\\d{4}).*");
    private static final Pattern MONTH_FIRST = Pattern.compile("(\\p{L}+)\\.? +(\\d{1,2}),? +(\\d{4})");
    private static final Pattern CHINESE = Pattern.compile("(\\d{4})年(?:(\\d{1,2})月)?(?:(\\d{1,2})日)?");
    private static final Map<String, Integer> MONTHS = months();

    private WrittenDate() {}

    /** What the text says: {@link Value.Date} when it can be read one way only, {@link Value.Unread} otherwise. */
    public static Value read(String text) {
        String said = WrittenNumber.tidy(text);
        Optional<PartialDate> iso = PartialDate.find(said);
        if (iso.isPresent()) {
            return new Value.Date(iso.get());
        }
        try {
            return find(said).orElseGet(() -> unread(said));
        } catch (DateTimeException noSuchDay) {
            return new Value.Unread("not-a-date", List.of());
        }
    }

    private static Optional<Value> find(String said) {
        Matcher numbers = NUMBERS.matcher(said);
        if (numbers.matches()) {
            return Optional.of(numbers(numbers));
        }
        Matcher chinese = CHINESE.matcher(said);
        if (chinese.matches()) {
            return Optional.of(
                    date(chinese.group(3), chinese.group(2) == null ? 0 : number(chinese.group(2)), chinese.group(1)));
        }
        Matcher monthFirst = MONTH_FIRST.matcher(said);
        if (monthFirst.matches()) {
            Optional<Integer> month = month(monthFirst.group(1));
            if (month.isPresent()) {
                return Optional.of(date(monthFirst.group(2), month.get(), monthFirst.group(3)));
            }
        }
        Matcher words = WORDS.matcher(said);
        return words.matches()
                ? month(words.group(2)).map(month -> date(words.group(1), month, words.group(3)))
                : Optional.empty();
    }

    private static Value numbers(Matcher written) {
        int first = number(written.group(1));
        int second = number(written.group(3));
        int year = number(written.group(4));
        boolean dayFirst = first > 12 || first == second || written.group(2).equals(".");
        if (dayFirst) {
            return new Value.Date(PartialDate.of(LocalDate.of(year, second, first)));
        }
        if (second > 12) {
            return new Value.Unread(
                    "not-a-date", List.of(LocalDate.of(year, first, second).toString()));
        }
        return new Value.Unread(
                "ambiguous-date",
                List.of(
                        LocalDate.of(year, second, first).toString(),
                        LocalDate.of(year, first, second).toString()));
    }

    private static Value date(@org.jspecify.annotations.Nullable String day, int month, String year) {
        if (month == 0) {
            return new Value.Date(new PartialDate.OfYear(number(year)));
        }
        return new Value.Date(
                day == null
                        ? new PartialDate.OfMonth(YearMonth.of(number(year), month))
                        : PartialDate.of(LocalDate.of(number(year), month, number(day))));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static Value unread(String said) {
        String digits =
                said.replaceAll("(?<=[\\dOoОо])[OoОо]|[OoОо](?=\\d)", "0").replaceAll("(?<=\\d)[lI]|[lI](?=\\d)", "1");
        if (!digits.equals(said) && read(digits) instanceof Value.Date(PartialDate date)) {
            return new Value.Unread("letter-in-number", List.of(date.toString()));
        }
        return new Value.Unread(NilWords.unclear(said) ? "nil-word" : "not-a-date", List.of());
    }

    private static Optional<Integer> month(String word) {
        return Optional.ofNullable(MONTHS.get(word.toLowerCase(Locale.ROOT)));
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (Language language : Language.values()) {
            DateFormatSymbols symbols = new DateFormatSymbols(language.locale());
            for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
                for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
                    String[] names = symbols.getMonths(context, width);
                    for (int i = 0; i < 12; i++) {
                        months.putIfAbsent(names[i].toLowerCase(Locale.ROOT).replace(".", ""), i + 1);
                    }
                }
            }
        }
        months.put("aout", 8);
        months.put("fevrier", 2);
        months.put("decembre", 12);
        return months;
    }
}
