/**
 * What each State has to do under the Convention, by when, and what the record says of it. One class per article.
 *
 * <p>Start with {@link org.mineban.obligations.Article7}, then {@link org.mineban.obligations.Obligations}.
 */
@DomainModule(
        dependsOn = {"parties", "convention"},
        lawOnly = true,
        innerDependsOn = {"platform"})
@NullMarked
package org.mineban.obligations;

import org.jspecify.annotations.NullMarked;
import org.mineban.kernel.DomainModule;
