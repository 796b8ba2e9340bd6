/** The five-year action plans of the Convention, their actions and indicators. Facts only so far. */
@DomainModule(
        dependsOn = {"parties", "convention"},
        innerDependsOn = {"platform"})
@NullMarked
package org.mineban.actionplans;

import org.jspecify.annotations.NullMarked;
import org.mineban.kernel.DomainModule;
