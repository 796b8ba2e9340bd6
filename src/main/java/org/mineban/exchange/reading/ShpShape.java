package org.mineban.exchange.reading;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * One shape of a Shapefile. Its polygons are a list of rings; which of them are holes is said by their direction: clockwise is land, the other way a hole.
 */
final class ShpShape {

    private final ByteBuffer bytes;
    private final RawShape shape;
    private final int type;

    ShpShape(ByteBuffer bytes, RawShape shape) {
        this.bytes = bytes;
        this.shape = shape;
        type = bytes.getInt(0);
    }

    int type() {
        return type;
    }

    /** Fills the shape; false when it is of a kind that is not read, or cut short. */
    boolean read() {
        try {
            return switch (type % 10) {
                case 0 -> true;
                case 1 -> {
                    double height = type == 11 || type == 21 ? bytes.getDouble(20) : Double.NaN;
                    shape.add(bytes.getDouble(4), bytes.getDouble(12), measured(height));
                    shape.endPoints();
                    yield true;
                }
                case 8 -> {
                    int count = bytes.getInt(36);
                    add(40, 0, count, heights(40 + 16L * count));
                    shape.endPoints();
                    yield true;
                }
                case 3, 5 -> parts(type % 10 == 5);
                default -> false;
            };
        } catch (IndexOutOfBoundsException | BufferUnderflowException cut) {
            return false;
        }
    }

    private boolean parts(boolean polygon) {
        if (type == 31) {
            return false;
        }
        int parts = bytes.getInt(36);
        int points = bytes.getInt(40);
        if (parts < 0 || points < 0 || 44L + 4L * parts + 16L * points > bytes.capacity()) {
            return false;
        }
        int start = 44 + 4 * parts;
        int heights = heights(start + 16L * points);
        List<int[]> ranges = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            int from = bytes.getInt(44 + 4 * i);
            int to = i + 1 < parts ? bytes.getInt(48 + 4 * i) : points;
            if (from < 0 || to < from || to > points) {
                return false;
            }
            ranges.add(new int[] {from, to});
        }
        if (!polygon) {
            for (int[] range : ranges) {
                add(start, range[0], range[1], heights);
                shape.endLine();
            }
            return true;
        }
        for (List<int[]> rings : grouped(start, ranges)) {
            List<Integer> ends = new ArrayList<>();
            for (int[] ring : rings) {
                add(start, ring[0], ring[1], heights);
                ends.add(shape.count());
            }
            shape.endPolygon(ends);
        }
        return true;
    }

    /** Rings as polygons: each shell with the holes that lie in it. A hole that lies in no shell is land: better too much than too little. */
    private List<List<int[]>> grouped(int start, List<int[]> ranges) {
        List<List<int[]>> polygons = new ArrayList<>();
        List<int[]> holes = new ArrayList<>();
        for (int[] range : ranges) {
            if (ranges.size() == 1 || doubledArea(start, range) <= 0) {
                polygons.add(new ArrayList<>(List.of(range)));
            } else {
                holes.add(range);
            }
        }
        for (int[] hole : holes) {
            double x = x(start, hole[0]);
            double y = y(start, hole[0]);
            List<int[]> home = null;
            double smallest = Double.POSITIVE_INFINITY;
            for (List<int[]> polygon : polygons) {
                double area = Math.abs(doubledArea(start, polygon.getFirst()));
                if (area < smallest && around(start, polygon.getFirst(), x, y)) {
                    home = polygon;
                    smallest = area;
                }
            }
            if (home == null) {
                polygons.add(new ArrayList<>(List.of(hole)));
            } else {
                home.add(hole);
            }
        }
        return polygons;
    }

    /** Twice the area of a ring: positive when it goes against the clock. */
    private double doubledArea(int start, int[] range) {
        double sum = 0;
        for (int i = range[0]; i < range[1]; i++) {
            int next = i + 1 < range[1] ? i + 1 : range[0];
            sum += (x(start, i) - x(start, range[0])) * (y(start, next) - y(start, range[0]))
                    - (x(start, next) - x(start, range[0])) * (y(start, i) - y(start, range[0]));
        }
        return sum;
    }

    private boolean around(int start, int[] range, double x, double y) {
        boolean inside = false;
        for (int i = range[0], before = range[1] - 1; i < range[1]; before = i++) {
            double yi = y(start, i);
            double yb = y(start, before);
            if (yi > y != yb > y) {
                double cross = (x(start, before) - x(start, i)) * (y - yi) / (yb - yi) + x(start, i);
                inside ^= x < cross;
            }
        }
        return inside;
    }

    private double x(int start, int i) {
        return bytes.getDouble(start + 16 * i);
    }

    private double y(int start, int i) {
        return bytes.getDouble(start + 16 * i + 8);
    }

    /** Where the heights or measures begin, behind their range; 0 when there are none. */
    private int heights(long behindPoints) {
        return type > 10 && behindPoints + 16 < bytes.capacity() ? (int) behindPoints + 16 : 0;
    }

    private void add(int start, int from, int to, int heights) {
        for (int i = from; i < to; i++) {
            double height = heights > 0 ? measured(bytes.getDouble(heights + 8 * i)) : Double.NaN;
            shape.add(x(start, i), y(start, i), height);
        }
    }

    /** Numbers below this mean in a Shapefile that there is none. */
    private static double measured(double height) {
        return height < -1e38 ? Double.NaN : height;
    }
}
