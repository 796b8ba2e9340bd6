package org.mineban.storage;

import java.time.Instant;

/**
 * A file that people brought, kept once however often it is brought. What it is called and what kind it is, each thing that uses it says itself.
 *
 * @param sha256 the SHA-256 of its bytes, 64 hexadecimal digits: its name here
 * @param sizeBytes how many bytes it has
 * @param recordedAt when it was first brought
 */
public record StoredFile(String sha256, long sizeBytes, Instant recordedAt) {}
