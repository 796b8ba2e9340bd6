package org.mineban.submissions;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mineban.reporting.Report;

/**
 * A part of a draft as it is now.
 *
 * @param text a report with this part alone
 * @param revision counts what was saved; 1 is what the draft began with
 * @param returnedBecause why a reviewer sent it back; empty when nobody did
 * @param writer who saved it last; empty when it stands as the draft began
 * @param aside how many texts were set aside because another was saved meanwhile, and wait for a choice
 */
public record DraftPart(
        Part part,
        Report text,
        int revision,
        Progress progress,
        String returnedBecause,
        Optional<UUID> writer,
        Instant changedAt,
        int aside) {}
