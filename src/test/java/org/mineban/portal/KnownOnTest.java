package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A page as known on another day")
class KnownOnTest {

    @Test
    void says_so_and_leads_back_to_what_is_known_now() {
        String page = RunningPortal.get("/en/states/GEO?on=2020-01-01&known-on=2026-11-24")
                .body();

        assertThat(page)
                .contains("This is what was known on 24 November 2026.")
                .contains("href=\"/en/states/GEO?on=2020-01-01\">Show what is known now");
    }

    @Test
    void keeps_the_day_in_its_links_and_forms() {
        String page = RunningPortal.get("/fr/states?known-on=2026-11-24").body();

        assertThat(page)
                .contains("href=\"/fr/states/UKR?known-on=2026-11-24\"")
                .contains("href=\"/ar/states?known-on=2026-11-24\"")
                .contains("<input type=\"hidden\" name=\"known-on\" value=\"2026-11-24\">");
    }

    @Test
    void before_the_record_of_the_program_says_that_this_is_kept_nowhere() {
        HttpResponse<String> answer = RunningPortal.get("/en/states/GEO?known-on=2012-12-03");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("What was known on 3 December 2012 is kept nowhere")
                .contains("known as of 24 November 2026 only");
    }

    @Test
    void refuses_a_day_it_cannot_read_as_it_does_for_the_day_asked_about() {
        HttpResponse<String> answer = RunningPortal.get("/en/states?known-on=24/11/2026");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("“24/11/2026” is not a day this program reads")
                .contains("href=\"/en/known-on?page=%2Fstates#known-on\"");
    }

    @Test
    void refuses_a_day_that_lies_ahead() {
        HttpResponse<String> answer = RunningPortal.get("/en/states?known-on=2026-11-25");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Nobody knows yet what will be known on 2026-11-25: today is 2026-11-24");
    }

    @Test
    void is_told_to_programs_in_the_answer_and_its_head() {
        HttpResponse<String> answer = RunningPortal.get("/api/v1/count?on=2012-12-03&known-on=2026-11-20");

        assertThat(answer.headers().firstValue("Mineban-Known-On")).contains("2026-11-20");
        assertThat(answer.headers().firstValue("Mineban-Shipped-Record-As-Of")).contains("2026-11-24");
        assertThat(answer.body()).contains("\"knownOn\" : \"2026-11-20\"").contains("\"partiesByDeposit\" : 160");
    }

    @Test
    void is_chosen_on_a_page_of_its_own() {
        String page = RunningPortal.get("/en/known-on?page=/states/GEO").body();

        assertThat(page).contains("action=\"/en/states/GEO\"").contains("Nothing has been recorded here yet");
    }

    @Test
    void is_never_chosen_for_an_address_outside() {
        assertThat(RunningPortal.get("/en/known-on?page=//example.org").body()).contains("action=\"/en\"");
    }
}
