package org.mineban.search;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.mineban.kernel.Confidence;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;

/**
 * Something that was found.
 *
 * @param address the page that shows it, without language
 * @param excerpt the part of its text that was found, or its beginning; may be empty
 */
public record Found(
        EntryKind kind,
        Optional<StateCode> state,
        OptionalInt year,
        String address,
        Confidence confidence,
        Line title,
        Line excerpt) {

    /** A piece of a text; {@code sought} when it is what the query asked for. */
    public record Piece(String text, boolean sought) {}

    /** A line of text in one language, cut into pieces. */
    public record Line(Language language, List<Piece> pieces) {
        public Line {
            pieces = List.copyOf(pieces);
        }

        /** The line without distinction. */
        public String text() {
            return pieces.stream().map(Piece::text).collect(Collectors.joining());
        }

        /** Whether any piece is what the query asked for. */
        public boolean sought() {
            return pieces.stream().anyMatch(Piece::sought);
        }
    }
}
