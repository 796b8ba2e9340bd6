package org.mineban.operations.checks;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.mineban.geography.Geodesy;
import org.mineban.geography.GeometryFault;
import org.mineban.geography.GeometryFinding;
import org.mineban.geography.Severity;
import org.mineban.operations.CheckContext;
import org.mineban.operations.Examined;
import org.mineban.operations.Kind;
import org.mineban.operations.NotChecked.Reason;

/** A shape by itself: whether it is there, closed, free of crossings and typing errors, of a possible size. */
final class ShapeChecks {

    private static final Set<GeometryFault> V01 = Set.of(GeometryFault.NO_GEOMETRY, GeometryFault.EMPTY_GEOMETRY);
    private static final double FACTOR_TOLERANCE = 0.1;
    private static final double MOST_DIFFERENCE = 0.5;
    private static final double USUAL_DIFFERENCE = 0.1;
    private static final double SMALL_DIFFERENCE_M2 = 100;
    private static final int LEAST_DECIMALS = 4;
    private static final int MOST_DECIMALS = 8;

    private ShapeChecks() {}

    /** A suspected or confirmed area has a place; without one it is kept and counted, and never dropped. */
    static void v01(Examined area, CheckContext context, Answers answers) {
        if (Said.is(area, "class", "INDICATION")) {
            return;
        }
        if (area.content().shape().isPresent() && area.geometry().isEmpty()) {
            answers.blocks("shape", "unreadable", Map.of());
            return;
        }
        area.checkedShape(context.settings()).findings().stream()
                .filter(one -> V01.contains(one.fault()))
                .forEach(one -> answers.shape(one, Severity.BLOCKS));
    }

    /** A polygon has three different turning points, and comes back to its first. */
    static void v02(Examined record, CheckContext context, Answers answers) {
        rule("V-02", record, context, answers);
    }

    /** A ring does not cross itself and has no spike. What it was before it was mended is told. */
    static void v03(Examined record, CheckContext context, Answers answers) {
        rule("V-03", record, context, answers);
        Optional<Geometry> given = record.geometryAsGiven();
        if (given.isPresent() && record.geometry().isPresent()) {
            answers.informs(
                    "shape",
                    "mended",
                    Map.of(
                            "before", Math.round(Geodesy.area(given.get())),
                            "after", Math.round(Geodesy.area(record.geometry().get()))));
        }
    }

    /** No point stands twice in a row. */
    static void v04(Examined record, CheckContext context, Answers answers) {
        rule("V-04", record, context, answers);
    }

    /** The last two points do not repeat the first two. */
    static void v05(Examined record, CheckContext context, Answers answers) {
        rule("V-05", record, context, answers);
    }

    /** Neighbouring points are not further apart than the programme's longest step. */
    static void v07(Examined record, CheckContext context, Answers answers) {
        rule("V-07", record, context, answers);
    }

    /** No place lies at zero degrees, nor in the middle of the State, where programs put what they do not know. */
    static void v10(Examined record, CheckContext context, Answers answers) {
        rule("V-10", record, context, answers);
        Optional<Geometry> shape = record.geometry();
        if (shape.isEmpty()) {
            return;
        }
        Optional<Coordinate> middle = context.country().flatMap(country -> country.middle());
        if (middle.isEmpty()) {
            answers.not(Reason.NO_COUNTRY, "middle");
        } else if (shape.get().getDimension() == 0
                && shape.get().getCoordinate() != null
                && shape.get().getCoordinate().distance(middle.get()) < 1e-4) {
            answers.blocks("shape", "middle", Map.of());
        }
    }

    /** Coordinates are neither too coarse for a place nor finer than anybody measures. */
    static void v11(Examined record, CheckContext context, Answers answers) {
        Optional<Geometry> shape = record.geometry().filter(one -> !one.isEmpty());
        if (shape.isEmpty()) {
            answers.not(Reason.NO_PLACE, "");
            return;
        }
        int decimals = decimals(shape.get());
        if (decimals < LEAST_DECIMALS) {
            answers.shape(
                    new GeometryFinding(GeometryFault.FEW_DECIMALS, null, Map.of("decimals", decimals)),
                    Severity.WARNS);
        } else if (decimals > MOST_DECIMALS) {
            answers.shape(
                    new GeometryFinding(GeometryFault.MANY_DECIMALS, null, Map.of("decimals", decimals)),
                    Severity.WARNS);
        }
    }

    /** The most decimals of any of its coordinates, up to nine. */
    private static int decimals(Geometry shape) {
        int[] most = {0};
        shape.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence points, int i) {
                most[0] = decimals(points.getX(i), most[0]);
                most[0] = decimals(points.getY(i), most[0]);
            }

