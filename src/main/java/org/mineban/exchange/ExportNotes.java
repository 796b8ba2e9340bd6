package org.mineban.exchange;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a file says about itself, so that nobody who gets it later takes it for more than it is. The texts are in the language of whoever asked for it.
 *
 * @param title what it holds
 * @param dataDate the day for which it is true
 * @param licence under which it may be used
 * @param filter which records were chosen, in words; "all" is a filter too
 * @param sensitivity who may see it
 * @param warning that land which is not shown may be dangerous; the text of {@link #WARNING} unless there is a reason for another
 */
public record ExportNotes(
        String title, LocalDate dataDate, String licence, String filter, String sensitivity, String warning) {

    /** The key of the warning that every export carries. */
    public static final String WARNING = "export.warning";

    /** What a sheet of a workbook that holds them is called; it comes before the rows. */
    public static final String ABOUT = "About";

    public ExportNotes {
        if (warning.isBlank()) {
            throw new IllegalArgumentException("An export without a warning.");
        }
    }

    /** By the names that stand in the files. */
    public Map<String, String> asMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("title", title);
        map.put("dataDate", dataDate.toString());
        map.put("licence", licence);
        map.put("filter", filter);
        map.put("sensitivity", sensitivity);
        map.put("warning", warning);
        return map;
    }

    /** As lines of text. */
    public String asText() {
        StringBuilder text = new StringBuilder();
        asMap().forEach((name, value) ->
                text.append(name).append(": ").append(value).append('\n'));
        return text.toString();
    }
}
