package org.mineban.portal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.mineban.kernel.StateCode;
import org.mineban.operations.Actor;
import org.mineban.operations.AreaLife;
import org.mineban.operations.Kind;
import org.mineban.operations.Register;
import org.mineban.operations.RegisterVersion;
import org.mineban.operations.Shape;
import org.mineban.operations.Shapes;
import org.mineban.operations.TypedFields;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The hazardous areas of a State as they were in the field on any day, as known now or as known on an earlier day: drawn and listed. It is a sketch for
 * finding one's way in the register, on no map of anybody.
 */
@RestController
final class AreaMapPage {

    private static final int MOST_ROWS = 300;
    private static final int MOST_SHAPES = 400;
    private static final int MOST_CORNERS = 20_000;
    private static final int CELLS = 48;
    private static final double SIZE = 640;
    private static final double MARGIN = 12;
    private static final double TEN_MILLION = 10_000_000;

    private final PageRenderer renderer;
    private final Register register;

    AreaMapPage(PageRenderer renderer, Register register) {
        this.renderer = renderer;
        this.register = register;
    }

    /** The list and the sketch of a day. */
    record View(
            String state,
            String stateHref,
            String action,
            String day,
            String known,
            Optional<String> wrong,
            String svg,
            String summary,
            String shown,
            List<Row> rows) {}

    /** An area on that day. */
    record Row(String code, String href, String areaClass, String status, String area, String from) {}

