package org.mineban.documents;

import java.util.ArrayList;
import java.util.List;
import org.mineban.documents.Block.Cell;
import org.mineban.documents.Block.Column;
import org.mineban.documents.Block.Table;
import org.mineban.kernel.Language;

/** Documents that use every part of the model, in each language. */
final class Samples {

    private Samples() {}

    static String sentence(Language language) {
        return switch (language) {
            case ARABIC ->
                "هذه فقرة قصيرة عن اتفاقية عام 1997 (القرار 67/32)، مع أرقام مثل 1,234 وكلمات Latin في وسطها.";
            case ENGLISH ->
                "This is a short paragraph about a convention of 1997 (resolution 67/32), with numbers such as 1,234.";
            case SPANISH ->
                "Este es un párrafo corto sobre una convención de 1997 (resolución 67/32), con números como 1 234.";
            case FRENCH ->
                "Voici un court paragraphe sur une convention de 1997 (résolution 67/32) : œuvre, État, « cité », 1 234.";
            case RUSSIAN -> "Это короткий абзац о конвенции 1997 года (резолюция 67/32), с числами, такими как 1 234.";
            case CHINESE -> "这是关于1997年公约（第67/32号决议）的一个短段落，其中有1,234这样的数字。";
        };
    }

    static Document of(Language language, Block... more) {
        String sentence = sentence(language);
        Inline.NoteReference first = Inline.note(Inline.text("A-1 "), new Inline.Code("[UNTC]"));
        Inline.NoteReference second = Inline.note(Inline.text(sentence));
        List<Block> blocks = new ArrayList<>(List.of(
                Block.heading(1, sentence.substring(0, 20)),
                Block.paragraph(
                        Inline.text(sentence + " "),
                        Inline.strong(sentence.substring(0, 12)),
                        Inline.text(" "),
                        Inline.emphasis(sentence.substring(0, 9)),
                        Inline.text(" "),
                        new Inline.Code("A/RES/67/32"),
                        Inline.text(" "),
                        new Inline.Name("Côte d’Ivoire (תל, الأردن) [x]"),
                        Inline.text(" "),
                        new Inline.Mark("!?"),
                        first,
                        Inline.text(" "),
                        new Inline.Link("example", "https://example.org/?a=1&b=2"),
                        Inline.text(".")),
                Block.heading(2, sentence.substring(5, 20)),
                new Block.NumberedParagraph("4.", List.of(Inline.text(sentence), second)),
                new Block.Listing(
                        false, List.of(List.of(Inline.text(sentence)), List.of(Inline.text(sentence), first))),
                new Block.Listing(true, List.of(List.of(Inline.text("A")), List.of(Inline.text("B")))),
                new Block.Listing(true, List.of(List.of(Inline.text("C")), List.of(Inline.text("D")))),
                new Block.DescriptionList(List.of(
                        new Block.DescriptionList.Item(sentence.substring(0, 8), List.of(Inline.text(sentence))),
                        new Block.DescriptionList.Item(
                                sentence.substring(3, 10),
                                List.of(new Inline.Foreign(Language.ENGLISH, "As recorded, in English."))))),
                new Block.Notice(List.of(Inline.text(sentence))),
                new Table(
                        sentence.substring(0, 18),
                        List.of(
                                Column.rowHead(sentence.substring(0, 7), 3),
                                Column.text(sentence.substring(7, 15), 5),
                                Column.number("N", 1)),
                        List.of(
                                List.of(Cell.of("1 one"), Cell.of(Inline.text(sentence), first), Cell.of("1")),
                                List.of(Cell.of("2 two"), Cell.of(Inline.text("–"), second), Cell.of("1,234")))),
                new Block.PageBreak(),
                Block.heading(1, sentence.substring(2, 18)),
                Block.paragraph(sentence)));
        blocks.addAll(List.of(more));
        return new Document(
                language,
                sentence.substring(0, 16),
                sentence.substring(10, 24),
                sentence,
                new Document.Masthead(
                        "Mineban", List.of("1.1.2000"), sentence, List.of(List.of(Inline.text(sentence)))),
                blocks);
    }
}
