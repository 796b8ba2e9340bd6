package org.mineban.submissions;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.mineban.kernel.Confidence;
import org.mineban.reporting.FieldPath;

/**
 * What another source says of a figure that a State reported. It stands beside the State’s figure and never in its place.
 *
 * @param place of the field in the report
 * @param figure in the unit of the field
 * @param source as it can be found again
 * @param saidOn the day of the source
 * @param answer of the State; empty while there is none
 */
public record Claim(
        UUID id,
        FieldPath place,
        BigDecimal figure,
        String source,
        Confidence confidence,
        LocalDate saidOn,
        String note,
        Instant recordedAt,
        Optional<String> answer,
        Optional<Instant> answeredAt) {}
