package org.mineban.geography;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/** Which of many shapes lie over each other, and by how much. */
public final class Overlaps {

    private Overlaps() {}

    /**
     * Two shapes that share land.
     *
     * @param first place in the list of the one that comes first
     * @param second place in the list of the other
     * @param area that both cover, in square metres
     * @param shareOfSmaller the same as a share of the smaller of the two, from 0 to 1
     * @param place a point of it, on WGS 84
     */
    public record Overlap(int first, int second, double area, double shareOfSmaller, Coordinate place) {}

    /** Every pair among these that shares land, in the order of the list. Shapes that are not valid are mended for it. */
    public static List<Overlap> among(List<? extends Geometry> shapes) {
        Prepared all = new Prepared(shapes);
        List<Overlap> found = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            int first = i;
            all.meeting(all.flat[i], second -> second > first, found, first);
        }
        return found;
    }

    /** Every pair of one of the first and one of the second that shares land. */
    public static List<Overlap> between(List<? extends Geometry> firsts, List<? extends Geometry> seconds) {
        Prepared all = new Prepared(seconds);
        List<Overlap> found = new ArrayList<>();
        for (int i = 0; i < firsts.size(); i++) {
            all.meeting(all.frame.flat(Repair.usable(firsts.get(i))), second -> true, found, i);
        }
        return found;
    }

    private static final class Prepared {

        private final PlanarFrame frame;
        private final Geometry[] flat;
        private final STRtree tree = new STRtree();

        Prepared(List<? extends Geometry> shapes) {
            Envelope box = new Envelope();
            shapes.forEach(shape -> box.expandToInclude(shape.getEnvelopeInternal()));
            frame = box.isNull()
                    ? PlanarFrame.around(new Position(0, 0))
                    : PlanarFrame.around(new Position(box.centre().y, box.centre().x));
            flat = new Geometry[shapes.size()];
            for (int i = 0; i < flat.length; i++) {
                flat[i] = frame.flat(Repair.usable(shapes.get(i)));
                if (!flat[i].isEmpty()) {
                    tree.insert(flat[i].getEnvelopeInternal(), i);
                }
            }
            tree.build();
        }

        @SuppressWarnings("unchecked")
        void meeting(Geometry shape, java.util.function.IntPredicate wanted, List<Overlap> found, int first) {
            if (shape.isEmpty()) {
                return;
            }
            List<Integer> near = tree.query(shape.getEnvelopeInternal());
            PreparedGeometry prepared = null;
            for (int second : near.stream().sorted().toList()) {
                if (!wanted.test(second)) {
                    continue;
                }
                if (prepared == null) {
                    prepared = PreparedGeometryFactory.prepare(shape);
                }
                if (!prepared.intersects(flat[second])) {
                    continue;
                }
                Geometry shared = org.locationtech.jts.operation.overlayng.OverlayNGRobust.overlay(
                        shape, flat[second], org.locationtech.jts.operation.overlayng.OverlayNG.INTERSECTION);
                double area = shared.getArea();
                double smaller = Math.min(shape.getArea(), flat[second].getArea());
                if (area > 0 && smaller > 0) {
                    Coordinate place = frame.round(shared.getInteriorPoint()).getCoordinate();
                    found.add(new Overlap(first, second, area, Math.min(1, area / smaller), place));
                }
            }
        }
    }

    /** The land that at least one of these covers, in square metres. Shapes that are not valid are mended for it. */
    public static double unionArea(List<? extends Geometry> shapes) {
        return union(shapes).getArea();
    }

    /** The land that one of the first covers and none of the second, in square metres. */
    public static double areaWithout(List<? extends Geometry> shapes, List<? extends Geometry> others) {
        Prepared all = new Prepared(shapes);
        Geometry kept = unite(List.of(all.flat));
        Geometry taken = unite(others.stream()
                .map(shape -> all.frame.flat(Repair.usable(shape)))
                .toList());
        return org.locationtech.jts.operation.overlayng.OverlayNGRobust.overlay(
                        kept, taken, org.locationtech.jts.operation.overlayng.OverlayNG.DIFFERENCE)
                .getArea();
    }

    /** The land that a shape covers and none of the others, on WGS 84; empty when nothing is left. Slivers that rounding leaves are dropped. */
    public static Geometry without(Geometry shape, List<? extends Geometry> others) {
        Prepared all = new Prepared(List.of(shape));
        Geometry taken = unite(others.stream()
                .map(other -> all.frame.flat(Repair.usable(other)))
                .toList());
        Geometry left = org.locationtech.jts.operation.overlayng.OverlayNGRobust.overlay(
                all.flat[0], taken, org.locationtech.jts.operation.overlayng.OverlayNG.DIFFERENCE);
        return all.frame.round(withoutSlivers(left));
    }

    /** The land that at least one of these covers, on WGS 84. */
    public static Geometry together(List<? extends Geometry> shapes) {
        Prepared all = new Prepared(shapes);
        return all.frame.round(unite(List.of(all.flat)));
    }

    private static final double SLIVER_M2 = 0.01;

    private static Geometry withoutSlivers(Geometry flat) {
        List<org.locationtech.jts.geom.Polygon> kept = new ArrayList<>();
        for (int i = 0; i < flat.getNumGeometries(); i++) {
            if (flat.getGeometryN(i) instanceof org.locationtech.jts.geom.Polygon part && part.getArea() > SLIVER_M2) {
                kept.add(part);
            }
        }
        return kept.size() == 1
                ? kept.getFirst()
                : ShapeBuilder.FACTORY.createMultiPolygon(kept.toArray(org.locationtech.jts.geom.Polygon[]::new));
    }

    private static Geometry union(List<? extends Geometry> shapes) {
        return unite(List.of(new Prepared(shapes).flat));
    }

    private static Geometry unite(List<Geometry> flat) {
        Geometry union = org.locationtech.jts.operation.overlayng.OverlayNGRobust.union(
                flat.stream().filter(shape -> !shape.isEmpty()).toList());
        return union == null ? new org.locationtech.jts.geom.GeometryFactory().createPolygon() : union;
    }
}
