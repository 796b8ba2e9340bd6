package org.mineban.kernel;

/**
 * A State by its ISO 3166-1 alpha-3 code, such as {@code UKR}. Codes {@code XAA} to {@code XZZ} are user-assigned: fictitious States of
 * examples and tests.
 *
 * @param iso3 three capital letters A to Z
 */
public record StateCode(String iso3) implements Comparable<StateCode> {

    public StateCode {
        if (iso3.length() != 3 || !iso3.chars().allMatch(letter -> letter >= 'A' && letter <= 'Z')) {
            throw new IllegalArgumentException("A State code is three capital letters, as UKR; it was: " + iso3);
        }
    }

    /** Whether it is a fictitious State of examples and tests. */
    public boolean fictitious() {
        return iso3.startsWith("X");
    }

    @Override
    public int compareTo(StateCode other) {
        return iso3.compareTo(other.iso3);
    }

    @Override
    public String toString() {
        return iso3;
    }
}
