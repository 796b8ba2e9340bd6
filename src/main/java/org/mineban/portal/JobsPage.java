package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.jobs.JobHistory;
import org.mineban.jobs.JobRun;
import org.mineban.jobs.JobStatus;
import org.mineban.storage.Database;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the program does by itself: when, how it went, and doing it now. */
@RestController
final class JobsPage {

    private static final int PAGE_SIZE = 50;

    private final PageRenderer renderer;
    private final Database database;
    private final JobHistory history;
    private final Clock clock;
    private final AuditRows names;

    JobsPage(PageRenderer renderer, Database database, JobHistory history, Clock clock, AuditRows names) {
        this.renderer = renderer;
        this.database = database;
        this.history = history;
        this.clock = clock;
        this.names = names;
    }

    /** What the page shows; {@code said} tells what was just done. */
    record View(
            String said,
            List<Row> jobs,
            List<Choice> choices,
            List<RunRow> runs,
            Optional<String> older,
            boolean mayRun) {}

    /** A job. */
    record Row(
            String name, String title, String when, String next, String last, String did, boolean late, String bad) {}

    /** A run. */
    record RunRow(String started, String title, String outcome, boolean bad, String did, String node, String askedBy) {}

    @GetMapping("/admin/jobs")
    ResponseEntity<byte[]> jobs(Visit visit) {
        visit.visitor().require(Permission.JOBS_READ, Thing.SYSTEM);
        Optional<String> job = Choice.check(visit, "job", history.names());
        List<JobStatus> all = database.read(sql -> history.jobs(sql, clock.instant()));
        List<JobRun> runs = database.read(
                sql -> history.runs(sql, job, visit.asked("before").flatMap(Forms::id), PAGE_SIZE + 1));
        String said = visit.asked("asked")
                .filter(history.names()::contains)
                .map(name -> visit.say("job.asked", Map.of("job", visit.say("job." + name))))
                .orElse("");
        return renderer.page(
                visit,
                "jobs",
                visit.say("job.title"),
                new View(
                        said,
                        all.stream().map(status -> row(visit, status)).toList(),
                        Choice.of(visit.say("page.filter.any"), history.names(), job, name -> visit.say("job." + name)),
                        runs.stream()
                                .limit(PAGE_SIZE)
                                .map(run -> run(visit, run))
                                .toList(),
                        runs.size() > PAGE_SIZE
                                ? Optional.of(visit.here(Map.of(
                                        "before", runs.get(PAGE_SIZE - 1).id().toString(), "asked", "")))
                                : Optional.empty(),
                        visit.visitor().may(Permission.JOBS_RUN, Thing.SYSTEM)));
    }

    @PostMapping("/admin/jobs/run")
    ResponseEntity<byte[]> run(Visit visit, HttpServletRequest request) {
        Person by = visit.visitor().require(Permission.JOBS_RUN, Thing.SYSTEM);
        String job = Forms.text(request, "job");
        database.change(transaction -> history.ask(transaction, job, by.actor()));
        return Forms.seeOther(visit.link("/admin/jobs", Map.of("asked", job)));
    }

    private Row row(Visit visit, JobStatus status) {
        Optional<JobRun> last = status.lastRun();
        return new Row(
                status.name(),
                visit.say("job." + status.name()),
                JobWords.schedule(visit, status.schedule()),
                status.nextRunAt()
                        .map(at -> visit.say("job.next", Map.of("at", visit.moment(at))))
                        .orElse(""),
                last.map(run -> visit.say("job.outcome." + run.outcome().key()) + " · " + visit.moment(run.startedAt()))
                        .orElseGet(() -> visit.say("job.never")),
                last.map(run -> JobWords.did(visit, run)).orElse(""),
                status.late(),
                last.filter(JobsPage::bad).isPresent() ? "mark" : "");
    }

    private RunRow run(Visit visit, JobRun run) {
        return new RunRow(
                visit.moment(run.startedAt()),
                history.names().contains(run.job()) ? visit.say("job." + run.job()) : run.job(),
                visit.say("job.outcome." + run.outcome().key()),
                bad(run),
                history.names().contains(run.job()) ? JobWords.did(visit, run) : "",
                run.node(),
                run.askedBy()
                        .map(who -> visit.say("job.asked-by", Map.of("who", names.actor(visit, who))))
                        .orElse(""));
    }

    private static boolean bad(JobRun run) {
        return run.outcome() == JobRun.Outcome.FAILED || run.outcome() == JobRun.Outcome.LOST;
    }
}
