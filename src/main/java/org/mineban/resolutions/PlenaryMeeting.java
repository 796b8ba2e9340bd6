package org.mineban.resolutions;

import org.jspecify.annotations.Nullable;

/**
 * The plenary meeting that adopted the text.
 *
 * @param number absent when the words for it could not be read
 * @param date absent when the line bears none
 * @param words the line as printed
 */
public record PlenaryMeeting(
        @Nullable Integer number, @Nullable StatedDate date, String words) {}
