/**
 * The General Assembly's resolutions: the yearly series on the Convention with its votes, and the reading of any resolution's text.
 *
 * <p>Start with {@link org.mineban.resolutions.ResolutionSeries} for the series, and with {@link org.mineban.resolutions.ResolutionTexts} and
 * {@link org.mineban.resolutions.Resolution} for the reading.
 */
@DomainModule(
        dependsOn = {"parties", "convention"},
        innerDependsOn = {"platform"})
@NullMarked
package org.mineban.resolutions;

import org.jspecify.annotations.NullMarked;
import org.mineban.kernel.DomainModule;
