package org.mineban.presentation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Where more of it stands: a page by its address without language and day. On paper only its label is printed.
 *
 * @param label what it says
 * @param page as {@code /states/UKR}; empty when there is no page of it
 * @param parameters of the page
 * @param on the day of the page; empty for the day asked about
 * @param note a few words beside it; may be empty
 */
public record Pointer(String label, String page, Map<String, String> parameters, Optional<LocalDate> on, String note) {

    public Pointer {
        parameters = Map.copyOf(parameters);
    }

    static Pointer to(String label, String page) {
        return new Pointer(label, page, Map.of(), Optional.empty(), "");
    }

    static Pointer to(String label, String page, Map<String, String> parameters) {
        return new Pointer(label, page, parameters, Optional.empty(), "");
    }

    /** A page on a day of its own. */
    public static Pointer onDay(String label, String page, LocalDate day) {
        return new Pointer(label, page, Map.of(), Optional.of(day), "");
    }

    /** The same page on another day. */
    Pointer on(LocalDate day) {
        return new Pointer(label, page, parameters, Optional.of(day), note);
    }

    /** With a few words beside it. */
    Pointer noted(String words) {
        return new Pointer(label, page, parameters, on, words);
    }
}
