package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mineban.accounts.People;
import org.mineban.accounts.Person;
import org.mineban.accounts.Role;
import org.mineban.kernel.Language;
import org.mineban.platform.Messages;
import org.mineban.platform.Setting;
import org.mineban.platform.Settings;
import org.mineban.presentation.Knowledge;
import org.mineban.storage.Database;
import org.mineban.storage.DatabaseAddress;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.web.SecurityFilterChain;

@DisplayName("People sign in through their organisation")
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutsideSignInBrowserTest {

    private Chromium chromium;
    private TestProvider provider;
    private Database database;
    private ConfigurableApplicationContext server;
    private String home;

    @BeforeAll
    void start() throws IOException {
        chromium = Chromium.start();
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        provider = new TestProvider("http://127.0.0.1:" + port + "/sign-in/outside/back");
        home = "http://127.0.0.1:" + port;
        Path folder = Files.createTempDirectory("mineban-outside");
        database = Database.open(DatabaseAddress.in(folder), Clock.systemUTC());
        Settings settings = Settings.of(Map.of(
                Setting.OIDC_ISSUER, provider.issuer,
                Setting.OIDC_CLIENT_ID, "mineban",
                Setting.OIDC_CLIENT_SECRET, "client secret",
                Setting.OIDC_NAME, "Ministry"));
        server = PortalServer.start(
                new PortalServer.Parts(Knowledge.load(new Messages()), Clock.systemUTC(), settings, database, folder),
                "127.0.0.1",
                port);
        invite("anna");
        invite("bo");
        invite("carl");
        people().disable("program:test", invite("dora"), Optional.empty());
        provider.people.put("erik", new TestProvider.Address("erik@example.org", true));
        provider.people.put("carl", new TestProvider.Address("carl@example.org", false));
    }

    private People people() {
        return server.getBean(People.class);
    }

    private Person invite(String name) {
        provider.people.put(name, new TestProvider.Address(name + "@example.org", true));
        return people().invite(
                        "program:test",
                        name,
                        name + "@example.org",
                        Language.ENGLISH,
                        Optional.of(new People.Wanted(
                                Role.ADMINISTRATOR, Optional.empty(), Optional.empty(), java.util.Set.of())))
                .person();
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (server != null) {
            server.close();
        }
        if (provider != null) {
            provider.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @BeforeEach
    void nothingIsWrong() {
        provider.fault = TestProvider.Fault.NONE;
    }

    private Page page() {
        BrowserContext context = chromium.browser().newContext(new Browser.NewContextOptions().setLocale("fr"));
        return context.newPage();
    }

    private Page signIn(String name, String path) {
        Page page = page();
        page.navigate(home + path);
        page.click("main a.button");
        page.fill("[name=username]", name);
        page.fill("[name=password]", TestProvider.PASSWORD);
        page.click("button");
        return page;
    }

    @Test
    void in_English_and_leave_with_a_word_about_the_provider() {
        Page page = signIn("anna", "/en/people");
        assertThat(page.url()).isEqualTo(home + "/en/people");
        page.navigate(home + "/en/audit");
        assertThat(page.textContent("main")).contains("link-outside").contains(provider.issuer);
        page.navigate(home + "/en/account");
        assertThat(page.textContent("main")).contains("sign-in of the organisation");
        page.locator("main form[action$=sign-out] button").click();
        assertThat(page.textContent("main")).contains("Ministry may still know you");
        page.navigate(home + "/en/people");
        assertThat(page.url()).contains("/en/sign-in");
    }

    @Test
    void in_Arabic_also_after_the_provider_has_changed_its_key() {
        assertThat(signIn("bo", "/ar/people").url()).isEqualTo(home + "/ar/people");
        provider.changeKey();
        assertThat(signIn("bo", "/ar/people").url()).isEqualTo(home + "/ar/people");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void never_with_a_wrong_token(TestProvider.Fault fault) {
        provider.fault = fault;
        Page page = signIn("anna", "/en/people");
        assertThat(page.textContent(".wrong")).contains("could not be trusted");
        page.navigate(home + "/en/people");
        assertThat(page.url()).contains("/en/sign-in");
    }

    @Test
    void never_without_an_enabled_account_of_a_verified_address() {
        assertThat(signIn("carl", "/en/people").textContent(".wrong")).contains("has not verified");
        assertThat(signIn("dora", "/en/people").textContent(".wrong")).contains("disabled");
        assertThat(signIn("erik", "/en/people").textContent(".wrong")).contains("no account here");
        provider.people.put("new-anna", new TestProvider.Address("bo@example.org", true));
        signIn("bo", "/en/people");
        assertThat(signIn("new-anna", "/en/people").textContent(".wrong")).contains("somebody else");
    }

    @Test
    void never_with_an_answer_for_another_browser_or_a_second_time() {
        Page page = signIn("anna", "/ar/people");
        page.navigate(home + "/sign-in/outside/back?code=abc&state=ar.abc");
        assertThat(page.getAttribute("html", "lang")).isEqualTo("ar");
        assertThat(page.textContent(".wrong")).contains("متصفح آخر");
    }

    @Test
    void with_a_server_that_starts_no_part_of_the_provider_of_the_test() {
        assertThat(server.getBeanNamesForType(SecurityFilterChain.class)).isEmpty();
    }
}
