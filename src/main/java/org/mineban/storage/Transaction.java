package org.mineban.storage;

import java.time.Instant;
import org.jooq.DSLContext;

/**
 * One change of the database, done whole or not at all.
 *
 * @param sql the way to the tables
 * @param now the moment of the change: one for all its rows
 */
public record Transaction(DSLContext sql, Instant now) {}
