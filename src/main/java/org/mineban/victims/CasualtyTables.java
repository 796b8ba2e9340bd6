package org.mineban.victims;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.mineban.disclosure.Counts;
import org.mineban.disclosure.PublicCounts;
import org.mineban.disclosure.SmallCounts;

/**
 * The casualties of a State as everybody may see them: by year, and within a year by sex and age, civil status, device and region.
 *
 * <p>All of them tell of the same people, so that they are made in one order. First the table by year: what it shows is known. A year's tables are then
 * made with its known numbers of killed and injured as their only link to each other and to other years; where these are withheld, with its known
 * total, killed and injured together; where that is withheld too, there are none. Nothing is told of all years by category, nor of two categories
 * crossed, which would bind the tables of the years to each other.
 */
public final class CasualtyTables {

    private static final String UNKNOWN = "UNKNOWN";

    /** What stands for a year that is not known. */
    public static final String YEAR_UNKNOWN = "";

    private final CasualtyTable byYear;
    private final Map<String, List<CasualtyTable>> ofYears;

    private CasualtyTables(CasualtyTable byYear, Map<String, List<CasualtyTable>> ofYears) {
        this.byYear = byYear;
        this.ofYears = ofYears;
    }

    /** Killed and injured by year of the accident, the first year first, one whose year is not known last; empty when nobody was recorded. */
    public Optional<CasualtyTable> byYear() {
        return byYear.rows().isEmpty() ? Optional.empty() : Optional.of(byYear);
    }

    /** The tables of one year, or of {@link #YEAR_UNKNOWN}; none when there is nothing, or nothing that may be shown. */
    public List<CasualtyTable> of(String year) {
        return ofYears.getOrDefault(year, List.of());
    }

    /** The tables of these people. */
    public static CasualtyTables of(Collection<Casualty> people) {
        List<Casualty.Outcome> outcomes = new ArrayList<>(List.of(Casualty.Outcome.KILLED, Casualty.Outcome.INJURED));
        if (people.stream().anyMatch(one -> one.outcome() == Casualty.Outcome.UNKNOWN)) {
            outcomes.add(Casualty.Outcome.UNKNOWN);
        }
        Map<String, List<Casualty>> years = new TreeMap<>((one, other) -> one.isEmpty() == other.isEmpty()
                ? one.compareTo(other)
                : Boolean.compare(one.isEmpty(), other.isEmpty()));
        for (Casualty one : people) {
            years.computeIfAbsent(year(one), none -> new ArrayList<>()).add(one);
        }
        List<String> names = List.copyOf(years.keySet());
        if (names.isEmpty()) {
            return new CasualtyTables(
                    new CasualtyTable(CasualtyTable.By.YEAR, List.of(), outcomes, List.of()), Map.of());
        }
        PublicCounts shown =
                SmallCounts.withheld(counts(people, names, CasualtyTables::year, outcomes), SmallCounts.LEAST);
        CasualtyTable byYear = new CasualtyTable(CasualtyTable.By.YEAR, names, outcomes, shown.cells());
        Map<CasualtyTable.By, List<String>> categories = categories(people);
        Map<String, List<CasualtyTable>> ofYears = new LinkedHashMap<>();
        for (int row = 0; row < names.size(); row++) {
            List<OptionalInt> known = byYear.cells().get(row);
            List<Casualty> ofYear = years.getOrDefault(names.get(row), List.of());
            ofYears.put(names.get(row), ofYear(ofYear, known, outcomes, categories));
        }
        return new CasualtyTables(byYear, ofYears);
    }

    private static List<CasualtyTable> ofYear(
            List<Casualty> people,
            List<OptionalInt> known,
            List<Casualty.Outcome> outcomes,
            Map<CasualtyTable.By, List<String>> categories) {
        if (known.getLast().isEmpty()) {
            return List.of();
        }
        boolean apart = known.stream().allMatch(OptionalInt::isPresent);
        List<CasualtyTable> tables = new ArrayList<>();
        categories.forEach((by, rows) -> {
            Function<Casualty, String> category = one -> category(by, one);
            List<List<Integer>> lines = apart
                    ? outcomes.stream()
                            .map(outcome -> line(people, rows, category, Optional.of(outcome)))
                            .toList()
                    : List.of(line(people, rows, category, Optional.empty()));
            PublicCounts shown = SmallCounts.withheldBesideKnownTotals(new Counts(lines), SmallCounts.LEAST);
            tables.add(new CasualtyTable(by, rows, apart ? outcomes : List.of(), turned(shown, apart)));
        });
        return tables;
    }

