package org.mineban.documents;

import java.util.List;
import org.mineban.kernel.Language;

/**
 * Documents bound into one file, as letters to many. Each begins on a new page and counts its own pages.
 *
 * @param language of all of them
 * @param title what the file is, in one line
 * @param description one sentence for catalogues
 * @param parts the documents in their order
 */
public record DocumentSet(Language language, String title, String description, List<Part> parts) {

    public DocumentSet {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("A set has one document or more.");
        }
        for (Part part : parts) {
            if (part.document().language() != language) {
                throw new IllegalArgumentException("A document of the set is not in " + language + ": " + part.name());
            }
        }
    }

    /**
     * One of the documents.
     *
     * @param name by which it is found in the list of contents
     */
    public record Part(String name, Document document) {}
}
