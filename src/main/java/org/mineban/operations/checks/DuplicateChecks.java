package org.mineban.operations.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.mineban.geography.Geodesy;
import org.mineban.geography.PlanarFrame;
import org.mineban.geography.Position;
import org.mineban.geography.Repair;
import org.mineban.kernel.PartialDate;
import org.mineban.operations.CheckContext;
import org.mineban.operations.Examined;
import org.mineban.operations.Kind;
import org.mineban.operations.NotChecked.Reason;

/** Records beside others: the same shape, the same land, the same code. */
final class DuplicateChecks {

    private static final double LEAST_OVERLAP_M2 = 1;
    private static final double NEARLY_WHOLE = 0.9;
    private static final double SMALL_SHARE = 0.05;
    private static final double BUFFER_METRES = 5;
    private static final double METRES_IN_A_DEGREE = 110_000;

    private DuplicateChecks() {}

    /** Land that two shapes share, in square metres, and as a share of the smaller. */
    private record Shared(double area, double ofSmaller) {}

    /** No other record has exactly this shape. */
    static void v15(Examined record, CheckContext context, Answers answers) {
        for (Examined other : around(record, record.kind(), context, answers)) {
            if (other.geometry().isPresent()
                    && same(record.geometry().orElseThrow(), other.geometry().get())) {
                boolean worse =
                        record.fields().text("class").equals(other.fields().text("class"))
                                && record.source().equals(other.source());
                Map<String, Object> values = Map.of("other", other.code());
                if (worse) {
                    answers.blocks("shape", "", values);
                } else {
                    answers.warns("shape", "", values);
                }
                return;
            }
        }
    }

    /** The same points, whichever comes first and in whichever direction. */
    private static boolean same(Geometry one, Geometry other) {
        return one.getNumPoints() == other.getNumPoints()
                && one.getEnvelopeInternal().equals(other.getEnvelopeInternal())
                && (one.equalsExact(other) || one.norm().equalsExact(other.norm()));
    }

    /** Two open areas do not cover the same land. */
    static void v16(Examined area, CheckContext context, Answers answers) {
        if (!area.open()) {
            return;
        }
        for (Examined other : around(area, Kind.HAZARD, context, answers)) {
            Optional<Shared> shared = other.open() ? shared(area, other) : Optional.empty();
            if (shared.isEmpty() || shared.get().area() <= LEAST_OVERLAP_M2) {
                continue;
            }
            Map<String, Object> values = values(other, shared.get());
            if (shared.get().ofSmaller() > NEARLY_WHOLE) {
                answers.blocks("shape", "", values);
            } else {
                answers.warns("shape", "", values);
            }
        }
    }

    private static Map<String, Object> values(Examined other, Shared shared) {
        return Map.of(
                "other",
                other.code(),
                "area",
                Math.round(shared.area()),
                "percent",
                Math.round(shared.ofSmaller() * 1000) / 10.0);
    }

    /** Land that is open and cleared at once is either what remains, or contaminated anew. Told at whichever of the two came later. */
    static void v17(Examined record, CheckContext context, Answers answers) {
        boolean hazard = record.kind() == Kind.HAZARD;
        if (hazard ? !record.open() : !Said.is(record, "release", "CLEARED")) {
            return;
        }
        for (Examined other : around(record, hazard ? Kind.PRODUCT : Kind.HAZARD, context, answers)) {
            if (hazard ? !Said.is(other, "release", "CLEARED") : !other.open()) {
                continue;
            }
            Optional<Shared> shared = shared(record, other);
            if (shared.isPresent()
                    && shared.get().area() > LEAST_OVERLAP_M2
                    && shared.get().ofSmaller() > SMALL_SHARE) {
                Examined area = hazard ? record : other;
                Examined product = hazard ? other : record;
                boolean own = product.fields()
                        .text("hazard")
                        .filter(area.code()::equals)
                        .isPresent();
                answers.warns("shape", own ? "remainder" : "", values(other, shared.get()));
            }
        }
    }

