package org.mineban.rollup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.mineban.geography.PlanarFrame;
import org.mineban.geography.Position;
import org.mineban.kernel.StateCode;
import org.mineban.operations.RegisterFigures;
import org.mineban.operations.RegisterFigures.Counted;

/** Land that several products release from one area is released once: by the first of them. */
final class SharedLand {

    private static final double HUNDREDTHS = 100;
    private static final double LEAST_M2 = 1;
    private static final PlanarFrame PLANE = PlanarFrame.around(new Position(0, 0));

    private SharedLand() {}

    /**
     * Products as they count.
     *
     * @param once each with the area that no earlier one had released already
     * @param twice by number, the hundredths of a square metre that an earlier one had
     */
    record Counting(List<Counted> once, Map<Long, Long> twice) {}

    /** How products count, in the order in which they came. Those without a shape or an area count as they are. */
    static Counting of(RegisterFigures.Reader records, StateCode state, List<Counted> products) {
        Map<Long, List<Counted>> byArea = new HashMap<>();
        for (Counted product : products) {
            if (product.parent().isPresent()
                    && product.placeKnown()
                    && product.area().isPresent()) {
                byArea.computeIfAbsent(product.parent().getAsLong(), absent -> new ArrayList<>(2))
                        .add(product);
            }
        }
        byArea.values().removeIf(several -> several.size() < 2);
        Map<Long, Geometry> shapes = records.shapes(
                state, byArea.values().stream().flatMap(List::stream).toList());
        Map<Long, Long> twice = new HashMap<>();
        byArea.values().forEach(several -> overlaps(several, shapes, twice));
        List<Counted> once = products.stream()
                .map(product -> {
                    Long before = twice.get(product.number());
                    return before == null
                            ? product
                            : product.withArea(Math.max(0, product.area().orElse(0) - before));
                })
                .toList();
        return new Counting(once, twice);
    }

    private static void overlaps(List<Counted> several, Map<Long, Geometry> shapes, Map<Long, Long> twice) {
        List<Counted> inTime = several.stream()
                .sorted(Comparator.comparing(
                                (Counted product) -> product.happenedUntil().orElse(java.time.LocalDate.MAX))
                        .thenComparingLong(Counted::number))
                .toList();
        List<Geometry> before = new ArrayList<>();
        for (Counted product : inTime) {
            Geometry round = shapes.get(product.number());
            if (round == null || round.getDimension() < 2) {
                continue;
            }
            Geometry flat = flat(round);
            Geometry rest = flat;
            for (Geometry other : before) {
                if (rest.getEnvelopeInternal().intersects(other.getEnvelopeInternal())) {
                    rest = OverlayNGRobust.overlay(rest, other, OverlayNG.DIFFERENCE);
                }
            }
            double shared = flat.getArea() - rest.getArea();
            if (shared > LEAST_M2) {
                twice.put(product.number(), Math.round(shared * HUNDREDTHS));
            }
            before.add(flat);
        }
    }

    /** A shape on a plane on which areas are as large as on the ground. */
    static Geometry flat(Geometry round) {
        Geometry flat = PLANE.flat(round);
        return flat.isValid() ? flat : GeometryFixer.fix(flat);
    }
}
