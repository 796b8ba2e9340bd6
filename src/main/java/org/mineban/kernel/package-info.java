/**
 * Words that every module shares: explained values, provisions of the Convention, partial dates, State codes, languages, rows of the record.
 *
 * <p>Start with {@link org.mineban.kernel.Explained}. Nothing here knows a rule.
 */
@DomainModule(lawOnly = true)
@NullMarked
package org.mineban.kernel;

import org.jspecify.annotations.NullMarked;
