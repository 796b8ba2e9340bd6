package org.mineban.translations;

/**
 * A text of the program and where it stands.
 *
 * @param file the message file, without its ending
 * @param comment what the English file says of it, for translators; may be empty
 */
public record TextEntry(String file, String key, String comment) {}
