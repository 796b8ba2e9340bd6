package org.mineban.resolutions;

/**
 * Somebody the Assembly turns to.
 *
 * @param who code of the controlled list {@code addressees.csv}; OTHER when nothing in it fits
 * @param words the words it was read from
 */
public record Addressee(String who, String words) {}
