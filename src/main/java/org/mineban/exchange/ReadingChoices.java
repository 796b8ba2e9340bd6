package org.mineban.exchange;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * What a person said about a file that does not say it itself, or says it wrongly. Empty means: find out.
 *
 * @param charset of its text
 * @param delimiter between the cells of a CSV file
 * @param coordinateSystem of its coordinates, as {@code EPSG:32642}
 */
public record ReadingChoices(
        Optional<Charset> charset, Optional<Character> delimiter, Optional<String> coordinateSystem) {

    /** Nothing was said: all is found out. */
    public static final ReadingChoices NONE = new ReadingChoices(Optional.empty(), Optional.empty(), Optional.empty());

    public ReadingChoices withCharset(Charset chosen) {
        return new ReadingChoices(Optional.of(chosen), delimiter, coordinateSystem);
    }

    public ReadingChoices withDelimiter(char chosen) {
        return new ReadingChoices(charset, Optional.of(chosen), coordinateSystem);
    }

    public ReadingChoices withCoordinateSystem(String chosen) {
        return new ReadingChoices(charset, delimiter, Optional.of(chosen));
    }
}
