package org.mineban.platform;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.mineban.kernel.Language;

/**
 * Every text a person sees, in six languages: {@code messages/LANGUAGE/FILE.properties}, UTF-8, ICU MessageFormat with named arguments. A
 * missing text is a fault of ours and stops what asked for it; there is no falling back to another language.
 */
public final class Messages {

    /** The message files, the same in each language. */
    public static final List<String> FILES =
            List.of("cli", "convention", "documents", "pages", "problems", "reasons", "resolution-67-32", "terms");

    private final Map<Language, Texts> texts = new EnumMap<>(Language.class);

    /** The texts of one language. */
    private record Texts(Map<String, String> patterns, Set<String> unreviewed, Map<String, MessageFormat> formats) {}

    public Messages() {
        FactTable marks = FactTable.resource(
                "messages/unreviewed.csv",
                FactColumn.oneOf("language", "ar", "en", "es", "fr", "ru", "zh"),
                FactColumn.of("file", FactColumn.Kind.TEXT),
                FactColumn.of("key", FactColumn.Kind.TEXT),
                FactColumn.text("reason"));
        for (Language language : Language.values()) {
            Set<String> unreviewed = marks.rows().stream()
                    .filter(row -> row.get("language").equals(language.code()))
                    .map(row -> row.get("key"))
                    .collect(Collectors.toSet());
            texts.put(language, new Texts(patterns(language), unreviewed, new ConcurrentHashMap<>()));
        }
    }

    private static Map<String, String> patterns(Language language) {
        Map<String, String> all = new HashMap<>();
        for (String file : FILES) {
            load("messages/" + language.code() + "/" + file + ".properties").forEach((key, text) -> {
                if (all.putIfAbsent(key.toString(), text.toString()) != null) {
                    throw new IllegalStateException(
                            "The text " + key + " stands in two message files of " + language.code() + ".");
                }
            });
        }
        return all;
    }

    private Texts of(Language language) {
        return Objects.requireNonNull(texts.get(language));
    }

    /** The text of that key, its arguments filled in. */
    public String say(Language language, String key, Map<String, ?> arguments) {
        MessageFormat format = of(language)
                .formats()
                .computeIfAbsent(key, wanted -> new MessageFormat(pattern(language, wanted), locale(language)));
        synchronized (format) { // ICU promises no more
            return format.format(arguments);
        }
    }

    /** The text of that key, which has no arguments. */
    public String say(Language language, String key) {
        return say(language, key, Map.of());
    }

    /** The text of that key, when there is one. */
    public Optional<String> find(Language language, String key) {
        return of(language).patterns().containsKey(key) ? Optional.of(say(language, key)) : Optional.empty();
    }

    /** Every key of a language. */
    public Set<String> keys(Language language) {
        return new TreeSet<>(of(language).patterns().keySet());
    }

    /** The pattern of that key as it stands in the file. */
    public String pattern(Language language, String key) {
        String pattern = of(language).patterns().get(key);
        if (pattern == null) {
            throw new IllegalStateException("No text for " + key + " in " + language.code());
        }
        return pattern;
    }

    /**
     * Whether nobody has reviewed that language's text. An entry with the key {@code *} marks a whole language.
     */
    public boolean unreviewed(Language language, String key) {
        Set<String> keys = of(language).unreviewed();
        return keys.contains("*") || keys.contains(key);
    }

    /** Whether the language as a whole waits for a reviewer. */
    public boolean unreviewed(Language language) {
        return of(language).unreviewed().contains("*");
    }

    /** The ICU locale of a language here: digits are Western in all six, Arabic included. */
    public static ULocale locale(Language language) {
        return new ULocale(language.code() + "@numbers=latn");
    }

    private static Properties load(String resource) {
        Properties properties = new Properties();
        try (InputStream stream = Messages.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The message file " + resource + " is missing from the program.");
            }
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
