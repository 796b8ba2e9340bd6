package org.mineban.jobs;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One run of a job.
 *
 * @param node which node of the server had it
 * @param askedBy who asked for it, as the audit trail names people; empty when its time had come
 * @param endedAt empty while it goes on, and when the node died
 * @param counts what was done
 * @param failure what went wrong, in the words of the fault; empty unless it failed
 */
public record JobRun(
        UUID id,
        String job,
        String node,
        Optional<String> askedBy,
        Instant startedAt,
        Optional<Instant> endedAt,
        Outcome outcome,
        Map<String, Long> counts,
        String failure) {

    /** How a run ended. */
    public enum Outcome {
        /** It goes on. */
        RUNNING("running"),
        DONE("done"),
        FAILED("failed"),
        /** Its node died, or was cut off for so long that another took the job over. */
        LOST("lost");

        private final String key;

        Outcome(String key) {
            this.key = key;
        }

        /** The word in data and in the message {@code job.outcome.KEY}. */
        public String key() {
            return key;
        }

        static Outcome of(String key) {
            return Arrays.stream(values())
                    .filter(outcome -> outcome.key.equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No outcome of a job is called " + key));
        }
    }

    public JobRun {
        counts = java.util.Collections.unmodifiableMap(new TreeMap<>(counts));
    }
}
