package org.mineban.operations.mapping;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mineban.operations.Fields;
import org.mineban.operations.Finding;
import org.mineban.operations.Kind;

/**
 * A row of a file as fields of a record.
 *
 * @param code what people call the record; empty when the file does not say
 * @param key what tells the row apart in its file; empty when only the whole row does
 * @param validFrom the day from which it is so; empty when the file does not say
 * @param longitude of a place given in cells
 * @param latitude of a place given in cells
 * @param findings about reading the cells
 */
public record MappedRow(
        Kind kind,
        Optional<String> code,
        Optional<String> key,
        Optional<LocalDate> validFrom,
        Fields fields,
        OptionalDouble longitude,
        OptionalDouble latitude,
        List<Finding> findings) {}
