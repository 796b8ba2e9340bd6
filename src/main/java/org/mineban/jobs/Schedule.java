package org.mineban.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** When a job is run. Times that passed while nothing ran, as on a laptop that slept, are made up for by one run. */
public sealed interface Schedule {

    /** So long after the run before has ended. */
    record Every(Duration pause) implements Schedule {
        public Every {
            if (pause.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new IllegalArgumentException("A job pauses at least a second, not " + pause);
            }
        }
    }

    /** Once a day, at that time in UTC. */
    record Daily(LocalTime at) implements Schedule {}

    static Schedule every(Duration pause) {
        return new Every(pause);
    }

    static Schedule daily(int hour, int minute) {
        return new Daily(LocalTime.of(hour, minute));
    }

    /** The first time after that moment. */
    default Instant next(Instant after) {
        return switch (this) {
            case Every(Duration pause) -> after.plus(pause);
            case Daily(LocalTime at) -> {
                ZonedDateTime moment = after.atZone(ZoneOffset.UTC);
                ZonedDateTime sameDay = moment.with(at);
                yield (sameDay.isAfter(moment) ? sameDay : sameDay.plusDays(1)).toInstant();
            }
        };
    }

    /** How long may pass between two runs when all is well. */
    default Duration longestPause() {
        return switch (this) {
            case Every(Duration pause) -> pause;
            case Daily daily -> Duration.ofDays(1);
        };
    }
}
