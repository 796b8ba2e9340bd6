/**
 * The Convention itself: its provisions by article and paragraph, and the meetings it provides for (Articles 11 and 12).
 *
 * <p>Start with {@link org.mineban.convention.Convention}.
 */
@DomainModule(
        dependsOn = {},
        lawOnly = true,
        innerDependsOn = {"platform"})
@NullMarked
package org.mineban.convention;

import org.jspecify.annotations.NullMarked;
import org.mineban.kernel.DomainModule;
