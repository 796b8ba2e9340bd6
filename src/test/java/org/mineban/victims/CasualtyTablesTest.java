package org.mineban.victims;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mineban.exchange.SharedData;
import org.mineban.operations.Fields;

@DisplayName("The public tables of casualties")
class CasualtyTablesTest {

    private static final int LEAST = 5;

    private static Casualty casualty(
            int year,
            Casualty.Outcome outcome,
            Casualty.Sex sex,
            Casualty.Age age,
            Casualty.CivilStatus status,
            String region) {
        return new Casualty(OptionalInt.of(year), outcome, sex, age, status, "AP_MINE", region);
    }

    private static List<Casualty> many(int count, Casualty one) {
        return Collections.nCopies(count, one);
    }

    private static CasualtyTable of(CasualtyTables tables, String year, CasualtyTable.By by) {
        return tables.of(year).stream()
                .filter(table -> table.by() == by)
                .findFirst()
                .orElseThrow();
    }

    private static String cell(CasualtyTable table, String row, Casualty.Outcome outcome) {
        OptionalInt cell = table.cells()
                .get(row.equals("TOTAL") ? table.rows().size() : table.rows().indexOf(row))
                .get(table.outcomes().indexOf(outcome));
        return cell.isPresent() ? "" + cell.getAsInt() : "withheld";
    }

    @Test
    void show_numbers_that_tell_nobody_apart() {
        List<Casualty> people = new ArrayList<>();
        people.addAll(many(
                20,
                casualty(
                        2020,
                        Casualty.Outcome.INJURED,
                        Casualty.Sex.MALE,
                        Casualty.Age.ADULT,
                        Casualty.CivilStatus.CIVILIAN,
                        "North")));
        people.addAll(many(
                6,
                casualty(
                        2020,
                        Casualty.Outcome.KILLED,
                        Casualty.Sex.FEMALE,
                        Casualty.Age.CHILD,
                        Casualty.CivilStatus.CIVILIAN,
                        "South")));
        CasualtyTables tables = CasualtyTables.of(people);

        CasualtyTable sex = of(tables, "2020", CasualtyTable.By.SEX_AND_AGE);
        assertThat(cell(sex, "GIRL", Casualty.Outcome.KILLED)).isEqualTo("6");
        assertThat(cell(sex, "WOMAN", Casualty.Outcome.KILLED)).isEqualTo("0");
        assertThat(cell(sex, "MAN", Casualty.Outcome.INJURED)).isEqualTo("20");
        assertThat(sex.withholds()).isFalse();
        assertThat(tables.byYear().orElseThrow().total()).hasValue(26);
    }

    @Test
    void tell_killed_and_injured_together_where_apart_a_small_number_would_be_told() {
        List<Casualty> people = new ArrayList<>(many(
                30,
                casualty(
                        2021,
                        Casualty.Outcome.INJURED,
                        Casualty.Sex.MALE,
                        Casualty.Age.ADULT,
                        Casualty.CivilStatus.CIVILIAN,
                        "North")));
        people.addAll(many(
                2,
                casualty(
                        2021,
                        Casualty.Outcome.KILLED,
                        Casualty.Sex.MALE,
                        Casualty.Age.ADULT,
                        Casualty.CivilStatus.CIVILIAN,
                        "South")));
        CasualtyTables tables = CasualtyTables.of(people);

        CasualtyTable byYear = tables.byYear().orElseThrow();
        assertThat(byYear.cells().getFirst().get(0)).isEmpty();
        assertThat(byYear.cells().getFirst().get(1)).isEmpty();
        for (CasualtyTable table : tables.of("2021")) {
            assertThat(table.outcomes()).isEmpty();
        }
        assertThat(of(tables, "2021", CasualtyTable.By.REGION)
                        .cells()
                        .getFirst()
                        .getFirst())
                .as("32 less the hidden 2 would be told")
                .isEmpty();
        assertThat(of(tables, "2021", CasualtyTable.By.CIVIL_STATUS)
                        .cells()
                        .getFirst()
                        .getFirst())
                .hasValue(32);
    }

