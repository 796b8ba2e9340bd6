/**
 * Search across everything public, in six languages: one engine, in need of no database, whose index is made from what the program knows and
 * can be thrown away and made again.
 *
 * <p>Start with {@link org.mineban.search.Search}, then {@link org.mineban.search.SearchIndex}. How a word of a text and a word of a query
 * become the same is in {@code text}.
 */
@DomainModule(
        dependsOn = {
            "platform",
            "convention",
            "parties",
            "obligations",
            "resolutions",
            "meetings",
            "actionplans",
            "presentation",
            "reporting",
            "submissions"
        })
@NullMarked
package org.mineban.search;

import org.jspecify.annotations.NullMarked;
import org.mineban.kernel.DomainModule;
