package org.mineban.resolutions;

import org.jspecify.annotations.Nullable;

/**
 * A place on the agenda of the session: item 99 and, where the text names it, sub-item m.
 *
 * @param subItem the letter without its brackets; absent when the whole item is meant
 */
public record AgendaItem(String item, @Nullable String subItem) {
    /** In the manner of the English text: {@code 99 (m)}. */
    public String label() {
        return subItem == null ? item : item + " (" + subItem + ")";
    }
}
