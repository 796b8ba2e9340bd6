package org.mineban.resolutions;

import org.jspecify.annotations.Nullable;

/**
 * An article of a treaty, the Charter or a statute that a paragraph names.
 *
 * @param article "7", "73 e"
 * @param paragraph "2"; absent when the whole article is meant
 * @param instrument the words for it, as "la Convention"; absent when none follow
 */
public record ArticleMention(
        String article,
        @Nullable String paragraph,
        @Nullable String instrument,
        String words) {}
