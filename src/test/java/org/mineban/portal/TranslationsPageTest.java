package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mineban.portal.RunningPortal.get;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The page for translators")
class TranslationsPageTest {

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en", "es", "fr", "ru", "zh"})
    void is_shown_in_each_language_and_linked_from_about(String language) {
        assertThat(get("/" + language + "/translations").body())
                .contains("<html lang=\"" + language + "\"")
                .contains("/" + language + "/translations/")
                .doesNotContain("th:", "${");
        assertThat(get("/" + language + "/about").body()).contains("/" + language + "/translations\"");
    }

    @Test
    void shows_the_english_text_beside_the_other_each_marked_with_its_language() {
        String body = get("/en/translations?of=ar&words=page.skip").body();

        assertThat(body)
                .contains("<bdi lang=\"en\" dir=\"ltr\">Go to the content</bdi>")
                .contains("<div lang=\"ar\" dir=\"rtl\">")
                .contains("Not reviewed");
    }

    @Test
    void says_who_reviewed_a_text_and_when() {
        assertThat(get("/en/translations?of=fr&words=page.skip").body()).contains("founders, 24 November 2026");
    }

    @Test
    void filters_by_state_file_and_words_whatever_their_case() {
        assertThat(get("/en/translations?of=fr&state=unreviewed&file=convention")
                        .body())
                .contains("provision.article-8.title")
                .doesNotContain("page.skip");
        assertThat(get("/en/translations?of=ru&words=%D0%9F%D0%95%D0%A0%D0%95%D0%99%D0%A2%D0%98")
                        .body())
                .contains("page.skip");
        assertThat(get("/en/translations?of=fr&words=nothing-of-the-kind").body())
                .contains("No text matches.");
    }

    @Test
    void has_pages() {
        String first = get("/en/translations?of=fr").body();

        assertThat(first).contains("1 to 50 shown").contains("of=fr&amp;page=2");
        assertThat(get("/en/translations?of=fr&page=2").body()).contains("51 to 100 shown");
        assertThat(get("/en/translations?of=fr&page=9999").statusCode()).isEqualTo(400);
    }

    @Test
    void gives_the_file_of_each_language_but_english() {
        HttpResponse<String> file = get("/en/translations/ar.xlf?only=unreviewed");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).contains("application/x-xliff+xml");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"mineban-ar.xlf\"");
        assertThat(file.body()).contains("target-language=\"ar\"").contains("id=\"page.skip\"");
        assertThat(get("/en/translations/en.xlf").statusCode()).isEqualTo(404);
        assertThat(get("/en/translations/de.xlf").statusCode()).isEqualTo(404);
        assertThat(get("/en/translations/ar.xlf?only=some").statusCode()).isEqualTo(400);
        assertThat(get("/en/translations?of=en").statusCode()).isEqualTo(400);
    }
}
