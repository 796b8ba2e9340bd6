package org.mineban.geography;

import com.ibm.icu.util.Region;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes {@code geography/country-outlines.txt} from {@code countries-10m.json} of the npm package world-atlas 2.0.2 (ISC), which is Natural Earth (public
 * domain): {@code java … CountryOutlinesFromTopology countries-10m.json src/main/resources/geography/country-outlines.txt}.
 */
public final class CountryOutlinesFromTopology {

    /** About 500 m. */
    private static final double TOLERANCE = 0.005;

    private static final String NOTE = """
            # Rough outlines of countries, for finding slips of coordinates only: a lost sign, a wrong zone, latitude and longitude swapped.
            # They are off by up to some two kilometres, show nothing to anybody, and say nothing on the legal status of any territory or on any boundary.
            # Where a territory is disputed it may stand with more than one State, so that a place in it is never called outside of either.
            # Source: Natural Earth 1:10m (public domain), by npm world-atlas 2.0.2 (ISC), simplified. Made by CountryOutlinesFromTopology.
            # Each line: ISO 3166 code, then polygons divided by |, rings divided by blanks; each ring in the polyline encoding of 3 decimals, longitude first.
            """;

    /** Parts that the source names without a code, and the State with which they stand here. */
    private static final Map<String, List<String>> NAMED = Map.of(
            "Somaliland", List.of("SOM"),
            "Kosovo", List.of("SRB"),
            "N. Cyprus", List.of("CYP"),
            "Cyprus U.N. Buffer Zone", List.of("CYP"),
            "Dhekelia", List.of("CYP"),
            "Akrotiri", List.of("CYP"),
            "Baikonur", List.of("KAZ"),
            "USNB Guantanamo Bay", List.of("CUB"),
            "Siachen Glacier", List.of("IND", "PAK"));

    /** Crimea, which the source has with the Russian Federation; resolution 68/262 of the General Assembly has it in Ukraine. */
    private static final Envelope CRIMEA = new Envelope(32.3, 36.7, 44.3, 46.3);

    private final JsonNode topology;

    private CountryOutlinesFromTopology(JsonNode topology) {
        this.topology = topology;
    }

    public static void main(String[] arguments) throws Exception {
        JsonNode topology =
                JsonMapper.builder().build().readTree(Path.of(arguments[0]).toFile());
        Map<String, List<Polygon>> countries = new CountryOutlinesFromTopology(topology).countries();
        try (Writer out = Files.newBufferedWriter(Path.of(arguments[1]), StandardCharsets.UTF_8)) {
            out.write(NOTE);
            for (Map.Entry<String, List<Polygon>> country : countries.entrySet()) {
                out.write(country.getKey());
                out.write(' ');
                out.write(text(country.getValue()));
                out.write('\n');
            }
        }
    }

    private Map<String, List<Polygon>> countries() {
        Map<String, List<Polygon>> countries = new TreeMap<>();
        for (JsonNode shape : topology.get("objects").get("countries").get("geometries")) {
            for (String code : codes(shape)) {
                countries.computeIfAbsent(code, key -> new ArrayList<>()).addAll(polygons(shape));
            }
        }
        List<Polygon> crimea = countries.get("RUS").stream()
                .filter(polygon -> CRIMEA.contains(polygon.getEnvelopeInternal()))
                .toList();
        System.out.println("Crimea: " + crimea.size() + " polygons, "
                + crimea.stream().mapToDouble(Geodesy::area).sum() / 1e6 + " km2");
        countries.get("UKR").addAll(crimea);
        return countries;
    }

    private static List<String> codes(JsonNode shape) {
        if (shape.has("id")) {
            try {
                String two = Region.getInstance(Integer.parseInt(shape.get("id").asString()))
                        .toString();
                return List.of(new Locale.Builder().setRegion(two).build().getISO3Country());
            } catch (RuntimeException unknown) {
                return List.of();
            }
        }
        return NAMED.getOrDefault(shape.get("properties").get("name").asString(), List.of());
    }

    private List<Polygon> polygons(JsonNode shape) {
        List<Polygon> polygons = new ArrayList<>();
        if (shape.get("type").asString().equals("Polygon")) {
            add(shape.get("arcs"), polygons);
        } else {
            for (JsonNode polygon : shape.get("arcs")) {
                add(polygon, polygons);
            }
        }
        return polygons;
    }

    private void add(JsonNode rings, List<Polygon> polygons) {
        LinearRing shell = null;
        List<LinearRing> holes = new ArrayList<>();
        for (JsonNode arcs : rings) {
            LinearRing ring = ring(arcs);
            if (shell == null) {
                shell = ring;
            } else {
                holes.add(ring);
            }
        }
        polygons.add(ShapeBuilder.FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new)));
    }

    private LinearRing ring(JsonNode arcs) {
        List<Coordinate> points = new ArrayList<>();
        for (JsonNode number : arcs) {
            int arc = number.asInt();
            List<Coordinate> part = arc(arc < 0 ? ~arc : arc);
            if (arc < 0) {
                part = part.reversed();
            }
            points.addAll(points.isEmpty() ? part : part.subList(1, part.size()));
        }
        while (points.size() < 4) {
            points.add(points.getFirst());
        }
        return ShapeBuilder.FACTORY.createLinearRing(points.toArray(Coordinate[]::new));
    }

    private List<Coordinate> arc(int number) {
        JsonNode scale = topology.get("transform").get("scale");
        JsonNode translate = topology.get("transform").get("translate");
        List<Coordinate> points = new ArrayList<>();
        long x = 0;
        long y = 0;
        for (JsonNode point : topology.get("arcs").get(number)) {
            x += point.get(0).asLong();
            y += point.get(1).asLong();
            points.add(new Coordinate(
                    x * scale.get(0).asDouble() + translate.get(0).asDouble(),
                    y * scale.get(1).asDouble() + translate.get(1).asDouble()));
        }
        return points;
    }

    private static String text(List<Polygon> polygons) {
        StringBuilder text = new StringBuilder();
        for (Polygon polygon : polygons) {
            Geometry simple = TopologyPreservingSimplifier.simplify(polygon, TOLERANCE);
            if (!(simple instanceof Polygon one) || one.isEmpty()) {
                continue;
            }
            text.append(text.isEmpty() ? "" : "|");
            encode(one.getExteriorRing(), text);
            for (int i = 0; i < one.getNumInteriorRing(); i++) {
                encode(one.getInteriorRingN(i), text.append(' '));
            }
        }
        return text.toString();
    }

    /** The polyline encoding, with ! in the place of |, which divides polygons here. */
    private static void encode(LinearRing ring, StringBuilder text) {
        long beforeX = 0;
        long beforeY = 0;
        for (Coordinate point : ring.getCoordinates()) {
            long x = Math.round(point.x * 1000);
            long y = Math.round(point.y * 1000);
            encode(x - beforeX, text);
            encode(y - beforeY, text);
            beforeX = x;
            beforeY = y;
        }
    }

    private static void encode(long value, StringBuilder text) {
        long rest = value < 0 ? ~(value << 1) : value << 1;
        while (rest >= 0x20) {
            append((char) ((0x20 | (rest & 0x1f)) + 63), text);
            rest >>= 5;
        }
        append((char) (rest + 63), text);
    }

    private static void append(char sign, StringBuilder text) {
        text.append(sign == '|' ? '!' : sign);
    }
}
