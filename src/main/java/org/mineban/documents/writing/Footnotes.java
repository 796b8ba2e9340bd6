package org.mineban.documents.writing;

import java.util.List;
import java.util.stream.Stream;
import org.mineban.documents.Block;
import org.mineban.documents.Document;
import org.mineban.documents.Inline;

/**
 * Whether the notes of a document stand at the feet of its pages or together after its text.
 *
 * <p>Notes of running text stand at the foot. Sources of a table, one of which stands behind hundreds of rows, would fill the pages with notes and
 * tear the table apart; a note of many lines would leave no room for the text it speaks of; and a note to a note has no place at the same foot.
 * A document with any of these has all its notes after the text, so that a reader needs to look in one place only.
 */
final class Footnotes {

    /** The longest note that stands at a foot, in characters: some eight lines. */
    private static final int LONGEST = 800;

    private Footnotes() {}

    static boolean fit(Document document) {
        return document.blocks().stream().noneMatch(block -> block instanceof Block.Table table && noted(table))
                && Stream.concat(
                                document.masthead().notices().stream(),
                                document.blocks().stream().flatMap(Footnotes::texts))
                        .flatMap(Footnotes::notes)
                        .allMatch(Footnotes::fits);
    }

    private static boolean noted(Block.Table table) {
        return table.columns().stream().anyMatch(column -> LongTexts.tooLong(column.head()))
                || table.rows().stream()
                        .flatMap(List::stream)
                        .anyMatch(cell -> notes(cell.text()).findAny().isPresent());
    }

    private static boolean fits(Inline.Note note) {
        return PlainText.of(note.text()).length() <= LONGEST
                && notes(note.text()).findAny().isEmpty();
    }

    private static Stream<List<Inline>> texts(Block block) {
        return switch (block) {
            case Block.Heading heading -> Stream.of(heading.text());
            case Block.Paragraph paragraph -> Stream.of(paragraph.text());
            case Block.NumberedParagraph paragraph -> Stream.of(paragraph.text());
            case Block.Listing listing -> listing.items().stream();
            case Block.DescriptionList list -> list.items().stream().map(Block.DescriptionList.Item::description);
            case Block.Notice notice -> Stream.of(notice.text());
            case Block.Table table -> Stream.empty();
            case Block.PageBreak pageBreak -> Stream.empty();
        };
    }

    private static Stream<Inline.Note> notes(List<Inline> text) {
        return text.stream().flatMap(part -> switch (part) {
            case Inline.NoteReference(Inline.Note note) -> Stream.of(note);
            case Inline.Emphasis(List<Inline> inner) -> notes(inner);
            case Inline.Strong(List<Inline> inner) -> notes(inner);
            default -> Stream.empty();
        });
    }
}
