package org.mineban.kernel;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * How a row came into the record after the program was made: somebody recorded it here, and somebody else confirmed it.
 *
 * @param entry the entry by which it was recorded
 * @param confirmedOn the day, in UTC, on which it was confirmed: from then on it was known
 * @param confirmedAs the role in which it was confirmed, lower-case words joined by hyphens
 * @param corrects the row that it takes the place of, which stays readable; empty when it is new
 */
public record Recorded(UUID entry, LocalDate confirmedOn, String confirmedAs, Optional<SourceRow> corrects) {}
