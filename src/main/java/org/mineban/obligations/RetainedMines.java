package org.mineban.obligations;

import java.util.OptionalInt;
import org.mineban.kernel.SourceRow;
import org.mineban.kernel.StateCode;

/**
 * Anti-personnel mines kept for the development of and training in detection, clearance and destruction techniques, Article 3.
 *
 * @param year the year the source gives; empty when it gives none
 * @param mines devices
 * @param kind as in the message {@code retained.KIND}
 */
public record RetainedMines(StateCode state, OptionalInt year, long mines, String kind, SourceRow row) {}
