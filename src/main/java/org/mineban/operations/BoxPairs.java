package org.mineban.operations;

import java.util.Arrays;

/**
 * Boxes of places, and which of them meet. Kept in few bytes, so that a million fit into memory; which meet is found by going over them from west to
 * east.
 */
final class BoxPairs {

    /** A box that meets more than so many before it is compared with so many only. */
    static final int MOST = 50;

    /** More comparisons than this are not made for one file. */
    private static final long MOST_COMPARISONS = 4_000_000_000L;

    private static final int SIDES = 4;
    private static final int[] NONE = {};

    private int[] sides = new int[SIDES * 1024];
    private int[][] earlier = {};
    private int[] counts = {};
    private int size;
    private long left;

    /** The next box, in ten-millionths of a degree. Its place is the number of boxes before it. */
    void add(Shape.Box box, int margin) {
        add(
                clamped(box.west() - 2L * margin),
                clamped(box.south() - margin),
                clamped(box.east() + 2L * margin),
                clamped(box.north() + margin));
    }

    /** The next one lies nowhere. */
    void addNone() {
        add(1, 1, 0, 0);
    }

    private void add(int west, int south, int east, int north) {
        int at = size * SIDES;
        if (at == sides.length) {
            sides = Arrays.copyOf(sides, sides.length * 2);
        }
        sides[at] = west;
        sides[at + 1] = south;
        sides[at + 2] = east;
        sides[at + 3] = north;
        size++;
    }

    private static int clamped(long degrees) {
        return Math.clamp(degrees, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    int size() {
        return size;
    }

    /** Whether that one lies somewhere. */
    boolean placed(int index) {
        return sides[index * SIDES] <= sides[index * SIDES + 2];
    }

    /**
     * Finds which meet.
     *
     * @return how many were not compared with all that they may meet
     */
    long find() {
        long[] order = new long[size];
        int placed = 0;
        for (int i = 0; i < size; i++) {
            if (placed(i)) {
                order[placed++] = ((long) sides[i * SIDES] << 32) | i;
            }
        }
        Arrays.sort(order, 0, placed);
        earlier = new int[size][];
        counts = new int[size];
        long[] full = new long[1];
        left = MOST_COMPARISONS;
        for (int i = 0; i < placed && left > 0; i++) {
            meet(order, i, placed, full);
        }
        return full[0];
    }

    private void meet(long[] order, int from, int placed, long[] full) {
        int one = (int) order[from];
        int south = sides[one * SIDES + 1];
        int east = sides[one * SIDES + 2];
        int north = sides[one * SIDES + 3];
        int found = 0;
        for (int j = from + 1; j < placed && (int) (order[j] >> 32) <= east; j++) {
            int other = (int) order[j];
            left--;
            if (sides[other * SIDES + 1] <= north && sides[other * SIDES + 3] >= south) {
                int later = Math.max(one, other);
                if (counts[later] == MOST || ++found > MOST) {
                    full[0]++;
                    return;
                }
                keep(later, Math.min(one, other));
            }
        }
    }

    private void keep(int later, int before) {
        int[] known = earlier[later];
        if (known == null) {
            known = new int[2];
        } else if (counts[later] == known.length) {
            known = Arrays.copyOf(known, known.length * 2);
        }
        known[counts[later]++] = before;
        earlier[later] = known;
    }

    /** The boxes before that one that meet it, after {@link #find}. */
    int[] before(int index) {
        int[] known = earlier[index];
        return known == null ? NONE : Arrays.copyOf(known, counts[index]);
    }
}
