package org.mineban.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.kernel.ProblemException;

@DisplayName("Keys")
class KeyringTest {

    private static final byte[] SECRET = "who the victim is".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void open_what_they_sealed_for_its_place_only_and_unchanged_only() {
        Keyring keys = Keyring.open(folder.resolve("keys"), false);
        String sealed = keys.seal(SECRET, "victim/1");

        assertThat(keys.open(sealed, "victim/1")).isEqualTo(SECRET);
        assertThat(keys.seal(SECRET, "victim/1")).isNotEqualTo(sealed);
        refused("keys-do-not-fit", () -> keys.open(sealed, "victim/2"));
        char last = sealed.charAt(20);
        String changed = sealed.substring(0, 20) + (last == 'A' ? 'B' : 'A') + sealed.substring(21);
        refused("keys-do-not-fit", () -> keys.open(changed, "victim/1"));
    }

    @Test
    void of_before_still_open_after_a_new_one_was_added() {
        Keyring before = Keyring.open(folder.resolve("keys"), false);
        String sealed = before.seal(SECRET, "x");

        Keyring after = before.rotated();

        assertThat(after.ids()).hasSize(2).containsAll(before.ids());
        assertThat(after.open(sealed, "x")).isEqualTo(SECRET);
        String fresh = after.seal(SECRET, "x");
        refused("keys-do-not-fit", () -> before.open(fresh, "x"));
        assertThat(Keyring.open(folder.resolve("keys"), true).open(fresh, "x")).isEqualTo(SECRET);
    }

    @Test
    void are_kept_from_others_and_never_made_anew_where_something_is_sealed() throws IOException {
        Path file = folder.resolve("keys");
        refused("keys-missing", () -> Keyring.open(file, true));
        assertThat(file).doesNotExist();

        Keyring keys = Keyring.open(file, false);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(keys.readableByOthers()).isFalse();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(keys.readableByOthers()).isTrue();
        Files.writeString(file, "k1=notakey\n");
        refused("keys-unreadable", () -> Keyring.open(file, true));
    }

    private static void refused(String id, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().id()).isEqualTo(id));
    }
}
