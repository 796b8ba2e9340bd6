package org.mineban.exchange.reading;

import java.nio.file.Path;
import java.util.Map;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;

/** What stops a file from being read, as problems. Only the file's name is told, never where it lies. */
public final class FileProblems {

    private FileProblems() {}

    public static ProblemException of(String id, Map<String, Object> values) {
        return new Problem(id, Problem.Kind.CANNOT_BE_DONE, values).asException();
    }

    /** The file's name without its folders. */
    public static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    /** The file cannot be read at all: it is not there, or may not be read. */
    public static ProblemException notReadable(Path file) {
        return of("source-not-readable", Map.of("file", name(file)));
    }

    /** The file stops making sense after so many records of the table, or before the first. */
    public static ProblemException damaged(Path file, long afterRecords) {
        return of("source-damaged", Map.of("file", name(file), "after", afterRecords));
    }
}
