package org.mineban.exchange.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.mineban.exchange.ReadingLimits;

/**
 * A field report of maXML. Only the upper levels of its structure are published: the information on the report, then one element for what it is about. All
 * below is kept, each text and attribute as a cell named by its path.
 */
final class ReportElement {

    /** What a report is about, as far as it is known. */
    private static final List<String> SUBJECTS = List.of(
            "Accident",
            "Hazard",
            "HazardReduction",
            "Location",
            "MREActivity",
            "QAActivity",
            "Victim",
            "VictimAssistance");

    private final XmlPull xml;
    private final Map<String, String> cells;
    private final ReadingLimits limits;
    private final Path file;

    ReportElement(XmlPull xml, Map<String, String> cells, ReadingLimits limits, Path file) {
        this.xml = xml;
        this.cells = cells;
        this.limits = limits;
        this.file = file;
    }

    void read() throws XMLStreamException {
        int outer = xml.depth() - 1;
        cells.put("subject", "");
        List<String> path = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        attributes(path);
        while (xml.depth() > outer) {
            int event = xml.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (path.isEmpty() && SUBJECTS.contains(xml.name())) {
                        cells.put("subject", xml.name());
                    }
                    path.add(xml.name());
                    text.setLength(0);
                    attributes(path);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (!text.toString().isBlank()) {
                        cell(String.join("/", path), text.toString().strip());
                    }
                    text.setLength(0);
                    if (!path.isEmpty()) {
                        path.removeLast();
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> xml.append(text);
                default -> {}
            }
        }
    }

    private void attributes(List<String> path) {
        for (int i = 0; i < xml.attributes(); i++) {
            String name = "@" + xml.attributeName(i);
            cell(path.isEmpty() ? name : String.join("/", path) + "/" + name, xml.attributeValue(i));
        }
    }

    private void cell(String name, String value) {
        String unique = name;
        for (int n = 2; cells.containsKey(unique); n++) {
            unique = name + "[" + n + "]";
        }
        if (cells.size() >= limits.columns()) {
            throw FileProblems.of(
                    "source-too-many-columns",
                    Map.of("file", FileProblems.name(file), "count", cells.size() + 1, "limit", limits.columns()));
        }
        cells.put(unique, value);
    }
}
