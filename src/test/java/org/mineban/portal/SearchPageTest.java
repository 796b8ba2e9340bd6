package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mineban.portal.RunningPortal.get;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The search page")
class SearchPageTest {

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en", "es", "fr", "ru", "zh"})
    void is_shown_in_six_languages_empty_full_and_with_nothing_found(String language) {
        for (String query :
                new String[] {"", "?q=Ukraine", "?q=zzzzqqqq", "?q=mines&kind=provision&page=2", "?year=2012"}) {
            HttpResponse<String> answer = get("/" + language + "/search" + query);

            assertThat(answer.statusCode()).as(query).isEqualTo(200);
            assertThat(answer.body()).contains("<html lang=\"" + language + "\"");
        }
    }

    @Test
    void a_word_of_mixed_scripts_is_pointed_out() {
        assertThat(get("/en/search?q=m%D1%96nes").body()).contains("mixes letters of several scripts");
        assertThat(get("/en/search?q=%D0%BC%D0%B8%D0%BD%D1%8B+mines+UKR%E5%9C%B0%E9%9B%B7")
                        .body())
                .doesNotContain("mixes letters");
    }

    @Test
    void links_to_the_page_of_what_was_found_and_keeps_language_and_day() {
        String body = get("/fr/search?q=Ukraine&on=2012-12-03").body();

        assertThat(body).contains("href=\"/fr/states/UKR?on=2012-12-03\"").contains("<mark>Ukraine</mark>");
        assertThat(body).contains("/ar/search?q=Ukraine&amp;on=2012-12-03");
    }

    @Test
    void says_what_it_answered_instead_of_a_misspelt_word() {
        assertThat(get("/en/search?q=Ukriane").body()).contains("“Ukriane”").contains("“Ukraine”");
    }

    @Test
    void says_what_to_do_when_nothing_is_found() {
        assertThat(get("/en/search?q=zzzzqqqq").body()).contains("Check the spelling");
        assertThat(get("/en/search?q=zzzzqqqq&year=2012").body()).contains("without filters");
        assertThat(get("/en/search?q=cartagena+12MSP").body()).contains("cartagena OR 12MSP");
    }

    @Test
    void turns_pages() {
        String first = get("/en/search?q=mines").body();

        assertThat(first)
                .contains("rel=\"next\"")
                .contains("/en/search?page=2&amp;q=mines")
                .doesNotContain("rel=\"prev\"");
        assertThat(get("/en/search?q=mines&page=2").body()).contains("<ol class=\"found\" start=\"21\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "'; DROP TABLE states; --",
                "${7*7} *{T(java.lang.Runtime)} __${1}__",
                "((((((\"*~",
                "\u202Egpj.exe\u202C"
            })
    void shows_hostile_words_as_words(String words) {
        HttpResponse<String> answer = get("/en/search?q=" + encoded(words));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("<script", "<img", "49 ", "\u202E");
    }

    @Test
    void bears_a_very_long_query() {
        HttpResponse<String> answer = get("/en/search?q=" + "mines+".repeat(1700));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("only its beginning was looked for");
    }

    @Test
    void answers_an_address_of_100_000_characters_with_a_page() {
        HttpResponse<String> answer = get("/fr/search?q=" + "mines+".repeat(16_700));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("longer than can be read", "<h1", "</html>")
                .hasSizeLessThan(20_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?q=mines&kind=nonsense", "?q=mines&year=12", "?q=mines&page=0", "?q=mines&page=9999"})
    void refuses_filters_that_cannot_be(String query) {
        assertThat(get("/en/search" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void does_not_know_a_state_that_is_none() {
        assertThat(get("/en/search?q=mines&state=XYZ").statusCode()).isEqualTo(404);
    }

    @Test
    void gives_programs_the_same_as_json() {
        JsonNode json = new JsonMapper()
                .readTree(get("/api/v1/search?q=" + encoded("ألغام") + "&kind=provision")
                        .body());

        assertThat(json.get("total").asInt()).isGreaterThan(10);
        JsonNode first = json.get("results").get(0);
        assertThat(first.get("kind").asString()).isEqualTo("provision");
        assertThat(first.get("address").asString()).startsWith("/en/convention#");
        assertThat(first.get("excerpt").get("language").asString()).isEqualTo("ar");
        assertThat(first.get("excerpt").get("pieces").findValuesAsString("sought"))
                .contains("true");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
