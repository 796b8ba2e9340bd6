package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.accounts.Role;
import org.mineban.audit.AuditTrail;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;
import org.mineban.mail.TestClock;
import org.mineban.operations.ExampleImport;
import org.mineban.platform.Settings;

/** From the register of the fictitious programme to a published report, each step after the one before. */
@DisplayName("A report from the register, in a browser")
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReportFromRegisterBrowserTest {

    private static final boolean PICTURES = System.getenv("MINEBAN_SCREENSHOTS") != null;
    private static final StateCode XAA = new StateCode("XAA");

    @TempDir
    private static Path folder;

    private final List<String> complaints = new ArrayList<>();
    private Chromium chromium;
    private OwnPortal portal;
    private String reporterIn;
    private String approverIn;
    private String officerIn;

    @BeforeAll
    void start() {
        chromium = Chromium.start();
        portal = new OwnPortal(folder, new TestClock("2025-03-10T09:00:00Z"), Settings.none());
        new ExampleImport(portal.database(), new AuditTrail()).bring(XAA);
        reporterIn = portal.signIn(
                portal.person("Anna", "anna@example.org", Language.ENGLISH, Role.REPORTER, Optional.of(XAA)));
        approverIn =
                portal.signIn(portal.person("Bo", "bo@example.org", Language.ENGLISH, Role.APPROVER, Optional.of(XAA)));
        officerIn = portal.signIn(
                portal.person("Cy", "cy@example.org", Language.ENGLISH, Role.SECRETARIAT_OFFICER, Optional.empty()));
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

    private BrowserContext as(String session, int width) {
        BrowserContext context =
                chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(width, 800));
        context.addCookies(List.of(new Cookie("mineban-session", session)
                .setUrl(portal.address("/"))
                .setHttpOnly(true)));
        return context;
    }

    private Page go(BrowserContext context, String path) {
        Page page = context.newPage();
        page.onPageError(error -> complaints.add(page.url() + " " + error));
        page.navigate(portal.address(path));
        return page;
    }

    private static void look(Page page, String name) {
        if (PICTURES) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/screenshots/" + name + ".png"))
                    .setFullPage(true));
        }
        assertThat(new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations())
                .as(page.url())
                .extracting(
                        rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                .isEmpty();
    }

    private static Path decree() {
        try {
            return java.nio.file.Files.writeString(folder.resolve("order.pdf"), "%PDF-1.4 an order");
        } catch (java.io.IOException notWritten) {
            throw new java.io.UncheckedIOException(notWritten);
        }
    }

    private static Locator field(Page page, String place) {
        return page.locator("[name='" + place + "']");
    }

    @Test
    @Order(1)
    void takes_figures_with_their_records_and_lets_a_person_overrule_one_with_a_reason() {
        try (BrowserContext context = as(reporterIn, 1280)) {
            Page page = go(context, "/en/reports/XAA");
            page.click("#begin-2024");
            assertThat(page.locator("main").innerText()).contains("XAA is a fictitious State for exercises.");
            look(page, "draft-begin");
            page.click("#begin-annual");
            page.navigate(portal.address("/en/reports/XAA/2024/draft/areas"));
            assertThat(field(page, "c.total.CHA.areaM2").inputValue()).isEmpty();
            assertThat(page.locator("main").innerText()).contains("The register gives");
            look(page, "draft-register-before");
            page.click("#take");
            String taken = field(page, "c.total.CHA.areaM2").inputValue();
            assertThat(taken).matches("\\d+(\\.\\d+)?");
            assertThat(page.locator("main").innerText())
                    .contains("Taken from the register")
                    .contains("Anna");
            look(page, "draft-register-taken");
            page.click("a[href*='/figures/'] >> nth=0");
            assertThat(page.locator("tbody tr").count()).isPositive();
            look(page, "draft-figure");

            page.navigate(portal.address("/en/reports/XAA/2024/draft/retained"));
            page.click("#take");
            // 92 mines in 2015 and 8 fewer each year, as the programme is made.
            assertThat(field(page, "d.total").inputValue()).isEqualTo("20");
            field(page, "d.total").fill("18");
            page.click("#done");
            assertThat(page.locator("#wrong").innerText()).contains("d.total").contains("Say beside each why");
            field(page, "d.total~because").fill("Two were used on 30 December and are booked in January.");
            page.click("#done");
            page.navigate(portal.address("/en/reports/XAA/2024/draft/retained"));
            assertThat(field(page, "d.total").inputValue()).isEqualTo("18");
            assertThat(page.locator("main").innerText()).contains("The register gives 20");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    @Order(2)
    void shows_findings_beside_their_field_keeps_answers_and_offers_sentences_for_words_that_say_nothing() {
        try (BrowserContext context = as(reporterIn, 1280)) {
            Page page = go(context, "/en/reports/XAA/2024/draft/retained");
            Locator answer = page.locator(".onefield textarea[name^='answer~X-09~d.total~']");
            assertThat(answer.count()).isEqualTo(1);
            answer.fill("See the reason beside the figure.");
            page.click(".onefield button[value=answer] >> nth=0");
            assertThat(page.locator(".beside").allInnerTexts().toString())
                    .contains("Answered: See the reason beside the figure.")
                    .contains("Anna");
            field(page, "d.plans").fill("N/A");
            page.click("#save");
            Locator offers = page.locator("button[value^='put~d.plans~']");
            assertThat(offers.count()).isGreaterThanOrEqualTo(3);
            look(page, "draft-sentences");
            String sentence = offers.first().innerText();
            offers.first().click();
            assertThat(field(page, "d.plans").inputValue()).isEqualTo(sentence).contains("XAA");
            assertThat(page.locator("button[value^='put~d.plans~']").count()).isZero();
            page.click(".onefield:has([id='d.total']) .note-link");
            assertThat(page.locator("#notes").innerText()).contains("About the field: Total");
            page.fill("#note", "The school books its use a month late.");
            page.check("input[name=kind][value=why]");
            page.click("#notes form:has(#note) button");
            assertThat(page.locator(".onefield:has([id='d.total']) .beside")
                            .allInnerTexts()
                            .toString())
                    .contains("Why, 2024: The school books its use a month late.");
            page.setInputFiles("#document", decree());
            page.fill("#title", "Order on the use of retained mines");
            page.click("#attach button");
            page.navigate(portal.address("/en/reports/XAA/2024/draft/title"));
            assertThat(page.waitForDownload(() -> page.click("a[href*='/draft/file?place=']"))
                            .suggestedFilename())
                    .isEqualTo("order.pdf");
            page.navigate(portal.address("/en/reports/XAA/2024/draft/retained"));
            field(page, "d.live").fill("-");
            page.click("#save");
            page.click("button[value='put~d.live~unknown']");
            assertThat(field(page, "d.live~kind").inputValue()).isEqualTo("unknown");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    @Order(3)
    void goes_through_approval_to_the_public_with_every_figure_traceable_for_the_state() {
        try (BrowserContext reporting = as(reporterIn, 1280);
                BrowserContext approving = as(approverIn, 1280);
                BrowserContext receiving = as(officerIn, 1280)) {
            Page page = go(reporting, "/en/reports/XAA/2024/draft");
            for (String part : List.of(
                    "measures", "stockpiles", "conversion", "programmes", "characteristics", "warning", "other")) {
                page.navigate(portal.address("/en/reports/XAA/2024/draft/" + part));
                page.check("input[name=mark][value=nil]");
                page.check("input[name=ready][value='0']");
                page.click("#done");
            }
            page.navigate(portal.address("/en/reports/XAA/2024/draft/destroyed"));
            page.click("#take");
            for (String part : List.of("title", "areas", "retained", "destroyed")) {
                page.navigate(portal.address("/en/reports/XAA/2024/draft/" + part));
                page.click("#done");
            }
            page.navigate(portal.address("/en/reports/XAA/2024/draft"));
            page.click("#send");
            Page second = go(approving, "/en/reports/XAA/2024/draft");
            look(second, "draft-approve");
            second.click("#approve");
            assertThat(second.locator("#wrong").innerText()).contains("ENV-14 (env.certifiedBy.organisation)");
            second.fill("#authority", "Mine Action Authority of XAA");
            second.click("#approve");
            second.click("#submit");
            assertThat(second.locator("tr[data-place='d.total']").innerText())
                    .contains("18")
                    .contains("20")
                    .contains("Two were used on 30 December");
            assertThat(second.locator("main").innerText()).contains("See the reason beside the figure.");
            assertThat(second.locator("main").innerText()).contains("attachment-1_order.pdf");
            look(second, "submission-register");
            second.click("tr[data-place='c.total.CHA.areaM2'] a");
            assertThat(second.locator("main").innerText()).contains("The register when the report was handed in");
            assertThat(second.locator("tbody tr").count()).isPositive();

            Page officer = go(receiving, "/en/reports/XAA/submissions/1");
            assertThat(officer.locator("#register").count())
                    .as("not for the secretariat")
                    .isZero();
            officer.fill("#received", "2025-03-10");
            officer.click("#receive");
            officer.click("#publish");
        }
        try (BrowserContext anybody = chromium.browser().newContext()) {
            Page page = go(anybody, "/en/reports/XAA/2024");
            assertThat(page.locator("[id='d.total']").innerText()).contains("18");
            assertThat(page.content()).doesNotContain("Two were used on 30 December");
            assertThat(page.locator("[id='c.total.CHA.areaM2']").count()).isEqualTo(1);
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    @Order(4)
    void reads_in_arabic_and_on_a_telephone_without_a_bar_to_push() {
        for (String lang : List.of("ar", "en")) {
            try (BrowserContext context = as(reporterIn, 360)) {
                for (String path : List.of("/reports/XAA/2024/draft/retained", "/reports/XAA/submissions/1")) {
                    Page page = go(context, "/" + lang + path);
                    Object over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
                    assertThat(((Number) over).intValue()).as(lang + path).isLessThanOrEqualTo(0);
                    look(page, "360-" + lang + path.replace('/', '-'));
                }
            }
        }
    }
}
