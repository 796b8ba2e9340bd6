package org.mineban.platform;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mineban.kernel.Problem;

/** What an administrator has set. A name that no setting has is refused: a word mistyped would else be a setting silently left out. */
public final class Settings {

    /** The file in the data folder. */
    public static final String FILE = "settings.properties";

    static final String PREFIX = "MINEBAN_";

    /** Variables that are no settings: the data folder itself, and whether faults are printed whole. */
    private static final Set<String> OTHER_VARIABLES = Set.of("MINEBAN_DATA", "MINEBAN_DEBUG");

    private final Map<Setting, String> values;

    private Settings(Map<Setting, String> values) {
        this.values = new EnumMap<>(Setting.class);
        this.values.putAll(values);
    }

    /** Nothing is set. */
    public static Settings none() {
        return new Settings(Map.of());
    }

    /** These are set. */
    public static Settings of(Map<Setting, String> values) {
        return new Settings(values);
    }

    /**
     * The settings of a data folder and of an environment, which goes first. An empty value is as if it were not there.
     *
     * @throws org.mineban.kernel.ProblemException {@code unknown-setting}, {@code settings-unreadable}
     */
    public static Settings read(Path dataFolder, Map<String, String> environment) {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        Path file = dataFolder.resolve(FILE);
        if (Files.exists(file)) {
            Properties lines = lines(file);
            for (String name : new TreeSet<>(lines.stringPropertyNames())) {
                Setting setting = Setting.find(name).orElseThrow(() -> unknown(name, file.toString(), Setting::key));
                put(values, setting, lines.getProperty(name));
            }
        }
        for (String name : new TreeSet<>(environment.keySet())) {
            if (name.startsWith(PREFIX) && !OTHER_VARIABLES.contains(name)) {
                Setting setting =
                        Setting.ofVariable(name).orElseThrow(() -> unknown(name, "environment", Setting::variable));
                put(values, setting, environment.getOrDefault(name, ""));
            }
        }
        return new Settings(values);
    }

    /** What is set there; empty when nothing is. */
    public Optional<String> find(Setting setting) {
        return Optional.ofNullable(values.get(setting));
    }

    /** What is set there, or what holds without it. */
    public String get(Setting setting, String otherwise) {
        return values.getOrDefault(setting, otherwise);
    }

    /** The address at which people reach this server, as {@code https://mine-action.example}, without a slash at its end; empty when none is set. */
    public Optional<String> publicAddress() {
        return find(Setting.PUBLIC_ADDRESS).map(address -> address.replaceFirst("/+$", ""));
    }

    /** The same settings, but for one. */
    public Settings with(Setting setting, String value) {
        Map<Setting, String> changed = new EnumMap<>(Setting.class);
        changed.putAll(values);
        changed.put(setting, value);
        return new Settings(changed);
    }

    private static void put(Map<Setting, String> values, Setting setting, String value) {
        if (!value.isBlank()) {
            values.put(setting, value.strip());
        }
    }

    private static Properties lines(Path file) {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (MalformedInputException | IllegalArgumentException notText) {
            throw unreadable(file);
        } catch (IOException failed) {
            throw unreadable(file);
        }
        return lines;
    }

    private static RuntimeException unreadable(Path file) {
        return new Problem("settings-unreadable", Problem.Kind.CANNOT_BE_DONE, Map.of("value", file.toString()))
                .asException();
    }

    private static RuntimeException unknown(String name, String where, Function<Setting, String> nameOf) {
        String known = Stream.of(Setting.values()).map(nameOf).collect(Collectors.joining(", "));
        return new Problem(
                        "unknown-setting",
                        Problem.Kind.CANNOT_BE_DONE,
                        Map.of("value", name, "where", where, "known", known))
                .asException();
    }

    /** The names of what is set, never a value. */
    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
