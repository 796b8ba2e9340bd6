package org.mineban.operations;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What one version of a record says, before it has a number.
 *
 * @param code what people call the record, unique in its State among records of the kind
 * @param validFrom the day from which it is so in the field
 * @param shape its place; empty when the place is unknown
 * @param shapeAsGiven the shape as it came, when {@code shape} is a repaired one
 */
public record Content(
        Kind kind,
        String code,
        LocalDate validFrom,
        Fields fields,
        Optional<Shape> shape,
        Optional<Shape> shapeAsGiven) {}
