package org.mineban.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mineban.kernel.Language;
import org.mineban.search.Found.Line;
import org.mineban.search.Found.Piece;
import org.mineban.search.Marks.Span;

/** Chooses what of one thing's texts to show, and marks in it what was looked for. */
final class Excerpts {

    private static final int LENGTH = 220;
    private static final int LEAD = 60;
    private static final String CUT = "…";

    private final Map<Language, Entry.Text> texts;
    private final Language reader;
    private final Marks.Places places;

    /**
     * The texts of one thing, for one reader.
     *
     * @param places where in them is what was looked for
     */
    Excerpts(Map<Language, Entry.Text> texts, Language reader, Marks.Places places) {
        this.texts = texts;
        this.reader = reader;
        this.places = places;
    }

    /** The title in the reader's language, or in one there is. */
    Line title() throws IOException {
        return title(
                texts.containsKey(reader) ? reader : texts.keySet().iterator().next());
    }

    /**
     * The best part of the body in the reader's language when that has what is looked for; else of another language that has it, whose title
     * will do as well; else the beginning.
     */
    Line excerpt(Line title) throws IOException {
        Map<Language, Line> bodies = new EnumMap<>(Language.class);
        for (Language language : inOrder()) {
            String body = text(language).body();
            if (!body.isEmpty()) {
                Line line = part(language, body);
                if (line.sought()) {
                    return line;
                }
                bodies.put(language, line);
            }
            if (language == reader && title.sought()) {
                break;
            }
        }
        if (!title.sought()) {
            for (Language language : inOrder()) {
                Line line = title(language);
                if (line.sought()) {
                    return line;
                }
            }
        }
        return inOrder().stream()
                .filter(bodies::containsKey)
                .findFirst()
                .map(bodies::get)
                .orElseGet(() -> new Line(reader, List.of()));
    }

    private List<Language> inOrder() {
        List<Language> order = new ArrayList<>(texts.keySet());
        if (order.remove(reader)) {
            order.addFirst(reader);
        }
        return order;
    }

    private Entry.Text text(Language language) {
        return Objects.requireNonNull(texts.get(language));
    }

    private Line title(Language language) throws IOException {
        String text = text(language).title();
        return new Line(language, pieces(text, 0, text.length(), places.in(Fields.title(language))));
    }

    private Line part(Language language, String text) throws IOException {
        List<Span> spans = places.in(Fields.body(language));
        if (text.length() <= LENGTH) {
            return new Line(language, pieces(text, 0, text.length(), spans));
        }
        int best = spans.isEmpty() ? 0 : densest(spans);
        int start = best <= LEAD ? 0 : wordAtOrAfter(text, best - LEAD, best);
        int end = wordEndBefore(text, start, start + LENGTH);
        List<Piece> pieces = new ArrayList<>();
        if (start > 0) {
            pieces.add(new Piece(CUT, false));
        }
        pieces.addAll(pieces(text, start, end, spans));
        if (end < text.length()) {
            pieces.add(new Piece(CUT, false));
        }
        return new Line(language, pieces);
    }

    /** Where the span begins after which, within the length of an excerpt, most others follow. */
    private static int densest(List<Span> spans) {
        int best = 0;
        int most = 0;
        int after = 0;
        for (int i = 0; i < spans.size(); i++) {
            while (after < spans.size()
                    && spans.get(after).end() <= spans.get(i).start() + LENGTH - LEAD) {
                after++;
            }
            if (after - i > most) {
                best = i;
                most = after - i;
            }
        }
        return spans.get(best).start();
    }

    private static int wordAtOrAfter(String text, int from, int latest) {
        int at = from;
        while (at < latest && within(text, at)) {
            at++;
        }
        while (at < latest && !Character.isLetterOrDigit(text.codePointAt(at))) {
            at++;
        }
        return at;
    }

    private static int wordEndBefore(String text, int start, int until) {
        if (until >= text.length()) {
            return text.length();
        }
        int at = until;
        while (at > start && within(text, at)) {
            at--;
        }
        while (at > start && !ofWord(text.codePointBefore(at))) {
            at--;
        }
        return at > start ? at : whole(text, until);
    }

    /** Whether a cut before that place would go through a word, a letter with its signs, or a character of two halves. */
    private static boolean within(String text, int at) {
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at);
        boolean parts = Character.isLowSurrogate(text.charAt(at)) || isSign(after);
        return parts || (ofWord(before) && Character.isLetterOrDigit(after) && !Character.isIdeographic(after));
    }

    private static boolean ofWord(int character) {
        return Character.isLetterOrDigit(character) || isSign(character);
    }

    private static boolean isSign(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static int whole(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }

    private static List<Piece> pieces(String text, int from, int to, List<Span> spans) {
        List<Piece> pieces = new ArrayList<>();
        int at = from;
        for (Span span : spans) {
            if (span.start() >= at && span.end() <= to) {
                if (span.start() > at) {
                    pieces.add(new Piece(text.substring(at, span.start()), false));
                }
                pieces.add(new Piece(text.substring(span.start(), span.end()), true));
                at = span.end();
            }
        }
        if (at < to) {
            pieces.add(new Piece(text.substring(at, to), false));
        }
        return pieces;
    }
}
