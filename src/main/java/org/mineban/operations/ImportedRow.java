package org.mineban.operations;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a file on its way into the register.
 *
 * @param content what it says; its code may be empty, to be given with its number
 * @param origin where it came from
 * @param cells as they came
 * @param quarantined whether something forbids to count it
 */
record ImportedRow(
        long line,
        Content content,
        Origin origin,
        Map<String, String> cells,
        List<Finding> findings,
        boolean quarantined) {

    /** The code of the record that it belongs to, and of which kind; empty when it names none. */
    Optional<String> parent() {
        return Links.parentField(content).flatMap(field -> content.fields().text(field.name()));
    }
}
