package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import org.mineban.accounts.Role;
import org.mineban.kernel.Language;
import org.mineban.mail.TestClock;
import org.mineban.platform.Setting;
import org.mineban.platform.Settings;

/** The provider that most organisations run, as it comes: its own pages for signing in and out, its own tokens. */
@DisplayName("People sign in through Keycloak")
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakBrowserTest {

    private static final String BACK = "/sign-in/outside/back";

    private final Keycloak keycloak = new Keycloak();
    private final TestClock clock = new TestClock(Instant.now().toString());
    private Chromium chromium;
    private OwnPortal portal;
    private OwnPortal withWrongSecret;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        Optional<Path> packed = Keycloak.packed();
        assumeTrue(packed.isPresent(), "Left out: Keycloak " + Keycloak.VERSION + " is not in the local repository.");
        chromium = Chromium.start();
        portal = new OwnPortal(folder.resolve("data"), clock, settings(Keycloak.SECRET));
        withWrongSecret = new OwnPortal(folder.resolve("other"), Clock.systemUTC(), settings("another secret"));
        for (String name : List.of("anna", "bo", "carl", "dora")) {
            portal.person(name, name + "@example.org", Language.ENGLISH, Role.ADMINISTRATOR, Optional.empty());
        }
        keycloak.start(
                packed.orElseThrow(),
                folder,
                List.of(portal.address(BACK), withWrongSecret.address(BACK)),
                List.of(
                        new Keycloak.User("anna", true),
                        new Keycloak.User("bo", true),
                        new Keycloak.User("carl", false),
                        new Keycloak.User("dora", true),
                        new Keycloak.User("erik", true)));
    }

    private Settings settings(String secret) {
        return Settings.of(Map.of(
                Setting.OIDC_ISSUER,
                keycloak.issuer(),
                Setting.OIDC_CLIENT_ID,
                Keycloak.CLIENT,
                Setting.OIDC_CLIENT_SECRET,
                secret,
                Setting.OIDC_NAME,
                "Ministry"));
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
        keycloak.close();
        for (OwnPortal each : new OwnPortal[] {portal, withWrongSecret}) {
            if (each != null) {
                each.close();
            }
        }
    }

    private Page page() {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions().setLocale("en"))
                .newPage();
    }

    private static void signInAtKeycloak(Page page, String name) {
        assertThat(page.title()).containsIgnoringCase("sign in");
        page.fill("#username", name);
        page.fill("#password", Keycloak.PASSWORD);
        page.click("#kc-login");
    }

    private Page signIn(OwnPortal to, String name, String path) {
        Page page = page();
        page.navigate(to.address(path));
        page.click("main a.button");
        signInAtKeycloak(page, name);
        return page;
    }

    @Test
    void by_its_own_form_and_the_second_time_by_what_it_remembers_until_they_sign_out_there_too() {
        Page page = signIn(portal, "anna", "/en/people");
        assertThat(page.url()).isEqualTo(portal.address("/en/people"));
        page.navigate(portal.address("/en/audit"));
        assertThat(page.textContent("main")).contains("link-outside").contains(keycloak.issuer());

        signOut(page);
        page.navigate(portal.address("/ar/people"));
        page.click("main a.button");
        assertThat(page.url()).isEqualTo(portal.address("/ar/people"));

        signOut(page);
        page.locator("main a", new Page.LocatorOptions().setHasText("Sign out at Ministry"))
                .click();
        page.click("#kc-logout");
        page.navigate(portal.address("/en/people"));
        page.click("main a.button");
        signInAtKeycloak(page, "anna");
        assertThat(page.url()).isEqualTo(portal.address("/en/people"));
    }

    private void signOut(Page page) {
        page.navigate(portal.address("/en/account"));
        page.locator("main form[action$=sign-out] button").click();
        assertThat(page.textContent("main")).contains("Ministry may still know you");
    }

    /** Prompt and max_age make Keycloak ask for the password of somebody whom it remembers; auth_time says that it has. */
    @Test
    void and_show_there_again_who_they_are_before_they_change_how_they_sign_in() {
        clock.set(Instant.now().minus(Duration.ofMinutes(11)));
        Page page = signIn(portal, "bo", "/en/account/factors");
        clock.set(Instant.now());
        page.click("main form[action$=begin-code] button");
        assertThat(page.url()).isEqualTo(portal.address("/en/account/proof"));
        page.click("main a.button");
        assertThat(page.url()).startsWith(keycloak.issuer());
        page.fill("#password", Keycloak.PASSWORD);
        page.click("#kc-login");
        assertThat(page.url()).startsWith(portal.address("/en/account/factors"));
        assertThat(page.textContent("main")).contains("Now choose once more what you wanted to change");
        page.click("main form[action$=begin-code] button");
        assertThat(page.locator("main code").first().textContent()).matches("[A-Z2-7 ]+");
    }

    /** Coming in again by what Keycloak remembers is no proof: auth_time is that of the password. */
    @Test
    void and_prove_nothing_by_what_it_remembers() {
        clock.set(Instant.now());
        Page page = signIn(portal, "dora", "/en/people");
        try {
            clock.move(Duration.ofMinutes(11));
            signOut(page);
            page.navigate(portal.address("/en/account/factors"));
            page.click("main a.button");
            assertThat(page.url()).isEqualTo(portal.address("/en/account/factors"));
            page.click("main form[action$=begin-code] button");
            assertThat(page.url()).isEqualTo(portal.address("/en/account/proof"));
        } finally {
            clock.set(Instant.now());
        }
    }

    @Test
    void never_without_an_account_of_a_verified_address() {
        clock.set(Instant.now());
        assertThat(signIn(portal, "carl", "/en/people").textContent(".wrong")).contains("has not verified");
        assertThat(signIn(portal, "erik", "/en/people").textContent(".wrong")).contains("no account here");
    }

    @Test
    void never_with_a_wrong_client_secret() {
        Page page = signIn(withWrongSecret, "anna", "/en/people");
        assertThat(page.textContent(".wrong")).contains("answered with the error “unauthorized_client”");
        page.navigate(withWrongSecret.address("/en/people"));
        assertThat(page.url()).contains("/en/sign-in");
    }
}
