package org.mineban.portal;

import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import org.mineban.jobs.JobRun;
import org.mineban.jobs.Schedule;

/** Jobs in words. */
final class JobWords {

    private JobWords() {}

    /** What a run did, or what went wrong; empty while it goes on. */
    static String did(Visit visit, JobRun run) {
        return switch (run.outcome()) {
            case DONE -> {
                Map<String, Object> counts = new HashMap<>();
                run.counts().forEach((name, count) -> counts.put(name, visit.number(count)));
                yield visit.say("job." + run.job() + ".did", counts);
            }
            case FAILED -> visit.say("job.failure", Map.of("failure", visit.code(run.failure())));
            case RUNNING, LOST -> "";
        };
    }

    static String schedule(Visit visit, Schedule schedule) {
        return switch (schedule) {
            case Schedule.Every(Duration pause) -> {
                boolean seconds = pause.toSeconds() < 120;
                boolean minutes = pause.toMinutes() < 120;
                yield visit.say(
                        "job.every",
                        Map.of(
                                "unit",
                                seconds ? "seconds" : minutes ? "minutes" : "hours",
                                "count",
                                seconds ? pause.toSeconds() : minutes ? pause.toMinutes() : pause.toHours()));
            }
            case Schedule.Daily(LocalTime at) -> visit.say("job.daily", Map.of("time", visit.code(at.toString())));
        };
    }
}
