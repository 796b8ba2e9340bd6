package org.mineban.presentation;

import java.time.LocalDate;
import java.util.List;

/**
 * Where the knowledge comes from that a question is answered with: what came with the program, and what people have recorded and confirmed since.
 * Ask for it anew with each question; what it gives does not change.
 */
public interface KnowledgeSource {

    /** Everything that is known now. */
    Knowledge current();

    /**
     * What was known at the end of that day, in UTC. For a day before {@link Knowledge#SHIPPED_AS_OF} it is what came with the program: what was known
     * of it earlier is kept nowhere, and who shows the answer says so.
     */
    Knowledge knownOn(LocalDate day);

    /** The days on which people made more known, the newest first. */
    List<Change> changes();

    /**
     * A day on which more became known.
     *
     * @param rows how many rows were confirmed on it
     */
    record Change(LocalDate day, int rows) {}

    /** What came with the program and nothing else. */
    static KnowledgeSource shipped(Knowledge knowledge) {
        return new KnowledgeSource() {
            @Override
            public Knowledge current() {
                return knowledge;
            }

            @Override
            public Knowledge knownOn(LocalDate day) {
                return knowledge;
            }

            @Override
            public List<Change> changes() {
                return List.of();
            }
        };
    }
}
