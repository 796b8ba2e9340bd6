package org.mineban.geography;

/**
 * What is known of how somebody writes coordinates, so that not every place has to be asked for.
 *
 * @param order which of two numbers without letters is the latitude
 * @param letterO what the letter O means
 */
public record CoordinateHabits(Order order, LetterO letterO) {

    /** Latitude first, as people say it; the letter O is asked for. */
    public static final CoordinateHabits USUAL = new CoordinateHabits(Order.LATITUDE_FIRST, LetterO.ASK);

    /** Which number stands first. */
    public enum Order {
        LATITUDE_FIRST,
        LONGITUDE_FIRST,
        ASK
    }

    /** What the letter O means: oeste and ouest, or Ost. */
    public enum LetterO {
        WEST,
        EAST,
        ASK
    }
}
