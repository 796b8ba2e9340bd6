package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.accounts.Person;
import org.mineban.accounts.Role;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;
import org.mineban.mail.TestClock;
import org.mineban.operations.Actor;
import org.mineban.operations.Kind;
import org.mineban.operations.Register;
import org.mineban.operations.RegisterVersion;
import org.mineban.operations.WrittenPlace;
import org.mineban.platform.Settings;

/**
 * A minefield report written into the form as it stands on paper. The points and figures are those of the worked example of bearings and distances in the
 * specification of mine action operations, section 12.3: area 7,743.27 m², perimeter 368.47 m, misclosure 3.25 m.
 */
@DisplayName("A minefield report in a browser")
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordFormBrowserTest {

    private static final StateCode AFG = new StateCode("AFG");
    private static final String PICTURES =
            Optional.ofNullable(System.getenv("MINEBAN_SCREENSHOTS")).orElse("");

    @TempDir
    private static Path folder;

    private final List<String> complaints = new ArrayList<>();
    private Chromium chromium;
    private OwnPortal portal;
    private Person writer;
    private String writerIn;

    @BeforeAll
    void start() {
        chromium = Chromium.start();
        portal = new OwnPortal(folder, new TestClock("2026-11-24T09:00:00Z"), Settings.none());
        writer = portal.person(
                "Writer", "writer@example.org", Language.ENGLISH, Role.INFORMATION_MANAGER, Optional.of(AFG));
        writerIn = portal.signIn(writer);
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (portal != null) {
            portal.close();
        }
    }

    private BrowserContext browser(int width, boolean script) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setJavaScriptEnabled(script));
        context.addCookies(List.of(new Cookie("mineban-session", writerIn)
                .setUrl(portal.address("/"))
                .setHttpOnly(true)));
        return context;
    }

    private Page page(BrowserContext context) {
        Page page = context.newPage();
        page.onPageError(error -> complaints.add(page.url() + " " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
                complaints.add(page.url() + " " + message.text());
            }
        });
        return page;
    }

    private static void whatItIs(Page page, String code) {
        page.fill("#code", code);
        page.fill("#valid-from", "2011-05-04");
        page.selectOption("#f-class", "CHA");
        page.selectOption("#f-status", "OPEN");
        page.check("[name='f-contamination'][value='AP_MINE']");
        page.check("[name='f-evidence'][value='VISUAL']");
        page.fill("#f-discovered_on", "2011-05-04");
    }

    private static void points(Page page, Map<String, String> fields) {
        fields.forEach(page::fill);
    }

    /** Section 12.3 word for word. */
    private static void workedExample(Page page) {
        page.click("#place summary");
        page.selectOption("#north", "true");
        page.fill("#declination", "3.3");
        page.fill("#declination-on", "2011-05-01");
        points(page, Map.of("#r-place", "34.55530000, 69.20750000"));
        points(page, Map.of("#b-bearing", "47.5", "#b-distance", "312"));
        points(page, Map.of("#s-bearing", "118", "#s-distance", "85"));
        page.selectOption("#s-north", "magnetic");
        points(page, Map.of("#t1-bearing", "90", "#t1-distance", "120"));
        points(page, Map.of("#t2-bearing", "5", "#t2-distance", "60"));
        points(page, Map.of("#t3-bearing", "275", "#t3-distance", "118"));
        points(page, Map.of("#c-bearing", "188", "#c-distance", "68"));
    }

    private void look(Page page, String name) {
        if (!PICTURES.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(PICTURES, name + ".png")));
        }
    }

    private static List<String> barriers(Page page) {
        return new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(Rule::toString)
                        .toList();
    }

    private RegisterVersion found(String code) {
        return portal.bean(Register.class)
                .find(Actor.of(writer), AFG, Kind.HAZARD, code)
                .orElseThrow();
    }

    @Test
    void is_drawn_while_it_is_typed_and_kept_with_every_word_of_it() {
        try (BrowserContext context = browser(1280, true)) {
            Page page = page(context);
            page.navigate(portal.address("/en/register/AFG/hazard/new"));
            whatItIs(page, "AFG-1");
            workedExample(page);
            page.waitForSelector("#sketch svg .shape");
            page.waitForFunction("() => document.getElementById('sketch').textContent.includes('7,743.27')");
            assertThat(page.textContent("#sketch"))
                    .contains("Area 7,743.27 m²", "perimeter 368.47 m", "misses the start by 3.25 m")
                    .contains("186.25", "70.47");
            assertThat(barriers(page)).isEmpty();
            look(page, "form-en-1280");
            page.click("#keep");
            assertThat(page.textContent("main")).contains("The record is kept as a draft.");
            look(page, "record-en-1280");
        }
        RegisterVersion kept = found("AFG-1");
        assertThat(kept.content().shape().orElseThrow().computedArea() / 100.0).isCloseTo(7_743.27, within(0.02));
        WrittenPlace written = WrittenPlace.of(kept.fields()).orElseThrow();
        assertThat(written.rows()).hasSize(7);
        assertThat(written.rows().get(2).bearing()).isEqualTo("118");
        assertThat(written.rows().get(2).north()).isEqualTo("magnetic");
        assertThat(kept.fields().text("geometry_origin")).contains("BEARING_DISTANCE");
        assertThat(complaints).isEmpty();
    }

    @Test
    void needs_no_script_and_loses_nothing_when_a_point_cannot_be_read() {
        try (BrowserContext context = browser(360, false)) {
            Page page = page(context);
            page.navigate(portal.address("/ar/register/AFG/hazard/new"));
            whatItIs(page, "AFG-2");
            points(
                    page,
                    Map.of(
                            "#s-place", "٣٤٫٥٥٥٣٠٠ ٦٩٫٢٠٧٥٠٠",
                            "#t1-place", "34°33'19,1\"N 69°12'34,8\"E",
                            "#t2-place", "42N 519200 3823900",
                            "#t3-place", "42S 519050 3823890"));
            page.press("#keep", "Enter");
            assertThat(page.inputValue("#t3-place")).isEqualTo("42S 519050 3823890");
            assertThat(page.inputValue("#s-place")).isEqualTo("٣٤٫٥٥٥٣٠٠ ٦٩٫٢٠٧٥٠٠");
            assertThat(page.getAttribute("#t3-place", "aria-invalid")).isEqualTo("true");
            assertThat(page.isChecked("[name='f-contamination'][value='AP_MINE']"))
                    .isTrue();
            assertThat(page.locator("#wrong a[href='#t3-place']").count()).isEqualTo(1);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(360);
            look(page, "form-ar-360");
            page.fill("#t3-place", "42SWD1905023890");
            page.press("#show", "Enter");
            assertThat(page.locator("#sketch svg .shape").count()).isEqualTo(1);
            look(page, "form-ar-360-shape");
            page.press("#keep", "Enter");
        }
        RegisterVersion kept = found("AFG-2");
        assertThat(kept.content().shape()).isPresent();
        assertThat(WrittenPlace.of(kept.fields())
                        .orElseThrow()
                        .rows()
                        .getFirst()
                        .place())
                .isEqualTo("٣٤٫٥٥٥٣٠٠ ٦٩٫٢٠٧٥٠٠");
    }

    @Test
    void is_written_and_changed_by_keyboard_alone() {
        try (BrowserContext context = browser(1280, true)) {
            Page page = page(context);
            page.navigate(portal.address("/en/register/AFG/hazard/new"));
            page.focus("#code");
            page.keyboard().type("AFG-3");
            page.keyboard().press("Tab");
            page.keyboard().press("Control+A");
            page.keyboard().type("2011-06-07");
            page.focus("#r-place");
            page.keyboard().type("34.6, 69.3");
            page.keyboard().press("Enter");
            page.waitForSelector("#sketch svg");
            assertThat(page.inputValue("#code"))
                    .as("Enter shows the shape and keeps nothing")
                    .isEqualTo("AFG-3");
            page.focus("#keep");
            page.keyboard().press("Enter");
            page.waitForURL("**/records/*");
            page.click("text=Change the record");
            assertThat(page.inputValue("#r-place")).isEqualTo("34.6, 69.3");
            page.fill("#f-reference", "By the bridge");
            page.click("#keep");
            assertThat(page.textContent("main")).contains("By the bridge");
        }
    }

    @Test
    void with_a_bow_tie_keeps_what_was_walked_and_takes_the_mended_shape_when_asked() {
        try (BrowserContext context = browser(1280, false)) {
            Page page = page(context);
            page.navigate(portal.address("/en/register/AFG/hazard/new"));
            whatItIs(page, "AFG-4");
            points(
                    page,
                    Map.of(
                            "#s-place", "34.7000, 69.4000",
                            "#t1-place", "34.7010, 69.4010",
                            "#t2-place", "34.7000, 69.4010",
                            "#t3-place", "34.7010, 69.4000"));
            page.press("#show", "Enter");
            assertThat(page.textContent("#sketch"))
                    .contains("The boundary crosses itself. Take the mended shape: 0 m²");
            page.focus("[name='mend']");
            page.press("[name='mend']", "Space");
            page.press("#keep", "Enter");
            assertThat(page.textContent("main")).contains("The shape as it came, before it was mended");
        }
        RegisterVersion kept = found("AFG-4");
        assertThat(kept.content().shapeAsGiven()).isPresent();
        assertThat(kept.content().shape().orElseThrow().computedArea()).isPositive();
    }
}
