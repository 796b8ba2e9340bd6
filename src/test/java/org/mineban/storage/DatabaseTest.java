package org.mineban.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;

@DisplayName("The database")
class DatabaseTest extends OnBothEngines {

    /** A table of the test's own. */
    private static final Table<?> NOTES = DSL.table(DSL.name("note"));

    private static final Field<String> NAME = DSL.field(DSL.name("name"), String.class);
    private static final Field<String> CONTENT = DSL.field(DSL.name("content"), String.class);

    private Database openWithNotes(Engine engine) {
        Database database = open(engine);
        makeNotes(database);
        return database;
    }

    private static void makeNotes(Database database) {
        database.change(change -> change.sql().execute("create table note (name text primary key, content text)"));
    }

    @ParameterizedTest
    @EnumSource
    void keeps_what_was_written_and_has_it_after_it_is_opened_again(Engine engine) {
        DatabaseAddress address = address(engine);
        try (Database database = Database.open(address, Clock.systemUTC())) {
            makeNotes(database);
            keep(database, "greeting", "ألغام 地雷 мины");
        }

        try (Database database = Database.open(address, Clock.systemUTC())) {
            assertThat(kept(database, "greeting")).contains("ألغام 地雷 мины");
        }
    }

    @ParameterizedTest
    @EnumSource
    void keeps_nothing_of_a_change_that_fails(Engine engine) {
        Database database = openWithNotes(engine);

        assertThatThrownBy(() -> database.change(change -> {
                    change.sql().insertInto(NOTES).values("half", "written").execute();
                    throw new IllegalArgumentException("in the middle");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(kept(database, "half")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void takes_200_writers_at_once_and_loses_none(Engine engine) {
        Database database = openWithNotes(engine);
        CountDownLatch start = new CountDownLatch(1);
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 200)
                    .forEach(number -> writers.execute(() -> {
                        awaitStart(start);
                        keep(database, "writer " + number, "was here");
                    }));
            start.countDown();
        }

        assertThat(database.<Integer>read(sql -> sql.fetchCount(NOTES))).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void lets_a_reader_see_one_moment_while_others_write(Engine engine) {
        Database database = openWithNotes(engine);
        keep(database, "first", "before");

        int[] seen = database.read(sql -> {
            int before = sql.fetchCount(NOTES);
            keep(database, "second", "meanwhile");
            return new int[] {before, sql.fetchCount(NOTES)};
        });

        assertThat(seen).containsExactly(1, 1);
        assertThat(database.<Integer>read(sql -> sql.fetchCount(NOTES))).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void refuses_to_write_where_only_reading_was_asked(Engine engine) {
        Database database = openWithNotes(engine);

        assertThatThrownBy(() -> database.read(
                        sql -> sql.insertInto(NOTES).values("by a reader", "no").execute()))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource
    void says_that_a_later_version_has_changed_it(Engine engine) {
        DatabaseAddress address = address(engine);
        try (Database database = Database.open(address, Clock.systemUTC())) {
            database.change(change -> change.sql()
                    .execute("insert into flyway_schema_history (installed_rank, version, description, type, script,"
                            + " checksum, installed_by, execution_time, success)"
                            + " values (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'x', 1, true)"));
        }

        assertThatThrownBy(() -> Database.open(address, Clock.systemUTC()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().id()).isEqualTo("database-newer"));
    }

    @Test
    void says_that_a_server_is_not_reached_and_never_shows_the_password() {
        DatabaseAddress nowhere = DatabaseAddress.postgresql(
                "jdbc:postgresql://127.0.0.1:1/mineban?password=secret", Optional.of("someone"), Optional.of("secret"));

        assertThatThrownBy(() -> Database.open(nowhere, Clock.systemUTC()))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().id()).isEqualTo("database-not-reached");
                    assertThat(refused.problem().values().toString())
                            .contains("jdbc:postgresql://127.0.0.1:1/mineban")
                            .doesNotContain("secret");
                });
    }

    @Test
    void refuses_an_address_of_another_kind_of_database() {
        assertThatThrownBy(() ->
                        DatabaseAddress.postgresql("jdbc:mysql://host/mineban", Optional.empty(), Optional.empty()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().id()).isEqualTo("database-address"));
    }

    @Test
    void says_that_the_disk_is_full_goes_on_reading_and_writes_again_when_there_is_room() {
        Database database = openWithNotes(Engine.SQLITE);
        keep(database, "before", "kept");
        database.change(change -> change.sql().execute("pragma max_page_count = 60"));

        assertThatThrownBy(() -> keep(database, "too much", "x".repeat(1_000_000)))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().id()).isEqualTo("disk-full");
                    assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
                });
        assertThat(kept(database, "before")).contains("kept");

        database.change(change -> change.sql().execute("pragma max_page_count = 100000"));
        keep(database, "too much", "x".repeat(1_000_000));
        assertThat(kept(database, "too much")).isPresent();
    }

    private static void awaitStart(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void keep(Database database, String name, String content) {
        database.change(
                change -> change.sql().insertInto(NOTES).values(name, content).execute());
    }

    private static Optional<String> kept(Database database, String name) {
        return database.read(
                sql -> sql.select(CONTENT).from(NOTES).where(NAME.eq(name)).fetchOptional(CONTENT));
    }
}
