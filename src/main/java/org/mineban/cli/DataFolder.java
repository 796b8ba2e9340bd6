package org.mineban.cli;

import java.nio.file.Path;
import java.util.Optional;

/** The folder of what people bring in: {@code --data DIR}, else {@code $MINEBAN_DATA}, else {@code .mineban} in the home folder. */
final class DataFolder {

    private static final String OPTION = "--data";

    private DataFolder() {}

    /** The folder that the arguments name; read before the command is, because it may hold mended texts. */
    static Path of(String[] arguments) {
        Optional<String> asked = Optional.empty();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals(OPTION) && i + 1 < arguments.length) {
                asked = Optional.of(arguments[i + 1]);
            } else if (arguments[i].startsWith(OPTION + "=")) {
                asked = Optional.of(arguments[i].substring(OPTION.length() + 1));
            }
        }
        return asked.or(() -> Optional.ofNullable(System.getenv("MINEBAN_DATA")))
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".mineban"));
    }
}
