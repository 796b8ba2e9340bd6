package org.mineban.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mineban.kernel.Language;
import org.mineban.platform.Messages;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

@DisplayName("A document as HTML and as text")
class HtmlAndTextDocumentTest {

    private static final DocumentFiles FILES = new DocumentFiles(new Messages());

    @ParameterizedTest
    @EnumSource(Language.class)
    void is_well_formed_html_in_its_language_and_direction(Language language)
            throws IOException, ParserConfigurationException, SAXException {
        String html = written(Samples.of(language), DocumentKind.HTML);

        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        html.replace("<!DOCTYPE html>", "").strip().getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();

        assertThat(root.getAttribute("lang")).isEqualTo(language.code());
        assertThat(root.getAttribute("dir")).isEqualTo(language.rightToLeft() ? "rtl" : "ltr");
        assertThat(root.getElementsByTagName("h1").getLength()).isEqualTo(1);
        assertThat(root.getElementsByTagName("caption").getLength()).isEqualTo(1);
        assertThat(root.getTextContent()).contains(Samples.sentence(language));
    }

    @Test
    void loads_nothing_from_elsewhere() throws IOException {
        assertThat(written(Samples.of(Language.ENGLISH), DocumentKind.HTML))
                .doesNotContain("<script", "<link", "@import", "url(", "src=");
    }

    @Test
    void takes_text_for_text_and_never_for_markup() throws IOException {
        Document document = Samples.of(
                Language.ENGLISH,
                Block.paragraph("</style><script>alert(1)</script> & \"x\" ]]> <!-- \u0000\u0007"),
                Block.paragraph(new Inline.Name("<img src=x onerror=y>")));

        assertThat(written(document, DocumentKind.HTML))
                .contains("&lt;/style&gt;&lt;script&gt;", "&lt;img")
                .doesNotContain("<script", "<img", "\u0000", "\u0007");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void is_text_of_at_most_72_columns_with_its_notes(Language language) throws IOException {
        String text = written(Samples.of(language), DocumentKind.TEXT);

        assertThat(text.lines().filter(line -> !line.contains("https://")))
                .allSatisfy(line -> assertThat(columns(line)).as(line).isLessThanOrEqualTo(72));
        assertThat(PdfDocumentTest.flat(text)).contains(PdfDocumentTest.flat(Samples.sentence(language)), "[1]", "[2]");
    }

    @Test
    void aligns_a_small_table_in_text() throws IOException {
        Document document = Samples.of(
                Language.ENGLISH,
                new Block.Table(
                        "Small",
                        List.of(Block.Column.rowHead("Name", 1), Block.Column.number("Mines", 1)),
                        List.of(
                                List.of(Block.Cell.of("Türkiye"), Block.Cell.of("7")),
                                List.of(Block.Cell.of("中国"), Block.Cell.of("12,345")))));

        assertThat(written(document, DocumentKind.TEXT))
                .contains("Name      Mines\n-------  ------\nTürkiye       7\n中国     12,345\n");
    }

    private static int columns(String line) {
        return line.codePoints()
                .map(code -> Character.getType(code) == Character.FORMAT ? 0 : code >= 0x2E80 && code < 0xFFEF ? 2 : 1)
                .sum();
    }

    private static String written(Document document, DocumentKind kind) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FILES.write(document, kind, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
