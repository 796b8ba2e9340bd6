package org.mineban.victims;

import java.util.OptionalInt;

/**
 * A person killed or injured, as statistics know them.
 *
 * @param year the year of the accident; empty when it is not known
 * @param device the code of the device, {@code UNKNOWN} when it is not known
 * @param region the administrative unit of the first level by its name; empty text when it is not known
 */
public record Casualty(
        OptionalInt year, Outcome outcome, Sex sex, Age age, CivilStatus status, String device, String region) {

    /** What became of the person. Who died of it later counts as killed, in the year of the accident. */
    public enum Outcome {
        KILLED,
        INJURED,
        UNKNOWN
    }

    /** The sex; other and unknown are counted together, since the first would be small for ever. */
    public enum Sex {
        FEMALE,
        MALE,
        UNKNOWN
    }

    /** A child is below 18 at the time of the accident. */
    public enum Age {
        CHILD,
        ADULT,
        UNKNOWN
    }

    /** Civil status. */
    public enum CivilStatus {
        CIVILIAN,
        SECURITY_FORCE,
        DEMINER,
        UNKNOWN
    }
}
