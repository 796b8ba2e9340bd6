package org.mineban.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mineban.kernel.StateCode;

/**
 * An operator, a mine action centre, a ministry, or another body that people work for.
 *
 * @param state the State it belongs to; empty when it works in several
 * @param closedAt since when nobody is given a role in it; empty when it is open
 */
public record Organisation(UUID id, String name, Optional<StateCode> state, Optional<Instant> closedAt) {}
