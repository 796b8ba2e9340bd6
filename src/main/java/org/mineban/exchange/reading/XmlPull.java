package org.mineban.exchange.reading;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML from a stranger, pulled event by event: no entity, no other file, no depth without end. */
final class XmlPull implements AutoCloseable {

    private static final int DEEPEST = 200;

    private final Path file;
    private final int mostCharacters;
    private final XMLStreamReader reader;
    private int depth;

    XmlPull(Path file, InputStream in, int mostCharacters) throws XMLStreamException {
        this.file = file;
        this.mostCharacters = mostCharacters;
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // Without this the library prints to standard error what it also throws.
        factory.setXMLReporter((message, kind, information, place) -> {});
        reader = factory.createXMLStreamReader(in);
    }

    /** The next event. */
    int next() throws XMLStreamException {
        int event = reader.next();
        switch (event) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw FileProblems.of("source-xml-entity", Map.of("file", FileProblems.name(file)));
            case XMLStreamConstants.START_ELEMENT -> {
                if (++depth > DEEPEST) {
                    throw new XMLStreamException("too deep");
                }
            }
            case XMLStreamConstants.END_ELEMENT -> depth--;
            default -> {}
        }
        return event;
    }

    boolean hasNext() throws XMLStreamException {
        return reader.hasNext();
    }

    int depth() {
        return depth;
    }

    String name() {
        return reader.getLocalName();
    }

    int line() {
        return reader.getLocation().getLineNumber();
    }

    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    int attributes() {
        return reader.getAttributeCount();
    }

    String attributeName(int i) {
        return reader.getAttributeLocalName(i);
    }

    String attributeValue(int i) {
        return reader.getAttributeValue(i);
    }

    String text() {
        return reader.getText();
    }

    /** All text up to the end of the element that just began, that of elements within it too. */
    String textOfElement() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int outer = depth - 1;
        while (depth > outer) {
            int event = next();
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                append(text);
            }
        }
        return text.toString();
    }

    void append(StringBuilder text) {
        if (text.length() + reader.getTextLength() > mostCharacters) {
            throw FileProblems.of("source-cell-too-long", Map.of("limit", mostCharacters));
        }
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }

    /** Passes over the element that just began. */
    void skip() throws XMLStreamException {
        int outer = depth - 1;
        while (depth > outer) {
            next();
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (XMLStreamException ignored) {
            // It was only read.
        }
    }
}
