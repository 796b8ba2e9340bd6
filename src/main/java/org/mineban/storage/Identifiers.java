package org.mineban.storage;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.UUID;

/** Names of records: UUIDs of version 7 (RFC 9562), which sort by the time they were made, also those made by one program in the same millisecond. */
public final class Identifiers {

    private static final NoArgGenerator BY_TIME = Generators.timeBasedEpochGenerator();

    private Identifiers() {}

    /** A name that no other record has, here or elsewhere. */
    public static UUID newId() {
        return BY_TIME.generate();
    }
}
