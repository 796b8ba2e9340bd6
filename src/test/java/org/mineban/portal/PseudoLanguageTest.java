package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;

@DisplayName("With texts 40 per cent longer")
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PseudoLanguageTest {

    private ConfigurableApplicationContext server;
    private Chromium chromium;

    @BeforeAll
    void start() {
        chromium = Chromium.start();
        server = PortalServer.start(RunningPortal.parts(PseudoLanguage.messages()), "127.0.0.1", 0);
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void a_text_keeps_its_placeholders() {
        assertThat(PseudoLanguage.longer("Vote of {day}")).isEqualTo("[Vôtè ôf {day} lóng!]");
        assertThat(PseudoLanguage.longer("{n, plural, one {# reason} other {All # reasons}}"))
                .startsWith("[{n, plural, one {# rèášôñ} other {Åll # rèášôñš}} ");
    }

    static Stream<String> pages() {
        return Stream.concat(PageKinds.ALL.stream(), Stream.of("/translations"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_fits_a_telephone(String path) {
        try (BrowserContext context =
                        chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(360, 900));
                Page page = context.newPage()) {
            page.navigate(
                    "http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port") + "/en" + path);

            assertThat(page.locator("nav.sections").innerText()).contains("[").contains("!]");
            assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as("pixels too wide")
                    .isEqualTo(0);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(
                            "target/screenshots", "pseudo-360-" + path.replaceAll("[^A-Za-z0-9]+", "-") + ".png")));
        }
    }
}
