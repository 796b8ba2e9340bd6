package org.mineban.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mineban.documents.Block.Cell;
import org.mineban.documents.Block.Column;
import org.mineban.kernel.Language;

/** Where notes stand in a PDF. */
class FootnotesTest {

    private static final int PARAGRAPHS = 60;

    @ParameterizedTest
    @EnumSource(Language.class)
    void stand_at_the_foot_of_the_page_that_first_refers_to_them(Language language) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(PdfDocumentTest.pdf(running(language)))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                String text = page(pdf, page);
                for (int i = 0; i < PARAGRAPHS; i++) {
                    assertThat(text.contains("source" + i + "."))
                            .as("page %d, note %d", page, i)
                            .isEqualTo(text.contains("paragraph" + i + "."));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void pass_what_veraPDF_checks(Language language) {
        byte[] file = PdfDocumentTest.pdf(running(language));

        assertThat(PdfCheck.accessible(file)).isEmpty();
        assertThat(PdfCheck.archivable(file)).isEmpty();
    }

    @Test
    void are_notes_to_a_voice_each_with_a_name() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(PdfDocumentTest.pdf(running(Language.ENGLISH)))) {
            List<PDStructureElement> notes = new ArrayList<>();
            notes(pdf.getDocumentCatalog().getStructureTreeRoot(), notes);
            assertThat(notes).hasSize(PARAGRAPHS);
            assertThat(notes)
                    .extracting(PDStructureElement::getElementIdentifier)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void are_told_once_also_when_they_are_referred_to_often() {
        Inline.NoteReference note = Inline.note(Inline.text("The only source."));
        Document document = document(
                Language.ENGLISH,
                IntStream.range(0, 80)
                        .<Block>mapToObj(i -> new Block.Paragraph(List.of(Inline.text("Paragraph " + i + "."), note)))
                        .toList());

        assertThat(PdfDocumentTest.text(PdfDocumentTest.pdf(document))).containsOnlyOnce("The only source.");
    }

    @Test
    void stand_together_after_the_text_when_a_table_refers_to_them() throws IOException {
        List<Block> blocks = new ArrayList<>(running(Language.ENGLISH).blocks());
        blocks.add(new Block.Table(
                "Caption",
                List.of(Column.text("Head", 1)),
                List.of(List.of(Cell.of(Inline.text("Cell"), Inline.note(Inline.text("Source of the cell.")))))));

        try (PDDocument pdf = Loader.loadPDF(PdfDocumentTest.pdf(document(Language.ENGLISH, blocks)))) {
            assertThat(page(pdf, 1)).doesNotContain("source0.");
            assertThat(PdfDocumentTest.flat(new PDFTextStripper().getText(pdf)))
                    .containsSubsequence("source0.", "source59.", "Sourceofthecell.");
        }
    }

    @Test
    void stand_together_after_the_text_when_one_is_long_or_refers_to_a_further_note() throws IOException {
        for (Inline.NoteReference note : List.of(
                Inline.note(Inline.text("A long note. ".repeat(200))),
                Inline.note(Inline.text("See there"), Inline.note(Inline.text("A further note."))))) {
            List<Block> blocks = new ArrayList<>(running(Language.ENGLISH).blocks());
            blocks.add(new Block.Paragraph(List.of(Inline.text("The last paragraph."), note)));

            try (PDDocument pdf = Loader.loadPDF(PdfDocumentTest.pdf(document(Language.ENGLISH, blocks)))) {
                assertThat(page(pdf, 1)).doesNotContain("source0.");
            }
        }
    }

    /** Paragraphs with a note each. */
    private static Document running(Language language) {
        return document(
                language,
                IntStream.range(0, PARAGRAPHS)
                        .<Block>mapToObj(i -> new Block.Paragraph(List.of(
                                Inline.text(Samples.sentence(language) + " "),
                                new Inline.Code("paragraph" + i + "."),
                                Inline.note(
                                        new Inline.Code("source" + i + "."),
                                        Inline.text(" " + Samples.sentence(language) + " "),
                                        new Inline.Link("example.org", "https://example.org/" + i)))))
                        .toList());
    }

    private static Document document(Language language, List<Block> blocks) {
        return new Document(
                language,
                "Title",
                "",
                "Description",
                new Document.Masthead("Mineban", List.of(), "Foot", List.of()),
                blocks);
    }

    private static String page(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }

    private static void notes(PDStructureNode node, List<PDStructureElement> found) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if ("Note".equals(element.getStructureType())) {
                    found.add(element);
                }
                notes(element, found);
            }
        }
    }
}
