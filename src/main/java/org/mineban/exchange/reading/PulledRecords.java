package org.mineban.exchange.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.mineban.exchange.ReadingLimits;
import org.mineban.exchange.RecordStream;
import org.mineban.exchange.SourceRecord;
import org.mineban.kernel.ProblemException;

/** A pass over records that are fetched one at a time. Whatever goes wrong in the file is told with the number of records read before. */
abstract class PulledRecords implements RecordStream {

    private final Path file;
    private final ReadingLimits limits;
    private @Nullable SourceRecord next;
    private boolean ended;
    private long read;

    PulledRecords(Path file, ReadingLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    /** The next record, with that position, or null at the end. */
    abstract @Nullable SourceRecord pull(long position) throws IOException;

    @Override
    public final boolean hasNext() {
        if (next != null) {
            return true;
        }
        if (ended) {
            return false;
        }
        try {
            next = pull(read + 1);
        } catch (ProblemException problem) {
            ended = true;
            throw problem;
        } catch (IOException | RuntimeException broken) {
            ended = true;
            ProblemException problem = FileProblems.damaged(file, read);
            problem.initCause(broken);
            throw problem;
        }
        ended = next == null;
        if (!ended && ++read > limits.records()) {
            next = null;
            ended = true;
            throw FileProblems.of(
                    "source-too-many-records", Map.of("file", FileProblems.name(file), "limit", limits.records()));
        }
        return !ended;
    }

    @Override
    public final SourceRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        SourceRecord record = java.util.Objects.requireNonNull(next);
        next = null;
        return record;
    }
}
