package org.mineban.exchange;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Real data that must not be passed on, so that it lies beside the repository; where it is absent, the test is skipped and says so. */
public final class SharedData {

    private SharedData() {}

    public static Path file(String name) {
        for (String folder : List.of("../shared/data", "../../shared/data")) {
            Path file = Path.of(folder, name);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        assumeTrue(
                false,
                name + " is not here: it may not be passed on, and lies beside the repository where it may be used");
        throw new IllegalStateException();
    }
}
