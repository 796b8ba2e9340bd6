/**
 * The rules of the catalogue: one class per family, one method per rule, named for it. A rule is a pure function of a {@link
 * org.mineban.reporting.rules.Case}; severity, source and words are data ({@code reporting/rules.csv}, {@code report-rules.properties}).
 *
 * <p>Internal to reporting; start with {@link org.mineban.reporting.Checks}.
 */
@NullMarked
package org.mineban.reporting.rules;

import org.jspecify.annotations.NullMarked;
