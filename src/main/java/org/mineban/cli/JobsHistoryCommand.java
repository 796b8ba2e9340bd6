package org.mineban.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mineban.jobs.JobHistory;
import org.mineban.jobs.JobRun;
import org.mineban.presentation.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jobs history}: the runs of the jobs, the newest first. */
@Command(name = "history")
final class JobsHistoryCommand implements Runnable {

    private static final List<String> COLUMNS =
            List.of("started", "ended", "job", "outcome", "node", "askedBy", "counts", "failure");

    private final Session session;

    @Option(names = "--job", paramLabel = "JOB", descriptionKey = "job")
    private @Nullable String job;

    @Option(names = "--most", paramLabel = "NUMBER", defaultValue = "50", descriptionKey = "most")
    private int most = 50;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private String format = "text";

    @Mixin
    private LanguageOption language = new LanguageOption();

    JobsHistoryCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        language.check();
        Format wanted = Format.of(format, Format.TEXT, Format.JSON, Format.CSV);
        List<JobRun> runs = session.database()
                .read(sql -> new JobHistory(SessionJobs.of(session))
                        .runs(sql, Optional.ofNullable(job), Optional.empty(), most));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (JobRun run : runs) {
            rows.add(Arrays.asList(
                    run.startedAt().toString(),
                    run.endedAt().map(Instant::toString).orElse(null),
                    run.job(),
                    run.outcome().key(),
                    run.node(),
                    run.askedBy().orElse(null),
                    run.counts().entrySet().stream()
                            .map(count -> count.getKey() + " " + count.getValue())
                            .collect(Collectors.joining(", ")),
                    run.failure()));
        }
        session.out().print(wanted.write(new Table("jobRuns", COLUMNS, rows)));
    }
}
