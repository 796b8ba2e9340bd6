package org.mineban.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mineban.documents.Block.Cell;
import org.mineban.documents.Block.Column;
import org.mineban.documents.Block.DescriptionList;
import org.mineban.kernel.Language;
import org.mineban.platform.Messages;

/** Nothing of a text of 100,000 characters is lost, wherever it stands and whatever the kind of the file; none takes long. */
@DisplayName("Text of 100,000 characters")
class LongTextTest {

    private static final DocumentFiles FILES = new DocumentFiles(new Messages());
    private static final int LENGTH = 100_000;
    private static final Duration BOUND = Duration.ofSeconds(30);

    /** 210 mm less the margin of 22 mm, in points. */
    private static final double RIGHT_EDGE = 533;

    /** Words that can be told apart, and the same without a space. */
    private static final String WORDS = words(" ");

    private static final String ONE_WORD = words("");

    /** Where a text can stand. */
    enum Place {
        TITLE(text -> frame(text, "s", "i", "l", "f")),
        SUBTITLE(text -> frame("t", text, "i", "l", "f")),
        ISSUER(text -> frame("t", "s", text, "l", "f")),
        LINE(text -> frame("t", "s", "i", text, "f")),
        FOOTER(text -> frame("t", "s", "i", "l", text)),
        HEADING(text -> of(Block.heading(1, text))),
        PARAGRAPH(text -> of(Block.paragraph(text))),
        NUMBERED_PARAGRAPH(text -> of(new Block.NumberedParagraph("1.", List.of(Inline.text(text))))),
        ITEM(text -> of(new Block.Listing(false, List.of(List.of(Inline.text(text)))))),
        TERM(text -> of(description(text, "d"))),
        DESCRIPTION(text -> of(description("t", text))),
        NOTICE(text -> of(new Block.Notice(List.of(Inline.text(text))))),
        NOTE(text -> of(Block.paragraph(Inline.text("x"), Inline.note(Inline.text(text))))),
        CODE(text -> of(Block.paragraph(new Inline.Code(text)))),
        NAME(text -> of(Block.paragraph(new Inline.Name(text)))),
        MARK(text -> of(Block.paragraph(new Inline.Mark(text)))),
        LINK(text -> of(Block.paragraph(new Inline.Link(text, "https://example.org/")))),
        CAPTION(text -> of(table(text, "a", "b", "c"))),
        HEAD(text -> of(table("c", text, "a", "b"))),
        ROW_HEAD(text -> of(table("c", "h", text, "b"))),
        CELL(text -> of(table("c", "h", "a", text)));

        private final Function<String, Document> document;

        Place(Function<String, Document> document) {
            this.document = document;
        }
    }

    @ParameterizedTest
    @EnumSource
    void is_printed_whole_and_within_the_margins(Place place) throws IOException {
        assertPrinted(place, WORDS);
    }

    @ParameterizedTest
    @EnumSource(names = {"PARAGRAPH", "CELL", "CODE", "LINK", "HEAD", "MARK"})
    void without_a_space_is_printed_whole_and_within_the_margins(Place place) throws IOException {
        assertPrinted(place, ONE_WORD);
    }

