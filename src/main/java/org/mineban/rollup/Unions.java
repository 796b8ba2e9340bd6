package org.mineban.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.mineban.kernel.Figure;
import org.mineban.kernel.Provision;
import org.mineban.kernel.StateCode;
import org.mineban.operations.Kind;
import org.mineban.operations.RegisterFigures;
import org.mineban.operations.RegisterFigures.Counted;
import org.mineban.operations.Selection;
import org.mineban.rollup.TreatyFigure.Part;
import org.mineban.rollup.TreatyFigure.Unit;

/**
 * The ground under all shapes, each square metre once however many records cover it: beside the sums, which count it for each of them. Made on request,
 * since shapes are read for it.
 */
final class Unions implements FigureQuery {

    private static final Provision C = FigureQuery.article7("c");
    private static final Provision F = FigureQuery.article7("f");
    private static final int HUNDREDTHS = 2;

    @Override
    public List<TreatyFigure> figures(RegisterFigures.Reader records, StateCode state, Period period) {
        List<Counted> open = Remaining.on(records, state, period, period.until()).values().stream()
                .map(Remaining.Area::hazard)
                .sorted(java.util.Comparator.comparingLong(Counted::number))
                .toList();
        List<Counted> released = records.counted(
                state, Selection.of(Kind.PRODUCT, period.atEnd()).categories("CLEARED", "CANCELLED", "REDUCED"));
        Map<Long, Geometry> land = flat(records.shapes(state, open));
        Map<Long, Geometry> done = flat(records.shapes(state, released));
        List<TreatyFigure> figures = new ArrayList<>();
        figures.add(union(FigureRule.CONFIRMED_UNION, C, Kind.HAZARD, only(open, "CHA"), land));
        figures.add(union(FigureRule.SUSPECTED_UNION, C, Kind.HAZARD, only(open, "SHA"), land));
        figures.add(union(FigureRule.KNOWN_UNION, C, Kind.HAZARD, open, land));
        figures.add(union(FigureRule.RELEASED_UNION, F, Kind.PRODUCT, released, done));
        Geometry rest = OverlayNGRobust.overlay(
                whole(open, land),
                whole(released.stream().filter(category("CLEARED")).toList(), done),
                OverlayNG.DIFFERENCE);
        figures.add(figure(FigureRule.KNOWN_LESS_CLEARED, C, Kind.HAZARD, open, land, rest));
        return figures;
    }

    private static Map<Long, Geometry> flat(Map<Long, Geometry> shapes) {
        shapes.replaceAll((number, shape) -> SharedLand.flat(shape));
        return shapes;
    }

    private static Predicate<Counted> category(String category) {
        return one -> one.category().filter(category::equals).isPresent();
    }

    private static List<Counted> only(List<Counted> open, String areaClass) {
        return open.stream().filter(category(areaClass)).toList();
    }

    private static TreatyFigure union(
            FigureRule rule, Provision provision, Kind kind, List<Counted> those, Map<Long, Geometry> shapes) {
        return figure(rule, provision, kind, those, shapes, whole(those, shapes));
    }

    private static Geometry whole(List<Counted> those, Map<Long, Geometry> shapes) {
        List<Geometry> all = those.stream()
                .map(one -> shapes.get(one.number()))
                .filter(shape -> shape != null && shape.getDimension() == 2)
                .toList();
        return all.isEmpty() ? new GeometryFactory().createPolygon() : OverlayNGRobust.union(all);
    }

    /** A part gives the area of its own shape, so that the figure can be held against their sum; one without a shape gives nothing that is known. */
    private static TreatyFigure figure(
            FigureRule rule,
            Provision provision,
            Kind kind,
            List<Counted> those,
            Map<Long, Geometry> shapes,
            Geometry ground) {
        List<Part> parts = those.stream()
                .map(one -> new Part(
                        kind.id(),
                        one.number(),
                        one.version(),
                        one.code(),
                        Optional.ofNullable(shapes.get(one.number())).map(shape -> rounded(shape.getArea()))))
                .toList();
        return new TreatyFigure(
                rule, provision, Unit.SQUARE_METRES, Map.of(), Figure.of(rounded(ground.getArea())), parts);
    }

    private static BigDecimal rounded(double squareMetres) {
        return BigDecimal.valueOf(Math.round(squareMetres * 100), HUNDREDTHS);
    }
}
