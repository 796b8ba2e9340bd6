package org.mineban.jobs;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.platform.Check;
import org.mineban.platform.CheckResult;
import org.mineban.storage.Database;

/** Whether the jobs are run and end well. */
public final class JobChecks {

    private JobChecks() {}

    /** Whether a job is late or its last run failed. */
    public static Check of(Database database, JobHistory history, Clock clock) {
        return () -> {
            List<JobStatus> jobs = database.read(sql -> history.jobs(sql, clock.instant()));
            if (jobs.stream().allMatch(job -> job.nextRunAt().isEmpty())) {
                return List.of(CheckResult.advice("jobs-never", Map.of()));
            }
            List<CheckResult> results = new ArrayList<>();
            for (JobStatus job : jobs) {
                Optional<JobRun> failed = job.lastRun().filter(run -> run.outcome() == JobRun.Outcome.FAILED);
                failed.ifPresent(run -> results.add(CheckResult.wrong(
                        "job-failed",
                        Map.of("job", job.name(), "at", run.startedAt().toString(), "failure", run.failure()))));
                if (job.late()) {
                    results.add(CheckResult.wrong(
                            "job-late",
                            Map.of(
                                    "job",
                                    job.name(),
                                    "since",
                                    job.nextRunAt().map(Object::toString).orElse(""))));
                }
            }
            if (results.isEmpty()) {
                results.add(CheckResult.fine("jobs", Map.of("count", jobs.size())));
            }
            return results;
        };
    }
}
