package org.mineban.translations;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.mineban.kernel.Language;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;

/**
 * Reads XLIFF 1.2 as translation tools write it. Nothing outside the file is read, no document type is accepted, and size and number of units
 * are bounded.
 */
final class XliffReader {

    /** More bytes than six languages of texts need; a larger file is refused before it is read. */
    static final int MOST_BYTES = 16_000_000;

    private static final int MOST_UNITS = 20_000;

    private final String name;
    private final List<XliffUnit> units = new ArrayList<>();
    private Optional<Language> language = Optional.empty();

    private XliffReader(String name) {
        this.name = name;
    }

    /** What a file holds: the language translated into, and its units in order. */
    record Content(Language language, List<XliffUnit> units) {
        Content {
            units = List.copyOf(units);
        }
    }

    /**
     * Reads a file.
     *
     * @param name what messages call it
     * @throws ProblemException {@code translation-file-…} when it cannot be read as a whole
     */
    static Content read(String name, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw refused(
                    "translation-file-too-large", Map.of("value", name, "size", bytes.length, "limit", MOST_BYTES));
        }
        return new XliffReader(name).content(bytes);
    }

    private Content content(byte[] bytes) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw broken(xml.getLocation().getLineNumber());
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    element(xml);
                }
            }
        } catch (XMLStreamException e) {
            throw broken(e.getLocation() == null ? 0 : e.getLocation().getLineNumber());
        }
        return new Content(
                language.orElseThrow(() -> refused("translation-file-no-language", Map.of("value", name))), units);
    }

    private void element(XMLStreamReader xml) throws XMLStreamException {
        int line = xml.getLocation().getLineNumber();
        switch (xml.getLocalName()) {
            case "xliff" -> {
                String version = attribute(xml, "version");
                if (!version.equals("1.2") && !version.equals("1.1")) {
                    throw refused(
                            "translation-file-version",
                            Map.of("value", name, "version", version.isEmpty() ? "none" : version));
                }
            }
            case "file" -> file(xml, line);
            case "trans-unit" -> {
                if (language.isEmpty()) {
                    throw broken(line);
                }
                if (units.size() == MOST_UNITS) {
                    throw refused("translation-file-too-many", Map.of("value", name, "limit", MOST_UNITS));
                }
                units.add(unit(xml, line));
            }
            default -> {
                if (units.isEmpty() && language.isEmpty()) {
                    throw broken(line); // no XLIFF at all
                }
            }
        }
    }

    private void file(XMLStreamReader xml, int line) {
        String target = attribute(xml, "target-language");
        Optional<Language> found = language(target);
        boolean english = language(attribute(xml, "source-language"))
                .filter(Language.ENGLISH::equals)
                .isPresent();
        boolean other = language.isPresent() && !language.equals(found);
        if (found.isEmpty() || found.get() == Language.ENGLISH || !english || other) {
            throw refused(
                    "translation-file-language",
                    Map.of(
                            "value",
                            name,
                            "line",
                            Integer.toString(line),
                            "language",
                            target.isEmpty() ? "none" : target));
        }
        language = found;
    }

    /** The language of a tag, whose country or script is let go: {@code zh-CN}, {@code zh_Hans}. */
    private static Optional<Language> language(String tag) {
        return Language.find(tag.split("[-_]", 2)[0]);
    }

    private XliffUnit unit(XMLStreamReader xml, int start) throws XMLStreamException {
        String id = attribute(xml, "resname").isEmpty() ? attribute(xml, "id") : attribute(xml, "resname");
        boolean approved = attribute(xml, "approved").equals("yes");
        String source = "";
        String text = "";
        String state = "";
        int line = start;
        int other = 0; // how deep in elements that are neither, such as earlier translations
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String element = xml.getLocalName();
                if (other == 0 && element.equals("source")) {
                    source = text(xml);
                } else if (other == 0 && element.equals("target")) {
                    line = xml.getLocation().getLineNumber();
                    state = attribute(xml, "state");
                    text = text(xml);
                } else {
                    other++;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (other == 0) {
                    return new XliffUnit(line, id, source, text, readiness(approved, state, text));
                }
                other--;
            }
        }
    }

    private static XliffUnit.Readiness readiness(boolean approved, String state, String text) {
        if (text.isBlank()) {
            return XliffUnit.Readiness.NEEDS_WORK;
        }
        return switch (state) {
            case "final", "signed-off" -> XliffUnit.Readiness.REVIEWED;
            case "translated" -> approved ? XliffUnit.Readiness.REVIEWED : XliffUnit.Readiness.TRANSLATED;
            case "" -> approved ? XliffUnit.Readiness.REVIEWED : XliffUnit.Readiness.NEEDS_WORK;
            default -> XliffUnit.Readiness.NEEDS_WORK;
        };
    }

    /** The text of an element with that of the elements inside it, which tools put around segments. */
    private String text(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(xml.getText());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw broken(xml.getLocation().getLineNumber());
                default -> {
                    // comments and instructions say nothing to a reader
                }
            }
        }
        return text.toString().strip();
    }

    private static String attribute(XMLStreamReader xml, String attribute) {
        String value = xml.getAttributeValue(null, attribute);
        return value == null ? "" : value.strip();
    }

    private ProblemException broken(int line) {
        return refused("translation-file-broken", Map.of("value", name, "line", Integer.toString(line)));
    }

    private static ProblemException refused(String id, Map<String, Object> values) {
        return new Problem(id, Problem.Kind.CANNOT_BE_DONE, values).asException();
    }
}
