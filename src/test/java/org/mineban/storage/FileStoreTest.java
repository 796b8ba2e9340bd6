package org.mineban.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import org.jooq.DSLContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mineban.kernel.ProblemException;

@DisplayName("A file that people bring")
class FileStoreTest extends OnBothEngines {

    private static final int PIECE = 256 * 1024;

    private final FileStore files = new FileStore();

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private StoredFile keep(Database database, byte[] bytes) throws IOException {
        try (ReceivedFile received = ReceivedFile.from(new ByteArrayInputStream(bytes), 10 * PIECE)) {
            return database.write(change -> files.keep(change, received));
        }
    }

    private byte[] copy(DSLContext sql, String sha256) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            files.copy(sql, sha256, out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @EnumSource
    void comes_out_as_it_went_in_whatever_its_length(Engine engine) throws IOException {
        Database database = open(engine);
        for (int length : List.of(0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE)) {
            byte[] bytes = bytes(length);

            StoredFile kept = keep(database, bytes);

            assertThat(kept.sizeBytes()).isEqualTo(length);
            assertThat(kept.sha256()).isEqualTo(Sha256.of(bytes));
            byte[] out = database.read(sql -> copy(sql, kept.sha256()));
            assertThat(out).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @EnumSource
    void is_kept_once_however_often_it_is_brought(Engine engine) throws IOException {
        Database database = open(engine);

        StoredFile first = keep(database, bytes(PIECE + 5));

        assertThat(keep(database, bytes(PIECE + 5))).isEqualTo(first);
        assertThat(database.<Object>read(sql -> sql.fetchValue("select count(*) from stored_file_piece"))
                        .toString())
                .isEqualTo("2");
    }

    @ParameterizedTest
    @EnumSource
    void is_not_given_out_when_a_byte_of_it_was_changed(Engine engine) throws IOException {
        Database database = open(engine);
        StoredFile kept = keep(database, bytes(PIECE + 5));
        database.change(change -> change.sql().execute("delete from stored_file_piece where place = 1"));

        assertThatThrownBy(() -> database.read(sql -> copy(sql, kept.sha256())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not those that were brought");
    }

    @ParameterizedTest
    @EnumSource
    void is_refused_when_it_is_larger_than_allowed(Engine engine) {
        open(engine);

        assertThatThrownBy(() -> ReceivedFile.from(new ByteArrayInputStream(bytes(1000)), 999))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().id()).isEqualTo("file-too-large"));
    }
}
