package org.mineban.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import mineban.tables.DefaultSchema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mineban.audit.AuditEvent;
import org.mineban.audit.AuditTrail;
import org.mineban.audit.Change;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;
import org.mineban.storage.Database;
import org.mineban.storage.DatabaseAddress;
import org.mineban.storage.Engine;
import org.mineban.storage.FileStore;
import org.mineban.storage.OnBothEngines;
import org.mineban.storage.ReceivedFile;

@DisplayName("A backup")
class BackupTest extends OnBothEngines {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final AuditTrail trail = new AuditTrail();
    private final FileStore files = new FileStore();

    @TempDir
    private Path folder;

    private Path data;
    private Path file;

    @BeforeEach
    void name() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        file = folder.resolve("mineban.zip");
    }

    private Backup backup(Database database) {
        return new Backup(database, trail, data, CLOCK);
    }

    private Restore restore() {
        return new Restore(trail, CLOCK);
    }

    /** Some of everything: texts in many scripts, absent values, numbers beyond 32 bits, a file of two pieces and an empty one. */
    private void fill(Database database) throws IOException {
        byte[] large = new byte[300_000];
        new Random(67).nextBytes(large);
        for (byte[] bytes : List.of(large, new byte[0], "ألغام 地雷".getBytes(StandardCharsets.UTF_8))) {
            try (ReceivedFile received = ReceivedFile.from(new ByteArrayInputStream(bytes), 1_000_000)) {
                database.change(change -> files.keep(change, received));
            }
        }
        database.change(change -> trail.addAll(
                change,
                IntStream.range(0, 700)
                        .mapToObj(number -> new AuditEvent(
                                "program:test",
                                "recorded",
                                "note",
                                "Ünïcode ' \" \\ \n\t " + number,
                                number % 2 == 0 ? Optional.of(new StateCode("OMN")) : Optional.empty(),
                                number % 3 == 0 ? Optional.of("آ 𝄞 \u0001") : Optional.empty(),
                                List.of(new Change("text", Optional.empty(), Optional.of("地雷")))))
                        .toList()));
        database.change(trail::keepDailyHead);
    }

    @ParameterizedTest
    @EnumSource
    void goes_onto_either_engine_and_back_with_the_same_content(Engine from) throws IOException {
        Database database = open(from, CLOCK);
        fill(database);
        Manifest first = backup(database).write(file, "program:test");
        assertThat(backup(database).contentHash()).isEqualTo(first.contentHash());

        Engine other = from == Engine.SQLITE ? Engine.POSTGRESQL : Engine.SQLITE;
        DatabaseAddress there = another(other, "there");
        assertThat(restore().restore(file, there, folder.resolve("there"))).isEqualTo(first);
        Path second = folder.resolve("second.zip");
        try (Database copy = Database.open(there, CLOCK)) {
            Backup ofCopy = new Backup(copy, trail, folder.resolve("there"), CLOCK);
            assertThat(ofCopy.contentHash()).isEqualTo(first.contentHash());
            assertThat(copy.read(trail::verify).fault()).isEmpty();
            assertThat(copy.read(trail::head)).isEqualTo(first.audit());
            ofCopy.write(second, "program:test");
        }

        DatabaseAddress back = another(from, "back");
        Manifest last = restore().restore(second, back, folder.resolve("back"));
        try (Database again = Database.open(back, CLOCK)) {
            assertThat(new Backup(again, trail, data, CLOCK).contentHash()).isEqualTo(last.contentHash());
            String text = again.read(sql -> text(sql, "ألغام 地雷"));
            assertThat(text).isEqualTo("ألغام 地雷");
        }
    }

    private String text(org.jooq.DSLContext sql, String original) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            files.copy(sql, org.mineban.storage.Sha256.of(original), out);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private DatabaseAddress another(Engine engine, String name) throws IOException {
        return engine == Engine.SQLITE
                ? DatabaseAddress.in(Files.createDirectories(folder.resolve(name)))
                : address(Engine.POSTGRESQL);
    }

    @ParameterizedTest
    @EnumSource
    void holds_one_moment_while_others_write(Engine engine) throws Exception {
        Database database = open(engine, Clock.systemUTC());
        fill(database);
        Thread writer = Thread.ofVirtual().start(() -> {
            for (int number = 0; number < 300; number++) {
                database.change(change -> trail.add(
                        change,
                        new AuditEvent(
                                "program:other",
                                "recorded",
                                "note",
                                "x",
                                Optional.empty(),
                                Optional.empty(),
                                List.of())));
            }
        });

        Manifest manifest = backup(database).write(file, "program:test");
        writer.join();

        DatabaseAddress there = another(Engine.SQLITE, "there");
        restore().restore(file, there, folder.resolve("there"));
        try (Database copy = Database.open(there, CLOCK)) {
            assertThat(copy.read(trail::verify).head()).isEqualTo(manifest.audit());
            assertThat(copy.read(trail::verify).fault()).isEmpty();
        }
    }

    @Test
    void covers_every_table_of_the_database_or_says_why_not() {
        Database database = open(Engine.SQLITE, CLOCK);
        Set<String> there = database.read(sql ->
                sql.fetch("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'").stream()
                        .map(row -> row.get(0, String.class).toLowerCase(java.util.Locale.ROOT))
                        .filter(name -> !name.equals("flyway_schema_history"))
                        .filter(name -> !LeftOut.table(name))
                        .collect(Collectors.toCollection(TreeSet::new)));

        assertThat(TableShape.ofThisVersion().stream().map(TableShape::name).toList())
                .as("a table made outside the migrations is in no backup")
                .containsExactlyElementsOf(there);
    }

    @Test
    void leaves_out_only_tables_that_there_are_and_to_which_nothing_kept_refers() {
        List<String> leftOut = LeftOut.allTables();
        Set<String> all = DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
                .map(table -> table.getName())
                .collect(Collectors.toSet());

        assertThat(all).containsAll(leftOut);
        assertThat(DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
                        .filter(table -> !leftOut.contains(table.getName()))
                        .flatMap(table -> table.getReferences().stream())
                        .map(reference -> reference.getKey().getTable().getName()))
                .doesNotContainAnyElementsOf(leftOut);
    }

    @Test
    void is_refused_when_any_byte_of_it_was_changed() throws IOException {
        Database database = open(Engine.SQLITE, CLOCK);
        fill(database);
        backup(database).write(file, "program:test");
        long size = Files.size(file);
        Random random = new Random(32);
        List<Long> places = new ArrayList<>(List.of(0L, 1L, 10L, size - 1, size - 64, size - 65, size - 80));
        random.longs(60, 0, size).forEach(places::add);
        for (long place : places) {
            flip(place);

            assertThatThrownBy(() -> restore().restore(file, another(Engine.SQLITE, "there"), folder.resolve("there")))
                    .as("byte " + place)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem().id()).isIn("backup-damaged", "backup-not-one"));

            flip(place);
        }
        assertThat(DatabaseAddress.in(folder.resolve("there")).file().orElseThrow())
                .doesNotExist();
        try (BackupFile whole = BackupFile.open(file)) {
            whole.checkParts();
        }
    }

    private void flip(long place) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(place);
            int before = open.read();
            open.seek(place);
            open.write(before ^ 4);
        }
    }

    @Test
    void is_refused_when_it_was_cut_and_leaves_the_place_untouched() throws IOException {
        Database database = open(Engine.SQLITE, CLOCK);
        fill(database);
        backup(database).write(file, "program:test");
        byte[] all = Files.readAllBytes(file);
        for (int length : List.of(0, 1, 4, 63, 64, 65, all.length / 2, all.length - 100, all.length - 1)) {
            Files.write(file, Arrays.copyOf(all, length));

            assertThatThrownBy(() -> restore().restore(file, another(Engine.SQLITE, "there"), folder.resolve("there")))
                    .as("cut to " + length)
                    .isInstanceOf(ProblemException.class);
        }
        assertThat(DatabaseAddress.in(folder.resolve("there")).file().orElseThrow())
                .doesNotExist();
    }

    /** A forger can seal a file anew: names and parts are held against the manifest all the same. */
    @Test
    void is_refused_when_parts_are_missing_added_or_exchanged_though_it_was_sealed_anew() throws IOException {
        Database database = open(Engine.SQLITE, CLOCK);
        fill(database);
        backup(database).write(file, "program:test");
        Path forged = folder.resolve("forged.zip");

        for (Forgery forgery : List.<Forgery>of(
                (name, bytes) -> name.startsWith("tables/audit_entry") ? List.of() : List.of(new Part(name, bytes)),
                (name, bytes) -> name.equals(Manifest.ENTRY)
                        ? List.of(new Part("../evil", new byte[3]), new Part(name, bytes))
                        : List.of(new Part(name, bytes)),
                (name, bytes) -> name.startsWith("tables/audit_entry")
                        ? List.of(new Part(name, new byte[bytes.length]))
                        : List.of(new Part(name, bytes)),
                (name, bytes) -> name.startsWith("tables/audit_entry")
                        ? List.of(new Part(name, Arrays.copyOf(bytes, bytes.length + 10_000_000)))
                        : List.of(new Part(name, bytes)),
                (name, bytes) -> name.equals(Manifest.ENTRY)
                        ? List.of(new Part(
                                name,
                                new String(bytes, StandardCharsets.UTF_8)
                                        .replace("\"schema\" : \"", "\"schema\" : \"1")
                                        .getBytes(StandardCharsets.UTF_8)))
                        : List.of(new Part(name, bytes)))) {
            forge(forged, forgery);

            assertThatThrownBy(
                            () -> restore().restore(forged, another(Engine.SQLITE, "there"), folder.resolve("there")))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem().id()).isEqualTo("backup-damaged"));
        }
        assertThat(DatabaseAddress.in(folder.resolve("there")).file().orElseThrow())
                .doesNotExist();
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Part(String name, byte[] bytes) {}

    private interface Forgery {
        List<Part> of(String name, byte[] bytes);
    }

    private void forge(Path forged, Forgery forgery) throws IOException {
        SealedFile.Sealing sealing = new SealedFile.Sealing(Files.newOutputStream(forged));
        try (ZipFile from = new ZipFile(file.toFile());
                ZipOutputStream to = new ZipOutputStream(sealing)) {
            to.setComment(SealedFile.NOT_SEALED_YET);
            for (ZipEntry entry : from.stream().toList()) {
                for (Part part :
                        forgery.of(entry.getName(), from.getInputStream(entry).readAllBytes())) {
                    to.putNextEntry(new ZipEntry(part.name()));
                    to.write(part.bytes());
                    to.closeEntry();
                }
            }
        }
        SealedFile.seal(forged, sealing.seal());
    }

    @Test
    void of_a_later_version_is_refused() throws IOException {
        Database database = open(Engine.SQLITE, CLOCK);
        Manifest ours = backup(database).write(file, "program:test");
        Manifest later =
                new Manifest("9.9", ours.madeAt(), "9999", ours.tables(), ours.folder(), ours.leftOut(), ours.audit());
        Path newer = folder.resolve("newer.zip");
        forge(newer, (name, bytes) -> List.of(new Part(name, name.equals(Manifest.ENTRY) ? later.write() : bytes)));

        assertThatThrownBy(() -> BackupFile.open(newer))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().id()).isEqualTo("backup-newer"));
    }

    /** Version 3 is the first that can make a backup; what later migrations add is added after the restore. */
    @ParameterizedTest
    @EnumSource
    void of_an_earlier_version_is_put_back_and_brought_up_to_date(Engine engine) throws IOException {
        Manifest made;
        try (Database earlier = Database.openAt(DatabaseAddress.in(folder.resolve("earlier")), CLOCK, "3")) {
            fill(earlier);
            Set<String> tables =
                    earlier.read(sql -> Set.copyOf(sql.fetch("select name from sqlite_master where type = 'table'")
                            .getValues(0, String.class)));
            List<TableShape> shapes = TableShape.ofThisVersion().stream()
                    .filter(shape -> tables.contains(shape.name()))
                    .toList();
            made = new Backup(earlier, trail, data, CLOCK, shapes).write(file, "program:test");
        }
        assertThat(made.schema()).isEqualTo("3");
        assertThat(Database.later(Database.newestSchema(), "3")).isTrue();

        DatabaseAddress there = another(engine, "there");
        restore().restore(file, there, folder.resolve("there"));

        try (Database now = Database.openAsItIs(there, CLOCK)) {
            assertThat(now.schema()).isEqualTo(Database.newestSchema());
            assertThat(now.read(trail::verify).fault()).isEmpty();
            assertThat(now.read(trail::head)).isEqualTo(made.audit());
        }

        assertThatThrownBy(() -> restore().restore(file, there, folder.resolve("there")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().id()).isEqualTo("restore-migrated"));
    }

    @Test
    void is_no_other_file() throws IOException {
        Path text = Files.writeString(folder.resolve("letter.txt"), "Dear Sir or Madam,");
        Path zip = folder.resolve("other.zip");
        SealedFile.Sealing sealing = new SealedFile.Sealing(Files.newOutputStream(zip));
        try (ZipOutputStream out = new ZipOutputStream(sealing)) {
            out.setComment(SealedFile.NOT_SEALED_YET);
            out.putNextEntry(new ZipEntry("a"));
        }
        SealedFile.seal(zip, sealing.seal());

        for (Path other : List.of(text, zip)) {
            assertThatThrownBy(() -> BackupFile.open(other))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem().id()).isEqualTo("backup-not-one"));
        }
        assertThatThrownBy(() -> BackupFile.open(folder.resolve("nothing")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().id()).isEqualTo("backup-not-found"));
    }

    @ParameterizedTest
    @EnumSource
    void goes_into_no_database_that_holds_something(Engine engine) throws IOException {
        Database database = open(Engine.SQLITE, CLOCK);
        fill(database);
        backup(database).write(file, "program:test");
        DatabaseAddress there = another(engine, "there");
        String before;
        try (Database used = Database.open(there, CLOCK)) {
            used.change(trail::keepDailyHead);
            before = new Backup(used, trail, data, CLOCK).contentHash();
        }

        assertThatThrownBy(() -> restore().restore(file, there, folder.resolve("there")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().id()).isEqualTo("restore-not-empty"));

        try (Database used = Database.open(there, CLOCK)) {
            assertThat(new Backup(used, trail, data, CLOCK).contentHash()).isEqualTo(before);
        }
    }

    @Test
    void never_takes_the_place_of_a_file_and_leaves_none_behind_when_it_fails() throws IOException {
        Database database = open(Engine.SQLITE, CLOCK);
        Files.writeString(file, "something else");

        assertThatThrownBy(() -> backup(database).write(file, "program:test"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().id()).isEqualTo("backup-file-exists"));
        assertThatThrownBy(() -> backup(database).write(folder.resolve("no/such/folder.zip"), "program:test"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().id()).isEqualTo("file-not-written"));

        assertThat(Files.readString(file)).isEqualTo("something else");
        try (var left = Files.list(folder)) {
            assertThat(left.filter(one -> one.toString().endsWith(".part"))).isEmpty();
        }
    }

    @Test
    void is_read_by_its_owner_only_and_so_is_a_new_data_folder() throws IOException {
        backup(open(Engine.SQLITE, CLOCK)).write(file, "program:test");
        Path there = folder.resolve("there");
        restore().restore(file, DatabaseAddress.in(there), there);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(there)))
                .isEqualTo("rwx------");
    }

    @Test
    void holds_mended_texts_and_settings_but_no_secret_and_no_key() throws IOException {
        Database database = open(Engine.SQLITE, CLOCK);
        Files.createDirectories(data.resolve("translations"));
        Files.writeString(data.resolve("translations/ru.csv"), "key,text,state,by,on,source_hash\n");
        Files.writeString(data.resolve("settings.properties"), """
                # mail.password=in-a-comment
                mail.host=mail.example
                mail.password=hunter2
                database.url=jdbc:postgresql://db/mineban?password=hunter3
                """);
        Files.writeString(data.resolve("keys"), "hunter4");

        backup(database).write(file, "program:test");

        try (ZipFile zip = new ZipFile(file.toFile())) {
            StringBuilder all = new StringBuilder();
            for (ZipEntry entry : zip.stream().toList()) {
                all.append(entry.getName())
                        .append('\n')
                        .append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
            assertThat(all.toString())
                    .contains("folder/translations/ru.csv", "mail.host=mail.example", "key-file")
                    .doesNotContain("hunter", "in-a-comment");
        }
        Path there = folder.resolve("there");
        restore().restore(file, another(Engine.SQLITE, "there"), there);
        assertThat(there.resolve("translations/ru.csv")).hasContent("key,text,state,by,on,source_hash");
        assertThat(there.resolve("settings.properties")).doesNotExist();
        assertThat(there.resolve("settings-from-backup.properties")).hasContent("mail.host=mail.example");
    }

    @Test
    void is_made_by_plan_and_old_ones_go_by_rule_but_never_before_the_new_one_is_whole() throws IOException {
        Database database = open(Engine.SQLITE, CLOCK);
        Path plan = folder.resolve("plan");
        BackupSchedule schedule = new BackupSchedule(backup(database), plan, new Retention(2, 0, 0));
        Files.createDirectories(plan);
        Files.writeString(plan.resolve("notes.txt"), "not ours");

        for (int day = 0; day < 4; day++) {
            schedule.run(NOW.plus(Duration.ofDays(day)));
        }
        assertThat(BackupSchedule.made(plan).keySet())
                .containsExactly(NOW.plus(Duration.ofDays(2)), NOW.plus(Duration.ofDays(3)));
        assertThat(plan.resolve("notes.txt")).exists();

        // the second of this moment fails, so nothing may go
        BackupSchedule strict = new BackupSchedule(backup(database), plan, new Retention(0, 0, 0));
        assertThatThrownBy(() -> strict.run(NOW.plus(Duration.ofDays(3)))).isInstanceOf(ProblemException.class);
        assertThat(BackupSchedule.made(plan)).hasSize(2);
    }
}
