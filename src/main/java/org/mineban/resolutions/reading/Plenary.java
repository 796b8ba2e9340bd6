package org.mineban.resolutions.reading;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mineban.resolutions.PlenaryMeeting;
import org.mineban.resolutions.StatedDate;

/** The line that closes a resolution: the plenary meeting and its day, in figures or words. */
final class Plenary {
    private static final Pattern ENGLISH =
            Pattern.compile("^(.{1,70}?)\\s?plenar[yv]\\s{1,2}m[ea]{1,3}t[il1]n[gq](.{0,80})$");
    private static final Pattern FRENCH = Pattern.compile(
            "^(.{1,70}?)\\s?s[ea\u00E9i/(;]{1,3}[ac]?an[cg:]{1,2}[ec]\\s{1,2}p[lit1/]{1,2}[^\\s\\d]{4,9}(.{0,80})$");
    private static final Pattern DIGITS =
            Pattern.compile("^[^\\d/a-z(]{0,3}(\\d[\\dol]{0,3})(?![/(!]).{0,6}?(?:\\s?\\((?:resumed|reprise)\\))?$");
    private static final Pattern ONLY_DATE = Pattern.compile("^(?:le )?\\d{1,2}.{3,30}\\d{4}[.\\s]{0,3}$");

    private static final Pattern LITTLE =
            Pattern.compile("\\((?:resumed|reprise)\\)|[,.;:*()\u00B7\u2022]|\\b(?:le|on|du)\\b");
    private static final int SHORT_LINE = 110;
    private static final int LONGEST_DATE = 34;
    private static final int LONGEST_JOB_NUMBER = 25;

    private final NumberWords words;
    private final Dates dates;

    Plenary(NumberWords words, Dates dates) {
        this.words = words;
        this.dates = dates;
    }

    /** The meeting, if the block is that line. */
    Optional<PlenaryMeeting> read(String block) {
        if (block.length() > 170) {
            return Optional.empty();
        }
        String text = Marks.plain(block);
        String folded = Fold.fold(text);
        if (!folded.contains("plen") && !folded.contains("seance") && !folded.contains("pl")) {
            return Optional.empty();
        }
        for (Pattern pattern : new Pattern[] {ENGLISH, FRENCH}) {
            Matcher matcher = pattern.matcher(folded);
            if (matcher.matches()
                    && (isNumber(matcher.group(1)) || isSpoiledNumber(matcher.group(1), folded))
                    && isDate(matcher.group(2))) {
                return Optional.of(new PlenaryMeeting(number(matcher.group(1)), date(folded), text));
            }
        }
        return Optional.empty();
    }

    /** "/0/e séance plénière": figures beyond reading, but with a day after them nothing else. */
    private boolean isSpoiledNumber(String before, String folded) {
        return before.length() <= 12 && before.split(" ", -1).length <= 4 && date(folded) != null;
    }

    /** Whether nothing but a day, or nothing at all, stands after the words; a sentence about a meeting goes on. */
    private boolean isDate(String after) {
        String rest = LITTLE.matcher(after).replaceAll(" ").strip();
        if (rest.length() <= 4 || (rest.length() <= LONGEST_DATE && date(rest) != null)) {
            return true;
        }
        return dates.firstDay(rest, 0)
                .filter(day -> day.from() <= 4 && rest.length() - day.to() <= LONGEST_JOB_NUMBER)
                .isPresent();
    }

    /** A day alone on its line, as it follows the meeting in some texts. */
    @Nullable
    StatedDate dateLine(String block) {
        String folded = Fold.fold(Marks.plain(block));
        return folded.length() < 45 && ONLY_DATE.matcher(folded).matches() ? date(folded) : null;
    }

    private @Nullable StatedDate date(String folded) {
        return dates.firstDay(folded, 0)
                .map(Dates.Found::start)
                .or(() -> folded.length() < SHORT_LINE ? dates.spoiled(folded) : Optional.empty())
                .orElse(null);
    }

    private boolean isNumber(String before) {
        if (DIGITS.matcher(before).find()) {
            return true;
        }
        String tidy = tidy(before);
        return words.trailingOrdinal(tidy).isPresent() && !tidy.startsWith("at ") && !tidy.startsWith("a ");
    }

    private @Nullable Integer number(String before) {
        Matcher digits = DIGITS.matcher(before);
        if (digits.find()) {
            return Integer.valueOf(digits.group(1).replace('l', '1').replace('o', '0'));
        }
        OptionalInt number = words.trailingOrdinal(tidy(before));
        return number.isPresent() ? Integer.valueOf(number.getAsInt()) : null;
    }

    /** Recognition often spoils the first letter of "Hundred". */
    private static String tidy(String before) {
        int at = before.indexOf("undred");
        return at > 0 && at <= 3 ? "h" + before.substring(at) : before;
    }
}
