/**
 * The depositary's desk: treaty actions, declarations and corrections that people record after the program was made, with their source; confirmed by
 * somebody else; and what each of them changes in every standing, count and duty.
 *
 * <p>Start with {@link org.mineban.depositary.Content}, then {@link org.mineban.depositary.WholeRecord}, which makes the knowledge of any moment from
 * what came with the program and what was confirmed by then, and {@link org.mineban.depositary.Consequences}.
 */
@DomainModule(
        dependsOn = {"accounts", "audit", "convention", "obligations", "parties", "platform", "presentation", "storage"
        })
@NullMarked
package org.mineban.depositary;

import org.jspecify.annotations.NullMarked;
import org.mineban.kernel.DomainModule;
