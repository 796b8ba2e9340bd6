package org.mineban.operations.checks;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.mineban.operations.CheckContext;
import org.mineban.operations.FileTable;
import org.mineban.operations.FileTable.Column;
import org.mineban.operations.NotChecked.Reason;

/** The columns of a file before its rows become records. */
final class TableChecks {

    private static final double NEARLY_ALL = 0.9;
    private static final Pattern GROUPED = Pattern.compile("[-+]?\\d{1,3}(?:[,.' \u00a0\u202f]\\d{3})+");
    private static final Pattern SEPARATORS = Pattern.compile("[,.' \u00a0\u202f]");
    private static final Pattern PLAIN = Pattern.compile("[-+]?\\d+");
    private static final Pattern COMMA = Pattern.compile("[-+]?(?:\\d{1,3}(?:[.' \u00a0\u202f]\\d{3})+|\\d+),\\d+");
    private static final Pattern POINT = Pattern.compile("[-+]?(?:\\d{1,3}(?:[,' \u00a0\u202f]\\d{3})+|\\d+)\\.\\d+");
    private static final Pattern EITHER = Pattern.compile("[-+]?\\d{1,3}[.,]\\d{3}");
    private static final Pattern YEAR = Pattern.compile("1[89]\\d\\d|20\\d\\d");

    private static final Set<String> FEMALE = Set.of(
            "fem", "female", "women", "woman", "girl", "girls", "mujer", "mujeres", "niña", "niñas", "femme", "femmes",
            "fille", "filles");
    private static final Set<String> MALE = Set.of(
            "male", "men", "man", "boy", "boys", "hombre", "hombres", "niño", "niños", "homme", "hommes", "garçon",
            "garçons");
    private static final Set<String> CHILD = Set.of(
            "child",
            "children",
            "girl",
            "girls",
            "boy",
            "boys",
            "minor",
            "niña",
            "niñas",
            "niño",
            "niños",
            "enfant",
            "enfants",
            "fille",
            "filles",
            "garçon",
            "garçons",
            "menor",
            "menores");
    private static final Set<String> ADULT = Set.of(
            "adult", "adults", "women", "woman", "men", "man", "mujer", "mujeres", "hombre", "hombres", "femme",
            "femmes", "homme", "hommes", "adulto", "adulta", "adultos", "adultas", "adulte", "adultes");

    private TableChecks() {}

    /** The words of a column belong to the list that its name promises, not to that of another column. */
    static void v40(FileTable table, Optional<FileTable.Words> words, Answers answers) {
        if (words.isEmpty()) {
            answers.not(Reason.NO_LIST, "code_words");
            return;
        }
        for (Column column : table.columns()) {
            if (column.list().isEmpty() || column.filled() == 0) {
                continue;
            }
            Map<String, Long> counts = new TreeMap<>();
            column.values()
                    .forEach((word, rows) ->
                            words.get().listsOf(word).forEach(list -> counts.merge(list, rows, Long::sum)));
            double own = counts.getOrDefault(column.list().get(), 0L) / (double) column.filled();
            counts.entrySet().stream()
                    .filter(list -> !list.getKey().equals(column.list().get()))
                    .filter(list -> list.getValue() / (double) column.filled() > NEARLY_ALL && own <= NEARLY_ALL)
                    .max(Map.Entry.comparingByValue())
                    .ifPresent(list -> answers.blocks(
                            column.header(),
                            "swapped",
                            Map.of(
                                    "column", column.header(),
                                    "expected", column.list().get(),
                                    "list", list.getKey(),
                                    "percent", Math.round(list.getValue() * 1000.0 / column.filled()) / 10.0)));
        }
    }

    /** The name of a field of a form and what people read beside it say the same of sex and age. */
    static void v47(FileTable table, Answers answers) {
        boolean any = false;
        for (Column column : table.columns()) {
            if (column.label().isEmpty()) {
                continue;
            }
            any = true;
            Set<String> name = words(column.header());
            Set<String> label = words(column.label().get());
            if (contradict(name, label, FEMALE, MALE) || contradict(name, label, CHILD, ADULT)) {
                answers.warns(
                        column.header(),
                        "",
                        Map.of("name", column.header(), "label", column.label().get()));
            }
        }
        if (!any) {
            answers.not(Reason.NO_VALUE, "label");
        }
    }

