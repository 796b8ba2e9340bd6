package org.mineban.victims;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who a victim is. A text is empty when it is not known.
 *
 * @param name the whole name, in whatever script it is written
 * @param guardian for a child: who is responsible, and how they are reached
 * @param note what else would tell who it is
 */
public record Identity(
        String name, String address, String telephone, String nationalNumber, String guardian, String note) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {};

    /** The names of the parts, in order, as forms and exports call them. */
    public static final List<String> PARTS =
            List.of("name", "address", "telephone", "national-number", "guardian", "note");

    public Identity {
        name = name.strip();
        address = address.strip();
        telephone = telephone.strip();
        nationalNumber = nationalNumber.strip();
        guardian = guardian.strip();
        note = note.strip();
    }

    /** An identity from its parts by name; a part that is not there is not known. */
    public static Identity of(Map<String, String> parts) {
        return new Identity(
                part(parts, "name"),
                part(parts, "address"),
                part(parts, "telephone"),
                part(parts, "national-number"),
                part(parts, "guardian"),
                part(parts, "note"));
    }

    private static String part(Map<String, String> parts, String name) {
        return Objects.requireNonNullElse(parts.get(name), "");
    }

    /** Every part by name, in the order of {@link #PARTS}. */
    public SequencedMap<String, String> parts() {
        SequencedMap<String, String> parts = new LinkedHashMap<>();
        parts.put("name", name);
        parts.put("address", address);
        parts.put("telephone", telephone);
        parts.put("national-number", nationalNumber);
        parts.put("guardian", guardian);
        parts.put("note", note);
        return parts;
    }

    String json() {
        return JSON.writeValueAsString(parts());
    }

    static Identity ofJson(String json) {
        return of(JSON.readValue(json, TEXTS));
    }

    /** Never the person: it could end in a log. */
    @Override
    public String toString() {
        return "Identity";
    }
}
