package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mineban.Telephone;
import org.mineban.accounts.People;
import org.mineban.accounts.Role;
import org.mineban.accounts.SignIn;
import org.mineban.kernel.Language;
import org.mineban.platform.Messages;
import org.mineban.platform.Settings;
import org.mineban.presentation.Knowledge;
import org.mineban.storage.Database;
import org.mineban.storage.DatabaseAddress;
import org.springframework.context.ConfigurableApplicationContext;

/** From the link that makes the first administrator to a coordinator who works, in a real browser. */
@DisplayName("People come in")
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsBrowserTest {

    private static final String PASSWORD = "ferry lantern oboe gravel";

    private Chromium chromium;
    private Database database;
    private ConfigurableApplicationContext server;
    private String home;

    @BeforeAll
    void start() throws IOException {
        chromium = Chromium.start();
        Path folder = Files.createTempDirectory("mineban-accounts");
        database = Database.open(DatabaseAddress.in(folder), Clock.systemUTC());
        server = PortalServer.start(
                new PortalServer.Parts(
                        Knowledge.load(new Messages()), Clock.systemUTC(), Settings.none(), database, folder),
                "127.0.0.1",
                0);
        home = "http://localhost:" + server.getEnvironment().getProperty("local.server.port");
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (server != null) {
            server.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @Test
    void by_a_link_with_two_factors_and_invite_others() {
        String link = server.getBean(SignIn.class)
                .firstAdministratorLink()
                .orElseThrow()
                .text();
        Page anna = page(1280);
        anna.navigate(home + "/en/link/" + link);
        check(anna);
        anna.fill("#name", "Anna Vu");
        anna.fill("#email", "anna@example.org");
        anna.fill("#password", "password");
        anna.fill("#again", "password");
        press(anna, "Go on");
        assertThat(anna.textContent(".wrong")).contains("8 characters").contains("at least 15");
        assertThat(anna.inputValue("#name")).isEqualTo("Anna Vu");
        anna.fill("#password", PASSWORD);
        anna.fill("#again", PASSWORD);
        press(anna, "Go on");
        assertThat(anna.url()).endsWith("/en/account/factors");
        anna.navigate(home + "/en/people");
        assertThat(anna.url()).endsWith("/en/account/factors");

        List<String> paper = addTelephone(anna);
        anna.navigate(home + "/en/people");
        check(anna);
        anna.click("text=Invite somebody");
        check(anna);
        anna.fill("#name", "بو ليم");
        anna.fill("#email", "bo@example.org");
        anna.selectOption("#language", "ar");
        anna.selectOption("#role", "national-coordinator");
        press(anna, "Invite");
        assertThat(anna.textContent(".wrong")).contains("is given for a State");
        anna.selectOption("#state", "KHM");
        press(anna, "Invite");
        String invitation = anna.textContent("code.link");
        assertThat(invitation).startsWith(home + "/ar/link/");
        anna.navigate(home + "/en/audit");
        assertThat(anna.textContent("main")).contains("invite").contains("national-coordinator KHM");
        check(anna);
        anna.navigate(home + "/en/access?permission=report.approve&state=KHM");
        assertThat(anna.textContent("main")).contains("Denied").contains("Administrator");

        Page bo = page(360);
        bo.navigate(invitation);
        check(bo);
        bo.fill("#password", PASSWORD + " bo");
        bo.fill("#again", PASSWORD + " bo");
        bo.click("main form button");
        addTelephone(bo);
        bo.navigate(home + "/ar/people");
        check(bo);
        assertThat(bo.textContent("main")).contains("بو ليم").doesNotContain("Anna Vu");
        for (String page : List.of("account", "account/factors", "people/new", "organisations", "roles", "access")) {
            bo.navigate(home + "/ar/" + page);
            check(bo);
        }

        press(anna, "en/account", "Sign out");
        anna.navigate(home + "/en/people");
        assertThat(anna.url()).contains("/en/sign-in?then=");
        check(anna);
        anna.fill("#email", "anna@example.org");
        anna.fill("#password", "wrong password here");
        press(anna, "Sign in");
        assertThat(anna.textContent(".wrong")).contains("not right");
        anna.fill("#password", PASSWORD);
        press(anna, "Sign in");
        check(anna);
        anna.fill("#code", paper.getFirst());
        press(anna, "Go on");
        assertThat(anna.url()).endsWith("/en/people");
        assertThat(anna.textContent("main")).contains("Anna Vu").contains("بو ليم");
    }

    /** The way that the founding issue describes: invitation, two factors, an accession, what will change, a second person, the audit entry. */
    @Test
    void and_record_an_accession_that_a_second_person_confirms() {
        Page author = officer("Dara", "dara@example.org");
        author.navigate(home + "/en/desk");
        author.locator("a.action").click();
        author.locator("#state").last().selectOption("GEO");
        author.locator("#act").selectOption("accession");
        author.fill("#date", "2026-11-20");
        author.fill("#source", "C.N.999.2026.TREATIES-XXVI.5");
        author.locator("form.desk button").click();
        assertThat(author.textContent("main")).contains("What will change").contains("1 May 2027");
        author.locator("form[action$='/propose'] button").click();
        String entry = author.url();
        assertThat(author.locator("form[action$='/confirm']").count()).isZero();
        author.navigate(home + "/en/states/GEO");
        assertThat(author.textContent("main")).doesNotContain("1 May 2027");

        Page second = officer("Esi", "esi@example.org");
        second.navigate(entry);
        assertThat(second.textContent("main")).contains("What will change").contains("1 May 2027");
        second.locator("a.action").click();
        second.locator("main form button").click();
        assertThat(second.textContent("table.audit")).contains("desk-confirm").contains("Esi");
        second.navigate(home + "/en/states/GEO");
        assertThat(second.locator("p.standing").textContent()).contains("takes effect: 1 May 2027");
    }

    private Page officer(String name, String email) {
        People.Wanted wanted = new People.Wanted(Role.DEPOSITARY_OFFICER, Optional.empty(), Optional.empty(), Set.of());
        People.Invited invited =
                server.getBean(People.class).invite("program:test", name, email, Language.ENGLISH, Optional.of(wanted));
        Page page = page(1280);
        page.navigate(home + "/en/link/" + invited.link().text());
        page.fill("#password", PASSWORD + " " + name);
        page.fill("#again", PASSWORD + " " + name);
        press(page, "Go on");
        addTelephone(page);
        return page;
    }

    @Test
    void with_a_passkey_alone() {
        People.Invited invited = server.getBean(People.class)
                .invite("program:test", "Chan", "chan@example.org", Language.ENGLISH, Optional.empty());
        Page chan = page(1280);
        CDPSession protocol = chan.context().newCDPSession(chan);
        protocol.send("WebAuthn.enable");
        protocol.send("WebAuthn.addVirtualAuthenticator", virtualAuthenticator());
        chan.navigate(home + "/en/link/" + invited.link().text());
        chan.fill("#password", PASSWORD);
        chan.fill("#again", PASSWORD);
        press(chan, "Go on");
        press(chan, "Add a passkey");
        check(chan);
        chan.fill("#label", "laptop");
        press(chan, "Add a passkey");
        chan.waitForSelector(".codes");
        chan.navigate(home + "/en/account/factors");
        assertThat(chan.textContent("main")).contains("laptop");

        press(chan, "en/account", "Sign out");
        chan.navigate(home + "/en/sign-in?then=/en/roles");
        press(chan, "Sign in with a passkey");
        check(chan);
        press(chan, "Sign in with a passkey");
        chan.waitForURL(home + "/en/roles");
        chan.navigate(home + "/en/account");
        assertThat(chan.textContent("main")).contains("passkey").contains("Chan");

        server.getBean(People.class).disable("program:test", invited.person(), Optional.of("test"));
        chan.navigate(home + "/en/sign-in");
        press(chan, "Sign in with a passkey");
        press(chan, "Sign in with a passkey");
        chan.waitForSelector(".wrong");
        assertThat(chan.textContent(".wrong")).contains("disabled");
    }

    /** A session whose owner last showed long ago who they are: a passkey shows it again, and what was wanted can be done. */
    @Test
    void and_show_again_who_they_are_by_a_passkey() {
        People.Invited invited = server.getBean(People.class)
                .invite("program:test", "Femi", "femi@example.org", Language.ENGLISH, Optional.empty());
        Page femi = page(360);
        CDPSession protocol = femi.context().newCDPSession(femi);
        protocol.send("WebAuthn.enable");
        protocol.send("WebAuthn.addVirtualAuthenticator", virtualAuthenticator());
        femi.navigate(home + "/ar/link/" + invited.link().text());
        femi.fill("#password", PASSWORD + " femi");
        femi.fill("#again", PASSWORD + " femi");
        femi.click("main form button");
        femi.click("main form[action$=begin-passkey] button");
        femi.fill("#label", "laptop");
        femi.click("main form button");
        femi.waitForSelector(".codes");
        String longAgo = Instant.now().minus(Duration.ofMinutes(11)).toString();
        database.change(transaction ->
                transaction.sql().execute("update session set proved_at = ?, started_at = ?", longAgo, longAgo));

        femi.navigate(home + "/ar/account/factors");
        femi.click("main form[action$=recovery] button");
        assertThat(femi.url()).endsWith("/ar/account/proof");
        check(femi);
        femi.click("main form[action$='/sign-in/passkey'] button");
        femi.click("main form button");
        femi.waitForURL(home + "/ar/account/factors?said=proved");
        femi.click("main form[action$=recovery] button");
        assertThat(femi.locator(".codes code").count()).isEqualTo(10);
    }

    private static JsonObject virtualAuthenticator() {
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject whole = new JsonObject();
        whole.add("options", options);
        return whole;
    }

    private List<String> addTelephone(Page page) {
        page.click("main form[action$=begin-code] button");
        check(page);
        String secret = page.textContent("main code");
        page.fill("#label", "phone");
        page.fill("#code", "000000");
        page.click("main form.form button");
        assertThat(page.locator(".wrong").count()).isOne();
        page.fill("#code", Telephone.code(secret, Instant.now()));
        page.click("main form.form button");
        check(page);
        List<String> paper = page.locator(".codes code").allTextContents();
        assertThat(paper).hasSize(10);
        page.click("main p a");
        return paper;
    }

    private void press(Page page, String path, String button) {
        page.navigate(home + "/" + path);
        press(page, button);
    }

    private static void press(Page page, String button) {
        page.locator("main button", new Page.LocatorOptions().setHasText(button))
                .first()
                .click();
    }

    private Page page(int width) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions().setViewportSize(width, 900))
                .newPage();
    }

    /** Nothing hinders a reader with a screen reader, and nothing is pushed out of a narrow page. */
    private static void check(Page page) {
        assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                .as(page.url())
                .extracting(found ->
                        found.getId() + " " + found.getNodes().getFirst().getHtml())
                .isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("wider than the screen: " + page.url())
                .isTrue();
        String folder = System.getProperty("mineban.screens");
        if (folder != null) {
            String name = page.url().replaceAll("https?://[^/]*/|[?].*", "").replace('/', '-');
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(folder, name.substring(0, Math.min(40, name.length())) + ".png")));
        }
    }
}
