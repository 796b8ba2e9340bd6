package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mineban.portal.Keyboard.enter;
import static org.mineban.portal.Keyboard.next;
import static org.mineban.portal.Keyboard.stop;
import static org.mineban.portal.Keyboard.tabTo;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("With the keyboard alone")
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyboardTest {

    private Chromium chromium;
    private BrowserContext context;

    @BeforeAll
    void start() {
        chromium = Chromium.start();
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1280, 900)
                        .setLocale("en-US")
                        .setReducedMotion(ReducedMotion.REDUCE));
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void a_reader_finds_a_state_and_sees_why_a_day_is_what_it_is(String language) {
        try (Page page = open("/" + language)) {
            tabTo(page, ".sections a[href$='/states']");
            enter(page, "/states");
            tabTo(page, "main a[href$='/states/OMN']");
            enter(page, "/states/OMN");
            tabTo(page, "a[href*='/why/OMN/initial-report']");
            enter(page, "/why/OMN/initial-report");
            tabTo(page, "details summary");
            page.keyboard().press("Enter");

            assertThat(page.locator("details[open] .row").first().isVisible()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void a_reader_filters_and_sorts_the_duties(String language) {
        try (Page page = open("/" + language + "/duties")) {
            tabTo(page, "#duty");
            page.keyboard().press("ArrowDown");
            Object chosen = page.evaluate("document.activeElement.value");
            assertThat(chosen).isNotEqualTo("");
            tabTo(page, ".filters button");
            enter(page, "duty=" + chosen);
            tabTo(page, "th a[href*='sort=due']");
            enter(page, "sort=due");

            assertThat(page.locator("th[aria-sort=ascending]").count()).isEqualTo(1);
            assertThat(page.url()).contains("duty=" + chosen);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void a_reader_asks_another_day(String language) {
        try (Page page = open("/" + language + "/states")) {
            tabTo(page, "#on");
            page.keyboard().type("12032012");
            enter(page, "on=2012-12-03");

            assertThat(page.locator("label[for=on] strong").innerText()).contains("2012");
        }
    }

    @ParameterizedTest
    @CsvSource({"en, Morocco", "fr, Maroc"})
    void a_reader_supposes_an_accession(String language, String name) {
        try (Page page = open("/" + language + "/what-if")) {
            tabTo(page, "#state");
            page.keyboard().type(name);
            tabTo(page, ".filters button");
            enter(page, "state=MAR");

            assertThat(page.locator("#result").innerText()).contains(name);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, ar", "ar, ru"})
    void a_reader_changes_the_language_and_stays(String from, String to) {
        try (Page page = open("/" + from + "/states/UKR?on=2012-12-03")) {
            tabTo(page, ".languages a[hreflang=" + to + "]");
            enter(page, "/" + to + "/states/UKR?on=2012-12-03");

            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(to);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, mines", "ar, ألغام"})
    void a_reader_searches(String language, String word) {
        try (Page page = open("/" + language)) {
            tabTo(page, "#find");
            page.keyboard().type(word);
            enter(page, "/search?q=");
            tabTo(page, ".found a");
            enter(page, "/" + language + "/");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void a_reader_downloads_a_calendar(String language) {
        try (Page page = open("/" + language + "/states/UKR")) {
            tabTo(page, "a[href*='duties.ics']");
            Download download = page.waitForDownload(() -> page.keyboard().press("Enter"));

            assertThat(download.suggestedFilename()).endsWith(".ics");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void the_first_stop_leads_past_the_head_of_the_page(String language) {
        try (Page page = open("/" + language + "/states/UKR")) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
            page.waitForTimeout(100);
            stop(page);
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");

            assertThat(page.evaluate("document.activeElement.closest('main') !== null"))
                    .isEqualTo(true);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en/states/UKR",
                "ar/states/UKR",
                "en/search?q=mines",
                "ar/what-if?state=USA&deposit=2027-01-15",
                "ar/universalization",
                "ru/duties?duty=clearance&group=WEOG",
                "ar/duties?year=12"
            })
    void every_stop_is_seen_in_the_order_of_the_page_and_none_is_a_trap(String address) {
        try (Page page = open("/" + address)) {
            int stops = 0;
            while (next(page)) {
                assertThat(++stops).as("stops").isLessThan(Keyboard.MOST_STOPS);
            }
            assertThat(stops).isGreaterThan(25);
        }
    }

    private Page open(String path) {
        Page page = context.newPage();
        page.navigate(RunningPortal.address(path));
        return page;
    }
}
