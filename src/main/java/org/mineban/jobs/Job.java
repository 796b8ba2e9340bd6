package org.mineban.jobs;

import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jooq.DSLContext;

/**
 * Something the program does by itself.
 *
 * <p>Its texts: {@code job.NAME} is what it is called and {@code job.NAME.did} says what a run did, with the counts as arguments. A run may be cut off
 * at any moment, by a power cut or a node that dies, and is then done again from the start: what it does must bear that.
 */
public interface Job {

    /** Lower-case words joined by hyphens, as {@code send-mail}. */
    String name();

    Schedule schedule();

    /** Whether there is nothing to do, so that no run is begun. Asked often; it must be quick. */
    default boolean idle(DSLContext sql) {
        return false;
    }

    /**
     * Does the work.
     *
     * @param goOn says no when the run is to end early, because the node stops or has lost the run to another; ask it between pieces of work
     * @return what was done: numbers by name, which {@code job.NAME.did} tells
     * @throws Exception when it could not be done; it is kept in the history and the job is run again at its next time
     */
    Map<String, Long> run(BooleanSupplier goOn) throws Exception;
}
