package org.mineban.portal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.mineban.backup.Backup;
import org.mineban.backup.BackupSchedule;
import org.mineban.backup.Retention;
import org.mineban.jobs.Job;
import org.mineban.jobs.Schedule;
import org.mineban.platform.Setting;
import org.mineban.platform.Settings;

/** Makes a backup each night into the folder that is set, and takes away those that need not be kept. */
final class ScheduledBackup implements Job {

    private final BackupSchedule schedule;
    private final Clock clock;

    private ScheduledBackup(BackupSchedule schedule, Clock clock) {
        this.schedule = schedule;
        this.clock = clock;
    }

    /**
     * The job; empty when no folder is set for backups.
     *
     * @throws org.mineban.kernel.ProblemException {@code backup-keep} when a number of backups to keep is none
     */
    static Optional<Job> of(Settings settings, Backup backup, Clock clock) {
        return settings.find(Setting.BACKUP_FOLDER)
                .map(folder -> new ScheduledBackup(
                        new BackupSchedule(backup, Path.of(folder), Retention.of(settings)), clock));
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(2, 10);
    }

    @Override
    public Map<String, Long> run(BooleanSupplier goOn) {
        BackupSchedule.Done done = schedule.run(clock.instant());
        return Map.of(
                "rows", done.manifest().rows(),
                "kept", (long) done.kept(),
                "removed", (long) done.removed());
    }
}
