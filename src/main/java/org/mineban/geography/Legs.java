package org.mineban.geography;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Points by bearing and distance, as a minefield is measured: each leg from the point before. Nothing is adjusted silently; how far the last leg misses
 * the first point is told, and an adjustment is a separate answer.
 */
public final class Legs {

    private Legs() {}

    /** From which north a bearing is counted. */
    public sealed interface North {

        /** The pole. */
        record True() implements North {}

        /**
         * The needle.
         *
         * @param declination how far the needle points east of the pole, in degrees; west is negative
         */
        record Magnetic(double declination) implements North {}

        /**
         * The lines of the UTM grid.
         *
         * @param zone whose lines
         */
        record Grid(int zone) implements North {}
    }

    /** How many parts a circle has. */
    public enum Circle {
        DEGREES(360),
        /** Mils as NATO counts them. */
        MILS_6400(6400),
        /** Mils as the armies of the Warsaw Pact counted them. */
        MILS_6000(6000),
        GRADS_400(400);

        private final int parts;

        Circle(int parts) {
            this.parts = parts;
        }

        /** So many parts as degrees. */
        public double degrees(double value) {
            return value * 360 / parts;
        }
    }

    /**
     * One leg.
     *
     * @param bearing in parts of the circle, clockwise from that north
     * @param metres along the ground
     * @param slope of the ground in degrees; 0 when the distance is horizontal already
     */
    public record Leg(double bearing, Circle circle, North north, double metres, double slope) {

        /** A leg as most are given: true bearing in degrees, horizontal distance. */
        public static Leg of(double trueBearing, double metres) {
            return new Leg(trueBearing, Circle.DEGREES, new North.True(), metres, 0);
        }

        /** The horizontal distance. */
        public double horizontal() {
            return metres * Math.cos(Math.toRadians(slope));
        }

        /** The bearing from the pole, in degrees from 0 up to 360, when one starts there. */
        public double trueBearing(Position start) {
            double degrees = circle.degrees(bearing);
            double turned = switch (north) {
                case North.True() -> degrees;
                case North.Magnetic(double declination) -> degrees + declination;
                case North.Grid(int zone) ->
                    degrees + UtmPosition.of(start, zone).convergence();
            };
            return ((turned % 360) + 360) % 360;
        }

        /** Where the leg leads. */
        public Position from(Position start) {
            return Geodesy.from(start, trueBearing(start), horizontal());
        }
    }

    /** The points that the legs lead to, one for each, without the start. */
    public static List<Position> walk(Position start, List<Leg> legs) {
        List<Position> points = new ArrayList<>();
        Position here = start;
        for (Leg leg : legs) {
            here = leg.from(here);
            points.add(here);
        }
        return points;
    }

    /**
     * How well a walk comes back to where it began.
     *
     * @param metres between where the last leg leads and the first point
     * @param length of all legs together
     * @param closingBearing true bearing, in degrees, from the last point before the closing leg back to the first
     * @param closingDistance metres of the same
     */
    public record Misclosure(double metres, double length, double closingBearing, double closingDistance) {

        /** As a share of the length; empty for a walk without length. */
        public OptionalDouble share() {
            return length > 0 ? OptionalDouble.of(metres / length) : OptionalDouble.empty();
        }

        /** Whether it is more than 1 per cent of the length or 5 m, rule V-57. */
        public boolean tooMuch() {
            return metres > 5 || (length > 0 && metres / length > 0.01);
        }
    }

    /** How far legs that should come back to the start miss it; the last leg is the closing one. */
    public static Misclosure misclosure(Position start, List<Leg> legs) {
        List<Position> points = walk(start, legs);
        Position end = points.isEmpty() ? start : points.getLast();
        Position beforeLast = points.size() < 2 ? start : points.get(points.size() - 2);
        double length = legs.stream().mapToDouble(Leg::horizontal).sum();
        return new Misclosure(
                Geodesy.distance(end, start),
                length,
                Geodesy.bearing(beforeLast, start),
                Geodesy.distance(beforeLast, start));
    }

    /**
     * The compass rule: the misclosure spread over the legs by their length. The last leg is the closing one; the answer has the points before it, without
     * the start.
     */
    public static List<Position> adjusted(Position start, List<Leg> legs) {
        List<Position> points = walk(start, legs);
        if (points.isEmpty()) {
            return points;
        }
        double length = legs.stream().mapToDouble(Leg::horizontal).sum();
        double north = start.latitude() - points.getLast().latitude();
        double east = start.longitude() - points.getLast().longitude();
        List<Position> adjusted = new ArrayList<>();
        double walked = 0;
        for (int i = 0; i < points.size() - 1; i++) {
            walked += legs.get(i).horizontal();
            double share = length > 0 ? walked / length : 0;
            adjusted.add(new Position(
                    points.get(i).latitude() + north * share, points.get(i).longitude() + east * share));
        }
        return adjusted;
    }
}
