package org.mineban.resolutions;

/**
 * A number of States that a paragraph states.
 *
 * @param of "statesAccepted" (ratified, acceded, bound), "statesSigned", "statesWithdrawing"
 */
public record Count(String of, int value, String words) {}