    @Test
    void tell_nothing_of_a_year_with_fewer_than_five() {
        CasualtyTables tables = CasualtyTables.of(many(
                3,
                casualty(
                        2022,
                        Casualty.Outcome.INJURED,
                        Casualty.Sex.MALE,
                        Casualty.Age.ADULT,
                        Casualty.CivilStatus.CIVILIAN,
                        "North")));

        assertThat(tables.of("2022")).isEmpty();
        assertThat(tables.byYear().orElseThrow().total()).isEmpty();
        assertThat(CasualtyTables.of(List.of()).byYear()).isEmpty();
        assertThat(tables.of("1999")).isEmpty();
    }

    @Test
    void count_who_died_later_as_killed_and_below_18_as_child() {
        Casualty one = Casualties.casualty(
                Fields.of(Map.of("outcome", "DIED_LATER", "sex", "F", "age", "17", "age_band", "ADULT")),
                Fields.of(Map.of("happened_on", "2019-05", "device", "UXO", "admin1", "West")));

        assertThat(one)
                .isEqualTo(new Casualty(
                        OptionalInt.of(2019),
                        Casualty.Outcome.KILLED,
                        Casualty.Sex.FEMALE,
                        Casualty.Age.CHILD,
                        Casualty.CivilStatus.UNKNOWN,
                        "UXO",
                        "West"));
        assertThat(Casualties.casualty(
                                Fields.of(Map.of("outcome", "INJURED", "age_band", "15-17")), Fields.of(Map.of()))
                        .age())
                .isEqualTo(Casualty.Age.CHILD);
        assertThat(Casualties.casualty(Fields.of(Map.of()), Fields.of(Map.of())).year())
                .isEmpty();
    }

    private static <E> E any(Random random, E[] values) {
        return List.of(values).get(random.nextInt(values.length));
    }

    /** Drawn by lot: whatever the people, no small number is shown and none is left that a neighbour narrows down to one. */
    @Test
    void leave_a_neighbour_who_holds_all_of_them_together_no_small_number() {
        Random random = new Random(4);
        for (int round = 0; round < 60; round++) {
            List<Casualty> people = new ArrayList<>();
            int count = random.nextInt(120);
            for (int i = 0; i < count; i++) {
                people.add(new Casualty(
                        random.nextInt(9) == 0 ? OptionalInt.empty() : OptionalInt.of(2018 + random.nextInt(4)),
                        any(random, Casualty.Outcome.values()),
                        any(random, Casualty.Sex.values()),
                        any(random, Casualty.Age.values()),
                        any(random, Casualty.CivilStatus.values()),
                        List.of("AP_MINE", "UXO", "UNKNOWN").get(random.nextInt(3)),
                        List.of("North", "South", "West", "").get(random.nextInt(4))));
            }
            attack(people);
        }
    }

    /**
     * Colombia 1984 to 2023, datos.gov.co yhxn-eqqw as of 3 January 2024. The totals are those that the readers of the file published with it; the
     * headers of sex and outcome are swapped in the file.
     */
    @Test
    void give_the_totals_of_a_real_file_and_no_small_number_of_it() throws IOException {
        Path file = SharedData.file("colombia-victims-1984-2023.csv");
        List<Casualty> people = colombia(file);
        assertThat(people).hasSize(12_364);

        CasualtyTables tables = CasualtyTables.of(people);

        CasualtyTable byYear = tables.byYear().orElseThrow();
        assertThat(byYear.total()).hasValue(12_364);
        assertThat(cell(byYear, "TOTAL", Casualty.Outcome.KILLED)).isEqualTo("2351");
        assertThat(cell(byYear, "TOTAL", Casualty.Outcome.INJURED)).isEqualTo("10013");
        assertThat(byYear.cells().get(byYear.rows().indexOf("2006")).getLast()).hasValue(1_224);
        CasualtyTable status = of(tables, "2006", CasualtyTable.By.CIVIL_STATUS);
        assertThat(cell(status, "CIVILIAN", Casualty.Outcome.INJURED)).isEqualTo("361");
        assertThat(cell(status, "CIVILIAN", Casualty.Outcome.KILLED)).isEqualTo("73");
        assertThat(cell(status, "SECURITY_FORCE", Casualty.Outcome.INJURED)).isEqualTo("622");
        assertThat(cell(status, "SECURITY_FORCE", Casualty.Outcome.KILLED)).isEqualTo("168");
        assertThat(status.cells().get(0).getLast()).hasValue(434);
        assertThat(status.cells().get(1).getLast()).hasValue(790);
        assertThat(byYear.cells().get(byYear.rows().indexOf("2022")).getLast()).hasValue(139);
        // In 2022 one member of the security forces was killed: not told, nor worked out from the five civilians.
        CasualtyTable status2022 = of(tables, "2022", CasualtyTable.By.CIVIL_STATUS);
        assertThat(cell(status2022, "SECURITY_FORCE", Casualty.Outcome.KILLED)).isEqualTo("withheld");
        assertThat(cell(status2022, "CIVILIAN", Casualty.Outcome.KILLED)).isEqualTo("withheld");
        attack(people);
    }

