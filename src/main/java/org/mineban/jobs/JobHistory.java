package org.mineban.jobs;

import static mineban.tables.Tables.JOB;
import static mineban.tables.Tables.JOB_RUN;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import mineban.tables.tables.records.JobRecord;
import mineban.tables.tables.records.JobRunRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.mineban.kernel.Problem;
import org.mineban.storage.Transaction;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How the jobs stand and what they did. */
public final class JobHistory {

    private static final ObjectMapper JSON = JsonMapper.shared();

    /** A job is late when its time has passed by this, or by the pause between its runs, whichever is longer. */
    private static final Duration LATE_AFTER = Duration.ofMinutes(10);

    private final List<Job> jobs;

    public JobHistory(List<Job> jobs) {
        this.jobs = List.copyOf(jobs);
    }

    /** Every job, in the order in which they were named. */
    public List<JobStatus> jobs(DSLContext sql, Instant now) {
        return jobs.stream().map(job -> status(sql, job, now)).toList();
    }

    private static JobStatus status(DSLContext sql, Job job, Instant now) {
        Optional<JobRecord> row =
                sql.selectFrom(JOB).where(JOB.NAME.eq(job.name())).fetchOptional();
        Optional<JobRun> last =
                runs(sql, JOB_RUN.JOB.eq(job.name()), 1).stream().findFirst();
        Duration patience = job.schedule().longestPause().compareTo(LATE_AFTER) > 0
                ? job.schedule().longestPause()
                : LATE_AFTER;
        boolean late = row.filter(known -> known.getRunId() == null
                        && known.getNextRunAt().plus(patience).isBefore(now))
                .isPresent();
        return new JobStatus(job.name(), job.schedule(), row.map(JobRecord::getNextRunAt), last, late);
    }

    /** The runs of one job or of all, the newest first. */
    public List<JobRun> runs(DSLContext sql, Optional<String> job, Optional<UUID> before, int most) {
        Condition condition = job.map(JOB_RUN.JOB::eq).orElse(DSL.noCondition());
        return runs(sql, before.map(JOB_RUN.ID::lt).map(condition::and).orElse(condition), most);
    }

    private static List<JobRun> runs(DSLContext sql, Condition condition, int most) {
        return sql.selectFrom(JOB_RUN)
                .where(condition)
                .orderBy(JOB_RUN.ID.desc())
                .limit(most)
                .fetch(JobHistory::run);
    }

    /**
     * Asks for a job to be run now, by whichever node is first.
     *
     * @param actor who asks, as the audit trail names people
     * @throws org.mineban.kernel.ProblemException {@code job-unknown}; {@code job-running} when a node has it in hand
     */
    public void ask(Transaction transaction, String job, String actor) {
        require(job);
        int changed = transaction
                .sql()
                .update(JOB)
                .set(JOB.NEXT_RUN_AT, transaction.now())
                .set(JOB.ASKED_BY, actor)
                .where(JOB.NAME.eq(job), JOB.RUN_ID.isNull())
                .execute();
        if (changed == 0) {
            throw running(job);
        }
    }

    /** The job of that name. */
    Job require(String name) {
        return jobs.stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Problem(
                                "job-unknown",
                                Problem.Kind.NOT_FOUND,
                                Map.of(
                                        "value",
                                        name,
                                        "known",
                                        String.join(
                                                ", ",
                                                jobs.stream().map(Job::name).toList())))
                        .asException());
    }

    static RuntimeException running(String job) {
        return new Problem("job-running", Problem.Kind.CONFLICT, Map.of("value", job)).asException();
    }

    private static JobRun run(JobRunRecord row) {
        return new JobRun(
                row.getId(),
                row.getJob(),
                row.getNode(),
                Optional.ofNullable(row.getAskedBy()),
                row.getStartedAt(),
                Optional.ofNullable(row.getEndedAt()),
                JobRun.Outcome.of(row.getOutcome()),
                read(row.getCounts()),
                row.getFailure() == null ? "" : row.getFailure());
    }

    static String write(Map<String, Long> counts) {
        ObjectNode all = JSON.createObjectNode();
        new TreeMap<>(counts).forEach(all::put);
        return all.toString();
    }

    private static Map<String, Long> read(String text) {
        Map<String, Long> counts = new TreeMap<>();
        for (Map.Entry<String, tools.jackson.databind.JsonNode> one :
                JSON.readTree(text).properties()) {
            counts.put(one.getKey(), one.getValue().asLong());
        }
        return counts;
    }

    /** Names of jobs, in order. */
    public List<String> names() {
        return new ArrayList<>(jobs.stream().map(Job::name).toList());
    }
}
