package org.mineban.translations;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.mineban.kernel.Language;
import org.mineban.platform.Messages;
import org.mineban.platform.Review;
import org.mineban.platform.ReviewState;

/**
 * Writes texts as XLIFF 1.2 (OASIS, 1 February 2008): one {@code trans-unit} for a text, its pattern as plain text, with notes on placeholders and
 * plural forms.
 */
public final class XliffWriter {

    static final String NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2";
    static final String XML = "http://www.w3.org/XML/1998/namespace";

    private final Messages messages;

    public XliffWriter(Messages messages) {
        this.messages = messages;
    }

    /** Writes the texts, all of one language, to the stream, which stays open. */
    public void write(Language language, List<TranslationText> texts, OutputStream out) {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            line(xml, 0);
            xml.setDefaultNamespace(NAMESPACE);
            xml.writeStartElement(NAMESPACE, "xliff");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeAttribute("version", "1.2");
            line(xml, 1);
            xml.writeStartElement(NAMESPACE, "file");
            xml.writeAttribute("original", "mineban");
            xml.writeAttribute("source-language", Language.ENGLISH.code());
            xml.writeAttribute("target-language", language.code());
            xml.writeAttribute("datatype", "plaintext");
            line(xml, 2);
            xml.writeStartElement(NAMESPACE, "header");
            note(xml, 3, "mineban", messages.say(language, "translation.note.file"));
            line(xml, 2);
            xml.writeEndElement();
            line(xml, 2);
            xml.writeStartElement(NAMESPACE, "body");
            for (TranslationText text : texts) {
                unit(xml, text);
            }
            line(xml, 2);
            xml.writeEndElement();
            line(xml, 1);
            xml.writeEndElement();
            line(xml, 0);
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void unit(XMLStreamWriter xml, TranslationText text) throws XMLStreamException {
        Review review = text.review();
        line(xml, 3);
        xml.writeStartElement(NAMESPACE, "trans-unit");
        xml.writeAttribute("id", text.key());
        xml.writeAttribute("resname", text.key());
        if (review.state() == ReviewState.REVIEWED) {
            xml.writeAttribute("approved", "yes");
        }
        xml.writeAttribute("xml", XML, "space", "preserve");
        line(xml, 4);
        xml.writeStartElement(NAMESPACE, "source");
        xml.writeCharacters(text.english());
        xml.writeEndElement();
        line(xml, 4);
        xml.writeStartElement(NAMESPACE, "target");
        xml.writeAttribute("state", state(review.state()));
        xml.writeCharacters(text.text());
        xml.writeEndElement();
        for (String note : notes(text)) {
            note(xml, 4, "mineban", note);
        }
        line(xml, 3);
        xml.writeEndElement();
    }

    /** The states of XLIFF for ours, chosen so that translation tools show as to be done what is to be done. */
    private static String state(ReviewState state) {
        return switch (state) {
            case REVIEWED -> "final";
            case UNREVIEWED -> "needs-review-translation";
            case SOURCE_CHANGED -> "needs-translation";
        };
    }

    private List<String> notes(TranslationText text) {
        Language language = text.language();
        List<String> notes = new ArrayList<>();
        notes.add(told(language, "where", Map.of("file", text.entry().file())));
        if (!text.entry().comment().isEmpty()) {
            notes.add(text.entry().comment());
        }
        PatternShape shape = PatternShape.of(text.english());
        if (!shape.names().isEmpty()) {
            String names = "{" + String.join("} {", shape.names()) + "}";
            notes.add(told(language, "placeholders", Map.of("names", names)));
        }
        if (shape.has(PatternShape.PLURAL)) {
            String forms = String.join(", ", TextRules.pluralForms(language));
            notes.add(told(language, "plural", Map.of("forms", forms)));
        }
        if (shape.has(PatternShape.SELECT)) {
            notes.add(told(language, "choice", Map.of()));
        }
        Review review = text.review();
        if (review.state() == ReviewState.SOURCE_CHANGED) {
            notes.add(told(language, "source-changed", Map.of()));
        }
        if (!review.reason().isEmpty()) {
            notes.add(told(language, "reason", Map.of("reason", review.reason())));
        }
        if (!review.by().isEmpty()) {
            String on = review.on().isEmpty() ? "none" : review.on();
            notes.add(told(language, "by", Map.of("by", review.by(), "on", on)));
        }
        return notes;
    }

    /** Notes are in the translator's language. */
    private String told(Language language, String note, Map<String, ?> arguments) {
        return messages.say(language, "translation.note." + note, arguments);
    }

    private static void note(XMLStreamWriter xml, int depth, String from, String text) throws XMLStreamException {
        line(xml, depth);
        xml.writeStartElement(NAMESPACE, "note");
        xml.writeAttribute("from", from);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
