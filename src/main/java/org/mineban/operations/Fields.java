package org.mineban.operations;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.mineban.kernel.PartialDate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a record says, field by field, in the one way of writing each type has: {@link FieldType}. A field that is not there is not known; it is never
 * zero and never no. Names beginning with {@code file:} are columns of a file that the dictionary does not know, kept as they came.
 */
public final class Fields {

    /** What stands before the name of a column that no field takes. */
    public static final String KEPT_COLUMN = "file:";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {};
    private static final int HUNDREDTHS = 2;

    private final SequencedMap<String, String> texts;

    private Fields(Map<String, String> texts) {
        this.texts = Collections.unmodifiableSequencedMap(new TreeMap<>(texts));
    }

    /** Fields by name; blank ones are left out. */
    public static Fields of(Map<String, String> texts) {
        Map<String, String> filled = new LinkedHashMap<>(texts);
        filled.values().removeIf(String::isBlank);
        return new Fields(filled);
    }

    /** Fields from the JSON that {@link #json} writes. */
    public static Fields ofJson(String json) {
        return new Fields(JSON.readValue(json, TEXTS));
    }

    /** One JSON object, its names in order: the same fields give the same text. */
    public String json() {
        return JSON.writeValueAsString(texts);
    }

    /** Every field by name, in order. */
    public SequencedMap<String, String> texts() {
        return texts;
    }

    /** The text of a field; empty when nothing is known. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    /** The words of a field of codes; none when nothing is known. */
    public List<String> codes(String name) {
        return text(name).map(text -> Arrays.asList(text.split(" ", -1))).orElse(List.of());
    }

    /** A whole number; empty when nothing is known. */
    public OptionalLong integer(String name) {
        String text = texts.get(name);
        return text == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    }

    /** An area in hundredths of a square metre; empty when nothing is known. */
    public OptionalLong area(String name) {
        String text = texts.get(name);
        return text == null
                ? OptionalLong.empty()
                : OptionalLong.of(new BigDecimal(text)
                        .setScale(HUNDREDTHS, RoundingMode.HALF_UP)
                        .unscaledValue()
                        .longValueExact());
    }

    /** A date; empty when nothing is known. */
    public Optional<PartialDate> date(String name) {
        return text(name).flatMap(PartialDate::find);
    }

    /** Whether a flag says yes; also false when nothing is known. */
    public boolean yes(String name) {
        return "yes".equals(texts.get(name));
    }

    /** The same with one field set, or taken away by an empty text. */
    public Fields with(String name, String text) {
        Map<String, String> changed = new TreeMap<>(texts);
        changed.put(name, text);
        return of(changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fields fields && fields.texts.equals(texts);
    }

    @Override
    public int hashCode() {
        return texts.hashCode();
    }

    @Override
    public String toString() {
        return texts.toString();
    }
}
