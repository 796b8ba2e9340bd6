/**
 * From field records to the figures of a report: one class for each group of treaty figures. Each figure says which records it counts.
 *
 * <p>Start with {@link org.mineban.rollup.RollUp} and {@link org.mineban.rollup.TreatyFigure}; {@link org.mineban.rollup.Balance} is the heart: what
 * there was, what came, what was released, what is left.
 */
@DomainModule(dependsOn = {"operations", "reporting", "storage", "audit", "geography"})
@NullMarked
package org.mineban.rollup;

import org.jspecify.annotations.NullMarked;
import org.mineban.kernel.DomainModule;