    private static void assertPrinted(Place place, String text) throws IOException {
        byte[] file = file(place.document.apply(text), DocumentKind.PDF);
        float[] edge = {0};
        try (PDDocument pdf = Loader.loadPDF(file)) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition letter) {
                    edge[0] = Math.max(edge[0], letter.getXDirAdj() + letter.getWidthDirAdj());
                }
            }.getText(pdf);
        }
        assertThat(letters(PdfDocumentTest.text(file))).isGreaterThanOrEqualTo(letters(text));
        assertThat((double) edge[0]).isLessThanOrEqualTo(RIGHT_EDGE);
    }

    @ParameterizedTest
    @EnumSource(names = "PDF", mode = EnumSource.Mode.EXCLUDE)
    void is_whole_in_every_other_kind_of_file(DocumentKind kind) throws IOException {
        for (Place place : Place.values()) {
            byte[] file = file(place.document.apply(WORDS), kind);
            assertThat(letters(read(file, kind))).as(place.name()).isGreaterThanOrEqualTo(letters(WORDS));
        }
    }

    @ParameterizedTest
    @EnumSource
    void leaves_room_on_the_pages_of_a_word_processor(Place place) throws IOException {
        try (ZipFile zip = open(file(place.document.apply(WORDS), DocumentKind.DOCX))) {
            assertThat(part(zip, "header1") + part(zip, "footer1")).hasSizeLessThan(5_000);
        }
    }

    @ParameterizedTest
    @EnumSource
    void fills_no_cell_of_a_workbook_with_more_than_it_can_hold(Place place) throws IOException {
        byte[] file = file(place.document.apply(WORDS), DocumentKind.XLSX);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> assertThat(cell.getStringCellValue())
                    .hasSizeLessThanOrEqualTo(SpreadsheetVersion.EXCEL2007.getMaxTextLength()))));
        }
    }

    @Test
    void as_the_head_of_a_column_is_not_said_again_with_every_row() {
        List<List<Cell>> rows = java.util.stream.IntStream.range(0, 200)
                .mapToObj(row -> List.of(Cell.of("row"), Cell.of("a cell of some words")))
                .toList();
        Document document = of(new Block.Table("c", List.of(Column.rowHead(WORDS, 1), Column.text("Head", 3)), rows));

        for (DocumentKind kind : DocumentKind.values()) {
            assertThat(file(document, kind)).as(kind.name()).hasSizeLessThan(1_000_000);
        }
    }

    /** All that the file says, and perhaps more. */
    static String read(byte[] file, DocumentKind kind) throws IOException {
        return switch (kind) {
            case PDF -> PdfDocumentTest.text(file);
            case HTML, TEXT -> new String(file, StandardCharsets.UTF_8);
            case DOCX -> {
                try (ZipFile zip = open(file)) {
                    yield words(zip, "document") + words(zip, "footnotes");
                }
            }
            case XLSX -> {
                StringBuilder cells = new StringBuilder();
                try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
                    workbook.forEach(sheet -> sheet.forEach(
                            row -> row.forEach(cell -> cells.append(cell).append('\n'))));
                }
                yield cells.toString();
            }
        };
    }

    private static ZipFile open(byte[] file) throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get();
    }

    private static String words(ZipFile zip, String part) throws IOException {
        return part(zip, part).replaceAll("<[^>]*>", "");
    }

    private static String part(ZipFile zip, String part) throws IOException {
        return new String(
                zip.getInputStream(zip.getEntry("word/" + part + ".xml")).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static byte[] file(Document document, DocumentKind kind) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Assertions.assertTimeout(BOUND, () -> FILES.write(document, kind, out));
        return out.toByteArray();
    }

    private static String words(String between) {
        StringBuilder words = new StringBuilder(LENGTH);
        for (int number = 10_000; words.length() < LENGTH; number++) {
            words.append('w').append(number).append(between);
        }
        return words.toString();
    }

    private static long letters(String text) {
        return text.chars().filter(letter -> letter == 'w').count();
    }

    private static Document frame(String title, String subtitle, String issuer, String line, String footer) {
        return new Document(
                Language.ENGLISH,
                title,
                subtitle,
                "d",
                new Document.Masthead(issuer, List.of(line), footer, List.of()),
                List.of(Block.paragraph("p")));
    }

    private static Document of(Block block) {
        return new Document(
                Language.ENGLISH,
                "t",
                "s",
                "d",
                new Document.Masthead("i", List.of(), "f", List.of()),
                List.of(block, Block.paragraph("after")));
    }

    private static Block description(String term, String text) {
        return new DescriptionList(List.of(new DescriptionList.Item(term, List.of(Inline.text(text)))));
    }

    private static Block table(String caption, String head, String rowHead, String cell) {
        return new Block.Table(
                caption,
                List.of(Column.rowHead(head, 1), Column.text("b", 3)),
                List.of(List.of(Cell.of("1"), Cell.of("2")), List.of(Cell.of(rowHead), Cell.of(cell))));
    }
}
