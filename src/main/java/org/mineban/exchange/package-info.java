/**
 * Files of rows and shapes that people exchange: reads them record by record whatever their size, and writes them. It knows formats, not what
 * the rows mean.
 *
 * <p>Start with {@link org.mineban.exchange.SourceFile} and {@link org.mineban.exchange.FeatureWriter}. What a file is, is judged by what is in
 * it before its name is believed. Nothing is dropped silently: what could not be read of a record is a
 * {@link org.mineban.exchange.ReadingFinding} of that record, and what stops a file is a {@link org.mineban.kernel.Problem}.
 */
@DomainModule(dependsOn = {"geography"})
@NullMarked
package org.mineban.exchange;

import org.jspecify.annotations.NullMarked;
import org.mineban.kernel.DomainModule;
