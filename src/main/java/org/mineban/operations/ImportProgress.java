package org.mineban.operations;

import org.mineban.kernel.Problem;

/** How far an import is, seen from another thread, and the wish to stop it. */
public final class ImportProgress {

    private volatile long read;
    private volatile long written;
    private volatile boolean comparing;
    private volatile boolean cancelled;

    /** How many rows were read and checked. */
    public long read() {
        return read;
    }

    /** How many rows were compared with the register, and written when they say something new. */
    public long written() {
        return written;
    }

    /** Whether all rows are read, and the new ones are being compared with each other. */
    public boolean comparing() {
        return comparing;
    }

    /** Stops the import before its next row; nothing of it is written then. */
    public void cancel() {
        cancelled = true;
    }

    void read(long rows) {
        read = rows;
        check();
    }

    void written(long rows) {
        written = rows;
    }

    void compare() {
        comparing = true;
        check();
    }

    private void check() {
        if (cancelled) {
            throw new Problem("import-cancelled", Problem.Kind.CANNOT_BE_DONE, java.util.Map.of()).asException();
        }
    }
}
