package org.mineban.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.lang.UScript;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mineban.kernel.Language;
import org.mineban.platform.Messages;

@DisplayName("Text from anywhere in a document")
class HostileDocumentTest {

    private static final DocumentFiles FILES = new DocumentFiles(new Messages());
    private static final Duration BOUND = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(strings = {"word ", "W", "كلمة ", "字"})
    void of_100_000_characters_in_one_cell_goes_on_over_pages(String piece) throws IOException {
        String text = piece.repeat(100_000 / piece.length());
        Language language = piece.startsWith("ك") ? Language.ARABIC : Language.ENGLISH;

        byte[] pdf = Assertions.assertTimeout(BOUND, () -> PdfDocumentTest.pdf(withCell(language, text)));

        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertThat(read.getNumberOfPages()).isGreaterThan(10);
        }
        assertThat(letters(PdfDocumentTest.text(pdf), piece.strip().charAt(0)))
                .isGreaterThanOrEqualTo(100_000 / piece.length());
    }

    private static long letters(String text, char letter) {
        return text.chars().filter(character -> character == letter).count();
    }

    @ParameterizedTest
    @EnumSource(DocumentKind.class)
    void cannot_reorder_what_stands_around_it(DocumentKind kind) throws IOException {
        String trick = "report\u202Efdp.exe \u2066open \u2067never closed";
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        FILES.write(withCell(Language.ENGLISH, trick), kind, out);

        String text = kind == DocumentKind.PDF
                ? PdfDocumentTest.text(out.toByteArray())
                : out.toString(StandardCharsets.UTF_8);
        assertThat(text).doesNotContain("\u202E");
        if (kind == DocumentKind.HTML || kind == DocumentKind.TEXT) {
            assertThat(letters(text, '\u2069'))
                    .isGreaterThanOrEqualTo(letters(text, '\u2066') + letters(text, '\u2067'));
        }
    }

    @ParameterizedTest
    @EnumSource(DocumentKind.class)
    void may_hold_what_is_no_character(DocumentKind kind) {
        String broken = "a\ud800b\udc00c\ufffe\uffff\ufdd0\u0000\u001b[31m\u0085d";

        Assertions.assertDoesNotThrow(
                () -> FILES.write(withCell(Language.ENGLISH, broken), kind, new ByteArrayOutputStream()));
    }

    @ParameterizedTest
    @EnumSource(DocumentKind.class)
    void may_be_empty(DocumentKind kind) {
        Document empty = new Document(
                Language.ARABIC,
                "",
                "",
                "",
                new Document.Masthead("", List.of(), "", List.of()),
                List.of(
                        Block.paragraph(""),
                        new Block.Listing(true, List.of()),
                        new Block.DescriptionList(List.of()),
                        new Block.Table("", List.of(Block.Column.text("", 1)), List.of())));

        Assertions.assertDoesNotThrow(() -> FILES.write(empty, kind, new ByteArrayOutputStream()));
    }

    /** The samples are of the six languages with Hebrew in a name. */
    @ParameterizedTest
    @EnumSource(names = "PDF", mode = EnumSource.Mode.EXCLUDE)
    void with_characters_that_not_every_font_has_keeps_and_names_them(DocumentKind kind) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        List<Unshown> doubtful = FILES.write(
                withCell(Language.FRENCH, "\ud83d\udca3 \u0e01\u0e01 \ud840\udc00 Україна Ελλάδα عربي 中文 e\u0301 №"),
                kind,
                out);

        assertThat(doubtful)
                .contains(new Unshown(0x1F4A3, 1, true), new Unshown(0xE01, 2, true), new Unshown(0x20000, 1, true))
                .extracting(unshown -> UScript.getName(UScript.getScript(unshown.codePoint())))
                .containsOnly("Common", "Thai", "Han", "Hebrew");
        String read = LongTextTest.read(out.toByteArray(), kind);
        assertThat(read)
                .contains("\ud83d\udca3 \u0e01\u0e01 \ud840\udc00", "U+1F4A3 BOMB", "U+0E01 THAI CHARACTER KO KAI");
    }

    @Test
    void that_mixes_scripts_still_passes_veraPDF() {
        byte[] pdf = PdfDocumentTest.pdf(withCell(
                Language.ARABIC, "Ukraine Україна אב \ud83d\ude00 中国 \u2067العربية\u2069 e\u0301 \u0301\u200d\ufe0f"));

        assertThat(PdfCheck.accessible(pdf)).isEmpty();
        assertThat(PdfCheck.archivable(pdf)).isEmpty();
    }

    @Test
    void is_no_way_to_a_script_by_a_link() {
        assertThatThrownBy(() -> new Inline.Link("x", "javascript:alert(1)"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Document withCell(Language language, String text) {
        return Samples.of(
                language,
                new Block.Table(
                        "T",
                        List.of(Block.Column.rowHead("a", 1), Block.Column.text("b", 3)),
                        List.of(List.of(Block.Cell.of("x"), Block.Cell.of(new Inline.Name(text))))));
    }
}
