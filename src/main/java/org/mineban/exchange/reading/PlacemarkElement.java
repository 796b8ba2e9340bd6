package org.mineban.exchange.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.mineban.exchange.ReadingFinding;
import org.mineban.exchange.ReadingFinding.Kind;
import org.mineban.exchange.ReadingLimits;

/** A placemark of KML: its name, description and data as cells, its shapes as one. */
final class PlacemarkElement {

    private static final Pattern BLANK = Pattern.compile("\\s+");

    private final XmlPull xml;
    private final Map<String, String> cells;
    private final RawShape shape;
    private final List<ReadingFinding> found;
    private final ReadingLimits limits;
    private boolean any;

    PlacemarkElement(
            XmlPull xml, Map<String, String> cells, RawShape shape, List<ReadingFinding> found, ReadingLimits limits) {
        this.xml = xml;
        this.cells = cells;
        this.shape = shape;
        this.found = found;
        this.limits = limits;
    }

    /** Reads the element that just began; whether it has a shape. */
    boolean read() throws XMLStreamException {
        String id = xml.attribute("id");
        if (!id.isEmpty()) {
            cell("id", id);
        }
        int outer = xml.depth() - 1;
        while (xml.depth() > outer) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.name()) {
                case "Point", "LineString", "LinearRing", "Polygon", "MultiGeometry", "Track", "MultiTrack" ->
                    shape(xml.name());
                case "Model" -> {
                    found.add(new ReadingFinding(Kind.UNREADABLE_SHAPE, Map.of("value", "Model")));
                    xml.skip();
                }
                case "Data", "SimpleData" -> cell(xml.attribute("name"), data());
                case "ExtendedData", "SchemaData", "TimeSpan", "TimeStamp" -> {}
                case "Style", "StyleMap", "styleUrl", "LookAt", "Camera", "Region" -> xml.skip();
                default -> cell(xml.name(), xml.textOfElement());
            }
        }
        return any;
    }

    /** The value of a Data element, without its display name. */
    private String data() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int outer = xml.depth() - 1;
        while (xml.depth() > outer) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("displayName")) {
                xml.skip();
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                xml.append(text);
            }
        }
        return text.toString().strip();
    }

    private void cell(String name, String value) {
        String wanted = name.isBlank() ? "data" : name.strip();
        String unique = wanted;
        for (int n = 2; cells.containsKey(unique); n++) {
            unique = wanted + "_" + n;
        }
        if (cells.size() < limits.columns()) {
            cells.put(unique, value.strip());
        }
    }

    private void shape(String kind) throws XMLStreamException {
        any = true;
        List<Integer> ends = new ArrayList<>();
        int outer = xml.depth() - 1;
        while (xml.depth() > outer) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.name()) {
                case "coordinates" -> {
                    coordinates(xml.textOfElement());
                    ends.add(shape.count());
                }
                case "coord" ->
                    coordinates(BLANK.matcher(xml.textOfElement().strip()).replaceAll(","));
                case "Point", "LineString", "LinearRing", "Polygon", "MultiGeometry", "Track" -> {
                    if (kind.startsWith("Multi")) {
                        shape(xml.name());
                    }
                }
                default -> {}
            }
        }
        switch (kind) {
            case "Point" -> shape.endPoints();
            case "LineString", "Track" -> shape.endLine();
            case "LinearRing", "Polygon" -> shape.endPolygon(ends);
            default -> {}
        }
    }

    /** Longitude, latitude and perhaps height, joined by commas; the points divided by blanks. */
    private void coordinates(String text) {
        int from = 0;
        int length = text.length();
        while (from < length) {
            while (from < length && Character.isWhitespace(text.charAt(from))) {
                from++;
            }
            int to = from;
            while (to < length && !Character.isWhitespace(text.charAt(to))) {
                to++;
            }
            if (to > from) {
                point(text.substring(from, to));
            }
            from = to;
        }
    }

    private void point(String text) {
        String[] numbers = text.split(",", -1);
        if (numbers.length < 2) {
            shape.add(Double.NaN, Double.NaN);
            return;
        }
        double height = numbers.length > 2 ? number(numbers[2]) : Double.NaN;
        shape.add(number(numbers[0]), number(numbers[1]), height == 0 ? Double.NaN : height);
    }

    static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }
}
