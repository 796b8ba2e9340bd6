package org.mineban.disclosure;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what may tell who somebody is in a text that others will read: addresses of mail, telephone numbers, numbers of papers, and names that a word
 * before them gives away (“Mr”, “nombre:”, “السيد”). It works by patterns: a bare name in a sentence is not found, and what is found may be harmless,
 * so that a person decides.
 *
 * <p>Coordinates, days, areas and numbers of records are let through.
 */
public final class PersonalData {

    /** Kinds of personal data. */
    public enum Kind {
        EMAIL,
        TELEPHONE,
        ID_NUMBER,
        NAME;

        /** Lower-case words joined by hyphens. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What was found.
     *
     * @param text the words as they stand
     * @param from where it begins, in chars
     */
    public record Found(Kind kind, String text, int from) {}

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private static final Pattern EMAIL = Pattern.compile(
            "[\\p{L}\\p{N}._%+-]+\\s?(?:@|＠|\\(at\\)|\\[at])\\s?[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+", FLAGS);

    /** Digits with what people put between them; where it is a telephone is decided after. */
    private static final Pattern DIGITS =
            Pattern.compile("(?<![\\p{L}\\p{N}.,/])[+＋]?\\(?[0-9][0-9 ()./-]{5,24}[0-9](?![\\p{N}])");

    private static final Pattern DAY = Pattern.compile(
            "(?:\\d{4}[-/. ]\\d{1,2}[-/. ]\\d{1,2}|\\d{1,2}[-/. ]\\d{1,2}[-/. ]\\d{4})(?:[ T]\\d{1,2}[:.]\\d{2})?|\\d{4}\\s?[-/–]\\s?\\d{4}");

    private static final String TELEPHONE_WORDS =
            "tel|telephone|telefono|teléfono|téléphone|phone|mobile|mob|cell|celular|cel|móvil|movil|portable|whatsapp|signal|telegram|"
                    + "тел|телефон|моб|мобильный|هاتف|تلفون|جوال|موبايل|الهاتف|电话|手机|电話|電話";

    private static final Pattern AFTER_TELEPHONE_WORD = Pattern.compile(
            "(?<!\\p{L})(?:" + TELEPHONE_WORDS
                    + ")\\s?[.:：№#]{0,2}\\s?(?:no\\.?\\s?)?([+＋]?[0-9][0-9 ()./-]{4,24}[0-9])|(?:电话|手机|電話)[^0-9]{0,4}([+]?[0-9][0-9 ()-]{4,24}[0-9])",
            FLAGS);

    private static final String PAPER_WORDS = "passport|pasaporte|passeport|паспорт|паспорта|جواز سفر|جواز|护照|護照|"
            + "id\\s?(?:no|number|card|nr)|identity\\s?(?:no|number|card)|national\\s?(?:id|no|number)|tazkira|tazkera|nid|ssn|"
            + "cédula|cedula|c\\.?\\s?c|dni|nif|curp|documento|carte d[’']identité|cni|numéro d[’']identité|nin|"
            + "инн|снилс|удостоверение|удостоверения|رقم الهوية|رقم وطني|الرقم الوطني|هوية|بطاقة|تذكرة|身份证|身份證|身份证号";

    private static final Pattern AFTER_PAPER_WORD = Pattern.compile(
            "(?<!\\p{L})(?:" + PAPER_WORDS
                    + ")(?:\\s?(?:no|nº|n°|nr|number|número|numéro|номер|رقم|号码|号|號碼|號))?\\s?[.:：№#]{0,2}\\s?((?=[\\p{L}0-9 -]{0,6}[0-9])[A-Zא-ת\\p{IsCyrillic}]{0,3}\\s?[0-9][0-9A-Z .-]{3,20})",
            FLAGS);

    private static final Pattern CHINESE_PAPER = Pattern.compile("(?<![0-9])[1-9][0-9]{16}[0-9Xx](?![0-9])");

    /** Words after which a name follows, as said of a person. */
    private static final String NAME_WORDS =
            "mr|mrs|ms|miss|dr|sr|sra|srta|don|doña|señor|señora|m|mme|mlle|monsieur|madame|г-н|г-жа|гр|господин|госпожа|гражданин|гражданка";

