package org.mineban.exchange.reading;

import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** A waypoint, route or track of GPX. */
final class GpxElement {

    private final XmlPull xml;
    private final Map<String, String> cells;
    private final RawShape shape;

    GpxElement(XmlPull xml, Map<String, String> cells, RawShape shape) {
        this.xml = xml;
        this.cells = cells;
        this.shape = shape;
    }

    /** Reads the element that just began; it always has a shape. */
    boolean read() throws XMLStreamException {
        if (xml.name().equals("wpt")) {
            point(true);
            shape.endPoints();
            return true;
        }
        int outer = xml.depth() - 1;
        boolean segments = false;
        while (xml.depth() > outer) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals("trkseg")) {
                shape.endLine();
                segments = true;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.name()) {
                case "rtept", "trkpt" -> point(false);
                case "trkseg" -> {}
                case "extensions" -> xml.skip();
                default -> cells.putIfAbsent(xml.name(), xml.textOfElement().strip());
            }
        }
        if (!segments) {
            shape.endLine();
        }
        return true;
    }

    private void point(boolean kept) throws XMLStreamException {
        double longitude = PlacemarkElement.number(xml.attribute("lon"));
        double latitude = PlacemarkElement.number(xml.attribute("lat"));
        double height = Double.NaN;
        int outer = xml.depth() - 1;
        while (xml.depth() > outer) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String name = xml.name();
            if (name.equals("extensions")) {
                xml.skip();
                continue;
            }
            String text = xml.textOfElement().strip();
            if (name.equals("ele")) {
                height = PlacemarkElement.number(text);
            }
            if (kept) {
                cells.putIfAbsent(name, text);
            }
        }
        shape.add(longitude, latitude, height);
    }
}
