package org.mineban.backup;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mineban.platform.Setting;
import org.mineban.platform.Settings;

/**
 * The files of the data folder that belong into a backup: mended texts, and the settings without secrets. The database is in the backup as rows;
 * the key file never is.
 */
final class FolderFiles {

    /** Restored settings do not take effect by themselves: they name a database, a port, a mail server of another place. */
    static final String RESTORED_SETTINGS = "settings-from-backup.properties";

    private static final Pattern MENDED = Pattern.compile("translations/[a-z]{2}\\.csv");

    private FolderFiles() {}

    /** Whether a backup may hold a file of that path. */
    static boolean belongs(String path) {
        return path.equals(Settings.FILE) || MENDED.matcher(path).matches();
    }

    /** Where such a file is put back. */
    static Path target(Path dataFolder, String path) {
        return dataFolder.resolve(path.equals(Settings.FILE) ? RESTORED_SETTINGS : path);
    }

    /** The files by path. They are small: nobody mends more than some thousand texts. */
    static Map<String, byte[]> read(Path dataFolder) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Path settings = dataFolder.resolve(Settings.FILE);
        if (Files.exists(settings)) {
            files.put(Settings.FILE, withoutSecrets(Files.readString(settings)).getBytes(StandardCharsets.UTF_8));
        }
        Path translations = dataFolder.resolve("translations");
        if (Files.isDirectory(translations)) {
            try (Stream<Path> found = Files.list(translations).sorted()) {
                found.filter(Files::isRegularFile).forEach(file -> {
                    String path = "translations/" + file.getFileName();
                    if (belongs(path)) {
                        files.put(path, bytes(file));
                    }
                });
            }
        }
        return files;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The settings anew, name by name, so that a secret in a comment or on a continued line does not slip through. */
    private static String withoutSecrets(String text) throws IOException {
        Set<String> open = Stream.of(Setting.values())
                .filter(setting -> !setting.secret())
                .map(Setting::key)
                .collect(Collectors.toSet());
        Properties lines = new Properties();
        lines.load(new StringReader(text));
        StringBuilder kept = new StringBuilder();
        lines.stringPropertyNames().stream()
                .filter(open::contains)
                .filter(name -> !mayHoldPassword(lines.getProperty(name)))
                .sorted()
                .forEach(name -> kept.append(name)
                        .append('=')
                        .append(lines.getProperty(name).replace("\\", "\\\\"))
                        .append('\n'));
        return kept.toString();
    }

    /** An address may carry a password before its host or after its question mark. */
    private static boolean mayHoldPassword(String value) {
        return value.contains("password=") || value.matches(".*//[^/]*@.*");
    }
}
