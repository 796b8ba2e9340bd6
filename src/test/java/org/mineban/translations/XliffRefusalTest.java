package org.mineban.translations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mineban.kernel.ProblemException;
import org.mineban.platform.Messages;

@DisplayName("A translator's file that cannot be read")
class XliffRefusalTest {

    private static final String XLIFF = """
            <xliff version="1.2">
            <file source-language="en" target-language="%s"><body>
            <trans-unit id="page.skip"><source>&x;</source><target>&x;</target></trans-unit>
            </body></file></xliff>
            """;

    private static TranslationImport.Result weigh(String xliff) {
        return new TranslationImport(new Messages(), "A. Reader", false, LocalDate.parse("2026-11-24"))
                .weigh("file.xlf", xliff.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "<html><body/></html>", "<xliff version=\"1.2\"><file"})
    void as_xml_of_its_kind_is_refused(String content) {
        assertThatThrownBy(() -> weigh(content)).satisfies(XliffRefusalTest::isBroken);
    }

    @Test
    void without_reading_other_files_is_refused_for_its_document_type() {
        String xliff = XLIFF.formatted("ru")
                .replace("<xliff ", "<!DOCTYPE xliff [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n<xliff ");

        assertThatThrownBy(() -> weigh(xliff)).satisfies(XliffRefusalTest::isBroken);
    }

    @Test
    void for_entities_that_grow_is_refused() {
        String xliff = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]><xliff>&b;</xliff>";

        assertThatThrownBy(() -> weigh(xliff)).satisfies(XliffRefusalTest::isBroken);
    }

    @ParameterizedTest
    @CsvSource({"de", "en", "''"})
    void for_its_language_is_refused(String language) {
        assertThatThrownBy(() -> weigh(XLIFF.formatted(language)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problem().id()).isEqualTo("translation-file-language"));
    }

    @Test
    void for_its_version_is_refused() {
        assertThatThrownBy(() -> weigh("<xliff version=\"2.1\" srcLang=\"en\" trgLang=\"ru\"/>"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problem().id()).isEqualTo("translation-file-version"));
    }

    @Test
    void for_its_size_is_refused() {
        assertThatThrownBy(() -> XliffReader.read("big.xlf", new byte[XliffReader.MOST_BYTES + 1]))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problem().id()).isEqualTo("translation-file-too-large"));
    }

    private static void isBroken(Throwable thrown) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().id())
                                .isIn("translation-file-broken", "translation-file-no-language"));
    }
}
