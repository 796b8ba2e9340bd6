package org.mineban.accounts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.mineban.platform.Check;
import org.mineban.platform.CheckResult;
import org.mineban.platform.Setting;
import org.mineban.platform.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passwords that are known from breaches, without asking anybody outside. A list of 20,000 comes with the program; since ours have 15 characters and
 * more, one of its words repeated or lightly varied is found too. An administrator can set the whole list “Pwned Passwords”: SHA-1 hashes in upper
 * case, in their order, each with a colon and how often it was seen, in one file or in one file for each first five signs.
 */
public final class BreachedPasswords {

    private static final Logger LOG = LoggerFactory.getLogger(BreachedPasswords.class);
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern ROW = Pattern.compile("[0-9A-F]{40}:[0-9]+");
    private static final Pattern ROW_OF_PREFIX = Pattern.compile("[0-9A-F]{35}:[0-9]+");
    private static final int PREFIX = 5;
    private static final int LONGEST_ROW = 64;

    /** Words of so few letters are part of many good passwords. */
    private static final int SHORTEST_WORD = 4;

    private final Optional<Path> whole;

    private BreachedPasswords(Optional<Path> whole) {
        this.whole = whole;
    }

    /** The list of the program and the one that is set, if one is. */
    public static BreachedPasswords of(Settings settings) {
        return new BreachedPasswords(settings.find(Setting.PASSWORDS_BREACHED).map(Path::of));
    }

    /** Read when somebody first chooses a password. */
    private static final class Listed {
        private static final Set<String> ALL = read();

