package org.mineban.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder of what people bring in: {@code --data DIR}, else {@code $MINEBAN_DATA}, else {@code .mineban} in the home folder.
 *
 * @param named whether the arguments name it
 */
record DataFolder(Path path, boolean named) {

    static final String OPTION = "--data";

    /** The folder of a call; known before the command is read, because it may hold mended texts. */
    static DataFolder of(String... arguments) {
        Optional<String> asked = Optional.empty();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals(OPTION) && i + 1 < arguments.length) {
                asked = Optional.of(arguments[i + 1]);
            } else if (arguments[i].startsWith(OPTION + "=")) {
                asked = Optional.of(arguments[i].substring(OPTION.length() + 1));
            }
        }
        boolean named = asked.filter(name -> !name.isBlank()).isPresent();
        Path path = asked.or(() -> Optional.ofNullable(System.getenv("MINEBAN_DATA")))
                .filter(name -> !name.isBlank())
                .flatMap(DataFolder::path)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".mineban"));
        return new DataFolder(path, named);
    }

    /** The path of that name; empty when this system has no such paths, which the option itself tells. */
    static Optional<Path> path(String name) {
        try {
            return Optional.of(Path.of(name));
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }
}