    /** Categories as rows; killed and injured together as the total alone. */
    private static List<List<OptionalInt>> turned(PublicCounts shown, boolean apart) {
        List<List<OptionalInt>> turned = new ArrayList<>();
        int lines = shown.cells().size();
        for (int column = 0; column < shown.cells().getFirst().size(); column++) {
            List<OptionalInt> row = new ArrayList<>();
            for (int line = apart ? 0 : lines - 1; line < lines; line++) {
                row.add(shown.at(line, column));
            }
            turned.add(row);
        }
        return turned;
    }

    private static List<Integer> line(
            List<Casualty> people,
            List<String> rows,
            Function<Casualty, String> category,
            Optional<Casualty.Outcome> outcome) {
        int[] counts = new int[rows.size()];
        for (Casualty one : people) {
            if (outcome.isEmpty() || outcome.get() == one.outcome()) {
                counts[rows.indexOf(category.apply(one))]++;
            }
        }
        return Arrays.stream(counts).boxed().toList();
    }

    private static Counts counts(
            Collection<Casualty> people,
            List<String> rows,
            Function<Casualty, String> category,
            List<Casualty.Outcome> outcomes) {
        int[][] cells = new int[rows.size()][outcomes.size()];
        for (Casualty one : people) {
            cells[rows.indexOf(category.apply(one))][outcomes.indexOf(one.outcome())]++;
        }
        return new Counts(Arrays.stream(cells)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList());
    }

    private static String year(Casualty one) {
        return one.year().isPresent() ? Integer.toString(one.year().getAsInt()) : YEAR_UNKNOWN;
    }

    /** The same categories in every year, so that a row that is there does not tell that somebody is in it. */
    private static Map<CasualtyTable.By, List<String>> categories(Collection<Casualty> people) {
        Map<CasualtyTable.By, List<String>> categories = new EnumMap<>(CasualtyTable.By.class);
        for (CasualtyTable.By by : CasualtyTable.By.values()) {
            if (by == CasualtyTable.By.YEAR) {
                continue;
            }
            TreeSet<String> found = new TreeSet<>();
            people.forEach(one -> found.add(category(by, one)));
            List<String> rows = new ArrayList<>(always(by));
            found.removeAll(rows);
            boolean unknown = found.contains(UNKNOWN) || found.contains("");
            found.removeAll(List.of(UNKNOWN, ""));
            rows.addAll(found);
            if (unknown) {
                rows.add(by == CasualtyTable.By.REGION ? "" : UNKNOWN);
            }
            categories.put(by, rows);
        }
        return categories;
    }

    private static List<String> always(CasualtyTable.By by) {
        return switch (by) {
            case SEX_AND_AGE -> List.of("GIRL", "BOY", "WOMAN", "MAN");
            case CIVIL_STATUS -> List.of("CIVILIAN", "SECURITY_FORCE", "DEMINER");
            case DEVICE, REGION, YEAR -> List.of();
        };
    }

    private static String category(CasualtyTable.By by, Casualty one) {
        return switch (by) {
            case YEAR -> year(one);
            case CIVIL_STATUS -> one.status().name();
            case DEVICE -> one.device();
            case REGION -> one.region();
            case SEX_AND_AGE ->
                switch (one.age()) {
                    case CHILD ->
                        switch (one.sex()) {
                            case FEMALE -> "GIRL";
                            case MALE -> "BOY";
                            case UNKNOWN -> "CHILD_SEX_UNKNOWN";
                        };
                    case ADULT ->
                        switch (one.sex()) {
                            case FEMALE -> "WOMAN";
                            case MALE -> "MAN";
                            case UNKNOWN -> "ADULT_SEX_UNKNOWN";
                        };
                    case UNKNOWN ->
                        switch (one.sex()) {
                            case FEMALE -> "FEMALE_AGE_UNKNOWN";
                            case MALE -> "MALE_AGE_UNKNOWN";
                            case UNKNOWN -> UNKNOWN;
                        };
                };
        };
    }
}
