package org.mineban.reporting;

import java.time.LocalDate;
import org.mineban.kernel.Figure;

/**
 * A figure of an earlier report that this one corrects.
 *
 * @param place the figure, where it stands in the earlier report
 * @param earlier as it was reported
 * @param corrected as it should have been
 * @param reason why, in a sentence
 * @param on the day of the correction
 */
public record Restatement(FieldPath place, Figure earlier, Figure corrected, String reason, LocalDate on) {}
