/**
 * Work that the program does by itself: once however many nodes there are, again after a restart, with a history. No word of the domain.
 *
 * <p>Start with {@link org.mineban.jobs.Job}, which others implement; {@link org.mineban.jobs.JobRunner} runs them.
 */
@DomainModule(dependsOn = {"platform", "storage"})
@NullMarked
package org.mineban.jobs;

import org.jspecify.annotations.NullMarked;
import org.mineban.kernel.DomainModule;
