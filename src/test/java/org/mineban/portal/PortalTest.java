package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mineban.portal.RunningPortal.get;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The portal")
class PortalTest {

    @Nested
    @DisplayName("pages")
    class Pages {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/",
                    "/states",
                    "/states/UKR",
                    "/duties",
                    "/why/count/partiesByDeposit",
                    "/why/UKR/standing",
                    "/why/UKR/entry-into-force",
                    "/why/LTU/withdrawal",
                    "/why/UKR/initial-report",
                    "/why/UKR/annual-report/2024",
                    "/why/UKR/stockpile",
                    "/why/UKR/clearance",
                    "/why/UKR/national-measures",
                    "/what-if",
                    "/what-if?state=USA&deposit=2027-01-15",
                    "/universalization",
                    "/resolutions",
                    "/resolutions/A-RES-67-32",
                    "/resolutions/A-RES-74-61",
                    "/convention",
                    "/data",
                    "/about",
                    "/api/v1/"
                })
        void are_shown_in_six_languages(String page) {
            for (String language : new String[] {"ar", "en", "es", "fr", "ru", "zh"}) {
                HttpResponse<String> answer = get("/" + language + (page.equals("/") ? "" : page));

                assertThat(answer.statusCode()).as(language + page).isEqualTo(200);
                assertThat(answer.body())
                        .contains("<html lang=\"%s\" dir=\"%s\""
                                .formatted(language, language.equals("ar") ? "rtl" : "ltr"));
                assertThat(answer.headers().firstValue("Content-Language")).contains(language);
            }
        }

        @ParameterizedTest
        @CsvSource({
            "fr-CH;q=0.9, fr",
            "'de, ar;q=0.5, en;q=0.3', ar",
            "zh-Hant-TW, zh",
            "de, en",
            "*, en",
            "'en;q=0, ru', ru",
            "not;a=header;;, en"
        })
        void without_a_language_in_the_address_follow_the_browser(String wanted, String shown) {
            HttpResponse<String> answer = get("/states", "Accept-Language", wanted);

            assertThat(answer.body()).contains("<html lang=\"" + shown + "\"");
            assertThat(answer.headers().allValues("Vary"))
                    .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("accept-language"));
        }

        @Test
        void keep_language_and_day_in_their_links_and_switch_language_on_the_same_page_and_day() {
            String body = get("/fr/states?group=AFR&on=2012-12-03").body();

            assertThat(body)
                    .contains("/fr/states/DZA?on=2012-12-03")
                    .contains("/fr/duties?on=2012-12-03")
                    .contains("/ar/states?group=AFR&amp;on=2012-12-03")
                    .contains("/fr/states.csv?group=AFR&amp;on=2012-12-03");
        }

        @Test
        void say_when_the_day_lies_ahead() {
            assertThat(get("/en/states?on=2030-01-01").body()).contains("This day lies ahead.");
            assertThat(get("/en/states?on=2026-11-24").body()).doesNotContain("This day lies ahead.");
        }

        @Test
        void carry_no_script_and_no_style_of_their_own() {
            assertThat(get("/en").body()).doesNotContain("<script", "style=", "<style", "onclick", "javascript:");
        }

        @Test
        void have_no_text_left_unfilled() {
            assertThat(get("/en").body()).doesNotContain("${", "th:", "{count", "{day", "null");
        }
    }

    @Nested
    @DisplayName("the first page")
    class FirstPage {

        @Test
        void tells_what_the_record_says_on_the_day_of_the_resolution() {
            String text = text(get("/en?on=2012-12-03").body());

            assertThat(text)
                    .contains("160 States had formally accepted the obligations of the Convention.")
                    .contains("A/RES/67/32 of 3 December 2012 states 160. Our count on that day is the same.")
                    .contains("17 resolutions of this series had been adopted by 3 December 2012.")
                    .contains("12 Meetings of the States Parties")
                    .contains("2 Review Conferences")
                    .contains("Twelfth Meeting of the States Parties, Geneva, 3 December 2012 to 7 December 2012")
                    .contains("A/RES/68/30");
        }

        @Test
        void follows_the_day() {
            assertThat(text(get("/en?on=2025-12-01").body()))
                    .contains("166 States had formally accepted the obligations");
        }

        @Test
        void has_ten_preambular_and_ten_operative_paragraphs_each_with_the_record_beside_it() {
            String body = get("/en").body();

            for (int number = 1; number <= 10; number++) {
                assertThat(body).contains("id=\"preamble-" + number + "\"").contains("id=\"operative-" + number + "\"");
            }
            assertThat(body.split("<aside", -1)).hasSize(21);
        }

        @Test
        void weighs_less_than_150_kilobytes_with_all_that_it_loads() {
            String body = get("/en").body();
            long weight = body.getBytes(StandardCharsets.UTF_8).length;
            Matcher files = Pattern.compile("(?:href|src)=\"(/static/[^\"]+)\"").matcher(body);
            while (files.find()) {
                weight += get(files.group(1)).body().getBytes(StandardCharsets.UTF_8).length;
            }

            assertThat(weight).isLessThan(150_000);
        }
    }

    @Nested
    @DisplayName("what cannot be shown")
    class Problems {

        @ParameterizedTest
        @CsvSource({
            "/en?on=03/04/2012, 400, 'Write year, month and day as 2012-12-03'",
            "/en/states?on=2012-02-30, 400, no day of the calendar",
            "/en/states?on=1812-01-01, 400, outside the days",
            "/en/states?standing=friend, 400, 'not a value of the filter'",
            "/en/duties?page=0, 400, 'not a value of the filter'",
            "/en/duties?page=100000, 400, 'not a value of the filter'",
            "/en/duties?year=12, 400, not a year",
            "/en/duties?state=ZZZ, 404, 'There is no State with the code'",
            "/en/states/ZZZ, 404, 'There is no State with the code'",
            "/en/why/UKR/height, 404, There is no figure",
            "/en/why/UKR/annual-report, 400, calendar year",
            "/en/why/USA/clearance, 404, has no duty",
            "/en/why/count/height, 404, There is no count",
            "/en/what-if?state=FRA, 400, deposited its instrument",
            "/en/what-if?state=USA&deposit=1997-01-05, 400, Nobody could deposit",
            "/en/nowhere, 404, There is no page at",
            "/en/resolutions/A-RES-1-1, 404, There is no page at",
            "/en/reports/UKR/2024, 404, no report for 2024 is public here",
            "/en/meetings/12MSP, 404, not built yet",
            "/en/plans/CAP, 404, not built yet",
            "/en/data/parties/secret.csv, 404, There is no page at",
            "/en/data/../pom.xml, 404, There is no page at",
            "/en/static/..%2f..%2fapplication.properties, 400, 'not written as a web address must be'",
            "/static/mineban.css, 404, There is no page at",
            "/de/states, 404, There is no page at"
        })
        void is_told_with_the_right_status(String address, int status, String sentence) {
            HttpResponse<String> answer = get(address.replace("'", ""));

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(text(answer.body())).contains(sentence);
            assertThat(answer.body()).doesNotContain("Exception", "\tat ");
        }

        @ParameterizedTest
        @CsvSource({"/en/a%2fb, en", "/fr/a%5cb, fr", "/ar/a%00b, ar", "/a%2fb, en"})
        void is_a_page_of_ours_when_the_server_refuses_the_address(String address, String language) {
            HttpResponse<String> answer = get(address);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                    .contains("<html lang=\"" + language + "\"")
                    .doesNotContain("Tomcat");
            assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        }

        @Test
        void leads_back_to_the_field_that_is_wrong() {
            assertThat(get("/en/duties?year=12&group=AFR").body()).contains("href=\"/en/duties?group=AFR#year\"");
            assertThat(get("/en/states?on=03/04/2012").body()).contains("href=\"/en/states#on\"");
            assertThat(get("/en/nowhere").body()).doesNotContain("Go to the field");
        }

        @Test
        void shows_what_was_typed_apart_from_the_sentence() {
            assertThat(get("/en/states?standing=%E2%80%AEfriend").body()).contains("“friend” is not");
            assertThat(get("/en/states?standing=%D7%90%D7%91").body()).contains("“\u2068אב\u2069” is not");
        }

        @Test
        void stays_short_when_much_was_typed() {
            assertThat(get("/en/states?on=" + "9".repeat(10_000)).body()).hasSizeLessThan(10_000);
        }

        @Test
        void names_a_parameter_that_is_missing() {
            assertThat(get("/api/v1/why?figure=standing", "Accept-Language", "en")
                            .body())
                    .contains("\"problem\" : \"missing-parameter\"")
                    .contains("needs the parameter iso3");
        }

        @Test
        void is_told_in_the_language_of_the_address() {
            assertThat(get("/fr/states/ZZZ").body())
                    .contains("<html lang=\"fr\"")
                    .contains("Introuvable");
        }

        @Test
        void is_json_for_programs() {
            HttpResponse<String> answer = get("/api/v1/count?on=yesterday", "Accept-Language", "en");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).contains("\"problem\" : \"day-not-iso\"").contains("\"message\" : \"“yesterday”");
        }

        @Test
        void never_sends_back_what_was_typed_as_markup() {
            String body =
                    get("/en/states?standing=%3Cscript%3Ealert(1)%3C/script%3E").body();

            assertThat(body).doesNotContain("<script").contains("&lt;script&gt;");
        }

        @Test
        void that_is_our_fault_is_said_so_and_shows_nothing_of_the_inside() {
            String body = RunningPortal.fault(new IllegalStateException("the inside"));

            assertThat(text(body)).contains("our fault");
            assertThat(body).doesNotContain("the inside", "IllegalState");
        }

        @Test
        void a_form_without_its_code_is_refused() {
            HttpRequest post = HttpRequest.newBuilder(URI.create(RunningPortal.address("/en/states")))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();

            assertThat(RunningPortal.send(post).statusCode()).isEqualTo(403);
        }
    }

    @Nested
    @DisplayName("every answer")
    class Headers {

        @ParameterizedTest
        @ValueSource(strings = {"/en", "/en/nowhere", "/api/v1/count", "/en/states.csv"})
        void keeps_the_page_to_itself(String path) {
            HttpResponse<String> answer = get(path);

            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .contains("default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
                            + "frame-ancestors 'none'; base-uri 'none'");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.headers().firstValue("Permissions-Policy")).isPresent();
            assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy"))
                    .contains("same-origin");
        }

        @Test
        void is_not_sent_again_when_nothing_changed() {
            String etag = get("/api/v1/count").headers().firstValue("ETag").orElseThrow();

            assertThat(get("/api/v1/count", "If-None-Match", etag).statusCode()).isEqualTo(304);
        }

        @Test
        void is_open_to_other_sites_for_programs_only() {
            assertThat(get("/api/v1/count").headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
            assertThat(get("/en").headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }

        @Test
        void of_a_style_sheet_is_kept_for_a_year_under_its_fingerprint() {
            Matcher sheet = Pattern.compile("/static/mineban\\.[0-9a-f]{8}\\.css")
                    .matcher(get("/en").body());

            assertThat(sheet.find()).isTrue();
            assertThat(get(sheet.group()).headers().firstValue("Cache-Control"))
                    .contains("public, max-age=31536000, immutable");
            assertThat(get(sheet.group()).body().length()).isLessThan(20_000);
        }

        @Test
        void is_compressed_for_those_who_ask() {
            assertThat(get("/en/states", "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding"))
                    .contains("gzip");
        }
    }

    @Nested
    @DisplayName("lists and files")
    class Lists {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/fr/states/UKR.pdf?on=2012-12-03",
                    "/ar/duties.pdf?state=UKR",
                    "/en/what-if.pdf?state=GEO&deposit=2027-03-15",
                    "/zh/states/UKR.docx"
                })
        void are_documents_too(String address) {
            var answer = get(address);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                    .contains("attachment")
                    .contains("-" + address.substring(1, 3) + ".");
            assertThat(answer.body()).startsWith(address.contains(".pdf") ? "%PDF-" : "PK");
        }

        @Test
        void of_a_supposition_need_a_state_and_a_day() {
            assertThat(get("/en/what-if.pdf?state=GEO").statusCode()).isEqualTo(400);
        }

        @Test
        void of_reasons_come_in_pages_and_tell_the_same_reasons_once() {
            String first = get("/en/why/count/inForce").body();

            assertThat(text(first))
                    .contains("161 reasons · Page 1 of 3", "Afghanistan")
                    .doesNotContain("Zambia");
            assertThat(first).contains("href=\"/en/why/count/inForce?page=2\"").contains("href=\"#reasons-");
            assertThat(text(get("/en/why/count/inForce?page=3").body())).contains("Zambia");
        }

        @Test
        void of_states_can_be_filtered() {
            assertThat(text(get("/en/states?standing=signatory&on=2012-12-03").body()))
                    .contains("2 States of 197 shown.")
                    .contains("Marshall Islands MHL")
                    .contains("Poland POL")
                    .doesNotContain("Zimbabwe ZWE");
        }

        @Test
        void stand_in_the_order_of_the_language() {
            String french = text(get("/fr/states").body());

            assertThat(french.indexOf("Afrique du Sud ZAF")).isBetween(1, french.indexOf("Albanie ALB"));
        }

        @Test
        void a_code_in_small_letters_leads_to_the_state() {
            HttpResponse<String> answer = get("/fr/states/ukr?on=2012-12-03");

            assertThat(answer.statusCode()).isEqualTo(301);
            assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(place -> assertThat(place).endsWith("/fr/states/UKR?on=2012-12-03"));
        }

        @Test
        void of_duties_are_sorted_both_ways_and_come_in_pages() {
            String first = get("/en/duties?sort=-due").body();

            assertThat(first).contains("aria-sort=\"descending\"").contains("rel=\"next\"");
            assertThat(get("/en/duties?sort=-due&page=2").body()).contains("rel=\"prev\"");
        }

        @Test
        void of_duties_leave_past_annual_reports_out_until_asked_for() {
            assertThat(get("/en/duties?state=UKR").body()).doesNotContain("/why/UKR/annual-report/2010");
            assertThat(get("/en/duties?state=UKR&past=all").body()).contains("/why/UKR/annual-report/2010");
        }

        @Test
        void say_did_not_vote_only_where_votes_are_recorded() {
            String ukraine = text(get("/en/states/UKR").body());

            assertThat(ukraine).contains("No votes recorded here");
            assertThat(text(get("/en/resolutions/A-RES-74-61").body())).contains("Did not vote");
        }

        @ParameterizedTest
        @CsvSource({
            "/en/states.csv?group=AFR, text/csv, iso3",
            "/en/states.json, application/json, iso3",
            "/en/duties.csv, text/csv, daysLate",
            "/en/duties.ics, text/calendar, BEGIN:VCALENDAR",
            "/en/states/UKR/duties.ics, text/calendar, UKR-clearance@mineban.org",
            "/data/parties/states.csv, text/csv, iso3",
            "/health, text/plain, ok"
        })
        void come_as_files(String path, String type, String content) {
            HttpResponse<String> answer = get(path);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(value -> assertThat(value).startsWith(type));
            assertThat(answer.body()).contains(content);
        }

        @ParameterizedTest
        @CsvSource({
            "/api/v1/count?on=2012-12-03, '\"partiesByDeposit\" : 160'",
            "/api/v1/count?on=2012-12-03&explain=true, '\"explained\"'",
            "/api/v1/status?iso3=POL&on=2012-12-03, '\"standing\" : \"signatory\"'",
            "/api/v1/deadlines?iso3=UKR&explain=true, '\"whyDue\"'",
            "/api/v1/why?iso3=OMN&figure=initial-report, '\"provision\" : \"7(1)\"'",
            "/api/v1/why?count=inForce, '\"rule\" : \"count-in-force\"'",
            "/api/v1/what-if?iso3=USA&deposit=2027-01-15, '\"entryIntoForce\" : \"2027-07-01\"'"
        })
        void come_as_json_for_programs(String path, String content) {
            HttpResponse<String> answer = get(path);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains(content);
        }

        @Test
        void name_the_states_that_joined_and_left_between_two_resolutions() {
            String home = text(get("/en").body());

            assertThat(home)
                    .contains("From 3 December 2012 to 1 December 2025: from 160 to 166 States.")
                    .contains("6 States joined")
                    .contains("No State left")
                    .contains("Marshall Islands 12 March 2025");
        }
    }

    /** The text of a page as a reader sees it, spaces made one. */
    private static String text(String html) {
        return html.replaceAll("<[^>]*>", " ")
                .replace("&#39;", "’")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .replace(" .", ".")
                .replace(" ,", ",");
    }
}
