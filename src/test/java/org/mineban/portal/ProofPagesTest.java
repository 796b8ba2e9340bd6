package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mineban.accounts.Role;
import org.mineban.kernel.Language;
import org.mineban.mail.TestClock;
import org.mineban.platform.Settings;

/** An unlocked computer must not be enough to take an account over for good (OWASP ASVS 5.0, 7.5.1). */
@DisplayName("Changing how one signs in")
class ProofPagesTest {

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock("2026-11-24T09:00:00Z");
    private OwnPortal portal;
    private String session;

    @BeforeEach
    void start() {
        portal = new OwnPortal(folder, clock, Settings.none());
        session = portal.signIn(
                portal.person("Anna Vu", "anna@example.org", Language.ENGLISH, Role.ADMINISTRATOR, Optional.empty()));
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) {
        return portal.post(session, "/en/account", path, fields);
    }

    private static String to(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"begin-code", "begin-passkey", "recovery", "remove"})
    void asks_again_who_it_is_after_ten_minutes(String what) {
        Map<String, String> fields = Map.of("factor", "019a0000-0000-7000-8000-000000000000");
        HttpResponse<String> fresh = post("/en/account/factors/" + what, fields);
        assertThat(fresh.headers().firstValue("Location").orElse("")).doesNotContain("proof");

        clock.move(Duration.ofMinutes(11));
        assertThat(to(post("/en/account/factors/" + what, fields))).isEqualTo("/en/account/proof");
    }

    @Test
    void goes_on_once_the_password_is_given() {
        clock.move(Duration.ofMinutes(11));
        HttpResponse<String> page = portal.get(session, "/en/account/proof");
        assertThat(page.body()).contains("Show again that it is you").contains("name=\"present\"");

        HttpResponse<String> wrong = post("/en/account/proof", Map.of("present", "not it"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("The present password is not right");
        assertThat(to(post("/en/account/factors/begin-code", Map.of()))).isEqualTo("/en/account/proof");

        String back = to(post("/en/account/proof", Map.of("present", "ferry lantern oboe gravel Anna Vu")));
        assertThat(portal.get(session, back).body()).contains("Now choose once more what you wanted to change");
        assertThat(post("/en/account/factors/begin-code", Map.of()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void is_refused_to_who_guesses_the_password_of_an_open_session() {
        clock.move(Duration.ofMinutes(11));
        for (int i = 0; i < 6; i++) {
            post("/en/account/proof", Map.of("present", "guess " + i));
        }
        assertThat(post("/en/account/proof", Map.of("present", "ferry lantern oboe gravel Anna Vu"))
                        .body())
                .contains("There were too many failures");
    }
}
