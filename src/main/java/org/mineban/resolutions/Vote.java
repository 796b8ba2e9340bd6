package org.mineban.resolutions;

import org.jspecify.annotations.Nullable;

/** A vote printed in the text itself. Most texts print none, which says nothing about how they were adopted. */
public record Vote(
        @Nullable Integer yes,
        @Nullable Integer no,
        @Nullable Integer abstentions,
        String words) {}
