package org.mineban.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mineban.kernel.Language;
import org.mineban.platform.Messages;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FootnotesDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FtrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.HdrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.SettingsDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

@DisplayName("A document as DOCX")
class DocxDocumentTest {

    private static final DocumentFiles FILES = new DocumentFiles(new Messages());

    @ParameterizedTest
    @EnumSource(Language.class)
    void follows_the_schema_of_its_format(Language language) throws IOException, XmlException {
        List<String> checked = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx(Samples.of(language))))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String xml = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                XmlObject part = switch (entry.getName()) {
                    case "word/document.xml" -> DocumentDocument.Factory.parse(xml);
                    case "word/styles.xml" -> StylesDocument.Factory.parse(xml);
                    case "word/numbering.xml" -> NumberingDocument.Factory.parse(xml);
                    case "word/footnotes.xml" -> FootnotesDocument.Factory.parse(xml);
                    case "word/settings.xml" -> SettingsDocument.Factory.parse(xml);
                    case "word/header1.xml" -> HdrDocument.Factory.parse(xml);
                    case "word/footer1.xml" -> FtrDocument.Factory.parse(xml);
                    default -> null;
                };
                if (part != null) {
                    List<XmlError> errors = new ArrayList<>();
                    part.validate(new XmlOptions().setErrorListener(errors));
                    assertThat(errors).as(entry.getName()).isEmpty();
                    checked.add(entry.getName());
                }
            }
        }
        assertThat(checked).hasSize(7);
    }

    @Test
    void has_styles_of_headings_tables_with_heads_lists_and_footnotes() throws IOException {
        try (XWPFDocument word = open(Samples.of(Language.ENGLISH))) {
            assertThat(word.getParagraphs().stream().map(XWPFParagraph::getStyle))
                    .contains("Title", "Subtitle", "Heading1", "Heading2", "List", "Notice", "Numbered", "Caption");
            assertThat(word.getTables()).hasSize(1);
            XWPFTable table = word.getTables().getFirst();
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRow(2).getCell(2).getText()).isEqualTo("1,234");
            assertThat(word.getFootnotes().stream().filter(note -> note.getId().intValue() > 0))
                    .hasSize(2);
            assertThat(word.getProperties().getCoreProperties().getTitle())
                    .isEqualTo(Samples.of(Language.ENGLISH).title());
            assertThat(Objects.requireNonNull(word.getStyles().getStyle("Heading1"))
                            .getName())
                    .isEqualTo("heading 1");
        }
    }

    @Test
    void runs_from_right_to_left_in_arabic_and_keeps_codes_from_left_to_right() throws IOException {
        try (XWPFDocument word = open(Samples.of(Language.ARABIC))) {
            assertThat(word.getParagraphs())
                    .allSatisfy(paragraph ->
                            assertThat(paragraph.getCTP().getPPr().isSetBidi()).isTrue());
            assertThat(word.getTables().getFirst().getCTTbl().getTblPr().isSetBidiVisual())
                    .isTrue();
            assertThat(word.getParagraphs().stream().flatMap(paragraph -> paragraph.getRuns().stream()))
                    .filteredOn(run -> run.text().startsWith("هذه"))
                    .isNotEmpty()
                    .allSatisfy(run ->
                            assertThat(run.getCTR().getRPr().sizeOfRtlArray()).isEqualTo(1));
            assertThat(word.getParagraphs().stream().flatMap(paragraph -> paragraph.getRuns().stream()))
                    .filteredOn(run -> run.text().equals("A/RES/67/32"))
                    .hasSize(1)
                    .allSatisfy(run ->
                            assertThat(run.getCTR().getRPr().sizeOfRtlArray()).isZero());
        }
    }

    @Test
    void names_the_language_and_a_font_for_chinese() throws IOException {
        try (XWPFDocument word = open(Samples.of(Language.CHINESE))) {
            assertThat(word.getStyles()
                            .getDefaultRunStyle()
                            .getRPr()
                            .getRFontsArray(0)
                            .getEastAsia())
                    .isEqualTo("SimSun");
            assertThat(word.getParagraphs().stream().flatMap(paragraph -> paragraph.getRuns().stream()))
                    .filteredOn(run -> run.text().startsWith("这是关于"))
                    .isNotEmpty()
                    .allSatisfy(run -> assertThat(
                                    run.getCTR().getRPr().getLangArray(0).getEastAsia())
                            .isEqualTo("zh-CN"));
        }
    }

    @Test
    void is_the_same_file_for_the_same_document() {
        assertThat(docx(Samples.of(Language.RUSSIAN))).isEqualTo(docx(Samples.of(Language.RUSSIAN)));
    }

    private static XWPFDocument open(Document document) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(docx(document)));
    }

    private static byte[] docx(Document document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            FILES.write(document, DocumentKind.DOCX, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }
}
