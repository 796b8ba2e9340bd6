/**
 * Who changed what, when, why, from what to what. Entries are added in the same transaction as the change they tell of, and chained by hash, so that
 * a byte changed later is found.
 *
 * <p>Start with {@link org.mineban.audit.AuditTrail}.
 */
@DomainModule(dependsOn = "storage")
@NullMarked
package org.mineban.audit;

import org.jspecify.annotations.NullMarked;
import org.mineban.kernel.DomainModule;
