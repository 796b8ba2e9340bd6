package org.mineban.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.kernel.ProblemException;

@DisplayName("Settings")
class SettingsTest {

    @TempDir
    private Path folder;

    @Test
    void come_from_the_file_and_from_the_environment_which_goes_first() throws IOException {
        Files.writeString(folder.resolve("settings.properties"), "mail.host=a.example\nmail.port=587\nmail.user=\n");

        Settings settings = Settings.read(folder, Map.of("MINEBAN_MAIL_HOST", "b.example", "MINEBAN_DATA", "/x"));

        assertThat(settings.find(Setting.MAIL_HOST)).contains("b.example");
        assertThat(settings.find(Setting.MAIL_PORT)).contains("587");
        assertThat(settings.find(Setting.MAIL_USER)).isEmpty();
        assertThat(settings.find(Setting.DATABASE_URL)).isEmpty();
    }

    @Test
    void refuse_a_name_that_no_setting_has_in_the_file_and_in_the_environment() throws IOException {
        Files.writeString(folder.resolve("settings.properties"), "mail.hots=a.example\n");

        assertThatThrownBy(() -> Settings.read(folder, Map.of()))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().id()).isEqualTo("unknown-setting");
                    assertThat(refused.problem().values()).containsEntry("value", "mail.hots");
                });
        Files.delete(folder.resolve("settings.properties"));
        assertThatThrownBy(() -> Settings.read(folder, Map.of("MINEBAN_MAIL_HOTS", "a.example")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().values()).containsEntry("value", "MINEBAN_MAIL_HOTS"));
    }

    @Test
    void refuse_a_file_that_is_not_text_in_utf_8() throws IOException {
        Files.write(folder.resolve("settings.properties"), new byte[] {'a', '=', (byte) 0xff, (byte) 0xfe});

        assertThatThrownBy(() -> Settings.read(folder, Map.of()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().id()).isEqualTo("settings-unreadable"));
    }

    @Test
    void never_show_a_value() {
        Settings settings = Settings.of(Map.of(Setting.DATABASE_PASSWORD, "secret-word"));

        assertThat(settings.toString()).doesNotContain("secret-word");
    }
}
