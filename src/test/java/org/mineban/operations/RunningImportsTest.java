package org.mineban.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mineban.accounts.Access;
import org.mineban.accounts.PermissionTable;
import org.mineban.audit.AuditTrail;
import org.mineban.exchange.ReadingChoices;
import org.mineban.kernel.StateCode;
import org.mineban.storage.Database;
import org.mineban.storage.Engine;
import org.mineban.storage.OnBothEngines;

@DisplayName("Imports that run by themselves")
class RunningImportsTest extends OnBothEngines {

    private static final StateCode XAA = new StateCode("XAA");
    private static final Actor OFFICE = Actor.program("test");

    @TempDir
    private Path files;

    private ImportRequest request(String name, String header, int rows) throws IOException {
        StringBuilder text = new StringBuilder(header + "\n");
        for (int i = 0; i < rows; i++) {
            text.append("H-" + i + ",SHA,OPEN,AP_MINE,1000,2010-01-01,North\n");
        }
        Path file = files.resolve(name);
        Files.writeString(file, text);
        return new ImportRequest(
                XAA,
                ImportKind.HAZARDS,
                file,
                name,
                Optional.empty(),
                ReadingChoices.NONE,
                LocalDate.of(2026, 11, 24),
                Repairs.NONE);
    }

    private static RegisterImport imports(Database database) {
        return new RegisterImport(database, new AuditTrail(), new Access(new PermissionTable()), new Dictionary());
    }

    private static RunningImports.Started ended(RunningImports running, RunningImports.Started started)
            throws InterruptedException {
        for (long end = System.nanoTime() + Duration.ofMinutes(2).toNanos(); System.nanoTime() < end; ) {
            RunningImports.Started now = running.get(OFFICE, XAA, started.id());
            if (now.status() != RunningImports.Status.RUNNING) {
                return now;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("It does not end.");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void can_be_left_and_found_again(Engine engine) throws IOException, InterruptedException {
        Database database = open(engine);
        RegisterImport imports = imports(database);
        try (RunningImports running = new RunningImports(database, imports)) {
            ImportRequest request =
                    request("a.csv", "code,class,status,contamination,area_stated_m2,discovered_on,admin1", 2_500);
            RunningImports.Started started = running.start(OFFICE, request, "0");
            RunningImports.Started ended = ended(running, started);

            assertThat(ended.status()).isEqualTo(RunningImports.Status.DONE);
            assertThat(ended.batch()).contains(1L);
            assertThat(imports.batches(OFFICE, XAA, 5))
                    .singleElement()
                    .satisfies(batch -> assertThat(batch.created()).isEqualTo(2_500));
            assertThat(request.file()).as("the copy it read").doesNotExist();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void write_nothing_when_they_are_stopped(Engine engine) throws IOException, InterruptedException {
        Database database = open(engine);
        RegisterImport imports = imports(database);
        try (RunningImports running = new RunningImports(database, imports)) {
            RunningImports.Started started = running.start(
                    OFFICE,
                    request("a.csv", "code,class,status,contamination,area_stated_m2,discovered_on,admin1", 60_000),
                    "0");
            while (running.get(OFFICE, XAA, started.id())
                    .progress()
                    .filter(one -> one.written() >= 2_000)
                    .isEmpty()) {
                Thread.sleep(5);
            }
            running.cancel(OFFICE, XAA, started.id());

            assertThat(ended(running, started).status()).isEqualTo(RunningImports.Status.CANCELLED);
            assertThat(imports.batches(OFFICE, XAA, 5)).isEmpty();
            assertThat(new Register(database, new AuditTrail(), new Access(new PermissionTable()))
                            .list(OFFICE, XAA, Kind.HAZARD, RegisterQuery.all(5)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void understand_columns_as_they_were_saved_for_the_same_headers(Engine engine) throws IOException {
        RegisterImport imports = imports(open(engine));
        String header = "code,class,status,contamination,area_stated_m2,discovered_on,Bailiwick";
        ImportRequest first = request("first.csv", header, 2);
        assertThat(imports.preview(OFFICE, first).columns().getLast().target()).isEmpty();

        imports.saveMapping(OFFICE, first, "ours", Map.of("Bailiwick", "admin1"));

        ImportResult next = imports.preview(OFFICE, request("next.csv", header, 3));
        assertThat(next.profiles()).containsExactly("ours");
        assertThat(next.columns().getLast().target()).contains("admin1");
        assertThat(imports.preview(OFFICE, request("other.csv", header.replace("Bailiwick", "Shire"), 1))
                        .columns()
                        .getLast()
                        .target())
                .isEmpty();
    }
}
