package org.mineban.operations;

/**
 * Which row of which file a record came from, so that the same file brought again changes nothing.
 *
 * @param source the name of the file's family, such as a programme's yearly table
 * @param key what tells its rows apart
 * @param hash SHA-256 of what the row said
 */
public record Origin(String source, String key, String hash) {}
