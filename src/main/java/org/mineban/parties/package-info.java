/**
 * Who is bound by the Convention, since when, and until when.
 *
 * <p>Start with {@link org.mineban.parties.TreatyAction}, then {@link org.mineban.parties.Register}. What follows from being bound is in
 * {@code obligations}.
 */
@DomainModule(
        dependsOn = {"convention"},
        lawOnly = true,
        innerDependsOn = {"platform"})
@NullMarked
package org.mineban.parties;

import org.jspecify.annotations.NullMarked;
import org.mineban.kernel.DomainModule;
