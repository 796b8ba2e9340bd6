package org.mineban.geography;

/**
 * Where the checks of shapes draw their lines; a programme may choose its own.
 *
 * @param longestStep metres between neighbouring points
 * @param smallestArea square metres
 * @param largestArea square metres above which a person should look
 * @param hugestArea square metres above which it must be wrong
 */
public record CheckSettings(double longestStep, double smallestArea, double largestArea, double hugestArea) {

    /** Steps of 5 km; areas from 25 m² to 5 km², at most 1,000 km². */
    public static final CheckSettings USUAL = new CheckSettings(5_000, 25, 5_000_000, 1_000_000_000);
}
