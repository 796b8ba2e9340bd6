package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("In a browser")
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {

    private static final List<String> KINDS = PageKinds.ALL;

    /** Set this variable to keep a picture of each page in {@code target/screenshots}. */
    private static final boolean PICTURES = System.getenv("MINEBAN_SCREENSHOTS") != null;

    private final Map<String, BrowserContext> contexts = new HashMap<>();
    private Chromium chromium;

    @BeforeAll
    void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest(name = "{0}, {1} wide")
    @CsvSource({"en, 360", "en, 1280", "fr, 360", "fr, 1280", "ar, 360", "ar, 1280"})
    void a_reader_walks_from_the_resolution_to_a_state_its_reasons_and_its_calendar(String language, int width) {
        List<String> complaints = new ArrayList<>();
        try (Page page = page(context(width, ColorScheme.LIGHT), complaints)) {
            page.navigate(RunningPortal.address("/" + language + "?on=2012-12-03"));
            assertThat(page.locator("#preamble-8 aside").innerText()).contains("160");

            page.locator("#operative-2 aside a[href*='/states/MHL']").click();
            assertThat(page.url()).endsWith("/" + language + "/states/MHL?on=2012-12-03");

            page.locator("p.standing a.why").click();
            assertThat(page.url()).contains("/" + language + "/why/MHL/standing");
            page.locator("details summary").first().click();
            assertThat(page.locator("details[open]").count()).isPositive();

            page.navigate(RunningPortal.address("/" + language + "/states/UKR"));
            Download calendar = page.waitForDownload(
                    () -> page.locator("a[href*='duties.ics']").first().click());
            assertThat(calendar.suggestedFilename()).endsWith(".ics");
        }
        assertThat(complaints).isEmpty();
    }

    static Stream<Arguments> kinds() {
        return KINDS.stream()
                .flatMap(kind -> Stream.of("en", "ar", "fr", "ru").map(language -> Arguments.of(kind, language)));
    }

    @ParameterizedTest(name = "{1}{0}")
    @MethodSource("kinds")
    void a_page_fits_a_telephone_and_complains_of_nothing(String kind, String language) {
        List<String> complaints = new ArrayList<>();
        try (Page page = page(context(360, ColorScheme.LIGHT), complaints)) {
            page.navigate(RunningPortal.address("/" + language + kind));

            Object overflow =
                    page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");

            picture(page, language + "-360-" + name(kind));
            assertThat(((Number) overflow).intValue()).as("pixels too wide").isZero();
        }
        assertThat(complaints)
                .filteredOn(complaint -> !kind.equals("/nowhere") && !kind.equals("/duties?year=12"))
                .isEmpty();
    }

    static Stream<Arguments> kindsInBothSchemes() {
        return KINDS.stream()
                .map(kind -> PageKinds.FEWER_ROWS.getOrDefault(kind, kind))
                .flatMap(kind -> Stream.of("en", "ar")
                        .flatMap(language -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                                .map(scheme -> Arguments.of(kind, language, scheme))));
    }

    @ParameterizedTest(name = "{1}{0} {2}")
    @MethodSource("kindsInBothSchemes")
    void a_page_can_be_used_by_everybody(String kind, String language, ColorScheme scheme) {
        try (Page page = page(context(1280, scheme), new ArrayList<>())) {
            page.navigate(RunningPortal.address("/" + language + kind));
            picture(page, language + "-1280-" + scheme + "-" + name(kind));

            List<Rule> violations = axe(page).analyze().getViolations();

            assertThat(violations)
                    .filteredOn(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                    .extracting(rule -> rule.getId() + ": "
                            + rule.getNodes().stream()
                                    .limit(3)
                                    .map(node -> node.getHtml())
                                    .toList())
                    .isEmpty();
        }
    }

    @Test
    void the_examination_sees_a_fault() {
        try (Page page = page(context(1280, ColorScheme.LIGHT), new ArrayList<>())) {
            page.setContent(
                    "<!doctype html><html lang=\"en\"><title>t</title><main><img src=\"data:,\"></main></html>");

            assertThat(axe(page).analyze().getViolations())
                    .extracting(Rule::getId)
                    .contains("image-alt");
        }
    }

    private static AxeBuilder axe(Page page) {
        AxeRunOptions violationsAlone = new AxeRunOptions();
        violationsAlone.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).setLegacyMode(true).options(violationsAlone);
    }

    private BrowserContext context(int width, ColorScheme scheme) {
        return contexts.computeIfAbsent(
                width + " " + scheme,
                ignored -> chromium.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setViewportSize(width, 900)
                                .setColorScheme(scheme)));
    }

    private static void picture(Page page, String name) {
        if (PICTURES) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
        }
    }

    private static Page page(BrowserContext context, List<String> complaints) {
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequestFailed(request -> {
            if (!request.url().contains("duties.ics")) {
                complaints.add("failed: " + request.url());
            }
        });
        return page;
    }

    private static String name(String kind) {
        return kind.isEmpty() ? "home" : kind.substring(1).replaceAll("[^A-Za-z0-9]+", "-");
    }
}
