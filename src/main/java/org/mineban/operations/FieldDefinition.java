package org.mineban.operations;

import java.util.Optional;

/**
 * A field that records of a kind may have: a row of {@code operations/fields.csv}.
 *
 * @param name lower-case words joined by {@code _}, the same in files and in the database
 * @param codes the code list of a {@link FieldType#CODE}; empty for other types
 * @param linked the kind of record that a {@link FieldType#LINK} leads to; empty for other types
 * @param need whether a record can do without it
 */
public record FieldDefinition(
        Kind kind, String name, FieldType type, Optional<String> codes, Optional<Kind> linked, Need need) {

    /** Whether a record can do without a field. */
    public enum Need {
        /** The minimum requirements or we ask for it: nothing is approved without. */
        MANDATORY,
        /** May be left out: then nothing is known of it. */
        OPTIONAL
    }

    /** The key of its name in the message files. */
    public String textKey() {
        return "register.field." + name.replace('_', '-');
    }
}