            @Override
            public boolean isDone() {
                return most[0] > MOST_DECIMALS;
            }

            @Override
            public boolean isGeometryChanged() {
                return false;
            }
        });
        return most[0];
    }

    private static int decimals(double degrees, int least) {
        double power = Math.pow(10, least);
        for (int decimals = least; decimals <= MOST_DECIMALS; decimals++) {
            double shifted = degrees * power;
            // As exact as a number of this size can be kept.
            if (Math.abs(shifted - Math.rint(shifted)) <= Math.ulp(shifted) * 4) {
                return decimals;
            }
            power *= 10;
        }
        return MOST_DECIMALS + 1;
    }

    /** The stated area is the computed one, but for rounding; a factor of a unit is told. */
    static void v12(Examined record, CheckContext context, Answers answers) {
        OptionalDouble stated = Said.decimal(record, "area_stated_m2");
        if (stated.isEmpty()) {
            answers.not(Reason.NO_VALUE, "area_stated_m2");
            return;
        }
        double computed = record.checkedShape(context.settings()).area();
        if (computed <= 0) {
            answers.not(Reason.NO_PLACE, "");
            return;
        }
        double difference = Math.abs(stated.getAsDouble() - computed);
        Map<String, Object> values = Map.of(
                "stated", stated.getAsDouble(),
                "computed", Math.round(computed),
                "percent", Math.round(difference / computed * 100));
        if (stated.getAsDouble() > 0) {
            double ratio = Math.max(stated.getAsDouble() / computed, computed / stated.getAsDouble());
            for (int factor : new int[] {100, 10_000, 1_000_000}) {
                if (Math.abs(ratio / factor - 1) <= FACTOR_TOLERANCE) {
                    answers.blocks(
                            "area_stated_m2",
                            "unit",
                            Map.of("stated", stated.getAsDouble(), "computed", Math.round(computed), "factor", factor));
                    return;
                }
            }
        }
        if (difference / computed > MOST_DIFFERENCE && difference > SMALL_DIFFERENCE_M2) {
            answers.blocks("area_stated_m2", "", values);
        } else if (difference / computed > USUAL_DIFFERENCE && difference > SMALL_DIFFERENCE_M2) {
            answers.warns("area_stated_m2", "", values);
        }
    }

    /** An area is of a size that one can be: that of its shape, else the stated one. */
    static void v13(Examined record, CheckContext context, Answers answers) {
        boolean shaped =
                record.geometry().filter(shape -> shape.getDimension() == 2).isPresent();
        if (!shaped) {
            stated(record, context, answers);
            return;
        }
        for (GeometryFinding one : record.checkedShape(context.settings()).findings()) {
            boolean large = one.fault() == GeometryFault.LARGE_AREA;
            if (one.fault().rule().equals("V-13") && (!large || confirmed(record))) {
                answers.shape(one, one.fault().severity());
            }
        }
    }

    private static boolean confirmed(Examined record) {
        return record.kind() == Kind.HAZARD && Said.is(record, "class", "CHA");
    }

    private static void stated(Examined record, CheckContext context, Answers answers) {
        OptionalDouble area = Said.decimal(record, "area_stated_m2");
        if (area.isEmpty()) {
            answers.not(Reason.NO_VALUE, "area_stated_m2");
            return;
        }
        double least = context.settings().smallestArea();
        double most = context.settings().largestArea();
        double hugest = context.settings().hugestArea();
        if (area.getAsDouble() > hugest) {
            size(GeometryFault.HUGE_AREA, area.getAsDouble(), "most", hugest, answers);
        } else if (area.getAsDouble() > most && confirmed(record)) {
            size(GeometryFault.LARGE_AREA, area.getAsDouble(), "most", most, answers);
        } else if (area.getAsDouble() < least) {
            size(GeometryFault.SMALL_AREA, area.getAsDouble(), "least", least, answers);
        }
    }

    private static void size(GeometryFault fault, double area, String bound, double value, Answers answers) {
        answers.shape(new GeometryFinding(fault, null, Map.of("area", area, bound, value)), fault.severity());
    }

    /** The parts of a shape do not lie over each other. */
    static void v14(Examined record, CheckContext context, Answers answers) {
        rule("V-14", record, context, answers);
    }

    private static void rule(String rule, Examined record, CheckContext context, Answers answers) {
        if (record.geometry().isEmpty()) {
            answers.not(record.content().shape().isPresent() ? Reason.PLACE_UNREADABLE : Reason.NO_PLACE, "");
            return;
        }
        for (GeometryFinding one : record.checkedShape(context.settings()).findings()) {
            if (one.fault().rule().equals(rule)) {
                answers.shape(one, one.fault().severity());
            }
        }
    }
}
