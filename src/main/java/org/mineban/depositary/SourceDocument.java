package org.mineban.depositary;

/**
 * The document that an entry rests on, as its source gave it out.
 *
 * @param sha256 the SHA-256 of its bytes, by which it is kept
 * @param name as whoever brought it called it, without folders
 * @param type its media type, by its first bytes and not by what its sender said
 */
public record SourceDocument(String sha256, String name, String type, long bytes) {}
