package org.mineban.exchange.reading;

import java.io.StringWriter;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A value that is itself a list or an object, as the JSON text of one cell. */
final class JsonText {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonText() {}

    static String of(JsonParser parser, int most) {
        StringWriter text = new StringWriter() {
            @Override
            public void write(char[] signs, int from, int length) {
                if (getBuffer().length() + length > most) {
                    throw FileProblems.of("source-cell-too-long", Map.of("limit", most));
                }
                super.write(signs, from, length);
            }
        };
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.copyCurrentStructure(parser);
        }
        return text.toString();
    }
}
