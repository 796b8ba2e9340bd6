package org.mineban.operations.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.mineban.geography.Severity;
import org.mineban.operations.ColumnUse;
import org.mineban.operations.Dictionary;
import org.mineban.operations.FieldDefinition;
import org.mineban.operations.FieldType;
import org.mineban.operations.FileTable;
import org.mineban.operations.Finding;
import org.mineban.operations.Kind;

/**
 * How the columns of a file are understood: by a profile that came with the program when the file has all its columns, else by the names of columns and
 * by what stands in them.
 */
public final class Mappings {

    /** Of so many cells of a column, 9 of 10 must be words of a list for the column to be taken for it. */
    private static final double MOST = 0.9;

    /** What a column may be taken for beside a field. */
    public static final Set<String> PSEUDO = Set.of("code", "valid_from", "@latitude", "@longitude", "@year", "@month");

    private final Dictionary dictionary;
    private final CodeWords words;
    private final Map<String, Mapping> profiles = new LinkedHashMap<>();
    private final Map<String, Set<String>> targetsByWord = new HashMap<>();

    public Mappings(Dictionary dictionary) {
        this.dictionary = dictionary;
        this.words = new CodeWords(dictionary);
        ResourceRows.read(
                "operations/columns.csv",
                row -> targetsByWord
                        .computeIfAbsent(PlainWord.of(row.getField("word")), word -> new HashSet<>())
                        .add(row.getField("target")));
        Map<String, ProfileRows> rows = new LinkedHashMap<>();
        ResourceRows.read(
                "operations/profiles.csv",
                row -> rows.computeIfAbsent(
                                row.getField("profile"),
                                name -> new ProfileRows(
                                        name, Kind.find(row.getField("kind")).orElseThrow(), dictionary))
                        .add(row));
        rows.forEach((name, profile) -> profiles.put(name, profile.mapping()));
    }

    /** Which words stand for the codes of which list. */
    public FileTable.Words fileWords() {
        return words::listsOf;
    }

    CodeWords words() {
        return words;
    }

    /**
     * What was found out about a file.
     *
     * @param mappings the mappings whose records it holds, of the kinds that were asked for; a row belongs to the first that selects it
     * @param others mappings of other kinds for which it has rows as well
     * @param findings about its columns
     */
    public record Understood(List<Mapping> mappings, List<Mapping> others, List<Finding> findings) {}

    /**
     * Understands a file.
     *
     * @param kinds the kinds of records that were asked for, the likeliest first
     * @param columns its columns
     * @param sample its first rows, by column
     * @param shapes whether its records have shapes by themselves
     */
    public Understood understand(
            List<Kind> kinds, List<String> columns, List<Map<String, String>> sample, boolean shapes) {
        List<Finding> findings = new ArrayList<>();
        List<Mapping> fitting = profiles.values().stream()
                .filter(profile -> hasAll(columns, profile))
                .toList();
        List<Mapping> asked =
                fitting.stream().filter(one -> kinds.contains(one.kind())).toList();
        if (!asked.isEmpty()) {
            for (Mapping profile : asked) {
                swapped(profile.kind(), columns, sample, findings);
            }
            return new Understood(
                    asked.stream().map(profile -> withKept(profile, columns)).toList(),
                    fitting.stream().filter(one -> !kinds.contains(one.kind())).toList(),
                    findings);
        }
        Mapping best = null;
        int most = -1;
        for (Kind kind : kinds) {
            Mapping guess = guess(kind, columns, sample);
            int filled = (int) guess.columns().stream()
                    .filter(use -> use.target().isPresent())
                    .count();
            boolean total = kind == Kind.TOTAL;
            if (filled > most && !(total && shapes)) {
                best = guess;
                most = filled;
            }
        }
        Mapping guessed = Objects.requireNonNull(best);
        swapped(guessed.kind(), columns, sample, findings);
        return new Understood(List.of(guessed), List.of(), findings);
    }

    private static boolean hasAll(List<String> columns, Mapping profile) {
        return columns.containsAll(profile.select().keySet())
                && columns.containsAll(profile.key())
                && profile.columns().stream().allMatch(use -> columns.contains(use.column()));
    }

    private static Mapping withKept(Mapping profile, List<String> columns) {
        List<ColumnUse> uses = new ArrayList<>(profile.columns());
        for (String column : columns) {
            boolean used = uses.stream().anyMatch(use -> use.column().equals(column))
                    || profile.select().containsKey(column)
                    || profile.key().contains(column);
            if (!used) {
                uses.add(new ColumnUse(column, Optional.empty(), Optional.empty(), ColumnUse.Reason.KEPT));
            }
        }
        return new Mapping(profile.name(), profile.kind(), profile.select(), profile.key(), uses, profile.constants());
    }

