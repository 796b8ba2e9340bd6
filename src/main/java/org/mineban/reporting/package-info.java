/**
 * Article 7 reports as data: read, checked and compared. A report is a tree of fields by subject; the letters A to J belong to an edition of the
 * forms.
 *
 * <p>Start with {@link org.mineban.reporting.Report} and {@link org.mineban.reporting.Dictionary}. Rules are in {@code reporting.rules}.
 */
@DomainModule(dependsOn = {"platform", "convention", "parties", "obligations"})
@NullMarked
package org.mineban.reporting;

import org.jspecify.annotations.NullMarked;
import org.mineban.kernel.DomainModule;
