package org.mineban.translations;

/**
 * A text of a translator's file that cannot be taken over.
 *
 * @param line the line of the file
 * @param key the text's key, as the file gives it
 * @param text the text refused
 */
public record TranslationFinding(int line, String key, String text, BrokenRule broken) {}
