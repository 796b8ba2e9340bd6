package org.mineban.resolutions;

/** Text that the reader kept without understanding it, and where it stood. */
public record Leftover(Place place, String text) {
    /** Part of the document. */
    public enum Place {
        MASTHEAD,
        TITLE,
        BODY,
        AFTER_THE_MEETING
    }
}
