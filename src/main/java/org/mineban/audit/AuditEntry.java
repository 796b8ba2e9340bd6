package org.mineban.audit;

import java.time.Instant;

/**
 * One entry of the trail.
 *
 * @param number its place, counted from 1 without a gap
 * @param recordedAt when, in UTC; never before the entry that precedes it, even when the clock was set back
 * @param previousHash the hash of the entry before; 64 zeros for the first
 * @param hash SHA-256, hexadecimal, of everything else in this entry
 */
public record AuditEntry(long number, Instant recordedAt, AuditEvent event, String previousHash, String hash) {}
