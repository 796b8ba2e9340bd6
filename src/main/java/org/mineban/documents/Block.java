package org.mineban.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A part of a document that stands on its own lines. */
public sealed interface Block {

    /**
     * A heading.
     *
     * @param level 1 for a chapter, up to 4; the title of the document stands above them all
     */
    record Heading(int level, List<Inline> text) implements Block {
        public Heading {
            if (level < 1 || level > 4) {
                throw new IllegalArgumentException("A heading has a level of 1 to 4, not " + level);
            }
            text = List.copyOf(text);
        }
    }

    /** A paragraph. */
    record Paragraph(List<Inline> text) implements Block {
        public Paragraph {
            text = List.copyOf(text);
        }
    }

    /**
     * A paragraph with a number of its own, which is never counted by the renderer.
     *
     * @param number as printed, as {@code 4.} or {@code a)}
     */
    record NumberedParagraph(String number, List<Inline> text) implements Block {
        public NumberedParagraph {
            text = List.copyOf(text);
        }
    }

    /** Items in a row, with numbers or without. */
    record Listing(boolean numbered, List<List<Inline>> items) implements Block {
        public Listing {
            items = items.stream().map(List::copyOf).toList();
        }
    }

    /** Terms and what is said of each. */
    record DescriptionList(List<Item> items) implements Block {
        public DescriptionList {
            items = List.copyOf(items);
        }

        /** A term and what is said of it. */
        public record Item(String term, List<Inline> description) {
            public Item {
                description = List.copyOf(description);
            }
        }
    }

    /** Something that must not be overlooked, in a frame. */
    record Notice(List<Inline> text) implements Block {
        public Notice {
            text = List.copyOf(text);
        }
    }

    /**
     * A table: real heads, no merged cells.
     *
     * @param caption what it shows
     * @param rows each with as many cells as there are columns
     */
    record Table(String caption, List<Column> columns, List<List<Cell>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<Cell> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException(
                            "A row of “%s” has %d cells, not %d".formatted(caption, row.size(), columns.size()));
                }
            }
        }
    }

    /**
     * A column of a table.
     *
     * @param weight its share of the width, beside the weights of the others
     * @param kind what its cells are
     */
    record Column(String head, int weight, Kind kind) {

        /** What the cells of a column are. */
        public enum Kind {
            /** Heads of their rows. */
            ROW_HEAD,
            /** Text, beginning where the language begins. */
            TEXT,
            /** Numbers, so that their ones stand below each other. */
            NUMBER
        }

        public Column {
            if (weight < 1) {
                throw new IllegalArgumentException("A column has a weight of 1 or more, not " + weight);
            }
        }

        public static Column rowHead(String head, int weight) {
            return new Column(head, weight, Kind.ROW_HEAD);
        }

        public static Column text(String head, int weight) {
            return new Column(head, weight, Kind.TEXT);
        }

        public static Column number(String head, int weight) {
            return new Column(head, weight, Kind.NUMBER);
        }
    }

    /**
     * A cell of a table.
     *
     * @param text what is printed
     * @param day the day that the text says, for files that keep days as days; empty when it says none
     */
    record Cell(List<Inline> text, Optional<LocalDate> day) {
        public Cell {
            text = List.copyOf(text);
        }

        /** A cell that says no day. */
        public Cell(List<Inline> text) {
            this(text, Optional.empty());
        }

        public static Cell of(Inline... text) {
            return new Cell(List.of(text));
        }

        public static Cell of(String text) {
            return of(new Inline.Text(text));
        }
    }

    /** What follows begins on a new page, where there are pages. */
    record PageBreak() implements Block {}

    static Paragraph paragraph(Inline... text) {
        return new Paragraph(List.of(text));
    }

    static Paragraph paragraph(String text) {
        return paragraph(new Inline.Text(text));
    }

    static Heading heading(int level, String text) {
        return new Heading(level, List.of(new Inline.Text(text)));
    }
}
