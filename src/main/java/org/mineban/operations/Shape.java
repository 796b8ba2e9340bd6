package org.mineban.operations;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A place on the ground: a point, line or polygon in WGS 84 longitude and latitude.
 *
 * <p>It is kept as well-known binary, without reading it again for every list.
 */
public final class Shape {

    private final byte[] binary;
    private final Box box;
    private final long computedArea;

    /**
     * The least box of longitudes and latitudes around a shape, in ten-millionths of a degree.
     */
    public record Box(long west, long south, long east, long north) {}

    /**
     * A shape that was measured already.
     *
     * @param binary well-known binary, little-endian or big-endian
     * @param computedArea its geodesic area in hundredths of a square metre; 0 for points and lines
     */
    public Shape(byte[] binary, Box box, long computedArea) {
        this.binary = binary.clone();
        this.box = box;
        this.computedArea = computedArea;
    }

    /** Its well-known binary. */
    public byte[] binary() {
        return binary.clone();
    }

    /** The least box around it. */
    public Box box() {
        return box;
    }

    /** Its geodesic area in hundredths of a square metre; 0 for points and lines. */
    public long computedArea() {
        return computedArea;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Arrays.equals(shape.binary, binary);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(binary);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(binary);
    }
}