    private static List<Casualty> colombia(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream()
                    .map(row -> new Casualty(
                            OptionalInt.of(Integer.parseInt(row.getField("ano").replace(",", ""))),
                            row.getField("genero").equals("Muerto")
                                    ? Casualty.Outcome.KILLED
                                    : Casualty.Outcome.INJURED,
                            switch (row.getField("estado")) {
                                case "Mujer" -> Casualty.Sex.FEMALE;
                                case "Hombre" -> Casualty.Sex.MALE;
                                default -> Casualty.Sex.UNKNOWN;
                            },
                            row.getField("rangoedad").startsWith("Mayor") ? Casualty.Age.ADULT : Casualty.Age.CHILD,
                            row.getField("condicion").equals("Civil")
                                    ? Casualty.CivilStatus.CIVILIAN
                                    : Casualty.CivilStatus.SECURITY_FORCE,
                            "UNKNOWN",
                            row.getField("departamento")))
                    .collect(Collectors.toCollection(ArrayList::new));
        }
    }

    /**
     * Holds every table against every other: each number is an interval, each sum of a row or column, and each number that stands in two tables, an
     * equation; the intervals are narrowed until nothing moves. No number from 1 to 4 may be shown, and none may be narrowed to below five.
     */
    private static void attack(List<Casualty> people) {
        CasualtyTables tables = CasualtyTables.of(people);
        if (tables.byYear().isEmpty()) {
            return;
        }
        CasualtyTable byYear = tables.byYear().get();
        Known known = new Known();
        known.add("", byYear, people);
        for (String year : byYear.rows()) {
            List<Casualty> ofYear = people.stream()
                    .filter(one -> (one.year().isPresent() ? "" + one.year().getAsInt() : "").equals(year))
                    .toList();
            for (CasualtyTable table : tables.of(year)) {
                known.add(year + "/", table, ofYear);
                // Its bottom line stands in the table by year too.
                for (int column = 0; column <= table.outcomes().size(); column++) {
                    known.same(
                            name(year + "/", table, table.rows().size(), column),
                            name(
                                    "",
                                    byYear,
                                    byYear.rows().indexOf(year),
                                    column == table.outcomes().size()
                                            ? byYear.outcomes().size()
                                            : column));
                }
            }
        }
        known.narrow();
        known.holds();
    }

    private static String name(String prefix, CasualtyTable table, int row, int column) {
        return prefix + table.by() + "/" + row + "/" + column;
    }

    /** What a neighbour knows. */
    private static final class Known {

        private final Map<String, int[]> ranges = new HashMap<>();
        private final Map<String, Integer> truths = new HashMap<>();
        private final List<List<String>> sums = new ArrayList<>();

        void add(String prefix, CasualtyTable table, List<Casualty> people) {
            int rows = table.rows().size();
            int columns = table.outcomes().size();
            for (int row = 0; row <= rows; row++) {
                List<String> line = new ArrayList<>(List.of(name(prefix, table, row, columns)));
                for (int column = 0; column <= columns; column++) {
                    int truth = truth(table, people, row, column);
                    OptionalInt shown = table.cells().get(row).get(column);
                    shown.ifPresent(number -> assertThat(number).isEqualTo(truth));
                    truths.put(name(prefix, table, row, column), truth);
                    ranges.put(
                            name(prefix, table, row, column),
                            shown.isPresent()
                                    ? new int[] {shown.getAsInt(), shown.getAsInt()}
                                    : new int[] {0, 1_000_000});
                    if (column < columns) {
                        line.add(name(prefix, table, row, column));
                    }
                }
                if (columns > 0) {
                    sums.add(line);
                }
            }
            for (int column = 0; column <= columns; column++) {
                List<String> line = new ArrayList<>(List.of(name(prefix, table, rows, column)));
                for (int row = 0; row < rows; row++) {
                    line.add(name(prefix, table, row, column));
                }
                sums.add(line);
            }
        }

        private static int truth(CasualtyTable table, List<Casualty> people, int row, int column) {
            return (int) people.stream()
                    .filter(one -> row == table.rows().size()
                            || category(table.by(), one).equals(table.rows().get(row)))
                    .filter(one -> column == table.outcomes().size()
                            || one.outcome() == table.outcomes().get(column))
                    .count();
        }

        private static String category(CasualtyTable.By by, Casualty one) {
            return switch (by) {
                case YEAR -> one.year().isPresent() ? "" + one.year().getAsInt() : "";
                case CIVIL_STATUS -> one.status().name();
                case DEVICE -> one.device();
                case REGION -> one.region();
                case SEX_AND_AGE -> {
                    String both = one.sex() + " " + one.age();
                    yield Map.of(
                                    "FEMALE CHILD", "GIRL",
                                    "MALE CHILD", "BOY",
                                    "UNKNOWN CHILD", "CHILD_SEX_UNKNOWN",
                                    "FEMALE ADULT", "WOMAN",
                                    "MALE ADULT", "MAN",
                                    "UNKNOWN ADULT", "ADULT_SEX_UNKNOWN",
                                    "FEMALE UNKNOWN", "FEMALE_AGE_UNKNOWN",
                                    "MALE UNKNOWN", "MALE_AGE_UNKNOWN",
                                    "UNKNOWN UNKNOWN", "UNKNOWN")
                            .get(both);
                }
            };
        }

        void same(String one, String other) {
            sums.add(List.of(one, other));
        }

        void narrow() {
            boolean moved = true;
            while (moved) {
                moved = false;
                for (List<String> sum : sums) {
                    moved |= narrow(sum);
                }
            }
        }

        /** The first is the sum of the others. */
        private boolean narrow(List<String> sum) {
            int[] total = ranges.get(sum.getFirst());
            long low = 0;
            long high = 0;
            for (String part : sum.subList(1, sum.size())) {
                low += ranges.get(part)[0];
                high += ranges.get(part)[1];
            }
            boolean moved = set(total, low, high);
            for (String part : sum.subList(1, sum.size())) {
                int[] range = ranges.get(part);
                moved |= set(range, total[0] - (high - range[1]), total[1] - (low - range[0]));
            }
            return moved;
        }

        private static boolean set(int[] range, long low, long high) {
            boolean moved = false;
            if (low > range[0]) {
                range[0] = (int) low;
                moved = true;
            }
            if (high < range[1]) {
                range[1] = (int) high;
                moved = true;
            }
            return moved;
        }

        void holds() {
            truths.forEach((name, truth) -> {
                int[] range = ranges.get(name);
                assertThat(range[0]).as(name).isLessThanOrEqualTo(truth);
                assertThat(range[1]).as(name).isGreaterThanOrEqualTo(truth);
                if (truth > 0 && truth < LEAST) {
                    assertThat(range[1])
                            .as("%s is %d and was narrowed to %d–%d", name, truth, range[0], range[1])
                            .isGreaterThanOrEqualTo(LEAST);
                }
            });
        }
    }
}
