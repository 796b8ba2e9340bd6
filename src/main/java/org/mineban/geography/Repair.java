package org.mineban.geography;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * A shape that is not valid, and what it could be mended to. A person decides; the shape as given is kept.
 *
 * @param method by which it was mended
 * @param before as given
 * @param after valid
 * @param areaBefore square metres on the ellipsoid; for a boundary that crosses itself the lobes are taken off each other, which is why it may be small
 * @param areaAfter square metres on the ellipsoid
 */
public record Repair(Method method, Geometry before, Geometry after, double areaBefore, double areaAfter) {

    /** How a boundary that crosses itself is understood. Of a bow-tie the two differ by half of its land. */
    public enum Method {
        /** Everything that the boundary goes around is inside, whichever way it goes around: no land is lost. */
        KEEP_EVERY_LOBE,
        /**
         * What the boundary goes around in its main direction is inside; lobes of the other direction are dropped. Many programs mend this way, by a buffer of
         * zero, and figures that others publish often rest on it.
         */
        MAIN_DIRECTION
    }

    /** What a shape could be mended to without losing land; empty when it is valid, or when nothing with an area would be left of it. */
    public static Optional<Repair> of(@Nullable Geometry shape) {
        return of(shape, Method.KEEP_EVERY_LOBE);
    }

    /** What a shape could be mended to by that method; empty when it is valid, or when nothing with an area would be left of it. */
    public static Optional<Repair> of(@Nullable Geometry shape, Method method) {
        if (shape == null || shape.isEmpty() || valid(shape)) {
            return Optional.empty();
        }
        Geometry mended =
                method == Method.MAIN_DIRECTION && shape.getDimension() == 2 ? shape.buffer(0) : everyLobe(shape);
        if (mended.isEmpty() || (shape.getDimension() == 2 && mended.getDimension() < 2)) {
            return Optional.empty();
        }
        return Optional.of(new Repair(method, shape, mended, Geodesy.area(shape), Geodesy.area(mended)));
    }

    /** The shape itself when it is valid, else what it is mended to without losing land, for questions that need a valid one. */
    static Geometry usable(Geometry shape) {
        return valid(shape) ? shape : everyLobe(shape);
    }

    /**
     * Lobes that the library mends one by one may share a side, which makes them one; where sides nearly touch, a rounding may make the whole invalid again,
     * which it is not on a grid of a tenth of a millimetre. Empty when even that does not help.
     */
    private static Geometry everyLobe(Geometry shape) {
        Geometry mended = GeometryFixer.fix(shape);
        if (!mended.isValid()) {
            mended = OverlayNGRobust.union(mended);
        }
        for (double grid = 1e9; !mended.isValid() && grid > 1e6; grid /= 10) {
            mended = UnaryUnionNG.union(GeometryFixer.fix(shape), new PrecisionModel(grid));
        }
        return mended.isValid() ? mended : shape.getFactory().createPolygon();
    }

    private static boolean valid(Geometry shape) {
        return SimpleRing.certainlyValid(shape) || new IsValidOp(shape).isValid();
    }
}
