package org.mineban.platform;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.text.ListFormatter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.mineban.kernel.Language;
import org.mineban.kernel.PartialDate;

/**
 * Dates, numbers and lists as documents of the United Nations write them in one language. Digits are Western in all six.
 *
 * <p>Sources: for English, French and Arabic dates the resolutions themselves (A/RES/67/32 in French, "1er décembre 1999"; A/RES/62/99 in
 * Arabic, both names of the month); for Chinese, Russian and Spanish, usage not checked against an editorial manual.
 */
public final class Formats {

    private static final Map<Language, List<String>> MONTHS = Map.of(
            Language.ENGLISH,
            List.of(
                    "January",
                    "February",
                    "March",
                    "April",
                    "May",
                    "June",
                    "July",
                    "August",
                    "September",
                    "October",
                    "November",
                    "December"),
            Language.FRENCH,
            List.of(
                    "janvier",
                    "février",
                    "mars",
                    "avril",
                    "mai",
                    "juin",
                    "juillet",
                    "août",
                    "septembre",
                    "octobre",
                    "novembre",
                    "décembre"),
            Language.SPANISH,
            List.of(
                    "enero",
                    "febrero",
                    "marzo",
                    "abril",
                    "mayo",
                    "junio",
                    "julio",
                    "agosto",
                    "septiembre",
                    "octubre",
                    "noviembre",
                    "diciembre"),
            Language.RUSSIAN,
            List.of(
                    "января",
                    "февраля",
                    "марта",
                    "апреля",
                    "мая",
                    "июня",
                    "июля",
                    "августа",
                    "сентября",
                    "октября",
                    "ноября",
                    "декабря"),
            Language.ARABIC,
            List.of(
                    "كانون الثاني/يناير",
                    "شباط/فبراير",
                    "آذار/مارس",
                    "نيسان/أبريل",
                    "أيار/مايو",
                    "حزيران/يونيه",
                    "تموز/يوليه",
                    "آب/أغسطس",
                    "أيلول/سبتمبر",
                    "تشرين الأول/أكتوبر",
                    "تشرين الثاني/نوفمبر",
                    "كانون الأول/ديسمبر"));

    /** Russian names of months standing alone, as in "декабрь 2012 года". */
    private static final List<String> RUSSIAN_MONTHS_ALONE = List.of(
            "январь",
            "февраль",
            "март",
            "апрель",
            "май",
            "июнь",
            "июль",
            "август",
            "сентябрь",
            "октябрь",
            "ноябрь",
            "декабрь");

    private static final String NARROW_NO_BREAK_SPACE = "\u202f";

    private final Language language;
    private final LocalizedNumberFormatter numbers;

    public Formats(Language language) {
        this.language = language;
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Messages.locale(language));
        switch (language) {
            case FRENCH, SPANISH, RUSSIAN -> {
                symbols.setGroupingSeparatorString(NARROW_NO_BREAK_SPACE);
                symbols.setDecimalSeparator(',');
            }
            case ENGLISH, CHINESE, ARABIC -> {
                symbols.setGroupingSeparatorString(",");
                symbols.setDecimalSeparatorString(".");
            }
        }
        this.numbers = NumberFormatter.withLocale(Messages.locale(language))
                .symbols(symbols)
                .grouping(NumberFormatter.GroupingStrategy.ON_ALIGNED)
                .precision(Precision.maxFraction(6));
    }

    public Language language() {
        return language;
    }

    /** A day in words, as {@code 3 December 2012}. */
    public String date(LocalDate day) {
        int number = day.getDayOfMonth();
        int year = day.getYear();
        int month = day.getMonthValue();
        return switch (language) {
            case ENGLISH -> number + " " + month(month) + " " + year;
            case FRENCH -> (number == 1 ? "1er" : number) + " " + month(month) + " " + year;
            case SPANISH -> number + " de " + month(month) + " de " + year;
            case RUSSIAN -> number + " " + month(month) + " " + year + " года";
            case CHINESE -> year + "年" + month + "月" + number + "日";
            case ARABIC -> number + " " + month(month) + " " + year;
        };
    }

    /** A date in words, as precisely as it is stated. */
    public String date(PartialDate date) {
        return switch (date) {
            case PartialDate.OfDay(LocalDate day) -> date(day);
            case PartialDate.OfMonth(java.time.YearMonth month) -> monthOfYear(month.getMonthValue(), month.getYear());
            case PartialDate.OfYear(int year) -> year(year);
        };
    }

    private String monthOfYear(int month, int year) {
        return switch (language) {
            case ENGLISH, FRENCH, ARABIC -> month(month) + " " + year;
            case SPANISH -> month(month) + " de " + year;
            case RUSSIAN -> RUSSIAN_MONTHS_ALONE.get(month - 1) + " " + year + " года";
            case CHINESE -> year + "年" + month + "月";
        };
    }

    private String year(int year) {
        return switch (language) {
            case RUSSIAN -> year + " год";
            case CHINESE -> year + "年";
            case ENGLISH, FRENCH, SPANISH, ARABIC -> Integer.toString(year);
        };
    }

    private String month(int month) {
        return MONTHS.getOrDefault(language, List.of()).get(month - 1);
    }

    /** A whole number, its thousands grouped. */
    public String number(long number) {
        return numbers.format(number).toString();
    }

    /** A number with at most six decimals. */
    public String number(BigDecimal number) {
        return numbers.format(number).toString();
    }

    /** A fraction of 1 as a percentage with three decimals, as the scale of assessments prints it. */
    public String percent(BigDecimal fraction) {
        BigDecimal percent = fraction.movePointRight(2).setScale(3, RoundingMode.HALF_UP);
        String space = switch (language) {
            case FRENCH, SPANISH, RUSSIAN -> NARROW_NO_BREAK_SPACE;
            case ENGLISH, CHINESE, ARABIC -> "";
        };
        return numbers.precision(Precision.fixedFraction(3)).format(percent) + space + "%";
    }

    /** Names in a row, as {@code Marshall Islands and Poland}. */
    public String list(Collection<String> items) {
        return ListFormatter.getInstance(Messages.locale(language)).format(items);
    }
}
