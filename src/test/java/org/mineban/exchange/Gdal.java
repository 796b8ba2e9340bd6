package org.mineban.exchange;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The commands of GDAL, an outside judge of files. {@code ./verify} installs them. */
final class Gdal {

    private Gdal() {}

    static String run(String... command) throws IOException {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/" + command[0])),
                "GDAL is not installed (gdal-bin), so that what it makes of our files cannot be seen");
        Process process = new ProcessBuilder(new ArrayList<>(Arrays.asList(command)))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("GDAL did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        if (process.exitValue() != 0) {
            throw new IOException(String.join(" ", List.of(command)) + ": " + output);
        }
        return output;
    }
}
