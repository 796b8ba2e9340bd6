package org.mineban.jobs;

import java.time.Instant;
import java.util.Optional;

/**
 * A job and how it stands.
 *
 * @param nextRunAt when it is run next; empty when it has never been entered, since no server has run with it yet
 * @param lastRun the run in hand, else the last one; empty when there is none
 * @param late whether its time has long passed and no node has taken it: no server runs, or something holds it up
 */
public record JobStatus(
        String name, Schedule schedule, Optional<Instant> nextRunAt, Optional<JobRun> lastRun, boolean late) {}
