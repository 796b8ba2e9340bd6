package org.mineban.resolutions;

import org.mineban.kernel.SourceRow;
import org.mineban.kernel.StateCode;

/**
 * How a State voted on a resolution of the series, in the plenary. A State without one did not vote, which is not abstaining, or no vote was
 * found.
 *
 * @param resolution number, as {@code 67/32}
 */
public record StateVote(String resolution, StateCode state, Choice choice, SourceRow row) {

    /** What a State can vote. */
    public enum Choice {
        YES,
        NO,
        ABSTAIN
    }
}
