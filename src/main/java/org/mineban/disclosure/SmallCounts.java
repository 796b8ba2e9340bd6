package org.mineban.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jgrapht.Graph;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;

/**
 * Withholds small counts of persons, and as many others as it takes that nobody can work them out from the totals.
 *
 * <p>A count from 1 to below the least is small. A reader who knows that counts are not negative and that rows and columns sum to their totals can
 * narrow a withheld count down to a range; a table is published only when the range of every small count reaches up to the least and has more than
 * one number in it. The range is exact: the withheld cells are the arcs of a network whose nodes are the sums, and how far one cell can grow while
 * all sums stay is a greatest flow through the others (the usual treatment of complementary suppression in official statistics).
 *
 * <p>Zero is shown, unless it must hide another. One table is looked at by itself: tables that share their totals are one table with more columns,
 * or each must be counted over other people.
 */
public final class SmallCounts {

    /** From this on a count of victims is shown, as is the custom of mine action. */
    public static final int LEAST = 5;

    /** As good as no limit, and exact in the arithmetic of the flow. */
    private static final double BOUNDLESS = 1e9;

    private final Counts counts;
    private final int least;
    private final boolean totalsKnown;

    private SmallCounts(Counts counts, int least, boolean totalsKnown) {
        this.counts = counts;
        this.least = least;
        this.totalsKnown = totalsKnown;
    }

    /**
     * The table as it may be published.
     *
     * @param least the smallest count above zero that is shown, two or more
     */
    public static PublicCounts withheld(Counts counts, int least) {
        if (least < 2) {
            throw new IllegalArgumentException("The least count shown must be at least 2, not " + least);
        }
        return new SmallCounts(counts, least, false).publish();
    }

    /**
     * The table as it may be published beside others of the same people that have the same totals of rows, which everybody knows already: none of
     * those is withheld here. Since nothing but known totals binds such tables, what is safe in each is safe in all together.
     *
     * @throws IllegalArgumentException when a total of a row is itself a small count
     */
    public static PublicCounts withheldBesideKnownTotals(Counts counts, int least) {
        SmallCounts table = new SmallCounts(counts, least, true);
        for (int row = 0; row <= counts.rows(); row++) {
            if (table.isSmall(counts.at(row, counts.columns()))) {
                throw new IllegalArgumentException("A small total cannot be known: row " + row);
            }
        }
        return table.publish();
    }

    private record Cell(int row, int column) {}

    private PublicCounts publish() {
        Set<Cell> small = new LinkedHashSet<>();
        cells().filter(cell -> isSmall(at(cell))).forEach(small::add);
        Set<Cell> hidden = new LinkedHashSet<>(small);
        for (Cell cell : small) {
            while (!isSafe(cell, hidden)) {
                hidden.add(next(cell, hidden));
            }
        }
        release(small, hidden);
        return new PublicCounts(rows(hidden));
    }

    /** The cell to withhold next: the smallest that makes the small one safe at once, else the smallest of its row or column. */
    private Cell next(Cell small, Set<Cell> hidden) {
        List<Cell> candidates = cells().filter(cell -> !hidden.contains(cell))
                .filter(cell -> !totalsKnown || cell.column() < counts.columns())
                .sorted(Comparator.comparing((Cell cell) -> at(cell) == 0)
                        .thenComparing(this::isTotal)
                        .thenComparingInt(this::at))
                .toList();
        for (Cell candidate : candidates) {
            Set<Cell> more = new LinkedHashSet<>(hidden);
            more.add(candidate);
            if (isSafe(small, more)) {
                return candidate;
            }
        }
        return candidates.stream()
                .filter(cell -> cell.row() == small.row() || cell.column() == small.column())
                .findFirst()
                .orElseGet(candidates::getFirst);
    }

    /** Shows again what the later choices made needless, the greatest first. */
    private void release(Set<Cell> small, Set<Cell> hidden) {
        List<Cell> others = hidden.stream()
                .filter(cell -> !small.contains(cell))
                .sorted(Comparator.comparingInt(this::at).reversed())
                .toList();
        for (Cell other : others) {
            Set<Cell> fewer = new LinkedHashSet<>(hidden);
            fewer.remove(other);
            if (small.stream().allMatch(cell -> isSafe(cell, fewer))) {
                hidden.remove(other);
            }
        }
    }

    /** Whether a reader of what is shown must think it possible that the cell holds the least or more. A small cell is below it, so its range is wide. */
    private boolean isSafe(Cell small, Set<Cell> hidden) {
        return at(small) + growth(small, hidden) >= least;
    }

    /** How much more than it does the cell could hold, by what is shown. */
    private double growth(Cell cell, Set<Cell> hidden) {
        Graph<Integer, DefaultWeightedEdge> network = new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
        for (int node = 0; node < counts.rows() + counts.columns() + 2; node++) {
            network.addVertex(node);
        }
        for (Cell other : hidden) {
            if (!other.equals(cell)) {
                network.setEdgeWeight(network.addEdge(from(other), to(other)), BOUNDLESS);
                if (at(other) > 0) {
                    network.setEdgeWeight(network.addEdge(to(other), from(other)), at(other));
                }
            }
        }
        return new PushRelabelMFImpl<>(network).calculateMaximumFlow(to(cell), from(cell));
    }

    /*
     * Each sum is a node: rows first, that of the totals last among them, then columns. A cell adds to one sum and is taken from another, so that
     * cells that change together without changing a sum go round in a circle: row to column, column to the row of totals, from there to the column
     * of totals, and back to the row.
     */
    private int from(Cell cell) {
        return isTotalOfRow(cell) ? column(cell) : isTotalOfColumn(cell) ? column(cell) : cell.row();
    }

    private int to(Cell cell) {
        return isTotalOfRow(cell) ? cell.row() : isTotalOfColumn(cell) ? counts.rows() : column(cell);
    }

    private int column(Cell cell) {
        return counts.rows() + 1 + cell.column();
    }

    private boolean isTotalOfRow(Cell cell) {
        return cell.column() == counts.columns() && cell.row() < counts.rows();
    }

    private boolean isTotalOfColumn(Cell cell) {
        return cell.row() == counts.rows() && cell.column() < counts.columns();
    }

    private boolean isTotal(Cell cell) {
        return cell.row() == counts.rows() || cell.column() == counts.columns();
    }

    private boolean isSmall(int count) {
        return count > 0 && count < least;
    }

    private int at(Cell cell) {
        return counts.at(cell.row(), cell.column());
    }

    private Stream<Cell> cells() {
        List<Cell> all = new ArrayList<>();
        for (int row = 0; row <= counts.rows(); row++) {
            for (int column = 0; column <= counts.columns(); column++) {
                all.add(new Cell(row, column));
            }
        }
        return all.stream();
    }

    private List<List<OptionalInt>> rows(Set<Cell> hidden) {
        List<List<OptionalInt>> rows = new ArrayList<>();
        for (int row = 0; row <= counts.rows(); row++) {
            List<OptionalInt> shown = new ArrayList<>();
            for (int column = 0; column <= counts.columns(); column++) {
                Cell cell = new Cell(row, column);
                shown.add(hidden.contains(cell) ? OptionalInt.empty() : OptionalInt.of(at(cell)));
            }
            rows.add(shown);
        }
        return rows;
    }
}