    /** A product lies in its area, but for a border as wide as the position may be wrong. */
    static void v18(Examined product, CheckContext context, Answers answers) {
        Optional<String> code = product.fields().text("hazard");
        if (code.isEmpty()) {
            answers.notLinked(Kind.HAZARD);
            return;
        }
        if (context.register().isEmpty()) {
            answers.not(Reason.NO_REGISTER, "hazard");
            return;
        }
        Optional<Examined> area = context.register().get().find(Kind.HAZARD, code.get());
        Optional<Geometry> land = area.flatMap(Examined::geometry).filter(shape -> shape.getDimension() == 2);
        Optional<Geometry> part = product.geometry().filter(shape -> shape.getDimension() == 2);
        if (land.isEmpty() || part.isEmpty()) {
            answers.not(Reason.NO_PLACE, part.isEmpty() ? "" : "hazard");
            return;
        }
        double buffer = Math.max(
                BUFFER_METRES,
                Said.decimal(area.orElseThrow(), "position_error_m").orElse(0));
        PlanarFrame frame = PlanarFrame.around(land.get());
        Geometry wide = frame.flat(mended(land.get())).buffer(buffer);
        Geometry flat = frame.flat(mended(part.get()));
        double whole = flat.getArea();
        double outside = whole <= 0
                ? 0
                : OverlayNGRobust.overlay(flat, wide, OverlayNG.DIFFERENCE).getArea();
        Map<String, Object> values =
                Map.of("hazard", code.get(), "percent", whole <= 0 ? 0.0 : Math.round(outside / whole * 1000) / 10.0);
        if (whole > 0 && outside / whole > SMALL_SHARE) {
            answers.blocks("shape", "", values);
        } else if (outside > LEAST_OVERLAP_M2) {
            answers.warns("shape", "", values);
        }
    }

    private static Geometry mended(Geometry shape) {
        return Repair.of(shape).map(Repair::after).orElse(shape);
    }

    /** No other record of the kind has the same code, whatever its case, spaces and dashes. */
    static void v19(Examined record, CheckContext context, Answers answers) {
        if (context.register().isEmpty()) {
            answers.not(Reason.NO_REGISTER, record.kind().id());
            return;
        }
        for (Examined other : context.register().get().alike(record.kind(), record.code())) {
            if (!same(record, other) && told(record, other)) {
                answers.blocks("code", "", Map.of("other", other.code()));
                return;
            }
        }
    }

    /** Two records of one kind, near each other, of nearly the same day and with names alike, may be one. */
    static void v20(Examined record, CheckContext context, Answers answers) {
        Optional<PartialDate> day = Said.date(record, dateField(record.kind()))
                .filter(date -> date.day().isPresent());
        if (day.isEmpty()) {
            answers.not(Reason.NO_VALUE, dateField(record.kind()));
            return;
        }
        Optional<String> name = record.fields().text("reference");
        if (name.isEmpty()) {
            answers.not(Reason.NO_VALUE, "reference");
            return;
        }
        double most = context.settings().duplicateMetres();
        for (Examined other : around(record, record.kind(), context, answers, most)) {
            Optional<PartialDate> then = Said.date(other, dateField(other.kind()))
                    .filter(date -> date.day().isPresent());
            if (then.isEmpty()
                    || Math.abs(then.get().earliest().toEpochDay()
                                    - day.get().earliest().toEpochDay())
                            > context.settings().duplicateDays()
                    || other.fields()
                            .text("reference")
                            .filter(text -> Words.alike(name.get(), text))
                            .isEmpty()) {
                continue;
            }
            double metres =
                    metres(record.geometry().orElseThrow(), other.geometry().orElseThrow());
            if (metres < most) {
                answers.warns("", "", Map.of("other", other.code(), "metres", Math.round(metres)));
                return;
            }
        }
    }

    private static String dateField(Kind kind) {
        return switch (kind) {
            case HAZARD -> "discovered_on";
            case ACTIVITY -> "started_on";
            case PRODUCT -> "released_on";
            case FIND -> "found_on";
            case SESSION -> "held_on";
            default -> "happened_on";
        };
    }

