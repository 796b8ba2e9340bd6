package org.mineban.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallCountsTest {

    @Test
    void shows_everything_when_nothing_is_small() {
        PublicCounts shown = SmallCounts.withheld(new Counts(List.of(List.of(20, 0), List.of(5, 8))), 5);

        assertThat(lines(shown)).containsExactly("20 0 20", "5 8 13", "25 8 33");
    }

    @Test
    void withholds_a_small_count_and_three_others_from_which_it_could_be_worked_out() {
        PublicCounts shown = SmallCounts.withheld(new Counts(List.of(List.of(20, 3), List.of(10, 8))), 5);

        assertThat(lines(shown)).containsExactly("· · 23", "· · 18", "30 11 41");
    }

    @Test
    void withholds_no_more_than_the_small_counts_when_they_hide_one_another() {
        PublicCounts shown =
                SmallCounts.withheld(new Counts(List.of(List.of(4, 3, 9), List.of(3, 4, 9), List.of(9, 9, 9))), 5);

        assertThat(lines(shown)).containsExactly("· · 9 16", "· · 9 16", "9 9 9 27", "16 16 27 59");
    }

    @Test
    void withholds_a_small_total_too() {
        PublicCounts shown = SmallCounts.withheld(new Counts(List.of(List.of(1, 1), List.of(40, 50))), 5);

        assertThat(shown.at(0, 0)).isEmpty();
        assertThat(shown.at(0, 1)).isEmpty();
        assertThat(shown.at(0, 2)).isEmpty();
    }

    @Test
    void withholds_the_only_count_of_a_table_when_it_is_small() {
        assertThat(SmallCounts.withheld(new Counts(List.of(List.of(2))), 5).withheld())
                .isEqualTo(4);
        assertThat(SmallCounts.withheld(new Counts(List.of(List.of(0))), 5).withheld())
                .isZero();
    }

    /** The neighbour, who tries every table that sums to what is shown, must in each small place find one that has the least or more. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void leaves_a_neighbour_who_tries_everything_with_no_small_count(int rows) {
        Random random = new Random(rows);
        int least = 3;
        for (int round = 0; round < 120; round++) {
            Counts counts = counts(random, rows, rows == 3 ? 2 : 3);
            PublicCounts shown = SmallCounts.withheld(counts, least);
            int[][] greatest = new int[rows + 1][counts.columns() + 1];
            tryAll(shown, new int[rows][counts.columns()], 0, greatest);
            for (int row = 0; row <= rows; row++) {
                for (int column = 0; column <= counts.columns(); column++) {
                    int count = counts.at(row, column);
                    if (count > 0 && count < least) {
                        assertThat(shown.at(row, column)).isEmpty();
                        assertThat(greatest[row][column])
                                .as("%s shown as %s, row %d, column %d", counts, lines(shown), row, column)
                                .isGreaterThanOrEqualTo(least);
                    }
                    shown.at(row, column).ifPresent(told -> assertThat(told).isEqualTo(count));
                }
            }
        }
    }

    @Test
    void treats_a_large_table_in_one_piece() {
        Random random = new Random(7);
        Counts counts = counts(random, 34, 8);

        PublicCounts shown = SmallCounts.withheld(counts, 5);

        for (int row = 0; row <= counts.rows(); row++) {
            for (int column = 0; column <= counts.columns(); column++) {
                int count = counts.at(row, column);
                assertThat(count > 0 && count < 5 && shown.at(row, column).isPresent())
                        .isFalse();
            }
        }
    }

    @Test
    void refuses_tables_that_are_none() {
        assertThatThrownBy(() -> new Counts(List.of())).hasMessageContaining("at least one row");
        assertThatThrownBy(() -> new Counts(List.of(List.of(1, 2), List.of(1))))
                .hasMessageContaining("A row has 1 cells");
        assertThatThrownBy(() -> new Counts(List.of(List.of(-1)))).hasMessageContaining("negative");
    }

    /** The greatest number to which each place can come, at most {@value #MOST} in each cell. */
    private static void tryAll(PublicCounts shown, int[][] cells, int next, int[][] greatest) {
        int rows = cells.length;
        int columns = cells[0].length;
        if (next == rows * columns) {
            int[][] all = new int[rows + 1][columns + 1];
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    int count = cells[row][column];
                    all[row][column] = count;
                    all[row][columns] += count;
                    all[rows][column] += count;
                    all[rows][columns] += count;
                }
            }
            for (int row = 0; row <= rows; row++) {
                for (int column = 0; column <= columns; column++) {
                    OptionalInt told = shown.at(row, column);
                    if (told.isPresent() && told.getAsInt() != all[row][column]) {
                        return;
                    }
                }
            }
            for (int row = 0; row <= rows; row++) {
                for (int column = 0; column <= columns; column++) {
                    greatest[row][column] = Math.max(greatest[row][column], all[row][column]);
                }
            }
            return;
        }
        int row = next / columns;
        int column = next % columns;
        OptionalInt told = shown.at(row, column);
        for (int count = told.orElse(0); count <= told.orElse(MOST); count++) {
            cells[row][column] = count;
            tryAll(shown, cells, next + 1, greatest);
        }
    }

    private static final int MOST = 6;

    private static Counts counts(Random random, int rows, int columns) {
        List<List<Integer>> cells = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<Integer> line = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                line.add(random.nextInt(5));
            }
            cells.add(line);
        }
        return new Counts(cells);
    }

    private static List<String> lines(PublicCounts shown) {
        return shown.cells().stream()
                .map(row -> String.join(
                        " ",
                        row.stream()
                                .map(cell -> cell.isPresent() ? "" + cell.getAsInt() : "·")
                                .toList()))
                .toList();
    }
}
