package org.mineban.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mineban.kernel.Language;
import org.mineban.platform.Messages;

@DisplayName("A document as PDF")
class PdfDocumentTest {

    private static final DocumentFiles FILES = new DocumentFiles(new Messages());

    @ParameterizedTest
    @EnumSource(Language.class)
    void passes_what_veraPDF_checks_of_PDF_UA_1(Language language) {
        assertThat(PdfCheck.accessible(pdf(Samples.of(language)))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void passes_what_veraPDF_checks_of_PDF_A_3a(Language language) {
        assertThat(PdfCheck.archivable(pdf(Samples.of(language)))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void has_its_text_in_it_to_be_searched_and_copied(Language language) {
        assertThat(flat(text(pdf(Samples.of(language))))).contains(flat(Samples.sentence(language)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void embeds_a_part_of_every_font(Language language) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(pdf(Samples.of(language)))) {
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).matches("[A-Z]{6}\\+MinebanSans-.*");
                }
            }
        }
    }

    @Test
    void says_its_title_language_subject_and_page_numbers() throws IOException {
        byte[] file = pdf(Samples.of(Language.FRENCH));
        try (PDDocument pdf = Loader.loadPDF(file)) {
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(pdf.getDocumentInformation().getTitle()).startsWith("Voici un court");
            assertThat(pdf.getDocumentInformation().getSubject()).isEqualTo(Samples.sentence(Language.FRENCH));
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isBetween(595f, 596f);
        }
        assertThat(text(file)).contains("Page 1 sur 2", "Page 2 sur 2");
    }

    @Test
    void gives_the_cells_of_a_row_to_a_voice_in_the_order_of_the_text_also_from_right_to_left() throws IOException {
        assertThat(firstRow(Language.ENGLISH)).containsExactly("TH", "TD", "TD");
        assertThat(firstRow(Language.ARABIC)).containsExactly("TH", "TD", "TD");
    }

    @Test
    void names_the_characters_its_fonts_do_not_have_and_prints_their_codes() throws IOException {
        Document document = Samples.of(Language.ENGLISH, Block.paragraph("A bomb \ud83d\udca3 and \u0e01\u0e01."));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        List<Unshown> unshown = FILES.write(document, DocumentKind.PDF, out);

        assertThat(unshown).contains(new Unshown(0x1F4A3, 1, false), new Unshown(0xE01, 2, false));
        assertThat(text(out.toByteArray())).contains("A bomb [U+1F4A3] and", "U+1F4A3 BOMB");
    }

    @Test
    void tells_that_everything_was_shown_when_it_was() throws IOException {
        Document document = new Document(
                Language.CHINESE,
                "标题",
                "",
                "说明",
                new Document.Masthead("Mineban", List.of(), "页脚", List.of()),
                List.of(Block.paragraph("Ünïcödé Ελλάδα Україна العربية 中文 œ № → ≤ “”")));

        assertThat(FILES.write(document, DocumentKind.PDF, new ByteArrayOutputStream()))
                .isEmpty();
    }

    private static List<String> firstRow(Language language) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(pdf(Samples.of(language)))) {
            List<PDStructureElement> rows = new ArrayList<>();
            rows(pdf.getDocumentCatalog().getStructureTreeRoot(), rows);
            return rows.get(1).getKids().stream()
                    .map(kid -> ((PDStructureElement) kid).getStructureType())
                    .toList();
        }
    }

    private static void rows(PDStructureNode node, List<PDStructureElement> rows) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getStructureType().equals("TR")) {
                    rows.add(element);
                }
                rows(element, rows);
            }
        }
    }

    static byte[] pdf(Document document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            FILES.write(document, DocumentKind.PDF, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The text of a PDF in the order in which a reader selects it. */
    static String text(byte[] file) {
        try (PDDocument pdf = Loader.loadPDF(file)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without spaces and line ends, which a layout may change. */
    static String flat(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f]+", "");
    }
}
