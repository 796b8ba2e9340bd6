package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mineban.accounts.Role;
import org.mineban.portal.DeskPortal.SignedInVisitor;

@DisplayName("The depositary's desk in a browser")
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskBrowserTest {

    /** Set this variable to keep a picture of each page in {@code target/screenshots}. */
    private static final boolean PICTURES = System.getenv("MINEBAN_SCREENSHOTS") != null;

    private final List<String> complaints = new ArrayList<>();
    private Chromium chromium;
    private DeskPortal portal;

    @BeforeAll
    void start() {
        chromium = Chromium.start();
        portal = new DeskPortal();
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

    private Page page(SignedInVisitor visitor, int width, ColorScheme scheme) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setColorScheme(scheme)
                        .setJavaScriptEnabled(true));
        context.addCookies(List.of(new Cookie("mineban-session", visitor.cookie()).setUrl(portal.address("/"))));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    @Test
    void an_accession_goes_from_the_form_to_every_page_and_looks_right_on_the_way() {
        SignedInVisitor author = portal.signIn("author", Role.DEPOSITARY_OFFICER);
        SignedInVisitor second = portal.signIn("second", Role.DEPOSITARY_OFFICER);
        String entry = recorded(author);
        confirmed(second, entry);
        looksRight(author, "en", 1280, entry);
        looksRight(author, "ar", 360, entry);
        assertThat(complaints).isEmpty();
    }

    private void looksRight(SignedInVisitor author, String language, int width, String entry) {
        looksRight(author, language, width, "/desk", "list");
        looksRight(author, language, width, "/desk/new?state=OMN", "form");
        looksRight(author, language, width, "/desk/new?corrects=parties/treaty-actions.csv:214", "correction");
        looksRight(author, language, width, entry.substring("/en".length()), "entry");
        looksRight(author, language, width, "/known-on", "known-on");
        looksRight(author, language, width, "/why/GEO/entry-into-force", "why");
    }

    /** Fills the form as a person does, corrects a mistake by its link, brings the document, and proposes it. */
    private String recorded(SignedInVisitor author) {
        try (Page page = page(author, 1280, ColorScheme.LIGHT)) {
            page.navigate(portal.address("/en/desk"));
            page.locator("a.action").click();
            page.locator("#state").last().selectOption("GEO");
            page.locator("#act").selectOption("accession");
            page.locator("#date").fill("20 November 2026");
            page.locator("#source").fill("C.N.999.2026.TREATIES-XXVI.5");
            page.locator("form.desk button").click();
            picture(page, "en-1280-mistake");
            page.locator("#wrong a[href='#date']").click();
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("date");
            page.locator("#date").fill("2026-11-20");
            page.locator("form.desk button").click();
            assertThat(page.locator("#changes").textContent()).isEqualTo("What will change");
            page.locator("#document")
                    .setInputFiles(new com.microsoft.playwright.options.FilePayload(
                            "notification.pdf",
                            "application/pdf",
                            "%PDF-1.7\nA notification.".getBytes(StandardCharsets.UTF_8)));
            page.locator("form[enctype] button").click();
            assertThat(page.locator("dl.facts").textContent()).contains("notification.pdf");
            page.locator("form[action$='/propose'] button").click();
            assertThat(page.locator("p.lead").textContent()).contains("Waits for confirmation");
            String address = page.url();
            return address.substring(address.indexOf("/en/desk/"));
        }
    }

    private void confirmed(SignedInVisitor second, String entry) {
        try (Page page = page(second, 1280, ColorScheme.LIGHT)) {
            page.navigate(portal.address("/en/desk"));
            page.locator("tbody a").first().click();
            page.locator("a.action").click();
            picture(page, "en-1280-confirm");
            page.locator("main form button").click();
            assertThat(page.url()).endsWith(entry);
            assertThat(page.locator("p.lead").textContent()).contains("Confirmed");
            assertThat(page.locator("table.audit").textContent()).contains("desk-confirm");
            page.navigate(portal.address("/en/states/GEO"));
            assertThat(page.locator("p.standing").textContent()).contains("takes effect: 1 May 2027");
        }
    }

    private void looksRight(SignedInVisitor visitor, String language, int width, String path, String name) {
        try (Page page = page(visitor, width, width == 360 ? ColorScheme.LIGHT : ColorScheme.DARK)) {
            page.navigate(portal.address("/" + language + path));
            page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)");
            picture(page, language + "-" + name + "-" + width);
            Object overflow =
                    page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(((Number) overflow).intValue())
                    .as("pixels too wide: " + path + " " + width)
                    .isZero();
            AxeRunOptions options = new AxeRunOptions();
            options.setResultTypes(List.of("violations"));
            List<Rule> violations =
                    new AxeBuilder(page).options(options).analyze().getViolations();
            assertThat(violations)
                    .as(language + path)
                    .extracting(rule ->
                            rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                    .isEmpty();
        }
    }

    private static void picture(Page page, String name) {
        if (PICTURES) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/screenshots/desk-" + name + ".png")));
        }
    }
}
