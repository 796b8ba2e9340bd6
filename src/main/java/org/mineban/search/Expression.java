package org.mineban.search;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A query as read. */
sealed interface Expression {

    /** The query written out, so that reading it gives the same. */
    String written();

    /** The query with each word exchanged. */
    Expression map(UnaryOperator<String> words);

    /** A word. */
    record Word(String text) implements Expression {
        @Override
        public String written() {
            return text;
        }

        @Override
        public Expression map(UnaryOperator<String> words) {
            return new Word(words.apply(text));
        }
    }

    /** Words one after the other. */
    record Phrase(String text) implements Expression {
        @Override
        public String written() {
            return "\"" + text + "\"";
        }

        @Override
        public Expression map(UnaryOperator<String> words) {
            return new Phrase(
                    java.util.Arrays.stream(text.split(" ", -1)).map(words).collect(Collectors.joining(" ")));
        }
    }

    /** All of them. */
    record All(List<Expression> parts) implements Expression {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public String written() {
            return parts.stream()
                    .map(part -> part instanceof Any ? "(" + part.written() + ")" : part.written())
                    .collect(Collectors.joining(" "));
        }

        @Override
        public Expression map(UnaryOperator<String> words) {
            return new All(parts.stream().map(part -> part.map(words)).toList());
        }
    }

    /** At least one of them. */
    record Any(List<Expression> parts) implements Expression {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public String written() {
            return parts.stream().map(Expression::written).collect(Collectors.joining(" OR "));
        }

        @Override
        public Expression map(UnaryOperator<String> words) {
            return new Any(parts.stream().map(part -> part.map(words)).toList());
        }
    }

    /** What must not be there. */
    record Not(Expression part) implements Expression {
        @Override
        public String written() {
            return "NOT " + (part instanceof All || part instanceof Any ? "(" + part.written() + ")" : part.written());
        }

        @Override
        public Expression map(UnaryOperator<String> words) {
            return this; // a misspelt word that must not be there is not there
        }
    }
}
