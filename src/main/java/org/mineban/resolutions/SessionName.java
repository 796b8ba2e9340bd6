package org.mineban.resolutions;

/**
 * A session of the General Assembly.
 *
 * @param number 67 for the sixty-seventh; special and emergency special sessions have their own count
 * @param words the words of the text, as "Soixante-septième session"; the number in Roman or Arabic figures where there are none
 */
public record SessionName(int number, Kind kind, String words) {
    /** Regular sessions are held every year; the two other kinds are numbered apart from them. */
    public enum Kind {
        REGULAR,
        SPECIAL,
        EMERGENCY_SPECIAL
    }
}
