package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mineban.accounts.Access;
import org.mineban.accounts.Role;
import org.mineban.audit.AuditTrail;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;
import org.mineban.mail.TestClock;
import org.mineban.operations.Actor;
import org.mineban.operations.Approvals;
import org.mineban.operations.Content;
import org.mineban.operations.Fields;
import org.mineban.operations.Kind;
import org.mineban.operations.Register;
import org.mineban.platform.Settings;

@DisplayName("A victim data officer with a browser")
@Tag("browser")
class VictimBrowserTest {

    private static final StateCode KHM = new StateCode("KHM");

    @TempDir
    private Path folder;

    private Chromium chromium;
    private OwnPortal portal;

    @BeforeEach
    void start() {
        chromium = Chromium.start();
        portal = new OwnPortal(folder, new TestClock("2026-11-24T09:00:00Z"), Settings.none());
    }

    @AfterEach
    void stop() {
        if (portal != null) {
            portal.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest(name = "in {0} at {1} pixels")
    @CsvSource({"en, 1280", "ar, 360"})
    void records_a_victim_and_shows_who_it_is(String language, int width) throws IOException {
        approved();
        String session = portal.signIn(portal.person(
                "Officer One", "one@example.org", Language.ENGLISH, Role.VICTIM_DATA_OFFICER, Optional.of(KHM)));
        try (BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setBypassCSP(true))) {
            context.addCookies(List.of(new Cookie("mineban-session", session).setUrl(portal.address("/"))));
            Page page = context.newPage();
            String all = portal.address("/" + language + "/register/KHM/victims");
            page.navigate(all + "/new");
            check(page, language + "-new");
            page.selectOption("#outcome", "INJURED");
            page.fill("#day", "2025-03");
            page.fill("#region", "Battambang");
            page.fill("#name", language.equals("ar") ? "فاطمة الزهراء بنت أحمد" : "Sokha Chanthy");
            page.fill("#guardian", "Aunt Chenda, house 5");
            page.click("main form.form button");
            page.waitForURL(url -> url.contains("/victims/V-"));
            check(page, language + "-one");

            Path picture = folder.resolve("picture.png");
            javax.imageio.ImageIO.write(
                    new java.awt.image.BufferedImage(200, 150, java.awt.image.BufferedImage.TYPE_INT_RGB),
                    "png",
                    picture.toFile());
            page.click("summary:has(+ form #photograph)");
            page.setInputFiles("#photograph", picture);
            page.click("form:has(#photograph) button");
            page.waitForURL(url -> url.contains("/victims/V-") && !url.endsWith("photograph"));
            page.click("summary:has(+ form #provider)");
            page.selectOption("#service", "PSYCHOSOCIAL");
            page.fill("#remark", "twice a week");
            page.click("form:has(#remark) button");
            assertThat(page.textContent("main")).contains("twice a week");
            page.fill("#reason", "Arranging the transport to the clinic");
            page.click("form:has(#reason) button");
            assertThat(page.textContent("main")).contains("Aunt Chenda");
            page.waitForFunction("() => document.querySelector('img.photograph').naturalWidth === 200");
            page.click("details summary");
            check(page, language + "-identity");
            page.navigate(all);
            check(page, language + "-list");
            page.navigate(all + "/exports");
            check(page, language + "-exports");
            page.navigate(all + "/breaches");
            check(page, language + "-breaches");
            page.navigate(portal.address("/" + language + "/register/KHM/casualties"));
            check(page, language + "-casualties");
            page.click("main tbody a");
            check(page, language + "-casualties-year");
            assertThat(page.locator("main table").count()).isEqualTo(4);
        }
    }

    /** 45 people injured and 12 killed in 2024, as approved; two of them women. */
    private void approved() {
        AuditTrail audit = portal.bean(AuditTrail.class);
        Access access = portal.bean(Access.class);
        Register register = new Register(portal.database(), audit, access);
        Approvals approvals = new Approvals(portal.database(), audit, access, register);
        Actor program = Actor.program("test-writer");
        for (int i = 0; i < 57; i++) {
            long number = register.record(
                            program,
                            KHM,
                            new Content(
                                    Kind.VICTIM,
                                    "T-" + i,
                                    LocalDate.of(2024, 5, 1),
                                    Fields.of(Map.of(
                                            "outcome", i < 45 ? "INJURED" : "KILLED",
                                            "sex", i < 2 ? "F" : "M",
                                            "age_band", i % 3 == 0 ? "CHILD" : "ADULT",
                                            "civil_status", "CIVILIAN",
                                            "device", i % 2 == 0 ? "AP_MINE" : "UXO",
                                            "happened_on", "2024-05",
                                            "admin1", i % 5 == 0 ? "Pailin" : "Battambang")),
                                    Optional.empty(),
                                    Optional.empty()))
                    .number();
            approvals.submit(program, KHM, number, 1);
            approvals.verify(Actor.program("test-verifier"), KHM, number, 1);
            approvals.approve(Actor.program("test-approver"), KHM, number, 1);
        }
    }

    private static void check(Page page, String name) throws IOException {
        String screens = System.getProperty("mineban.screens");
        if (screens != null) {
            Files.createDirectories(Path.of(screens));
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(screens, name + ".png")));
        }
        assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                .as(page.url())
                .extracting(found ->
                        found.getId() + " " + found.getNodes().getFirst().getHtml())
                .isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("wider than the screen: " + page.url())
                .isTrue();
    }
}
