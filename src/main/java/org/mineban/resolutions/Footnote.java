package org.mineban.resolutions;

import java.util.List;

/**
 * A note at the foot of a page.
 *
 * @param mark "1", "*"
 * @param attachedTo the paragraphs that bear the mark, by {@link Paragraph#reference()}; empty when no paragraph was found with it
 */
public record Footnote(String mark, String text, List<String> attachedTo) {
    public Footnote {
        attachedTo = List.copyOf(attachedTo);
    }
}
