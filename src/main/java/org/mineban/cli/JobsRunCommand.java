package org.mineban.cli;

import java.util.HashMap;
import java.util.Map;
import org.mineban.jobs.JobRun;
import org.mineban.jobs.JobRunner;
import org.mineban.portal.ServerJobs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code jobs run}: runs a job now and waits for its end. */
@Command(name = "run")
final class JobsRunCommand implements java.util.concurrent.Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "JOB", descriptionKey = "job")
    private String job = "";

    @Mixin
    private LanguageOption language = new LanguageOption();

    JobsRunCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        language.check();
        JobRun run;
        try (JobRunner runner =
                new JobRunner(session.database(), session.clock(), ServerJobs.node(), SessionJobs.of(session))) {
            run = runner.runNow(job, "program:jobs-run");
        }
        boolean done = run.outcome() == JobRun.Outcome.DONE;
        session.err()
                .println(
                        done
                                ? session.messages().say(session.language(), "job." + job + ".did", counts(run))
                                : session.messages()
                                        .say(session.language(), "job.failure", Map.of("failure", run.failure())));
        return done ? ExitCode.DONE : ExitCode.CANNOT_BE_DONE;
    }

    private static Map<String, Object> counts(JobRun run) {
        Map<String, Object> counts = new HashMap<>();
        run.counts().forEach((name, count) -> counts.put(name, Long.toString(count)));
        return counts;
    }
}
