package org.mineban.presentation;

import java.time.LocalDate;
import java.util.List;

/**
 * What a person gives for a letter besides its text.
 *
 * @param sender the office that writes, in the language of the letter; empty leaves a place to fill in
 * @param reference as printed; empty when none
 * @param date of the letter, and the day as of which the record is used
 * @param enclosures what goes with it, each as printed
 */
public record LetterDetails(String sender, String reference, LocalDate date, List<String> enclosures) {
    public LetterDetails {
        enclosures = List.copyOf(enclosures);
    }
}
