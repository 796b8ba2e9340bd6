package org.mineban.operations;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.mineban.exchange.ReadingChoices;
import org.mineban.kernel.StateCode;

/**
 * A file to be brought into the register of a State.
 *
 * @param what what the file holds, as people say it: {@code hazards}, {@code clearance}, …
 * @param name what whoever brings it calls the file
 * @param source the family of files that it belongs to, so that the next one changes the records of this one; empty to take the file's name
 * @param reading what is said about how to read it
 * @param repairs those that whoever brings it accepts
 * @param today the day after which nothing in it can have happened
 */
public record ImportRequest(
        StateCode state,
        ImportKind what,
        Path file,
        String name,
        Optional<String> source,
        ReadingChoices reading,
        LocalDate today,
        Repairs repairs) {}
