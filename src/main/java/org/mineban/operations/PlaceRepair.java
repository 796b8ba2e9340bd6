package org.mineban.operations;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.mineban.geography.Position;
import org.mineban.geography.WhereItWouldFit;

/** Where a shape outside its State would lie without the slip that explains it. */
final class PlaceRepair {

    private static final double SAME = 1e-9;

    private PlaceRepair() {}

    /** The shape without the slip; empty when it lies in the State, when nothing explains it, or when not all of it would lie in the State. */
    static Optional<Geometry> of(@Nullable Geometry shape, Optional<CountryPlace> country) {
        if (shape == null || shape.isEmpty() || country.isEmpty()) {
            return Optional.empty();
        }
        if (country.get().outline().surelyContains(shape.getEnvelopeInternal())) {
            return Optional.empty();
        }
        Coordinate first = shape.getCoordinate();
        Position given = new Position(first.y, first.x);
        if (!given.possible() || country.get().outline().contains(given)) {
            return Optional.empty();
        }
        return WhereItWouldFit.fits(given, country.get().outline()).stream()
                .filter(fit -> fit.slip() != WhereItWouldFit.Slip.HEMISPHERE)
                .findFirst()
                .map(fit -> moved(shape, first, fit))
                .filter(moved -> inside(moved, country.get()));
    }

    private static Geometry moved(Geometry shape, Coordinate first, WhereItWouldFit.Fit fit) {
        boolean swapped =
                fit.slip() == WhereItWouldFit.Slip.SWAPPED || fit.slip() == WhereItWouldFit.Slip.SWAPPED_AND_SIGN;
        boolean shifted = fit.slip() == WhereItWouldFit.Slip.ZONE;
        double east = shifted ? fit.place().longitude() - first.x : 0;
        double x = sign(fit.place().longitude(), swapped ? first.y : first.x);
        double y = shifted ? 1 : sign(fit.place().latitude(), swapped ? first.x : first.y);
        Geometry moved = shape.copy();
        moved.apply((CoordinateFilter) point -> {
            double longitude = swapped ? point.y : point.x;
            double latitude = swapped ? point.x : point.y;
            point.x = shifted ? longitude + east : longitude * x;
            point.y = latitude * y;
        });
        moved.geometryChanged();
        return moved;
    }

    private static double sign(double wanted, double given) {
        return Math.abs(wanted - given) <= SAME ? 1 : -1;
    }

    private static boolean inside(Geometry shape, CountryPlace country) {
        for (Coordinate point : shape.getCoordinates()) {
            if (country.outline().outside(new Position(point.y, point.x), WhereItWouldFit.MARGIN_METRES)) {
                return false;
            }
        }
        return true;
    }
}
