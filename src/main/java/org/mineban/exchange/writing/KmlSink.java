package org.mineban.exchange.writing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.mineban.exchange.ExportColumn;
import org.mineban.exchange.ExportNotes;

/** KML 2.2: a placemark for each row, its values as data; the notes are the description of the document. */
final class KmlSink implements FeatureSink {

    private final OutputStream out;
    private final XMLStreamWriter xml;
    private final List<ExportColumn> columns;

    KmlSink(Path file, String layer, List<ExportColumn> columns, ExportNotes notes) throws IOException {
        this.columns = columns;
        out = new BufferedOutputStream(Files.newOutputStream(file));
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("kml");
            xml.writeDefaultNamespace("http://www.opengis.net/kml/2.2");
            xml.writeStartElement("Document");
            element("name", layer);
            element("description", notes.asText());
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(plain(text));
        xml.writeEndElement();
    }

    /** Without the signs that XML cannot hold. */
    private static String plain(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", " ");
    }

    @Override
    public void add(List<@Nullable Object> values, @Nullable Geometry shape) throws IOException {
        try {
            xml.writeCharacters("\n");
            xml.writeStartElement("Placemark");
            if (!columns.isEmpty()) {
                element("name", Rings.words(values.getFirst()));
                xml.writeStartElement("ExtendedData");
                for (int i = 0; i < columns.size(); i++) {
                    if (values.get(i) != null) {
                        xml.writeStartElement("Data");
                        xml.writeAttribute("name", plain(columns.get(i).name()));
                        element("value", Rings.words(values.get(i)));
                        xml.writeEndElement();
                    }
                }
                xml.writeEndElement();
            }
            if (shape != null && !shape.isEmpty()) {
                shape(shape);
            }
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void shape(Geometry shape) throws XMLStreamException {
        if (shape.getNumGeometries() > 1) {
            xml.writeStartElement("MultiGeometry");
            for (int i = 0; i < shape.getNumGeometries(); i++) {
                shape(shape.getGeometryN(i));
            }
            xml.writeEndElement();
            return;
        }
        switch (shape.getGeometryN(0)) {
            case Point point -> {
                xml.writeStartElement("Point");
                coordinates(point.getCoordinateSequence());
                xml.writeEndElement();
            }
            case LineString line -> {
                xml.writeStartElement("LineString");
                coordinates(line.getCoordinateSequence());
                xml.writeEndElement();
            }
            case Polygon polygon -> {
                xml.writeStartElement("Polygon");
                ring("outerBoundaryIs", polygon.getExteriorRing(), true);
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    ring("innerBoundaryIs", polygon.getInteriorRingN(i), false);
                }
                xml.writeEndElement();
            }
            default -> {}
        }
    }

    private void ring(String name, LinearRing ring, boolean outer) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeStartElement("LinearRing");
        coordinates(Rings.turned(ring, outer));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void coordinates(CoordinateSequence points) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            text.append(i > 0 ? " " : "");
            Rings.append(text, points.getX(i));
            Rings.append(text.append(','), points.getY(i));
        }
        element("coordinates", text.toString());
    }

    @Override
    public void finish() throws IOException {
        try {
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
