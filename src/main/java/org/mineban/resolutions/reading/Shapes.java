package org.mineban.resolutions.reading;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines by which a resolution shows its build: heading, opening words, letter of a part, number of a paragraph, annex. */
final class Shapes {
    /** A heading such as "55/33. General and complete disarmament" or "217 A (III). …". */
    record Heading(ResolutionNumber number, String title) {}

    /** A paragraph that begins with a number. */
    record Numbered(int number, String label, String rest) {}

    private static final Pattern MODERN = Pattern.compile(
            "^(?:r[e\u00E9]solutions? )?((?:E?S-)?\\d{1,2}\\s?/\\s?\\d{1,3})(?: ?([A-Z]{1,2})(?=[.\\s]))?(?:\\s?[.:]|\\s?[\u2013\u2014-](?=\\s)|$|\\s(?=[A-Z\u00C9\u00C0]))\\s{0,3}(.{0,600})$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ROMAN = Pattern.compile(
            "^(?:r[e\u00E9]solutions? )?(\\d{1,4})(?: ([A-Z]))?\\s{0,2}[(\\[{]\\s?((?:E?S-)?[IVXLlivx1|!]{1,7})\\s?[)\\]}1I]?\\s{0,2}[.,:*]?\\s{0,3}(.{0,600})$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FRENCH_OPENING = Pattern.compile(
            "^[^\\p{L}]{0,3}[lj1i\\[][,.' ]{0,4}a[s\u00DF]{1,3}e[mn]b[li]{1,2}[a-z]{1,3} g[a-z\u00E2\u00E9]{5,9}(?![a-z])[ ,.:;-]{0,3}");
    private static final Pattern ENGLISH_OPENING =
            Pattern.compile("^[^\\p{L}]{0,3}(?:there ?fore,? )?[ti1]he general assemb[lt]y(?![a-z])[ ,.:;-]{0,3}");
    private static final Pattern NUMBER = Pattern.compile(
            "^([0-9lIOo]{1,3}|\\d\\s\\d)\\s{0,2}(?:\\.|\u00B0|,(?=\\s[A-Z\u00C9]))[-\u2013]?\\s{0,3}(?=[^\\s\\d])");
    private static final Pattern STOPLESS = Pattern.compile("^([1-9]\\d{0,2})\\s{1,2}(?=\uE002?\\p{Lu})");
    private static final Pattern ANNEX = Pattern.compile(
            "^(?:annexe?s?|appendix|appendice)(?:\\s{1,2}(?:[IVX]{1,5}|[A-Z]|\\d{1,2}))?(?:\\s?[.:*-]?\\s{0,2}(\\S.{0,200}))?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ANNEX_WORD = Pattern.compile("^(?:Annexe?s?|ANNEXE?S?)\\b[ :.]");
    private static final Pattern LETTER = Pattern.compile("^(?:[\"(]\\s?)?([A-Z])\\s?[.)]?$");
    private static final Pattern SECTION = Pattern.compile(
            "^([IVX]{1,6})\\s?(?:[.:]\\s?[-\u2013\u2014\u00B7]?|\\s[\u2013\u2014-])?(?:\\s{1,3}(\\S.{0,250}))?$");

    private static final int MOST_SPOILED = 5;

    private Shapes() {}

    static Optional<Heading> heading(String block) {
        if (block.isEmpty() || block.length() > 700) {
            return Optional.empty();
        }
        char first = block.charAt(0);
        if (!Character.isDigit(first) && "rReEsS".indexOf(first) < 0) {
            return Optional.empty();
        }
        String text = Marks.plain(block);
        Matcher modern = MODERN.matcher(text);
        if (modern.matches() && isTitle(modern.group(3))) {
            return ResolutionNumber.modern(modern.group(1), modern.group(2))
                    .map(number -> new Heading(number, modern.group(3).strip()));
        }
        Matcher roman = ROMAN.matcher(text);
        if (roman.matches() && isTitle(roman.group(4))) {
            return ResolutionNumber.roman(roman.group(1), roman.group(2), roman.group(3))
                    .map(number -> new Heading(number, roman.group(4).strip()));
        }
        return Optional.empty();
    }

    private static boolean isTitle(String rest) {
        String title = rest.strip();
        if (title.isEmpty()) {
            return true;
        }
        char first = title.charAt(0);
        boolean begins =
                Character.isUpperCase(first) || Character.isDigit(first) || "\"\u00AB\u201C'<".indexOf(first) >= 0;
        return begins && !title.endsWith(";") && !title.endsWith(",");
    }

    /** Where the text goes on after "The General Assembly,"; -1 when it does not open so. */
    static int opening(String block) {
        if (block.length() > 60_000) {
            return -1;
        }
        if (isTornOpening(block)) {
            return block.length();
        }
        String folded = Fold.fold(block.substring(0, Math.min(block.length(), 80)));
        for (Pattern pattern : new Pattern[] {ENGLISH_OPENING, FRENCH_OPENING}) {
            Matcher matcher = pattern.matcher(folded);
            if (matcher.find()) {
                return matcher.end();
            }
        }
        return -1;
    }

    /** Whether the block is the opening words and nothing else. */
    static boolean isBareOpening(String block) {
        if (isTornOpening(block)) {
            return true;
        }
        int end = opening(block);
        boolean withinSentence = block.endsWith(";") || block.startsWith("the ");
        return end >= 0
                && !withinSentence
                && Fold.squeeze(Marks.plain(block.substring(end))).length() <= 2;
    }

    /** The opening words alone on their line, spoiled by recognition: "L'Assemblec f?eneralc". */
    private static boolean isTornOpening(String block) {
        if (block.length() > 34 || block.length() < 14) {
            return false;
        }
        String letters = Fold.squeeze(Marks.plain(block));
        if (block.startsWith("the ") || block.endsWith(";")) {
            return false;
        }
        if (letters.startsWith("assembl") || letters.startsWith("general") || letters.length() < 14) {
            return false;
        }
        return Distance.of(letters, "lassembleegenerale") <= MOST_SPOILED
                || Distance.of(letters, "thegeneralassembly") <= MOST_SPOILED;
    }

    static Optional<Numbered> numbered(String block) {
        int skip = !block.isEmpty() && block.charAt(0) == Marks.ITALIC_OPEN ? 1 : 0;
        Matcher matcher = NUMBER.matcher(block.substring(skip));
        if (!matcher.find()) {
            return Optional.empty();
        }
        String printed = matcher.group(1).replace(" ", "");
        String digits =
                printed.replace('l', '1').replace('I', '1').replace('O', '0').replace('o', '0');
        int number = Integer.parseInt(digits);
        String rest = block.substring(skip + matcher.end());
        boolean decimal = !rest.isEmpty() && Character.isDigit(rest.charAt(0));
        return number == 0 || decimal
                ? Optional.empty()
                : Optional.of(new Numbered(number, digits + ".", skip == 1 ? Marks.ITALIC_OPEN + rest : rest));
    }

    /** A number without its full stop, "15 Invites …": only a verb after it makes it one, which the caller must see to. */
    static Optional<Numbered> numberedWithoutStop(String block) {
        Matcher matcher = STOPLESS.matcher(block);
        return matcher.find()
                ? Optional.of(new Numbered(
                        Integer.parseInt(matcher.group(1)), matcher.group(1) + ".", block.substring(matcher.end())))
                : Optional.empty();
    }

    /** The heading of an annex: the word, its number, and what stands on the same line. */
    static @Nullable String annex(String block) {
        if (block.length() > 230) {
            return null;
        }
        String text = Marks.plain(block);
        if (text.isEmpty() || text.charAt(0) != 'A') {
            return null;
        }
        Matcher matcher = ANNEX.matcher(text);
        if (!matcher.matches() || text.endsWith(";") || text.endsWith(",")) {
            return null;
        }
        String rest = matcher.group(1);
        boolean sentence = rest != null && Character.isLowerCase(rest.charAt(0));
        return sentence ? null : text;
    }

    /** Whether a block right after the meeting begins an annex, its heading run together with its text. */
    static boolean beginsAnnex(String block) {
        return ANNEX_WORD.matcher(Marks.plain(block)).find();
    }

    /** The letter of a part of an omnibus resolution, alone on its line. */
    static @Nullable String letter(String block) {
        if (block.length() > 8) {
            return null;
        }
        Matcher matcher = LETTER.matcher(Marks.plain(block));
        return matcher.matches() ? matcher.group(1) : null;
    }

    /** The next letter with the part's title on the same line, as "B Policies and activities". */
    static @Nullable String titleAfterLetter(String block, char letter) {
        if (block.length() < 5 || block.length() > 250 || block.charAt(0) != letter || block.charAt(1) != ' ') {
            return null;
        }
        String title = Marks.plain(block.substring(2));
        boolean open = !title.isEmpty() && ".;,:".indexOf(title.charAt(title.length() - 1)) < 0;
        return open && Character.isUpperCase(title.charAt(0)) ? title : null;
    }

    /** A section's Roman numeral, with its title if it has one. */
    static @Nullable String section(String block) {
        if (block.length() > 270 || block.isEmpty() || "IVX".indexOf(block.charAt(0)) < 0) {
            return null;
        }
        String text = Marks.plain(block);
        Matcher matcher = SECTION.matcher(text);
        if (!matcher.matches() || text.endsWith(";") || text.endsWith(",")) {
            return null;
        }
        String title = matcher.group(2);
        boolean sentence = title != null && (Character.isLowerCase(title.charAt(0)) || title.endsWith("."));
        OptionalInt value = Roman.value(matcher.group(1));
        return value.isEmpty() || sentence ? null : text;
    }
}
