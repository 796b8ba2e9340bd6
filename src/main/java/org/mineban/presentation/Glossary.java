package org.mineban.presentation;

import org.mineban.platform.FactColumn;
import org.mineban.platform.FactTable;

/** The terms of the field in six languages. */
final class Glossary {

    private Glossary() {}

    /** The file of terms: a row for each term and language; the English rows say what the term means. */
    static FactTable terms() {
        return FactTable.resource(
                "glossary/terms.csv",
                FactColumn.of("term", FactColumn.Kind.TEXT),
                FactColumn.oneOf("language", "ar", "en", "es", "fr", "ru", "zh"),
                FactColumn.of("text", FactColumn.Kind.TEXT),
                FactColumn.text("definition_source"),
                FactColumn.of("confidence", FactColumn.Kind.CONFIDENCE),
                FactColumn.text("note"));
    }
}
