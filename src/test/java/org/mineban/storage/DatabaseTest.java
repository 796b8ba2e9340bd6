package org.mineban.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
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

    /** Those who wait together share one commit: one that fails must not take the others' work with it, nor leave its own. */
    @ParameterizedTest
    @EnumSource
    void keeps_each_of_many_at_once_but_those_that_fail(Engine engine) {
        Database database = openWithNotes(engine);
        CountDownLatch start = new CountDownLatch(1);
        AtomicInteger refused = new AtomicInteger();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 120)
                    .forEach(number -> writers.execute(() -> {
                        awaitStart(start);
                        try {
                            database.change(change -> {
                                change.sql()
                                        .insertInto(NOTES)
                                        .values("writer " + number, "first")
                                        .execute();
                                if (number % 3 == 0) {
                                    throw new IllegalArgumentException("on purpose");
                                }
                                if (number % 3 == 1) {
                                    change.sql()
                                            .insertInto(NOTES)
                                            .values("writer " + number, "again, which the key forbids")
                                            .execute();
                                }
                            });
                            assertThat(kept(database, "writer " + number)).contains("first");
                        } catch (IllegalArgumentException | IllegalStateException expected) {
                            assertThat(kept(database, "writer " + number)).isEmpty();
                            refused.incrementAndGet();
                        }
                    }));
            start.countDown();
        }

        assertThat(refused).hasValue(80);
        assertThat(database.<Integer>read(sql -> sql.fetchCount(NOTES))).isEqualTo(40);
    }

    @Test
    void tells_each_of_those_who_wrote_together_when_the_disk_was_full() {
        Database database = openWithNotes(Engine.SQLITE);
        database.change(change -> change.sql().execute("pragma max_page_count = 200"));
        CountDownLatch start = new CountDownLatch(1);
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        Set<String> told = ConcurrentHashMap.newKeySet();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 60)
                    .forEach(number -> writers.execute(() -> {
                        awaitStart(start);
                        try {
                            keep(database, "writer " + number, "x".repeat(number % 10 == 0 ? 2_000_000 : 100));
                            acknowledged.add("writer " + number);
                        } catch (ProblemException refused) {
                            told.add(refused.problem().id());
                        }
                    }));
            start.countDown();
        }

        assertThat(told).containsExactly("disk-full");
        Set<String> kept = database.read(sql -> sql.select(NAME).from(NOTES).fetchSet(NAME));
        assertThat(kept).isEqualTo(acknowledged);
    }

    @Test
    void refuses_a_change_inside_a_change_rather_than_waiting_for_itself() {
        Database database = openWithNotes(Engine.SQLITE);

        assertThatThrownBy(() -> database.change(change -> keep(database, "inside", "lost")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("inside another");

        keep(database, "after", "kept");
        assertThat(kept(database, "after")).contains("kept");
    }

    @Test
    void goes_on_by_itself_when_the_server_was_away() throws Exception {
        assumeTrue(PostgresCluster.installed(), "PostgreSQL is not installed: apt-get install postgresql-15");
        try (PostgresCluster server = PostgresCluster.primary();
                Database database = Database.open(server.address(), Clock.systemUTC())) {
            makeNotes(database);
            keep(database, "before", "kept");
            server.stop();

            assertThatThrownBy(() -> keep(database, "meanwhile", "not kept"))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem().id()).isEqualTo("database-away"));
            assertThatThrownBy(() -> kept(database, "before"))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem().id()).isEqualTo("database-away"));

            server.start();
            keepWhenItIsBack(database);
            assertThat(kept(database, "before")).contains("kept");
            assertThat(kept(database, "after")).contains("kept");
        }
    }

    /** The server answers a little later than its start says. */
    private static void keepWhenItIsBack(Database database) throws InterruptedException {
        Instant patience = Instant.now().plusSeconds(20);
        while (true) {
            try {
                keep(database, "after", "kept");
                return;
            } catch (ProblemException away) {
                if (Instant.now().isAfter(patience)) {
                    throw away;
                }
                Thread.sleep(100);
            }
        }
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
