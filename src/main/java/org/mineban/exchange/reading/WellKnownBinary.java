package org.mineban.exchange.reading;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Well-known binary, of any dimension and of the extended kind, with rings that may be open or too short. */
final class WellKnownBinary {

    private static final int DEEPEST = 16;

    private final ByteBuffer bytes;
    private final RawShape shape;

    private WellKnownBinary(ByteBuffer bytes, RawShape shape) {
        this.bytes = bytes;
        this.shape = shape;
    }

    /** Fills the shape; false when the bytes are no shape of a kind that is read here. */
    static boolean read(ByteBuffer bytes, RawShape shape) {
        try {
            return new WellKnownBinary(bytes, shape).any(0);
        } catch (java.nio.BufferUnderflowException cut) {
            return false;
        }
    }

    private boolean any(int depth) {
        if (depth > DEEPEST) {
            return false;
        }
        bytes.order(bytes.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        long code = bytes.getInt() & 0xFFFFFFFFL;
        boolean heights = (code & 0x80000000L) != 0;
        boolean measures = (code & 0x40000000L) != 0;
        if ((code & 0x20000000L) != 0) {
            bytes.getInt();
        }
        int plain = (int) (code & 0x0FFFFFFF);
        heights |= plain / 1000 == 1 || plain / 1000 == 3;
        measures |= plain / 1000 == 2 || plain / 1000 == 3;
        switch (plain % 1000) {
            case 1 -> {
                points(1, heights, measures, true);
                shape.endPoints();
            }
            case 2 -> {
                points(bytes.getInt(), heights, measures, false);
                shape.endLine();
            }
            case 3 -> {
                List<Integer> ends = new ArrayList<>();
                int rings = bytes.getInt();
                for (int i = 0; i < rings; i++) {
                    points(bytes.getInt(), heights, measures, false);
                    ends.add(shape.count());
                }
                shape.endPolygon(ends);
            }
            case 4, 5, 6, 7 -> {
                int parts = bytes.getInt();
                for (int i = 0; i < parts; i++) {
                    if (!any(depth + 1)) {
                        return false;
                    }
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void points(int count, boolean heights, boolean measures, boolean mayBeEmpty) {
        for (int i = 0; i < count; i++) {
            double x = bytes.getDouble();
            double y = bytes.getDouble();
            double z = heights ? bytes.getDouble() : Double.NaN;
            if (measures) {
                double measure = bytes.getDouble();
                z = heights ? z : measure;
            }
            // A point of two numbers that are none is how an empty point is written.
            if (!(mayBeEmpty && Double.isNaN(x) && Double.isNaN(y))) {
                shape.add(x, y, z);
            }
        }
    }
}
