/** Meetings of the Convention: who may take part and who did. Facts only so far; the meetings themselves are in {@code convention}. */
@DomainModule(
        dependsOn = {"parties", "convention", "obligations"},
        innerDependsOn = {"platform"})
@NullMarked
package org.mineban.meetings;

import org.jspecify.annotations.NullMarked;
import org.mineban.kernel.DomainModule;
