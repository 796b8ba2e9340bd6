/**
 * Where everything that people make is kept: one database, embedded (SQLite) or PostgreSQL, with the same SQL for both. No word of the domain.
 *
 * <p>Start with {@link org.mineban.storage.Database}. The tables are made by {@code db/migration}; jOOQ writes a class for each into
 * {@code mineban.tables} at the build.
 */
@DomainModule
@NullMarked
package org.mineban.storage;

import org.jspecify.annotations.NullMarked;
import org.mineban.kernel.DomainModule;
