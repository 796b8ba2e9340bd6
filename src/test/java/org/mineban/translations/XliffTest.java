package org.mineban.translations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mineban.kernel.Language;
import org.mineban.platform.MendedText;
import org.mineban.platform.Messages;
import org.mineban.platform.ReviewState;

@DisplayName("A translator's file")
class XliffTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-24");

    private final Messages messages = new Messages();

    private String export(Language language, Messages from) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new XliffWriter(from).write(language, new TextList(from).of(language), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static TranslationImport.Result weigh(Messages into, String xliff) {
        return new TranslationImport(into, "A. Reader", false, DAY)
                .weigh("file.xlf", xliff.getBytes(StandardCharsets.UTF_8));
    }

    private static Messages after(TranslationImport.Result result) {
        Map<String, MendedText> texts =
                result.taken().stream().collect(java.util.stream.Collectors.toMap(MendedText::key, text -> text));
        return new Messages(Map.of(result.language(), texts));
    }

    private static String file(String language, String... units) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
                <file original="mineban" source-language="en" target-language="%s" datatype="plaintext"><body>
                %s
                </body></file></xliff>
                """.formatted(language, String.join("\n", units));
    }

    private static String unit(String key, String source, String target) {
        return "<trans-unit id=\"%s\"><source>%s</source><target>%s</target></trans-unit>"
                .formatted(key, source, target);
    }

    @Nested
    @DisplayName("sent out")
    class Export {

        @ParameterizedTest
        @EnumSource(
                value = Language.class,
                names = {"ENGLISH"},
                mode = EnumSource.Mode.EXCLUDE)
        void comes_back_with_nothing_changed(Language language) {
            TranslationImport.Result result = weigh(messages, export(language, messages));

            assertThat(result.findings()).isEmpty();
            assertThat(result.taken()).isEmpty();
            assertThat(result.unchanged())
                    .isEqualTo(messages.keys(Language.ENGLISH).size());
        }

        @Test
        void says_of_each_text_its_state_its_placeholders_and_its_plural_forms() {
            String xliff = export(Language.RUSSIAN, messages);

            assertThat(xliff)
                    .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff")
                    .contains("<trans-unit id=\"page.why.fold\" resname=\"page.why.fold\" xml:space=\"preserve\">")
                    .contains("<target state=\"needs-review-translation\">")
                    .contains("{count}")
                    .contains("few, many, one, other");
            assertThat(export(Language.FRENCH, messages))
                    .contains("approved=\"yes\"")
                    .contains("state=\"final\"");
        }

        @Test
        void can_be_only_what_is_not_reviewed() {
            List<TranslationText> all = new TextList(messages).of(Language.FRENCH);

            assertThat(Selection.UNREVIEWED.of(all))
                    .extracting(TranslationText::key)
                    .contains("provision.article-8.title")
                    .doesNotContain("page.skip");
            assertThat(Selection.CHANGED.of(all)).isEmpty();
        }
    }

    @Nested
    @DisplayName("taken over")
    class Import {

        private final String skip = messages.pattern(Language.ENGLISH, "page.skip");

        @Test
        void gives_new_texts_that_a_second_time_change_nothing() {
            String xliff = file("ru", unit("page.skip", skip, "К тексту"));

            TranslationImport.Result first = weigh(messages, xliff);
            TranslationImport.Result second = weigh(after(first), xliff);

            assertThat(first.added()).extracting(MendedText::text).containsExactly("К тексту");
            assertThat(first.added()).extracting(MendedText::state).containsExactly(ReviewState.UNREVIEWED);
            assertThat(second.taken()).isEmpty();
            assertThat(second.unchanged()).isEqualTo(1);
        }

        @Test
        void counts_a_mended_text_mended_again_as_changed() {
            Messages mended = after(weigh(messages, file("ru", unit("page.skip", skip, "К тексту"))));

            assertThat(weigh(mended, file("ru", unit("page.skip", skip, "К содержанию")))
                            .changed())
                    .hasSize(1);
        }

        @ParameterizedTest
        @CsvSource({
            "'', final, REVIEWED",
            "'', signed-off, REVIEWED",
            "yes, '', REVIEWED",
            "yes, translated, REVIEWED",
            "'', translated, UNREVIEWED",
            "no, needs-review-translation, UNREVIEWED"
        })
        void takes_the_tool_s_word_for_what_is_reviewed(String approved, String state, ReviewState expected) {
            String unit = "<trans-unit id=\"page.skip\"%s><source>%s</source><target%s>К тексту</target></trans-unit>"
                    .formatted(
                            approved.isEmpty() ? "" : " approved=\"" + approved + "\"",
                            skip,
                            state.isEmpty() ? "" : " state=\"" + state + "\"");

            MendedText text = weigh(messages, file("ru", unit)).added().getFirst();

            assertThat(text.state()).isEqualTo(expected);
            assertThat(text.by()).isEqualTo("A. Reader");
            assertThat(text.on()).isEqualTo("2026-11-24");
            assertThat(text.sourceHash()).isEqualTo(Messages.hash(skip));
        }

        @Test
        void marks_everything_reviewed_when_the_reader_stands_for_it() {
            TranslationImport reviewing = new TranslationImport(messages, "A. Reader", true, DAY);

            TranslationImport.Result result =
                    reviewing.weigh("ar.xlf", export(Language.ARABIC, messages).getBytes(StandardCharsets.UTF_8));

            assertThat(result.added()).hasSize(messages.keys(Language.ARABIC).size());
            assertThat(after(result).unreviewed(Language.ARABIC)).isFalse();
        }

        @Test
        void takes_no_review_away_from_a_text_that_is_the_same() {
            String same = messages.pattern(Language.FRENCH, "page.skip");

            assertThat(weigh(messages, file("fr", unit("page.skip", skip, same)))
                            .taken())
                    .isEmpty();
        }

        @Test
        void leaves_alone_what_is_empty_and_reads_what_tools_put_around() {
            String unit = """
                    <trans-unit id="7" resname="page.skip"><source>%s</source>
                    <seg-source><mrk mtype="seg" mid="0">%s</mrk></seg-source>
                    <target><mrk mtype="seg" mid="0">К тексту</mrk></target>
                    <alt-trans><source>x</source><target>другое</target></alt-trans></trans-unit>
                    <trans-unit id="page.nav.data"><source>Data</source><target/></trans-unit>
                    """.formatted(skip, skip);

            TranslationImport.Result result = weigh(messages, file("ru_RU", unit));

            assertThat(result.added()).extracting(MendedText::text).containsExactly("К тексту");
            assertThat(result.unchanged()).isEqualTo(1);
            assertThat(result.findings()).isEmpty();
        }

        @Test
        void refuses_what_breaks_a_rule_by_line_and_keeps_the_rest() {
            String fold = messages.pattern(Language.ENGLISH, "page.why.fold");
            TranslationImport.Result result = weigh(
                    messages,
                    file(
                            "ru",
                            unit("page.skip", skip, "К тексту"),
                            unit("page.why.title", "{name}: {state}", "{имя}: {state}"),
                            unit("page.why.fold", fold, "{count, plural, one {# довод} other {# доводов}}"),
                            unit("page.nav.data", "Data", "Д'анные"),
                            unit("page.nav.about", "About", "О программе {"),
                            unit("page.no-such-page", "Nothing", "Ничего"),
                            unit("page.nav.states", "Countries", "Страны"),
                            unit("page.nav.duties", "Duties", "Duties"),
                            unit("page.downloads", "Download:", "Download the files below:"),
                            unit("page.skip", skip, "К началу")));

            assertThat(result.added()).hasSize(1);
            assertThat(result.findings())
                    .extracting(
                            finding -> finding.line() + " " + finding.broken().rule())
                    .containsExactly(
                            "5 placeholders",
                            "6 plural-forms",
                            "7 straight-apostrophe",
                            "8 pattern",
                            "9 unknown-key",
                            "10 source-changed",
                            "11 untranslated",
                            "12 script",
                            "13 twice");
        }

        @Test
        void confirms_a_text_whose_english_has_changed() {
            Messages outdated = new Messages(Map.of(
                    Language.RUSSIAN,
                    Map.of(
                            "page.skip",
                            new MendedText("page.skip", "К тексту", ReviewState.REVIEWED, "B.", "2026-01-01", "0"))));
            String unit =
                    "<trans-unit id=\"page.skip\"><source>%s</source><target state=\"translated\">К тексту</target>"
                                    .formatted(skip)
                            + "</trans-unit>";

            assertThat(export(Language.RUSSIAN, outdated)).contains("state=\"needs-translation\"");
            assertThat(weigh(outdated, file("ru", unit)).changed())
                    .extracting(MendedText::sourceHash)
                    .containsExactly(Messages.hash(skip));
        }
    }
}