    private static final Pattern TITLED = Pattern.compile(
            "(?<![\\p{L}\\p{N}.])(?i:" + NAME_WORDS
                    + ")\\.?\\s+(\\p{Lu}[\\p{L}\\p{M}’'-]+(?:\\s+\\p{Lu}[\\p{L}\\p{M}.’'-]*)*)",
            Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern LABELLED = Pattern.compile(
            "(?<!\\p{L})(?:name|full name|victim|informant|contact(?: person)?|nombre|nombres|apellidos?|víctima|informante|nom|prénom|victime|informateur|"
                    + "имя|фамилия|фио|ф\\.и\\.о\\.|пострадавший|пострадавшая|الاسم|اسم|الضحية|المخبر|姓名|名字|受害者|联系人)\\s?[:：=]\\s?([\\p{L}][\\p{L}\\p{M} .’'-]{1,60})",
            FLAGS);

    private static final Pattern ARABIC_TITLED = Pattern.compile(
            "(?<!\\p{L})(?:السيد|السيدة|الآنسة|الدكتور|الشيخ|الحاج|المدعو|المدعوة|ابن|بنت)\\s+(\\p{IsArabic}{2,}(?:\\s+\\p{IsArabic}{2,}){0,3})");

    private static final Pattern CHINESE_TITLED =
            Pattern.compile("(\\p{IsHan}{1,3})(?:先生|女士|小姐|同志)|(?:名叫|叫做)(\\p{IsHan}{2,4})");

    /** What looks like a name after a title and is none. */
    private static final Pattern NO_NAME = Pattern.compile(
            "(?:unknown|none|not known|n/?a|desconocido|inconnue?|неизвестн\\p{L}*|нет|مجهول|غير معروف|不详|未知|受害者|各位|这位|那位)",
            FLAGS);

    private PersonalData() {}

    /** Everything found, in the order of the text; parts of what was found already are not found again. */
    public static List<Found> find(String text) {
        String plain = digits(text);
        List<Found> all = new ArrayList<>();
        add(all, Kind.EMAIL, EMAIL, text, plain);
        add(all, Kind.TELEPHONE, AFTER_TELEPHONE_WORD, text, plain);
        add(all, Kind.ID_NUMBER, AFTER_PAPER_WORD, text, plain);
        add(all, Kind.ID_NUMBER, CHINESE_PAPER, text, plain);
        numbers(all, text, plain);
        add(all, Kind.NAME, LABELLED, text, plain);
        add(all, Kind.NAME, TITLED, text, plain);
        add(all, Kind.NAME, ARABIC_TITLED, text, plain);
        add(all, Kind.NAME, CHINESE_TITLED, text, plain);
        all.sort(Comparator.comparingInt(Found::from));
        return List.copyOf(all);
    }

    private static void add(List<Found> all, Kind kind, Pattern pattern, String text, String plain) {
        Matcher found = pattern.matcher(plain);
        while (found.find()) {
            int group = group(found);
            String words = text.substring(found.start(group), found.end(group)).strip();
            if (kind == Kind.NAME && NO_NAME.matcher(words).lookingAt()) {
                continue;
            }
            keep(all, kind, words, found.start(group), found.end(group));
        }
    }

    private static int group(Matcher found) {
        for (int group = found.groupCount(); group > 0; group--) {
            if (found.start(group) >= 0) {
                return group;
            }
        }
        return 0;
    }

    private static void keep(List<Found> all, Kind kind, String words, int from, int to) {
        boolean seen =
                all.stream().anyMatch(one -> from < one.from() + one.text().length() && one.from() < to);
        if (!seen && !words.isEmpty()) {
            all.add(new Found(kind, words, from));
        }
    }

    /** Numbers that no word announces: international ones, and groups of digits as telephones have them; ten digits and more in one are papers. */
    private static void numbers(List<Found> all, String text, String plain) {
        Matcher found = DIGITS.matcher(plain);
        while (found.find()) {
            String words = found.group();
            long digits = words.chars().filter(Character::isDigit).count();
            if (DAY.matcher(words).lookingAt()) {
                continue;
            }
            String given = text.substring(found.start(), found.end());
            if (words.startsWith("+") || words.startsWith("00")) {
                if (digits >= 8 && digits <= 17) {
                    keep(all, Kind.TELEPHONE, given, found.start(), found.end());
                }
            } else if (words.chars().allMatch(Character::isDigit)) {
                boolean leading = words.startsWith("0");
                if (digits >= 9 && digits <= 11 && leading) {
                    keep(all, Kind.TELEPHONE, given, found.start(), found.end());
                } else if (digits >= 10) {
                    keep(all, Kind.ID_NUMBER, given, found.start(), found.end());
                }
            } else if (telephone(words, digits)) {
                keep(all, Kind.TELEPHONE, given, found.start(), found.end());
            }
        }
    }

    /** Groups as in (091) 234 56 78, 079-123-4567, 310 555 0134; a group of thousands, a decimal or a UTM pair is none. */
    private static boolean telephone(String words, long digits) {
        if (digits < 9 || digits > 13 || words.contains(".") || words.contains("/")) {
            return false;
        }
        if (words.matches("\\d{1,3}(?: \\d{3})+")) {
            return words.startsWith("0") || (words.matches("\\d{3} \\d{3} \\d{3,4}") && !words.endsWith("000"));
        }
        if (words.matches("\\d{6} \\d{7}")) {
            return false;
        }
        return words.matches("[(]?0?\\d{2,4}[)]?[ -].*");
    }

    /** The same text with every script's digits as 0 to 9 and one plus sign; no char moves. */
    private static String digits(String text) {
        char[] plain = text.toCharArray();
        for (int i = 0; i < plain.length; i++) {
            int digit = UCharacter.digit(plain[i]);
            if (digit >= 0 && !(plain[i] >= '0' && plain[i] <= '9')) {
                plain[i] = (char) ('0' + digit);
            } else if (plain[i] == '＋') {
                plain[i] = '+';
            } else if (plain[i] == '\u00a0' || plain[i] == '\u202f') {
                plain[i] = ' ';
            } else if (plain[i] == '‑' || plain[i] == '–') {
                plain[i] = '-';
            }
        }
        return new String(plain);
    }
}