        private static Set<String> read() {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(Objects.requireNonNull(
                            BreachedPasswords.class.getResourceAsStream("/accounts/common-passwords.txt.gz"))),
                    StandardCharsets.UTF_8))) {
                return lines.lines().map(String::strip).collect(Collectors.toUnmodifiableSet());
            } catch (IOException notPacked) {
                throw new UncheckedIOException(notPacked);
            }
        }
    }

    /** How a password is known. */
    public sealed interface Known {

        /** It stands in a list itself; {@code times} says how often it was seen, where the list tells. */
        record Itself(OptionalLong times) implements Known {}

        /** It is one word of a list, repeated or with digits and signs about it. */
        record Varied(String word) implements Known {}
    }

    /** How the password is known from breaches; empty when it is not. */
    public Optional<Known> find(String password) {
        String folded = password.toLowerCase(Locale.ROOT);
        if (Listed.ALL.contains(folded)) {
            return Optional.of(new Known.Itself(OptionalLong.empty()));
        }
        OptionalLong times = whole.map(list -> seen(list, password)).orElse(OptionalLong.empty());
        if (times.isPresent()) {
            return Optional.of(new Known.Itself(times));
        }
        return varied(folded).map(Known.Varied::new);
    }

    /** The one listed word that, repeated and with signs and digits between, is all of a password. */
    private static Optional<String> varied(String folded) {
        String unit = unit(folded);
        if (!unit.equals(folded) && Listed.ALL.contains(unit)) {
            return Optional.of(unit);
        }
        LinkedHashSet<String> words = NO_LETTERS
                .splitAsStream(folded)
                .filter(word -> !word.isEmpty())
                .map(BreachedPasswords::unit)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (words.size() != 1) {
            return Optional.empty();
        }
        String word = words.getFirst();
        long letters = folded.codePoints().filter(Character::isLetter).count();
        boolean mostly = 2 * letters >= folded.codePoints().count();
        return Optional.of(word).filter(one -> mostly && one.length() >= SHORTEST_WORD && Listed.ALL.contains(one));
    }

    /** The shortest text that gives this one when repeated; the text itself when none does. */
    private static String unit(String text) {
        int again = (text + text).indexOf(text, 1);
        return text.substring(0, again);
    }

    /** How often the whole list says that the password was seen; empty when it does not hold it or cannot be read, which the log and doctor tell. */
    private static OptionalLong seen(Path list, String password) {
        try {
            String hash = sha1(password);
            return Files.isDirectory(list)
                    ? inFile(list.resolve(hash.substring(0, PREFIX) + ".txt"), hash.substring(PREFIX))
                    : inFile(list, hash);
        } catch (IOException notRead) {
            LOG.warn("The list of breached passwords {} cannot be read: {}", list, notRead.getMessage());
            return OptionalLong.empty();
        }
    }

    /** Finds a row of a sorted file by halving, so that the fifty gigabytes of the whole list are never read. */
    private static OptionalLong inFile(Path file, String hash) throws IOException {
        try (RandomAccessFile rows = new RandomAccessFile(file.toFile(), "r")) {
            long from = 0;
            long until = rows.length();
            while (from < until) {
                long middle = (from + until) >>> 1;
                long start = startOfRow(rows, middle, from);
                rows.seek(start);
                String row = row(rows);
                int order =
                        row.substring(0, Math.min(hash.length(), row.length())).compareTo(hash);
                if (order == 0) {
                    return OptionalLong.of(Long.parseLong(row.substring(hash.length() + 1)));
                }
                if (order < 0) {
                    from = rows.getFilePointer();
                } else {
                    until = start;
                }
            }
            return OptionalLong.empty();
        } catch (NumberFormatException | StringIndexOutOfBoundsException noRow) {
            throw new IOException("it is not written as the list is", noRow);
        }
    }

    /** Where the row begins in which that place lies. */
    private static long startOfRow(RandomAccessFile rows, long place, long least) throws IOException {
        long start = Math.max(least, place - LONGEST_ROW);
        rows.seek(start);
        byte[] before = new byte[(int) (place - start)];
        rows.readFully(before);
        for (int at = before.length - 1; at >= 0; at--) {
            if (before[at] == '\n') {
                return start + at + 1;
            }
        }
        if (start > least) {
            throw new IOException("a line is longer than a row of the list");
        }
        return start;
    }

    /** The row at this place, without its end; what comes next is the row after it. */
    private static String row(RandomAccessFile rows) throws IOException {
        String row = rows.readLine();
        if (row == null || row.length() > LONGEST_ROW) {
            throw new IOException("a line is longer than a row of the list");
        }
        return row.strip();
    }

    private static String sha1(String password) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException notOnThisJava) {
            throw new IllegalStateException(notOnThisJava);
        }
    }

    /** Whether the whole list is set, there, and written as it should be. */
    public static Check check(Settings settings) {
        return () -> List.of(settings.find(Setting.PASSWORDS_BREACHED)
                .map(BreachedPasswords::look)
                .orElseGet(() ->
                        CheckResult.fine("passwords-short-list", Map.of("setting", Setting.PASSWORDS_BREACHED.key()))));
    }

    private static CheckResult look(String set) {
        Map<String, Object> values = Map.of("file", set, "setting", Setting.PASSWORDS_BREACHED.key());
        Path list = Path.of(set);
        if (!Files.isReadable(list)) {
            return CheckResult.wrong("passwords-list-missing", values);
        }
        boolean folder = Files.isDirectory(list);
        Path file = folder ? list.resolve("00000.txt") : list;
        try (BufferedReader rows = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            List<String> first = rows.lines().limit(100).toList();
            boolean sorted = first.equals(first.stream().sorted().toList());
            boolean rowsOfList = first.stream()
                    .allMatch(row -> (folder ? ROW_OF_PREFIX : ROW).matcher(row).matches());
            return !first.equals(Collections.emptyList()) && sorted && rowsOfList
                    ? CheckResult.fine("passwords-list", values)
                    : CheckResult.wrong("passwords-list-unreadable", values);
        } catch (IOException | UncheckedIOException notRead) {
            return CheckResult.wrong("passwords-list-unreadable", values);
        }
    }
}
