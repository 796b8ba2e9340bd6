package org.mineban.geography;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * A shape that is not valid, and what it could be mended to. A person decides; the shape as given is kept.
 *
 * @param before as given
 * @param after valid; both lobes of a boundary that crosses itself are kept, so that no land is lost
 * @param areaBefore square metres on the ellipsoid; for a boundary that crosses itself the lobes are taken off each other, which is why it may be small
 * @param areaAfter square metres on the ellipsoid
 */
public record Repair(Geometry before, Geometry after, double areaBefore, double areaAfter) {

    /** What a shape could be mended to; empty when it is valid, or when nothing with an area would be left of it. */
    public static Optional<Repair> of(@Nullable Geometry shape) {
        if (shape == null || shape.isEmpty() || valid(shape)) {
            return Optional.empty();
        }
        Geometry mended = GeometryFixer.fix(shape);
        if (mended.isEmpty() || (shape.getDimension() == 2 && mended.getDimension() < 2)) {
            return Optional.empty();
        }
        return Optional.of(new Repair(shape, mended, Geodesy.area(shape), Geodesy.area(mended)));
    }

    /** The shape itself when it is valid, else what it is mended to, for questions that need a valid one. */
    static Geometry usable(Geometry shape) {
        return valid(shape) ? shape : GeometryFixer.fix(shape);
    }

    private static boolean valid(Geometry shape) {
        return SimpleRing.certainlyValid(shape) || new IsValidOp(shape).isValid();
    }
}
