package org.mineban.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.Problem;
import picocli.CommandLine.Option;

/** {@code --data}: the data folder. It is read before the command runs, by {@link DataFolder}; here it is only known. */
final class DataOption {

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable String data;

    /** Refuses a folder without a name. */
    void check() {
        if (data != null && data.isBlank()) {
            throw new Problem("data-folder", Problem.Kind.WRONG_USAGE, Map.of("value", data)).asException();
        }
    }
}
