package org.mineban.resolutions;

import org.jspecify.annotations.Nullable;

/**
 * A text joined to the resolution, kept whole.
 *
 * @param heading "Annexe II", "Annex"; absent where the joined text follows without one
 * @param text its paragraphs, one a line
 */
public record Annex(@Nullable String heading, String text) {}
