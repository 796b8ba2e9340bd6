package org.mineban.submissions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mineban.kernel.Language;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.Group;
import org.mineban.reporting.Mark;
import org.mineban.reporting.Report;
import org.mineban.reporting.Subject;
import org.mineban.reporting.Value;

/**
 * The numbers in the texts of one report, language by language. Figures have one value for all languages; texts do not, and a translator’s slip in a number
 * is seen here. Numbers written as words are not read.
 */
public final class LanguageVersions {

    private static final Pattern NUMBER = Pattern.compile(
            "\\p{Nd}+(?:[.,\\u00a0\\u202f\\u2009'’\\u066b\\u066c ]\\p{Nd}{3}(?!\\p{Nd}))*(?:[.,\\u066b]\\p{Nd}+)?");

    private LanguageVersions() {}

    /** A text whose numbers are not the same in all its languages. */
    public record Uneven(FieldPath place, Map<Language, List<String>> numbers) {
        public Uneven {
            numbers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        }
    }

    /** The texts that differ, in the order of the report. */
    public static List<Uneven> uneven(Report report) {
        List<Uneven> uneven = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            if (report.mark(subject).orElse(null) instanceof Mark.Nil(Map<Language, String> sentence)) {
                compare(FieldPath.of(subject.prefix()), sentence, uneven);
            }
        }
        for (Group.Placed placed : report.placed()) {
            if (placed.entry().value() instanceof Value.Text(Map<Language, String> texts)) {
                compare(placed.place(), texts, uneven);
            }
        }
        return uneven;
    }

    private static void compare(FieldPath place, Map<Language, String> texts, List<Uneven> into) {
        Map<Language, List<String>> numbers = new LinkedHashMap<>();
        texts.forEach((language, text) -> {
            if (!text.isBlank()) {
                numbers.put(language, numbers(text));
            }
        });
        if (numbers.values().stream().distinct().count() > 1) {
            into.add(new Uneven(place, numbers));
        }
    }

    /** The digits of each number, without what groups or separates them, sorted: languages put words and marks of decimals in another order. */
    static List<String> numbers(String text) {
        List<String> numbers = new ArrayList<>();
        Matcher found = NUMBER.matcher(text);
        while (found.find()) {
            StringBuilder digits = new StringBuilder();
            found.group()
                    .codePoints()
                    .filter(Character::isDigit)
                    .forEach(digit -> digits.append(Character.digit(digit, 10)));
            numbers.add(digits.toString());
        }
        numbers.sort(null);
        return numbers;
    }
}
