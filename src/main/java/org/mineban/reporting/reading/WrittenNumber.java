package org.mineban.reporting.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mineban.kernel.Figure;
import org.mineban.kernel.Figure.Exactness;
import org.mineban.kernel.Language;
import org.mineban.reporting.Value;

/**
 * A number as people write it. It is read by the language of the report; where two readings are possible it is not read but asked about.
 *
 * <p>A point or comma before exactly three digits is the trap: {@code 1.234} is one and a bit in English and a thousand and more in Spanish. It is
 * read only when the sign groups thousands in the language and the field takes whole numbers, so that nothing else makes sense.
 */
public final class WrittenNumber {

    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,30}");
    private static final Pattern SPACED = Pattern.compile("-?\\d{1,3}( \\d{3})+([.,]\\d+)?");
    private static final Pattern POINTS = Pattern.compile("-?\\d{1,3}(\\.\\d{3}){2,}(,\\d+)?");
    private static final Pattern COMMAS = Pattern.compile("-?\\d{1,3}(,\\d{3}){2,}(\\.\\d+)?");
    private static final Pattern POINTS_COMMA = Pattern.compile("-?\\d{1,3}(\\.\\d{3})+,\\d+");
    private static final Pattern COMMAS_POINT = Pattern.compile("-?\\d{1,3}(,\\d{3})+\\.\\d+");
    private static final Pattern APOSTROPHES = Pattern.compile("-?\\d{1,3}(’\\d{3})+([.,]\\d+)?");
    private static final Pattern ONE_SIGN = Pattern.compile("-?\\d{1,30}[.,]\\d{1,15}");
    private static final Pattern THREE_AFTER_SIGN = Pattern.compile("-?[1-9]\\d{0,2}[.,]\\d{3}");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2007\\u2009\\u202f]+");
    private static final Pattern LETTER_FOR_DIGIT =
            Pattern.compile("-?(?=[\\dOoОоlI.,  ]*\\d)(?=[\\d.,  ]*[OoОоlI])[\\dOoОоlI][\\dOoОоlI., ]*");
    private static final String ARABIC_DIGITS = "٠١٢٣٤٥٦٧٨٩";
    private static final String PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹";

    private static final Set<String> ABOUT = Set.of(
            "about",
            "approx",
            "approx.",
            "approximately",
            "around",
            "nearly",
            "almost",
            "some",
            "circa",
            "ca.",
            "c.",
            "~",
            "≈",
            "estimated",
            "environ",
            "approximativement",
            "près de",
            "presque",
            "aproximadamente",
            "alrededor de",
            "unos",
            "unas",
            "casi",
            "cerca de",
            "около",
            "примерно",
            "приблизительно",
            "почти",
            "约",
            "大约",
            "将近",
            "حوالي",
            "نحو",
            "قرابة",
            "زهاء");
    private static final Set<String> MORE = Set.of(
            "more than",
            "over",
            "at least",
            ">",
            ">=",
            "≥",
            "plus de",
            "au moins",
            "más de",
            "al menos",
            "более",
            "свыше",
            "не менее",
            "超过",
            "至少",
            "أكثر من",
            "ما لا يقل عن");
    private static final Set<String> LESS = Set.of(
            "up to",
            "less than",
            "at most",
            "<",
            "<=",
            "≤",
            "moins de",
            "au plus",
            "jusqu’à",
            "menos de",
            "hasta",
            "менее",
            "до",
            "不到",
            "至多",
            "أقل من",
            "حتى");

    private WrittenNumber() {}

    /** What the text says: {@link Value.Quantity} when it can be read one way only, {@link Value.Unread} otherwise. */
    public static Value read(String text, Language language, boolean whole) {
        String said = tidy(text);
        if (said.isEmpty()) {
            return new Value.Quantity(new Figure.Blank());
        }
        if (NilWords.unclear(said)) {
            return new Value.Unread("nil-word", List.of());
        }
        Optional<Figure> absence = NilWords.absence(said);
        if (absence.isPresent()) {
            return new Value.Quantity(absence.get());
        }
        Exactness exactness = Exactness.EXACT;
        for (int turn = 0; turn < 2; turn++) {
            Optional<String> rest = after(said, ABOUT);
            if (rest.isPresent()) {
                exactness = Exactness.ABOUT;
                said = rest.get();
                continue;
            }
            rest = after(said, MORE);
            if (rest.isPresent()) {
                exactness = Exactness.MORE_THAN;
                said = rest.get();
                continue;
            }
            rest = after(said, LESS);
            if (rest.isPresent()) {
                exactness = Exactness.UP_TO;
                said = rest.get();
            }
        }
        Value read = digits(said, language, whole);
        return read instanceof Value.Quantity(Figure.Amount(BigDecimal value, BigDecimal resolution, Exactness exact))
                ? new Value.Quantity(new Figure.Amount(value, resolution, exactness))
                : read;
    }

    private static Optional<String> after(String said, Set<String> words) {
        String lower = said.toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(word -> lower.startsWith(word)
                        && (lower.length() > word.length())
                        && !Character.isLetter(lower.charAt(word.length())))
                .max(java.util.Comparator.comparingInt(String::length))
                .or(() -> words.stream()
                        .filter(word -> word.codePoints().allMatch(Character::isIdeographic) && lower.startsWith(word))
                        .findFirst())
                .map(word -> said.substring(word.length()).strip());
    }

    private static Value digits(String said, Language language, boolean whole) {
        if (PLAIN.matcher(said).matches()) {
            return number(said, 0);
        }
        if (SPACED.matcher(said).matches()) {
            return number(said.replace(" ", "").replace(',', '.'));
        }
        if (APOSTROPHES.matcher(said).matches()) {
            return number(said.replace("’", "").replace(',', '.'));
        }
        if (POINTS.matcher(said).matches() || POINTS_COMMA.matcher(said).matches()) {
            return number(said.replace(".", "").replace(',', '.'));
        }
        if (COMMAS.matcher(said).matches() || COMMAS_POINT.matcher(said).matches()) {
            return number(said.replace(",", ""));
        }
        if (THREE_AFTER_SIGN.matcher(said).matches()) {
            return threeDigits(said, language, whole);
        }
        if (ONE_SIGN.matcher(said).matches()) {
            return number(said.replace(',', '.'));
        }
        if (LETTER_FOR_DIGIT.matcher(said).matches()) {
            String digits = said.replaceAll("[OoОо]", "0").replaceAll("[lI]", "1");
            return new Value.Unread("letter-in-number", readings(digits(digits, language, whole)));
        }
        if (said.matches("-?[\\d., ]*\\d[\\d., ]*")) {
            return new Value.Unread("ambiguous-number", stray(said));
        }
        return new Value.Unread("not-a-number", List.of());
    }

    private static Value threeDigits(String said, Language language, boolean whole) {
        char sign = said.indexOf(',') >= 0 ? ',' : '.';
        boolean groups = sign == grouping(language);
        String joined = said.replace(String.valueOf(sign), "");
        return whole && groups
                ? number(joined)
                : new Value.Unread("ambiguous-number", List.of(joined, said.replace(',', '.')));
    }

    /** What "228,9 11" may be: its digits, or its digits with the sign as a decimal sign. */
    private static List<String> stray(String said) {
        String closed = said.replace(" ", "");
        List<String> readings = new ArrayList<>();
        readings.add(closed.replaceAll("[.,]", ""));
        if (closed.matches("-?\\d+[.,]\\d+")) {
            readings.add(closed.replace(',', '.'));
        }
        return readings;
    }

    /** The sign that groups thousands in the language; French and Russian group by spaces, so that neither sign does. */
    private static char grouping(Language language) {
        return switch (language) {
            case ENGLISH, CHINESE, ARABIC -> ',';
            case SPANISH -> '.';
            case FRENCH, RUSSIAN -> ' ';
        };
    }

    private static Value number(String plain) {
        int point = plain.indexOf('.');
        return number(plain, point < 0 ? 0 : plain.length() - point - 1);
    }

    private static Value number(String plain, int decimals) {
        return new Value.Quantity(
                new Figure.Amount(new BigDecimal(plain), BigDecimal.ONE.movePointLeft(decimals), Exactness.EXACT));
    }

    private static List<String> readings(Value value) {
        return switch (value) {
            case Value.Quantity(Figure.Amount amount) -> List.of(amount.value().toPlainString());
            case Value.Unread(String why, List<String> readings) -> readings;
            default -> List.of();
        };
    }

    /** Digits of every script as Western ones, spaces of every kind as one. */
    static String tidy(String text) {
        StringBuilder tidy = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            int arabic = ARABIC_DIGITS.indexOf(sign);
            int persian = PERSIAN_DIGITS.indexOf(sign);
            if (arabic >= 0 || persian >= 0) {
                tidy.append((char) ('0' + Math.max(arabic, persian)));
            } else if (sign >= '０' && sign <= '９') {
                tidy.append((char) ('0' + sign - '０'));
            } else {
                switch (sign) {
                    case '٫' -> tidy.append('.');
                    case '٬', '،' -> tidy.append(',');
                    case '−', '‒' -> tidy.append('-');
                    case '\'' -> tidy.append('’');
                    case '\u200e', '\u200f', '\u2066', '\u2067', '\u2068', '\u2069', '\ufeff' -> {}
                    default -> tidy.append(sign);
                }
            }
        }
        return SPACES.matcher(tidy).replaceAll(" ").strip();
    }
}
