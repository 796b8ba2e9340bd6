package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mineban.portal.Keyboard.enter;
import static org.mineban.portal.Keyboard.tabTo;
import static org.mineban.portal.Keyboard.type;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mineban.Telephone;
import org.mineban.accounts.People;
import org.mineban.accounts.Role;
import org.mineban.audit.AuditTrail;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;
import org.mineban.operations.ExampleImport;

/** The main tasks of people with an account, from a link to the work itself. */
@DisplayName("With the keyboard alone, people with an account")
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyboardWorkTest {

    private static final StateCode EXAMPLE = new StateCode("XAA");

    private Chromium chromium;
    private DeskPortal portal;

    @BeforeAll
    void start() {
        chromium = Chromium.start();
        portal = new DeskPortal();
        new ExampleImport(portal.database(), new AuditTrail()).bring(EXAMPLE);
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.close();
        }
        if (portal != null) {
            portal.close();
        }
    }

    private Page open(String path) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1280, 900)
                        .setLocale("en-US")
                        .setReducedMotion(ReducedMotion.REDUCE));
        Page page = context.newPage();
        page.navigate(portal.address(path));
        return page;
    }

    private Page open(DeskPortal.SignedInVisitor visitor, String path) {
        Page page = open("/health");
        page.context().addCookies(List.of(new Cookie("mineban-session", visitor.cookie()).setUrl(portal.address("/"))));
        page.navigate(portal.address(path));
        return page;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void come_in_by_a_link_with_a_password_and_a_telephone(String language) {
        String link = portal.part(People.class)
                .invite(
                        "program:test",
                        "Anna",
                        "anna-" + language + "@example.org",
                        Language.ENGLISH,
                        Optional.of(
                                new People.Wanted(Role.ADMINISTRATOR, Optional.empty(), Optional.empty(), Set.of())))
                .link()
                .text();
        try (Page page = open("/" + language + "/link/" + link)) {
            type(page, "#password", "ferry lantern oboe gravel");
            type(page, "#again", "ferry lantern oboe gravel");
            enter(page, "/account/factors");
            tabTo(page, "main form[action$=begin-code] button");
            enter(page, "/begin-code");
            String secret = page.locator("main code").first().textContent();
            type(page, "#label", "telephone");
            type(page, "#code", Telephone.code(secret, portal.now()));
            enter(page, "/account/factors/code");

            assertThat(page.locator(".codes code").count()).isEqualTo(10);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, Georgia, Acces", "fr, Géorgie, Adh"})
    void record_an_accession_that_a_second_person_confirms(String language, String state, String act) {
        DeskPortal.SignedInVisitor author = portal.signIn("author-" + language, Role.DEPOSITARY_OFFICER);
        String entry;
        try (Page page = open(author, "/" + language + "/desk")) {
            tabTo(page, "a.action");
            enter(page, "/desk/new");
            type(page, "main #state", state);
            type(page, "#act", act);
            type(page, "#date", "2026-11-20");
            type(page, "#source", "C.N.999.2026.TREATIES-XXVI.5");
            tabTo(page, "form.desk button");
            enter(page, "/desk/0");
            tabTo(page, "form[action$='/propose'] button");
            page.keyboard().press("Enter");
            page.waitForSelector("form[action$='/take-back']");
            entry = page.url().substring(page.url().indexOf("/desk/"));
        }
        DeskPortal.SignedInVisitor second = portal.signIn("second-" + language, Role.DEPOSITARY_OFFICER);
        try (Page page = open(second, "/" + language + entry)) {
            tabTo(page, "a.action");
            enter(page, "/confirm");
            tabTo(page, "main form button");
            page.keyboard().press("Enter");
            page.waitForSelector("table.audit");

            assertThat(page.textContent("table.audit")).contains("desk-confirm").contains("second-" + language);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, KHM", "ar, LAO"})
    void begin_a_report_and_write_a_part_of_it(String language, String state) {
        DeskPortal.SignedInVisitor reporter =
                portal.signIn("reporter-" + language, Role.REPORTER, new StateCode(state));
        try (Page page = open(reporter, "/" + language + "/reports/" + state)) {
            tabTo(page, "#begin-2025");
            enter(page, "/reports/" + state + "/2025/draft/begin");
            tabTo(page, "main button[id^='begin-']");
            page.keyboard().press("Enter");
            page.waitForURL(address -> address.endsWith("/2025/draft"));
            page.waitForLoadState();
            tabTo(page, "main a[href*='/draft/retained']");
            enter(page, "/draft/retained");
            tabTo(page, "[name=mark]");
            while (!page.evaluate("document.activeElement.value").equals("nil")) {
                page.keyboard().press("ArrowDown");
            }
            type(page, "#sentence", "No mine is retained.");
            tabTo(page, "#save");
            enter(page, "/2025/draft/retained?saved=yes");
            page.navigate(portal.address("/" + language + "/reports/" + state + "/2025/draft/retained"));

            assertThat(page.inputValue("#sentence")).isEqualTo("No mine is retained.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void open_a_record_of_the_register(String language) {
        DeskPortal.SignedInVisitor manager = portal.signIn("manager-" + language, Role.INFORMATION_MANAGER, EXAMPLE);
        try (Page page = open(manager, "/" + language + "/register/XAA")) {
            tabTo(page, "main a[href*='/register/XAA/hazard']");
            enter(page, "/register/XAA/hazard");
            tabTo(page, "main a[href*='/register/XAA/records/']");
            enter(page, "/register/XAA/records/");

            assertThat(page.locator("main h1").count()).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void write_down_a_victim(String language) {
        DeskPortal.SignedInVisitor officer =
                portal.signIn("victims-" + language, Role.VICTIM_DATA_OFFICER, new StateCode("KHM"));
        try (Page page = open(officer, "/" + language + "/register/KHM/victims/new")) {
            tabTo(page, "#outcome");
            page.keyboard().press("ArrowDown");
            type(page, "#day", "2025-03");
            type(page, "#name", "Sokha Chanthy");
            tabTo(page, "main form.form button");
            enter(page, "/victims/V-");

            assertThat(page.locator("main h1").textContent()).contains("V-");
        }
    }
}
