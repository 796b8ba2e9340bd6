package org.mineban.backup;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mineban.audit.AuditTrail;
import org.mineban.kernel.ProblemException;
import org.mineban.platform.Check;
import org.mineban.platform.CheckResult;
import org.mineban.platform.Setting;
import org.mineban.platform.Settings;
import org.mineban.storage.Database;
import org.mineban.storage.DatabaseAddress;

/** Looks through everything that can be wrong with an installation. It changes nothing, and goes on when something does not answer. */
public final class Doctor {

    private final Clock clock;
    private final Path dataFolder;
    private final AuditTrail trail;
    private final boolean whole;

    /**
     * A doctor.
     *
     * @param whole whether the whole audit trail is checked; else its end
     */
    public Doctor(Clock clock, Path dataFolder, AuditTrail trail, boolean whole) {
        this.clock = clock;
        this.dataFolder = dataFolder;
        this.trail = trail;
        this.whole = whole;
    }

    /**
     * What there is to say, in an order that reads well.
     *
     * @param settings what is set, or the problem that stops it from being read
     * @param address where the database is; empty when the settings could not be read
     * @param others checks of other modules
     */
    public List<CheckResult> look(Result<Settings> settings, Optional<DatabaseAddress> address, List<Check> others) {
        Checks checks = new Checks(clock, dataFolder);
        List<CheckResult> results = new ArrayList<>();
        results.addAll(checks.machine().look());
        results.addAll(checks.disk().look());
        results.addAll(checks.folder(settings.value()).look());
        results.addAll(checks.clockOfFiles().look());
        settings.problem().ifPresent(problem -> results.add(CheckResult.wrong("settings", problem)));
        address.ifPresent(there -> {
            List<CheckResult> database = checks.database(there).look();
            results.addAll(database);
            boolean ready = database.stream().allMatch(result -> result.level() == CheckResult.Level.FINE);
            if (ready) {
                results.addAll(inside(checks, there, settings.value()));
            }
        });
        others.forEach(check -> results.addAll(check.look()));
        return results;
    }

    private List<CheckResult> inside(Checks checks, DatabaseAddress address, Optional<Settings> settings) {
        List<CheckResult> results = new ArrayList<>();
        try (Database database = Database.openAsItIs(address, clock)) {
            results.addAll(checks.clock(database, trail).look());
            results.addAll(checks.trail(database, trail, whole).look());
            results.addAll(checks.lastBackup(
                            database,
                            settings.flatMap(set -> set.find(Setting.BACKUP_FOLDER))
                                    .map(Path::of))
                    .look());
        } catch (ProblemException away) {
            results.add(CheckResult.wrong("database", away.problem()));
        }
        return results;
    }

    /**
     * Something, or the problem that there is instead.
     *
     * @param <T> what it would be
     */
    public record Result<T>(Optional<T> value, Optional<org.mineban.kernel.Problem> problem) {

        /** What the supplier gives, or its refusal. */
        public static <T> Result<T> of(java.util.function.Supplier<T> supplier) {
            try {
                return new Result<>(Optional.of(supplier.get()), Optional.empty());
            } catch (ProblemException refused) {
                return new Result<>(Optional.empty(), Optional.of(refused.problem()));
            }
        }
    }
}
