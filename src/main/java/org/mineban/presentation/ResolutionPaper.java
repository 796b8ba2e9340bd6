package org.mineban.presentation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mineban.documents.Block;
import org.mineban.documents.Block.Cell;
import org.mineban.documents.Block.Column;
import org.mineban.documents.Block.Table;
import org.mineban.documents.Document;
import org.mineban.documents.Inline;
import org.mineban.kernel.Language;

/** Resolution 67/32 with its live column as a document: each paragraph in our words, and beside it what the record says on the day. */
public final class ResolutionPaper {

    private static final String SYMBOL = "A/RES/67/32";

    private final DocumentParts parts;

    private ResolutionPaper(DocumentParts parts) {
        this.parts = parts;
    }

    /** The document, with what the record says on that day. */
    public static Document of(Knowledge knowledge, LocalDate on, Language language) {
        return new ResolutionPaper(new DocumentParts(knowledge, language, on)).document();
    }

    private Document document() {
        ResolutionColumn column = ResolutionColumn.of(parts.knowledge(), parts.narrator(), parts.on());
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(
                Inline.text(parts.say("resolution.masthead.organ") + " "),
                new Inline.Code(SYMBOL),
                new Inline.Break(),
                Inline.text(parts.say("resolution.masthead.distribution")),
                new Inline.Break(),
                Inline.text(parts.say("resolution.67-32.issued")),
                new Inline.Break(),
                Inline.text(parts.say("resolution.67-32.session")),
                new Inline.Break(),
                Inline.text(parts.say("resolution.67-32.agenda-item"))));
        blocks.add(Block.paragraph(
                Inline.strong(parts.say("resolution.67-32.adopted")),
                new Inline.Break(),
                Inline.text(parts.say("resolution.67-32.report"))));
        blocks.add(new Block.Notice(List.of(
                Inline.text(parts.say("resolution.summary-note") + " "),
                new Inline.Link(
                        parts.say("resolution.official-text"),
                        "https://undocs.org/" + parts.language().code() + "/" + SYMBOL))));
        blocks.add(Block.heading(1, parts.say("document.resolution.preamble")));
        blocks.add(Block.paragraph(Inline.emphasis(parts.say("resolution.opening"))));
        blocks.add(table(parts.say("document.resolution.preamble"), column.preamble()));
        blocks.add(Block.heading(1, parts.say("document.resolution.operative")));
        blocks.add(table(parts.say("document.resolution.operative"), column.operative()));
        blocks.add(Block.paragraph(Inline.emphasis(parts.say("resolution.67-32.plenary"))));
        return new Document(
                parts.language(),
                parts.say("resolution.67-32.title"),
                parts.say("page.home.column", Map.of("day", parts.day())),
                parts.sayOfDay("document.resolution.description"),
                parts.masthead(),
                blocks);
    }

    private Table table(String caption, List<ResolutionColumn.Paragraph> paragraphs) {
        return new Table(
                caption,
                List.of(
                        Column.text(parts.say("document.column.paragraph"), 5),
                        Column.text(parts.say("page.home.column", Map.of("day", parts.day())), 4)),
                paragraphs.stream()
                        .map(one -> List.of(new Cell(text(one)), new Cell(notes(one.notes()))))
                        .toList());
    }

    private List<Inline> text(ResolutionColumn.Paragraph paragraph) {
        List<Inline> text = new ArrayList<>();
        if (!paragraph.number().isEmpty()) {
            text.add(Inline.text(paragraph.number() + " "));
        }
        text.add(Inline.emphasis(paragraph.lead()));
        text.add(Inline.text(space() + paragraph.text()));
        return text;
    }

    /** What stands between two phrases. */
    private String space() {
        return parts.language() == Language.CHINESE ? "" : " ";
    }

    private List<Inline> notes(List<RecordNote> notes) {
        List<Inline> told = new ArrayList<>();
        for (RecordNote note : notes) {
            if (!told.isEmpty()) {
                told.add(new Inline.Break());
            }
            note(told, note);
        }
        return told;
    }

    /** What a screen folds, paper prints; where a screen only leads to another page, paper says no more. */
    private void note(List<Inline> told, RecordNote note) {
        if (!note.figure().isEmpty()) {
            told.add(Inline.strong(note.figure()));
            told.add(Inline.text(space()));
        }
        told.add(Inline.text(note.text()));
        boolean figureAlone = note.text().isEmpty() && !note.figure().isEmpty();
        List<Pointer> names = note.names().stream()
                .filter(name ->
                        figureAlone || !note.summary().isEmpty() || name.page().startsWith("/states/"))
                .toList();
        if (!names.isEmpty()) {
            String listed = names.stream()
                    .map(name -> name.note().isEmpty() ? name.label() : name.label() + " (" + name.note() + ")")
                    .collect(Collectors.joining(parts.between()));
            told.add(Inline.text((note.text().isEmpty() ? "" : " ") + listed + (figureAlone ? "" : ".")));
        }
        if (!note.mark().isEmpty()) {
            told.add(Inline.text(" "));
            told.add(new Inline.Mark(note.mark()));
        }
    }
}
