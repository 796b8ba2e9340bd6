package org.mineban.resolutions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands above the title, and the day of adoption wherever the text states it (above the title, or with the plenary meeting).
 *
 * @param session absent when neither words nor number name one
 * @param adoptedOn absent when the text does not say it
 * @param distribution "Generale", "Limited": the word of the text; absent in bound volumes
 * @param origin absent when there is no such line, as before the 1970s
 */
public record Masthead(
        @Nullable SessionName session,
        List<AgendaItem> agendaItems,
        @Nullable StatedDate adoptedOn,
        @Nullable String distribution,
        @Nullable StatedDate distributedOn,
        @Nullable Origin origin) {
    public Masthead {
        agendaItems = List.copyOf(agendaItems);
    }
}
