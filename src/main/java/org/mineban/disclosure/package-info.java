/**
 * What tables of people may tell the public: small counts are withheld, and with them whatever they could be worked out from.
 *
 * <p>Start with {@link org.mineban.disclosure.SmallCounts}.
 */
@DomainModule
@NullMarked
package org.mineban.disclosure;

import org.jspecify.annotations.NullMarked;
import org.mineban.kernel.DomainModule;