    @GetMapping("/register/{code:[A-Za-z]{3}}/map")
    ResponseEntity<byte[]> map(Visit visit, @PathVariable("code") String iso3) {
        StateCode state = RegisterPages.state(visit, iso3);
        Actor reader = RegisterPages.required(visit);
        String typedDay = visit.asked("day").orElseGet(() -> visit.today().toString());
        Optional<LocalDate> day = day(typedDay);
        Optional<LocalDate> known = visit.asked("known").flatMap(AreaMapPage::day);
        boolean wrong = day.isEmpty() || (visit.asked("known").isPresent() && known.isEmpty());
        List<RegisterVersion> areas = register.asOf(
                reader,
                state,
                Kind.HAZARD,
                new Register.Knowing(
                        day.orElse(visit.today()),
                        known.map(one -> one.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC))));
        List<RegisterVersion> open = areas.stream().filter(AreaMapPage::open).toList();
        String shownDay = visit.date(day.orElse(visit.today()));
        View view = new View(
                visit.state(state),
                visit.link("/register/" + state.iso3()),
                "/" + visit.lang() + "/register/" + state.iso3() + "/map",
                typedDay,
                visit.asked("known").orElse(""),
                wrong
                        ? Optional.of(visit.say(
                                "area-form.day",
                                Map.of(
                                        "value",
                                        day.isEmpty()
                                                ? typedDay
                                                : visit.asked("known").orElse(""))))
                        : Optional.empty(),
                svg(visit, open),
                visit.say(
                        "area-map.summary",
                        Map.of(
                                "day",
                                shownDay,
                                "open",
                                open.size(),
                                "closed",
                                areas.size() - open.size(),
                                "unplaced",
                                open.stream()
                                        .filter(area -> area.content().shape().isEmpty())
                                        .count())),
                visit.say(
                        "register.figure.shown",
                        Map.of("shown", Math.min(MOST_ROWS, areas.size()), "all", areas.size())),
                areas.stream().limit(MOST_ROWS).map(area -> row(visit, area)).toList());
        return renderer.page(visit, "register-map", visit.say("area-map.title", Map.of("day", shownDay)), view);
    }

    private static Optional<LocalDate> day(String typed) {
        return TypedFields.date(typed).filter(text -> text.length() == 10).map(LocalDate::parse);
    }

    private static boolean open(RegisterVersion area) {
        String status = area.fields().text("status").orElse("");
        return !AreaLife.CLOSED.contains(status) && !status.equals("MERGED") && !status.equals("VOID");
    }

    private static Row row(Visit visit, RegisterVersion area) {
        return new Row(
                area.code(),
                visit.link(RegisterRecordPages.address(area)),
                area.fields()
                        .text("class")
                        .map(code -> RegisterPages.word(visit, "hazard_class", code))
                        .orElse(""),
                area.fields()
                        .text("status")
                        .map(code -> RegisterPages.word(visit, "hazard_status", code))
                        .orElse(""),
                RegisterPages.area(visit, area.areaForReports()),
                visit.date(area.content().validFrom()));
    }

    /** Shapes while they are few; else squares, darker where more areas lie. */
    private static String svg(Visit visit, List<RegisterVersion> areas) {
        List<Shape> shapes =
                areas.stream().flatMap(area -> area.content().shape().stream()).toList();
        if (shapes.isEmpty()) {
            return "";
        }
        Frame frame = new Frame(shapes);
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"shape-picture area-map\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-labelledby=\"map-title\">",
                frame.width(),
                frame.height()));
        svg.append("<title id=\"map-title\">")
                .append(visit.say("area-map.picture", Map.of("areas", shapes.size())))
                .append("</title>");
        if (shapes.size() <= MOST_SHAPES) {
            outlines(shapes, frame, svg);
        } else {
            squares(shapes, frame, svg);
        }
        return svg.append("</svg>").toString();
    }

    private static void outlines(List<Shape> shapes, Frame frame, StringBuilder svg) {
        int corners = 0;
        for (Shape shape : shapes) {
            Geometry geometry = Shapes.geometry(shape);
            corners += geometry.getNumPoints();
            if (geometry.getDimension() < 2 || corners > MOST_CORNERS) {
                Shape.Box box = shape.box();
                svg.append(String.format(
                        Locale.ROOT,
                        "<circle class=\"corner\" cx=\"%.1f\" cy=\"%.1f\" r=\"2\"/>",
                        frame.x((box.west() + box.east()) / 2.0 / TEN_MILLION),
                        frame.y((box.south() + box.north()) / 2.0 / TEN_MILLION)));
                continue;
            }
            svg.append("<path class=\"shape\" d=\"");
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                if (geometry.getGeometryN(i) instanceof Polygon polygon) {
                    ring(polygon.getExteriorRing().getCoordinates(), frame, svg);
                }
            }
            svg.append("\"/>");
        }
    }

    private static void ring(Coordinate[] ring, Frame frame, StringBuilder svg) {
        for (int i = 0; i < ring.length - 1; i++) {
            svg.append(String.format(
                    Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", frame.x(ring[i].x), frame.y(ring[i].y)));
        }
        svg.append('Z');
    }

    private static void squares(List<Shape> shapes, Frame frame, StringBuilder svg) {
        double side = SIZE / CELLS;
        SequencedMap<Integer, Integer> counts = new TreeMap<>();
        for (Shape shape : shapes) {
            Shape.Box box = shape.box();
            int column = (int) (frame.x((box.west() + box.east()) / 2.0 / TEN_MILLION) / side);
            int row = (int) (frame.y((box.south() + box.north()) / 2.0 / TEN_MILLION) / side);
            counts.merge(row * 1000 + column, 1, Integer::sum);
        }
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        List<String> cells = new ArrayList<>();
        counts.forEach((cell, count) -> cells.add(String.format(
                Locale.ROOT,
                "<rect class=\"mark\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" opacity=\"%.2f\"/>",
                cell % 1000 * side,
                cell / 1000 * side,
                side,
                side,
                0.2 + 0.8 * Math.log1p(count) / Math.log1p(most))));
        cells.forEach(svg::append);
    }

    /** From degrees to the picture, north up. */
    private static final class Frame {
        private final double west;
        private final double north;
        private final double squeeze;
        private final double scale;
        private final double wide;
        private final double high;

        Frame(List<Shape> shapes) {
            west = shapes.stream().mapToLong(shape -> shape.box().west()).min().orElse(0) / TEN_MILLION;
            north = shapes.stream()
                            .mapToLong(shape -> shape.box().north())
                            .max()
                            .orElse(0)
                    / TEN_MILLION;
            double east =
                    shapes.stream().mapToLong(shape -> shape.box().east()).max().orElse(0) / TEN_MILLION;
            double south = shapes.stream()
                            .mapToLong(shape -> shape.box().south())
                            .min()
                            .orElse(0)
                    / TEN_MILLION;
            squeeze = Math.max(0.01, Math.cos(Math.toRadians((north + south) / 2)));
            double larger = Math.max((east - west) * squeeze, north - south);
            scale = larger > 0 ? (SIZE - 2 * MARGIN) / larger : 1;
            wide = (east - west) * squeeze * scale + 2 * MARGIN;
            high = (north - south) * scale + 2 * MARGIN;
        }

        double width() {
            return Math.max(2 * MARGIN, wide);
        }

        double height() {
            return Math.max(2 * MARGIN, high);
        }

        double x(double longitude) {
            return MARGIN + (longitude - west) * squeeze * scale;
        }

        double y(double latitude) {
            return MARGIN + (north - latitude) * scale;
        }
    }
}
