package org.mineban.platform;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.Language;

/**
 * Every text a person sees, in six languages: {@code messages/LANGUAGE/FILE.properties}, UTF-8, ICU MessageFormat with named arguments. A
 * missing text is a fault of ours and stops what asked for it; there is no falling back to another language.
 */
public final class Messages {

    /** The message files, the same in each language. */
    public static final List<String> FILES = List.of(
            "accounts",
            "areas",
            "backup",
            "cli",
            "convention",
            "depositary",
            "documents",
            "draft-pages",
            "exchange",
            "geography",
            "imports",
            "library",
            "mail",
            "pages",
            "problems",
            "reasons",
            "register",
            "register-checks",
            "reminders",
            "report-pages",
            "report-rules",
            "reports",
            "resolution-67-32",
            "rollup",
            "search",
            "terms",
            "translations",
            "victims");

    private final Map<Language, Texts> texts = new EnumMap<>(Language.class);
    private final BiConsumer<String, String> listener;
    private @Nullable Reviews reviews;

    /** The texts of one language: the program's own, what takes their place, and the formats made of them so far. */
    private record Texts(Map<String, String> own, Map<String, MendedText> mended, Map<String, MessageFormat> formats) {

        @Nullable
        String pattern(String key) {
            MendedText instead = mended.get(key);
            return instead == null ? own.get(key) : instead.text();
        }
    }

    /** The program's own texts. */
    public Messages() {
        this(Map.of());
    }

    /** The program's own texts, some of them mended: by language, then by key. A mended text whose key does not exist is not used. */
    public Messages(Map<Language, Map<String, MendedText>> mended) {
        this.listener = (key, text) -> {};
        for (Language language : Language.values()) {
            Map<String, String> own = patterns(language);
            Map<String, MendedText> instead = new HashMap<>(mended.getOrDefault(language, Map.of()));
            instead.keySet().retainAll(own.keySet());
            texts.put(language, new Texts(own, instead, new ConcurrentHashMap<>()));
        }
    }

    private Messages(Messages same, BiConsumer<String, String> listener) {
        this.texts.putAll(same.texts);
        this.reviews = same.reviews();
        this.listener = listener;
    }

    /** The same texts; what is said of them is told to that listener as well: the key and the text as said. */
    public Messages heardBy(BiConsumer<String, String> listener) {
        return new Messages(this, listener);
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
        String text;
        synchronized (format) { // ICU promises no more
            text = format.format(arguments);
        }
        listener.accept(key, text);
        return text;
    }

    /** The text of that key, which has no arguments. */
    public String say(Language language, String key) {
        return say(language, key, Map.of());
    }

    /** The text of that key, when there is one. */
    public Optional<String> find(Language language, String key) {
        return of(language).own().containsKey(key) ? Optional.of(say(language, key)) : Optional.empty();
    }

    /** Every key of a language. */
    public Set<String> keys(Language language) {
        return new TreeSet<>(of(language).own().keySet());
    }

    /** The pattern of that key, not filled in. */
    public String pattern(Language language, String key) {
        String pattern = of(language).pattern(key);
        if (pattern == null) {
            throw new IllegalStateException("No text for " + key + " in " + language.code());
        }
        return pattern;
    }

    /** The pattern that comes with the program, whatever takes its place. */
    public String ownPattern(Language language, String key) {
        return Objects.requireNonNull(of(language).own().get(key), key);
    }

    /** What takes the place of the program's own text, when something does. */
    public Optional<MendedText> mended(Language language, String key) {
        return Optional.ofNullable(of(language).mended().get(key));
    }

    /** Whether that text is reviewed, by whom and when. */
    public Review review(Language language, String key) {
        String english = pattern(Language.ENGLISH, key);
        Optional<MendedText> mended = mended(language, key);
        if (mended.isEmpty()) {
            return reviews().of(language, key, english, ownPattern(language, key));
        }
        MendedText text = mended.get();
        Review review = new Review(text.state(), text.by(), text.on(), "");
        return text.sourceHash().equals(hash(english)) ? review : review.outdated();
    }

    /** Whether that text is reviewed. */
    public ReviewState state(Language language, String key) {
        return review(language, key).state();
    }

    /** Whether that text must be marked in a formal document: nobody has reviewed it, or the English text has changed since. */
    public boolean unreviewed(Language language, String key) {
        return state(language, key) != ReviewState.REVIEWED;
    }

    /** Whether the language as a whole waits for a reviewer, and some of its texts still do. */
    public boolean unreviewed(Language language) {
        return reviews().wholeUnreviewed(language)
                && of(language).own().keySet().stream().anyMatch(key -> unreviewed(language, key));
    }

    private synchronized Reviews reviews() {
        Reviews known = reviews;
        if (known == null) {
            known = Reviews.load();
            reviews = known;
        }
        return known;
    }

    /** A short name of a pattern, by which a later change of it is seen: the first ten hexadecimal digits of its SHA-256. */
    public static String hash(String pattern) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(pattern.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 5);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
