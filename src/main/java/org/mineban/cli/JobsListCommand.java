package org.mineban.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mineban.jobs.JobHistory;
import org.mineban.jobs.JobRun;
import org.mineban.jobs.JobStatus;
import org.mineban.presentation.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jobs list}: every job, when it is run next, and how its last run ended. Exit code 1 when one is late or its last run failed. */
@Command(name = "list")
final class JobsListCommand implements java.util.concurrent.Callable<Integer> {

    private final Session session;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private String format = "text";

    @Mixin
    private LanguageOption language = new LanguageOption();

    JobsListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        language.check();
        Format wanted = Format.of(format, Format.TEXT, Format.JSON, Format.CSV);
        List<JobStatus> jobs = session.database()
                .read(sql -> new JobHistory(SessionJobs.of(session))
                        .jobs(sql, session.clock().instant()));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        boolean bad = false;
        for (JobStatus job : jobs) {
            Optional<JobRun> last = job.lastRun();
            bad |= job.late()
                    || last.filter(run -> run.outcome() == JobRun.Outcome.FAILED)
                            .isPresent();
            rows.add(Arrays.asList(
                    job.name(),
                    job.nextRunAt().map(Instant::toString).orElse(null),
                    job.late(),
                    last.map(run -> run.startedAt().toString()).orElse(null),
                    last.map(run -> run.outcome().key()).orElse(null)));
        }
        session.out()
                .print(wanted.write(
                        new Table("jobs", List.of("job", "next", "late", "lastStarted", "lastOutcome"), rows)));
        return bad ? ExitCode.FINDINGS : ExitCode.DONE;
    }
}