    private static Set<String> words(String text) {
        return Set.copyOf(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)));
    }

    private static boolean contradict(Set<String> name, Set<String> label, Set<String> one, Set<String> other) {
        return (says(name, one) && !says(name, other) && says(label, other) && !says(label, one))
                || (says(name, other) && !says(name, one) && says(label, one) && !says(label, other));
    }

    private static boolean says(Set<String> text, Set<String> words) {
        return text.stream().anyMatch(words::contains);
    }

    /** Numbers are read by what their column holds; where that does not decide, a person is asked. */
    static void v52(FileTable table, Answers answers) {
        for (Column column : table.columns()) {
            switch (column.holds()) {
                case YEAR -> column(column, text -> YEAR.matcher(plain(text)).matches(), answers);
                case CODE -> grouped(column, answers);
                case WHOLE ->
                    column(
                            column,
                            text -> PLAIN.matcher(text).matches()
                                    || GROUPED.matcher(text).matches(),
                            answers);
                case DECIMAL -> decimals(column, answers);
                case WORDS -> {
                    // Words are not numbers.
                }
            }
        }
    }

    private static String plain(String text) {
        return SEPARATORS.matcher(text).replaceAll("");
    }

    private static void column(Column column, Predicate<String> readable, Answers answers) {
        List<String> bad =
                column.values().keySet().stream().filter(readable.negate()).toList();
        if (!bad.isEmpty()) {
            answers.blocks(
                    column.header(),
                    "column",
                    Map.of(
                            "column", column.header(),
                            "value", bad.getFirst(),
                            "rows", rows(column, readable.negate())));
        }
        grouped(column, answers);
    }

    /** Separators in years, codes and whole numbers are left out, and that is told once. */
    private static void grouped(Column column, Answers answers) {
        Predicate<String> separated = text -> GROUPED.matcher(text).matches();
        column.values().keySet().stream()
                .filter(separated)
                .findFirst()
                .ifPresent(text -> answers.informs(
                        column.header(),
                        "read",
                        Map.of(
                                "column", column.header(),
                                "value", text,
                                "as", plain(text),
                                "rows", rows(column, separated))));
    }

    private static long rows(Column column, Predicate<String> which) {
        return column.values().entrySet().stream()
                .filter(value -> which.test(value.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static void decimals(Column column, Answers answers) {
        List<String> bad = new ArrayList<>();
        Optional<String> comma = Optional.empty();
        Optional<String> point = Optional.empty();
        Optional<String> either = Optional.empty();
        for (String text : column.values().keySet()) {
            if (EITHER.matcher(text).matches()) {
                either = either.or(() -> Optional.of(text));
            } else if (COMMA.matcher(text).matches()) {
                comma = comma.or(() -> Optional.of(text));
            } else if (POINT.matcher(text).matches()) {
                point = point.or(() -> Optional.of(text));
            } else if (!PLAIN.matcher(text).matches() && !GROUPED.matcher(text).matches()) {
                bad.add(text);
            }
        }
        if (!bad.isEmpty()) {
            answers.blocks(
                    column.header(),
                    "column",
                    Map.of("column", column.header(), "value", bad.getFirst(), "rows", rows(column, bad::contains)));
        }
        if (comma.isPresent() && point.isPresent()) {
            answers.blocks(
                    column.header(),
                    "mixed",
                    Map.of("column", column.header(), "comma", comma.get(), "point", point.get()));
        } else if (either.isPresent() && comma.isEmpty() && point.isEmpty()) {
            answers.blocks(column.header(), "ask", Map.of("column", column.header(), "value", either.get()));
        } else if (comma.isPresent()) {
            answers.informs(
                    column.header(),
                    "read",
                    Map.of(
                            "column", column.header(),
                            "value", comma.get(),
                            "as",
                                    comma.get()
                                            .replaceAll("[.' \u00a0\u202f]", "")
                                            .replace(',', '.'),
                            "rows", rows(column, text -> COMMA.matcher(text).matches())));
        }
    }

    /** Letters that an encoding has spoiled, told once for each column. */
    static void v53(FileTable table, Answers answers) {
        for (Column column : table.columns()) {
            TextChecks.damage(column.header(), column.header(), answers);
            column.values().keySet().stream()
                    .filter(TextChecks::damaged)
                    .findFirst()
                    .ifPresent(text -> TextChecks.damage(column.header(), text, answers));
        }
    }

    /** A column that says who somebody is does not come into the register. */
    static void v54(FileTable table, Answers answers) {
        for (Column column : table.columns()) {
            if (TextChecks.personalColumn(column.header())) {
                answers.blocks(column.header(), "column", Map.of("column", column.header()));
            }
        }
    }

    /** A file that tells of a day long past. */
    static void v60(FileTable table, CheckContext context, Answers answers) {
        if (table.asOf().isEmpty()) {
            answers.not(Reason.NO_VALUE, "as_of");
            return;
        }
        long days = ChronoUnit.DAYS.between(table.asOf().get(), context.today());
        if (days > context.settings().snapshotDays()) {
            answers.informs(
                    "",
                    "snapshot",
                    Map.of("days", days, "day", table.asOf().get().toString()));
        }
    }
}
