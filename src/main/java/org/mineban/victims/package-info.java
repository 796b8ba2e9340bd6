/**
 * Victims: who they are, in a vault apart with its own key; consents, services, referrals and follow-up; and the tables of casualties that the public
 * may see. Other modules know a victim by number only.
 *
 * <p>Start with {@link org.mineban.victims.Vault} for persons and {@link org.mineban.victims.CasualtyTables} for counts.
 */
@DomainModule(dependsOn = {"storage", "audit", "accounts", "secrets", "disclosure", "operations"})
@NullMarked
package org.mineban.victims;

import org.jspecify.annotations.NullMarked;
import org.mineban.kernel.DomainModule;
