package org.mineban.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mineban.kernel.Problem;
import org.mineban.presentation.Json;
import org.mineban.presentation.Table;
import org.mineban.presentation.TableFiles;

/** How a command writes its data. */
enum Format {
    TEXT,
    JSON,
    CSV,
    ICS;

    /**
     * The format a person named.
     *
     * @throws org.mineban.kernel.ProblemException {@code unknown-format}, naming those the command has
     */
    static Format of(String name, Format... allowed) {
        List<Format> those = Arrays.asList(allowed);
        return those.stream()
                .filter(format -> format.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new Problem(
                                "unknown-format",
                                Problem.Kind.WRONG_USAGE,
                                Map.of(
                                        "value",
                                        name,
                                        "allowed",
                                        String.join(
                                                ", ",
                                                those.stream()
                                                        .map(format ->
                                                                format.name().toLowerCase(Locale.ROOT))
                                                        .toList())))
                        .asException());
    }

    /** A table in this format. */
    String write(Table table) {
        return switch (this) {
            case TEXT -> TableFiles.asText(table);
            case JSON -> Json.write(table.asObjects());
            case CSV -> csv(table);
            case ICS -> throw new IllegalArgumentException("A table is no calendar");
        };
    }

    private static String csv(Table table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            TableFiles.writeCsv(table, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = bytes.toString(StandardCharsets.UTF_8);
        return text.startsWith("\ufeff") ? text.substring(1) : text; // a terminal and a pipe want no byte order mark
    }
}
