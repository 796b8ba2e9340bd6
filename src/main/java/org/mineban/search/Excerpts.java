package org.mineban.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mineban.kernel.Language;
import org.mineban.search.Found.Line;
import org.mineban.search.Found.Piece;
import org.mineban.search.text.Token;
import org.mineban.search.text.Tokenizer;

/** Chooses what of a thing's texts to show, and marks in it what was looked for. */
final class Excerpts {

    private static final int LONGEST_TEXT = 16_000;
    private static final int LENGTH = 220;
    private static final int LEAD = 60;
    private static final String CUT = "…";

    private final Marks marks;
    private final Function<Language, Tokenizer> tokenizers;

    Excerpts(Marks marks, Function<Language, Tokenizer> tokenizers) {
        this.marks = marks;
        this.tokenizers = tokenizers;
    }

    /** The title in the reader's language, or in one there is. */
    Line title(Map<Language, Entry.Text> texts, Language reader) {
        Language language =
                texts.containsKey(reader) ? reader : texts.keySet().iterator().next();
        return whole(language, text(texts, language).title());
    }

    /**
     * The best part of the body in the reader's language when that has what is looked for; else of another language that has it, whose title
     * will do as well; else the beginning.
     */
    Line excerpt(Map<Language, Entry.Text> texts, Language reader, Line title) {
        Map<Language, Line> bodies = new EnumMap<>(Language.class);
        for (Language language : inOrder(texts, reader)) {
            String body = text(texts, language).body();
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
            for (Language language : inOrder(texts, reader)) {
                Line line = whole(language, text(texts, language).title());
                if (line.sought()) {
                    return line;
                }
            }
        }
        return inOrder(texts, reader).stream()
                .filter(bodies::containsKey)
                .findFirst()
                .map(bodies::get)
                .orElseGet(() -> new Line(reader, List.of()));
    }

    private static List<Language> inOrder(Map<Language, Entry.Text> texts, Language reader) {
        List<Language> order = new ArrayList<>(texts.keySet());
        if (order.remove(reader)) {
            order.addFirst(reader);
        }
        return order;
    }

    private static Entry.Text text(Map<Language, Entry.Text> texts, Language language) {
        return java.util.Objects.requireNonNull(texts.get(language));
    }

    private Line whole(Language language, String text) {
        return new Line(language, pieces(text, 0, text.length(), spans(language, tokens(language, text))));
    }

    private List<Token> tokens(Language language, String text) {
        return tokenizers.apply(language).tokens(text);
    }

    private List<Marks.Span> spans(Language language, List<Token> tokens) {
        return marks.in(language, tokens);
    }

    private Line part(Language language, String text) {
        String read = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        List<Token> tokens = tokens(language, read);
        List<Marks.Span> spans = spans(language, tokens);
        if (text.length() <= LENGTH) {
            return new Line(language, pieces(text, 0, text.length(), spans));
        }
        int best = spans.isEmpty() ? 0 : densest(spans).start();
        int start = best <= LEAD ? 0 : wordAtOrAfter(tokens, best - LEAD, best);
        int end = wordEndBefore(tokens, start + LENGTH, text.length());
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

    /** The span after which, within the length of an excerpt, most others follow. */
    private static Marks.Span densest(List<Marks.Span> spans) {
        Marks.Span best = spans.getFirst();
        long most = 0;
        for (Marks.Span span : spans) {
            long near = spans.stream()
                    .filter(other -> other.start() >= span.start() && other.end() <= span.start() + LENGTH - LEAD)
                    .count();
            if (near > most) {
                best = span;
                most = near;
            }
        }
        return best;
    }

    private static int wordAtOrAfter(List<Token> tokens, int from, int latest) {
        return tokens.stream()
                .mapToInt(Token::start)
                .filter(start -> start >= from)
                .map(start -> Math.min(start, latest))
                .findFirst()
                .orElse(latest);
    }

    private static int wordEndBefore(List<Token> tokens, int until, int length) {
        if (until >= length) {
            return length;
        }
        return tokens.stream()
                .mapToInt(Token::end)
                .filter(end -> end <= until)
                .max()
                .orElse(length);
    }

    private static List<Piece> pieces(String text, int from, int to, List<Marks.Span> spans) {
        List<Piece> pieces = new ArrayList<>();
        int at = from;
        for (Marks.Span span : spans) {
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