    private Mapping guess(Kind kind, List<String> columns, List<Map<String, String>> sample) {
        Map<String, ColumnUse> uses = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (String column : columns) {
            String name = column.strip();
            if (isTarget(kind, name) && taken.add(name)) {
                uses.put(column, use(column, name, ColumnUse.Reason.SAME_NAME));
            }
        }
        for (String column : columns) {
            if (!uses.containsKey(column)) {
                named(kind, column)
                        .filter(taken::add)
                        .ifPresent(target -> uses.put(column, use(column, target, ColumnUse.Reason.OTHER_WORD)));
            }
        }
        byValues(kind, columns, sample, uses);
        List<ColumnUse> all = columns.stream()
                .map(column -> uses.getOrDefault(
                        column, new ColumnUse(column, Optional.empty(), Optional.empty(), ColumnUse.Reason.KEPT)))
                .toList();
        return new Mapping("guessed", kind, Map.of(), List.of(), all, Map.of());
    }

    private static ColumnUse use(String column, String target, ColumnUse.Reason reason) {
        return new ColumnUse(column, Optional.of(target), Optional.empty(), reason);
    }

    private boolean isTarget(Kind kind, String name) {
        return PSEUDO.contains(name) || dictionary.find(kind, name).isPresent();
    }

    /** The field that a column's name is a word for, among those that records of the kind have. */
    private Optional<String> named(Kind kind, String column) {
        String plain = PlainWord.of(column);
        Optional<String> own = dictionary.fields(kind).keySet().stream()
                .filter(field -> PlainWord.of(field.replace('_', ' ')).equals(plain))
                .findFirst();
        return own.or(() -> targetsByWord.getOrDefault(plain, Set.of()).stream()
                .filter(target -> isTarget(kind, target))
                .sorted()
                .findFirst());
    }

    /** Where the cells of a column are words of another field's list, the cells win over the header. */
    private void byValues(
            Kind kind, List<String> columns, List<Map<String, String>> sample, Map<String, ColumnUse> uses) {
        for (String column : columns) {
            Optional<FieldDefinition> meant = Optional.ofNullable(uses.get(column))
                    .flatMap(ColumnUse::target)
                    .flatMap(target -> dictionary.find(kind, target))
                    .filter(field -> field.type() == FieldType.CODE);
            boolean fits = meant.isPresent() && share(meant.get(), column, sample) >= MOST;
            if (fits || (uses.containsKey(column) && meant.isEmpty())) {
                continue;
            }
            holder(kind, column, sample).ifPresent(field -> {
                uses.values()
                        .removeIf(use -> use.target().equals(Optional.of(field.name()))
                                && share(field, use.column(), sample) < MOST);
                boolean free =
                        uses.values().stream().noneMatch(use -> use.target().equals(Optional.of(field.name())));
                if (free) {
                    uses.put(column, use(column, field.name(), ColumnUse.Reason.VALUES));
                }
            });
        }
    }

    /** The field of codes whose words a column holds; empty when it is not clear which. */
    private Optional<FieldDefinition> holder(Kind kind, String column, List<Map<String, String>> sample) {
        List<FieldDefinition> holders = dictionary.fields(kind).values().stream()
                .filter(field -> field.type() == FieldType.CODE)
                .filter(field -> share(field, column, sample) >= MOST)
                .toList();
        return holders.size() == 1 ? Optional.of(holders.getFirst()) : Optional.empty();
    }

    private double share(FieldDefinition field, String column, List<Map<String, String>> sample) {
        int filled = 0;
        int known = 0;
        for (Map<String, String> row : sample) {
            String text = row.getOrDefault(column, "");
            if (!Values.nothing(text)) {
                filled++;
                known += words.code(field.codes().orElseThrow(), text).isPresent() ? 1 : 0;
            }
        }
        return filled == 0 ? 0 : (double) known / filled;
    }

    /** Columns whose header means one field while their cells are words of another (V-40). */
    private void swapped(Kind kind, List<String> columns, List<Map<String, String>> sample, List<Finding> findings) {
        for (String column : columns) {
            Optional<FieldDefinition> meant = named(kind, column)
                    .flatMap(target -> dictionary.find(kind, target))
                    .filter(field -> field.type() == FieldType.CODE);
            if (meant.isEmpty() || share(meant.get(), column, sample) >= MOST) {
                continue;
            }
            holder(kind, column, sample)
                    .ifPresent(field -> findings.add(Finding.of(
                            "V-40",
                            Severity.WARNS,
                            column,
                            "swapped",
                            Map.of("column", column, "meant", meant.get().name(), "holds", field.name()))));
        }
    }
}
