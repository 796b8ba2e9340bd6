package org.mineban.platform;

/**
 * A text that takes the place of the program's own.
 *
 * @param state reviewed or unreviewed, as when it was brought in
 * @param by who brought it in
 * @param on the day, as {@code 2026-11-24}
 * @param sourceHash {@link Messages#hash} of the English text that it was made from
 */
public record MendedText(String key, String text, ReviewState state, String by, String on, String sourceHash) {}