    private static double metres(Geometry one, Geometry other) {
        var nearest = DistanceOp.nearestPoints(one, other);
        return Geodesy.distance(new Position(nearest[0].y, nearest[0].x), new Position(nearest[1].y, nearest[1].x));
    }

    /** Land is released once: not again in another year or in another way. */
    static void v34(Examined product, CheckContext context, Answers answers) {
        for (Examined other : around(product, Kind.PRODUCT, context, answers)) {
            if (!differs(product, other)) {
                continue;
            }
            Optional<Shared> shared = shared(product, other);
            if (shared.isPresent() && shared.get().area() > LEAST_OVERLAP_M2) {
                answers.blocks("shape", "", values(other, shared.get()));
            }
        }
    }

    private static boolean differs(Examined one, Examined other) {
        Optional<Integer> year = year(one);
        Optional<Integer> then = year(other);
        return !one.fields().text("release").equals(other.fields().text("release"))
                || (year.isPresent() && then.isPresent() && !year.equals(then));
    }

    private static Optional<Integer> year(Examined product) {
        return Said.date(product, "released_on").map(date -> date.earliest().getYear());
    }

    private static List<Examined> around(Examined record, Kind kind, CheckContext context, Answers answers) {
        return around(record, kind, context, answers, 0);
    }

    /** Other live records near this one that are told of here and not there; none, with a word why, when there is no place or register. */
    private static List<Examined> around(
            Examined record, Kind kind, CheckContext context, Answers answers, double metres) {
        Optional<Geometry> shape = record.geometry().filter(one -> !one.isEmpty());
        if (shape.isEmpty() || !record.live()) {
            answers.not(Reason.NO_PLACE, "");
            return List.of();
        }
        if (context.register().isEmpty()) {
            answers.not(Reason.NO_REGISTER, kind.id());
            return List.of();
        }
        Envelope box = new Envelope(shape.get().getEnvelopeInternal());
        if (metres > 0) {
            double degrees = metres / METRES_IN_A_DEGREE;
            double wide = degrees / Math.max(0.01, Math.cos(Math.toRadians(box.getMaxY())));
            box.expandBy(wide, degrees);
        }
        List<Examined> others = new ArrayList<>();
        for (Examined other : context.register().get().near(kind, box)) {
            if (!same(record, other) && told(record, other)) {
                others.add(other);
            }
        }
        return others;
    }

    /** Whether the other is the record itself, or what the register has of it until now. */
    private static boolean same(Examined record, Examined other) {
        return record == other
                || (record.place() == Integer.MAX_VALUE
                        && record.kind() == other.kind()
                        && record.code().equals(other.code()));
    }

    /** A pair is told of once: at the one that comes later, or at the one that is looked at alone. */
    private static boolean told(Examined record, Examined other) {
        return record.place() == Integer.MAX_VALUE
                || other.place() == Integer.MAX_VALUE
                || other.place() < record.place();
    }

    private static Optional<Shared> shared(Examined record, Examined other) {
        if (!record.geometry()
                .orElseThrow()
                .getEnvelopeInternal()
                .intersects(other.geometry().map(Geometry::getEnvelopeInternal).orElseGet(Envelope::new))) {
            return Optional.empty();
        }
        Geometry one = record.flat().orElseThrow();
        Geometry two = other.flat().orElseThrow();
        OptionalDouble smaller = smaller(one, two);
        if (smaller.isEmpty() || !one.intersects(two)) {
            return Optional.empty();
        }
        double area = OverlayNGRobust.overlay(one, two, OverlayNG.INTERSECTION).getArea();
        return Optional.of(new Shared(area, Math.min(1, area / smaller.getAsDouble())));
    }

    private static OptionalDouble smaller(Geometry one, Geometry two) {
        double least = Math.min(one.getArea(), two.getArea());
        return least > 0 ? OptionalDouble.of(least) : OptionalDouble.empty();
    }
}
