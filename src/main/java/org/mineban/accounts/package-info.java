/**
 * Who people are, what they may do, and how they sign in.
 *
 * <p>What each role may do is one table, {@code accounts/permissions.csv}; {@link org.mineban.accounts.Access} answers from it, with its reasons.
 * Start there, then {@link org.mineban.accounts.People} and {@link org.mineban.accounts.SignIn}.
 */
@DomainModule(dependsOn = {"platform", "storage", "audit", "secrets"})
@NullMarked
package org.mineban.accounts;

import org.jspecify.annotations.NullMarked;
import org.mineban.kernel.DomainModule;
