package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.accounts.Role;
import org.mineban.kernel.Language;
import org.mineban.platform.Settings;
import org.mineban.storage.PostgresCluster;

/** A real PostgreSQL is stopped and started again under a server that goes on running, and a real browser looks. */
@DisplayName("While the database is away")
class DatabaseAwayBrowserTest {

    @TempDir
    private Path folder;

    @Test
    void a_page_says_so_in_the_language_of_who_asks_and_the_next_request_after_works()
            throws IOException, InterruptedException {
        assumeTrue(PostgresCluster.installed(), "Left out: PostgreSQL is not installed.");
        try (PostgresCluster postgres = PostgresCluster.primary();
                OwnPortal portal = new OwnPortal(folder, Clock.systemUTC(), Settings.none(), postgres.address());
                Chromium chromium = Chromium.start();
                BrowserContext context = chromium.browser().newContext()) {
            String session = portal.signIn(portal.person(
                    "Anna Vu", "anna@example.org", Language.ENGLISH, Role.ADMINISTRATOR, Optional.empty()));
            context.addCookies(List.of(new Cookie("mineban-session", session).setUrl(portal.address("/"))));
            Page page = context.newPage();
            assertThat(open(page, portal, "/fr/people").status()).isEqualTo(200);

            postgres.stop();
            long begin = System.nanoTime();
            Response away = open(page, portal, "/fr/people");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
            assertThat(away.status()).isEqualTo(503);
            assertThat(away.headerValue("retry-after")).isEqualTo("10");
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("fr");
            assertThat(page.locator("main").innerText())
                    .contains("base de données")
                    .doesNotContain("Exception")
                    .doesNotContain("jdbc")
                    .doesNotContain("127.0.0.1");
            // whoever only reads does not notice
            assertThat(portal.get("", "/en/states").statusCode()).isEqualTo(200);
            // a form that is sent meanwhile is not lost in silence
            assertThat(portal.post(session, "/en/account/password", java.util.Map.of(), "x")
                            .statusCode())
                    .isEqualTo(503);
            // programs read the same as data
            var told = portal.get(session, "/api/v1/status?state=UKR");
            assertThat(told.statusCode()).isEqualTo(503);
            assertThat(told.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
            assertThat(told.headers().firstValue("Retry-After")).contains("10");
            assertThat(told.body()).contains("database-away");

            postgres.start();
            assertThat(open(page, portal, "/fr/people").status()).isEqualTo(200);
            assertThat(page.locator("main").innerText()).contains("Anna Vu");
        }
    }

    private static Response open(Page page, OwnPortal portal, String path) {
        return Objects.requireNonNull(page.navigate(portal.address(path)));
    }
}
