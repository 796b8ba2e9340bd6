/**
 * The mine action register: hazardous areas, work on them, land released, devices, accidents, victims, risk education and stocks, State by State,
 * as they were in the field on any day and as they were known on any day.
 *
 * <p>Start with {@link org.mineban.operations.RegisterVersion}, then {@link org.mineban.operations.Register}. Which fields a kind of record has is
 * said by {@code operations/fields.csv}, which {@link org.mineban.operations.Dictionary} reads.
 */
@DomainModule(dependsOn = {"storage", "audit", "accounts", "platform", "geography", "exchange", "disclosure"})
@NullMarked
package org.mineban.operations;

import org.jspecify.annotations.NullMarked;
import org.mineban.kernel.DomainModule;
