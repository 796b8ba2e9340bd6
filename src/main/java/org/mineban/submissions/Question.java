package org.mineban.submissions;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What the secretariat asks about one field of a submission, and what the State answers. Both stay.
 *
 * @param place the field, as {@code d.total}, or a part, as {@code d}
 * @param answer empty while nobody answered
 */
public record Question(
        UUID id,
        String place,
        String question,
        UUID askedBy,
        Instant askedAt,
        Optional<String> answer,
        Optional<Instant> answeredAt) {}
