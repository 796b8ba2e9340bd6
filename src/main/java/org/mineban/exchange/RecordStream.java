package org.mineban.exchange;

import java.util.Iterator;

/**
 * One pass over the records of a table, in the order of the file. A file that turns out to be damaged stops it with a
 * {@link org.mineban.kernel.ProblemException} which says after which record.
 */
public interface RecordStream extends Iterator<SourceRecord>, AutoCloseable {

    /** How much of the file has been read, from 0 to 1, for telling somebody who waits. */
    double done();

    @Override
    void close();
}
