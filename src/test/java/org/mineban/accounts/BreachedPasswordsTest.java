package org.mineban.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mineban.kernel.ProblemException;
import org.mineban.platform.CheckResult;
import org.mineban.platform.Setting;
import org.mineban.platform.Settings;

@DisplayName("A password known from breaches")
class BreachedPasswordsTest {

    private static final BreachedPasswords SHORT_LIST = BreachedPasswords.of(Settings.none());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"1q2w3e4r5t6y7u8i9o0p", "1Q2W3E4R5T6Y7U8I9O0P", "123456789987654321"})
    void stands_in_the_list_of_the_program_in_whatever_case(String password) {
        assertThat(SHORT_LIST.find(password)).contains(new BreachedPasswords.Known.Itself(OptionalLong.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "dragondragondragon, dragon",
        "Dragon1!Dragon1!Dragon1!, dragon",
        "...Dragon-dragon-DRAGON...2026, dragon",
        "passwordpassword1, password",
        "qwerty123qwerty123, qwerty123",
    })
    void is_one_listed_word_repeated_or_with_digits_and_signs_about_it(String password, String word) {
        assertThat(SHORT_LIST.find(password)).contains(new BreachedPasswords.Known.Varied(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ferry lantern oboe gravel", "dragon ferry dragon oboe", "love 7319 0482 6655 1937 2846"})
    void is_not_one_of_several_words_or_of_many_digits(String password) {
        assertThat(SHORT_LIST.find(password)).isEmpty();
    }

    @Test
    void is_refused_with_the_reason() {
        Passwords passwords = new Passwords(SHORT_LIST);

        assertThatThrownBy(() -> passwords.check("Dragon1!Dragon1!Dragon1!", "Anna", "anna@example.org"))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().id()).isEqualTo("password-varied");
                    assertThat(refused.problem().values()).isEqualTo(Map.of("word", "dragon"));
                });
    }

    /** The form of the files that haveibeenpwned.com gives out: upper case, sorted, a colon and a count, lines end as in Windows. */
    private static SortedMap<String, Integer> hashes() throws GeneralSecurityException {
        SortedMap<String, Integer> rows = new TreeMap<>();
        for (int i = 0; i < 3000; i++) {
            rows.put(sha1("some other password " + i), i + 1);
        }
        rows.put(sha1("ferry lantern oboe gravel"), 4711);
        return rows;
    }

    private static String sha1(String text) throws GeneralSecurityException {
        return HexFormat.of()
                .withUpperCase()
                .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Settings set(Path list) {
        return Settings.of(Map.of(Setting.PASSWORDS_BREACHED, list.toString()));
    }

    private static CheckResult told(Path list) {
        return BreachedPasswords.check(set(list)).look().getFirst();
    }

    @Test
    void stands_in_the_whole_list_in_one_file() throws IOException, GeneralSecurityException {
        Path list = folder.resolve("pwned-passwords-sha1-ordered-by-hash.txt");
        StringBuilder text = new StringBuilder();
        hashes().forEach((hash, count) ->
                text.append(hash).append(':').append(count).append("\r\n"));
        Files.writeString(list, text);
        BreachedPasswords breached = BreachedPasswords.of(set(list));

        for (int i = 0; i < 3000; i++) {
            assertThat(breached.find("some other password " + i))
                    .contains(new BreachedPasswords.Known.Itself(OptionalLong.of(i + 1)));
            assertThat(breached.find("nobody has had this " + i)).isEmpty();
        }
        assertThat(breached.find("ferry lantern oboe gravel"))
                .contains(new BreachedPasswords.Known.Itself(OptionalLong.of(4711)));
        assertThat(told(list).id()).isEqualTo("passwords-list");
        assertThat(told(list).level()).isEqualTo(CheckResult.Level.FINE);
    }

    @Test
    void stands_in_the_whole_list_in_one_file_for_each_first_five_signs() throws IOException, GeneralSecurityException {
        SortedMap<String, Integer> all = hashes();
        // of the hash of “password”, by its first signs: 5BAA6
        all.put("5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8", 9_659_365);
        for (Map.Entry<String, Integer> row : all.entrySet()) {
            Files.writeString(
                    folder.resolve(row.getKey().substring(0, 5) + ".txt"),
                    row.getKey().substring(5) + ":" + row.getValue() + "\r\n",
                    java.nio.file.StandardOpenOption.CREATE,
                    java.nio.file.StandardOpenOption.APPEND);
        }
        Files.writeString(folder.resolve("00000.txt"), "0005AD76BD555C1D6D771DE417A4B87E4B4:10\r\n");
        BreachedPasswords breached = BreachedPasswords.of(set(folder));

        assertThat(breached.find("ferry lantern oboe gravel"))
                .contains(new BreachedPasswords.Known.Itself(OptionalLong.of(4711)));
        assertThat(breached.find("some other password 77"))
                .contains(new BreachedPasswords.Known.Itself(OptionalLong.of(78)));
        assertThat(told(folder).id()).isEqualTo("passwords-list");
    }

    @Test
    void is_not_missed_by_silence_when_the_list_is_gone_or_something_else() throws IOException {
        Path list = folder.resolve("list.txt");
        assertThat(told(list).id()).isEqualTo("passwords-list-missing");
        Files.writeString(list, "password\nqwerty\n");
        assertThat(told(list).id()).isEqualTo("passwords-list-unreadable");
        assertThat(told(list).level()).isEqualTo(CheckResult.Level.WRONG);
        // the short list still counts
        assertThat(BreachedPasswords.of(set(list)).find("dragondragondragon")).isPresent();
        assertThat(BreachedPasswords.check(Settings.none()).look().getFirst().id())
                .isEqualTo("passwords-short-list");
    }
}
