package org.mineban.translations;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mineban.kernel.Language;
import org.mineban.kernel.Problem;
import org.mineban.kernel.SourceRow;
import org.mineban.platform.FactColumn;
import org.mineban.platform.FactTable;
import org.mineban.platform.MendedText;
import org.mineban.platform.Messages;
import org.mineban.platform.ReviewState;

/**
 * The mended texts of a data folder, {@code translations/LANGUAGE.csv}, by language and key. They stand over the program's own texts, so that a
 * ministry can put a sentence right at once.
 *
 * @param texts those that are used
 * @param aside those that another version of the program left behind: their key is gone, or the English text has changed and they no longer
 *     fit. They stay in the folder and are not used.
 */
public record MendedTexts(Map<Language, Map<String, MendedText>> texts, Map<Language, List<MendedText>> aside) {

    private static final List<String> COLUMNS = List.of("key", "text", "state", "by", "on", "source_hash");

    public MendedTexts {
        texts = copy(texts, entries -> Collections.unmodifiableMap(new TreeMap<>(entries)));
        aside = copy(aside, List::copyOf);
    }

    private static <T> Map<Language, T> copy(Map<Language, T> map, java.util.function.UnaryOperator<T> copying) {
        Map<Language, T> copied = new EnumMap<>(Language.class);
        map.forEach((language, entries) -> copied.put(language, copying.apply(entries)));
        return Collections.unmodifiableMap(copied);
    }

    /**
     * Reads the mended texts of a data folder; none when it has none.
     *
     * @throws org.mineban.kernel.ProblemException {@code broken-fact} or {@code broken-mended-text}, with file and line
     */
    public static MendedTexts load(Path dataFolder, Messages own) {
        Map<Language, Map<String, MendedText>> texts = new EnumMap<>(Language.class);
        Map<Language, List<MendedText>> aside = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Path file = file(dataFolder, language);
            if (language != Language.ENGLISH && Files.isRegularFile(file)) {
                Map<String, MendedText> used = new HashMap<>();
                List<MendedText> left = new ArrayList<>();
                read(file).by("key").values().forEach(row -> {
                    MendedText text = text(row);
                    if (fits(language, row, text, own)) {
                        used.put(text.key(), text);
                    } else {
                        left.add(text);
                    }
                });
                texts.put(language, used);
                aside.put(language, left);
            }
        }
        return new MendedTexts(texts, aside);
    }

    private static boolean fits(Language language, SourceRow row, MendedText text, Messages own) {
        if (!own.keys(Language.ENGLISH).contains(text.key())) {
            return false;
        }
        String english = own.pattern(Language.ENGLISH, text.key());
        Optional<BrokenRule> broken = TextRules.check(language, english, text.text());
        if (broken.isPresent() && text.sourceHash().equals(Messages.hash(english))) {
            Map<String, Object> values = new HashMap<>(broken.get().values());
            values.put("rule", broken.get().rule());
            values.put("file", row.file());
            values.put("line", Integer.toString(row.line()));
            values.put("key", text.key());
            values.put("value", text.text());
            throw new Problem("broken-mended-text", Problem.Kind.CANNOT_BE_DONE, values).asException();
        }
        return broken.isEmpty();
    }

    private static FactTable read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return FactTable.read(
                    file.toString(),
                    reader,
                    FactColumn.of("key", FactColumn.Kind.TEXT),
                    FactColumn.of("text", FactColumn.Kind.TEXT),
                    FactColumn.oneOf("state", ReviewState.REVIEWED.key(), ReviewState.UNREVIEWED.key()),
                    FactColumn.text("by"),
                    FactColumn.of("on", FactColumn.Kind.DAY).orEmpty(),
                    FactColumn.of("source_hash", FactColumn.Kind.TEXT));
        } catch (IOException e) {
            throw unreadable(file);
        } catch (UncheckedIOException e) {
            throw unreadable(file);
        }
    }

    private static org.mineban.kernel.ProblemException unreadable(Path file) {
        return new Problem("mended-texts-unreadable", Problem.Kind.CANNOT_BE_DONE, Map.of("value", file.toString()))
                .asException();
    }

    private static MendedText text(SourceRow row) {
        return new MendedText(
                row.get("key"),
                row.get("text"),
                ReviewState.find(row.get("state")).orElseThrow(),
                row.get("by"),
                row.get("on"),
                row.get("source_hash"));
    }

    /** The file of one language in a data folder. */
    public static Path file(Path dataFolder, Language language) {
        return dataFolder.resolve("translations").resolve(language.code() + ".csv");
    }

    /** The texts of one language that are used, by key. */
    public Map<String, MendedText> of(Language language) {
        return texts.getOrDefault(language, Map.of());
    }

    /** How many texts are set aside. */
    public int countAside() {
        return aside.values().stream().mapToInt(List::size).sum();
    }

    /**
     * Writes the texts of one language, those set aside included unless a new one has their key; whole or not at all.
     *
     * @throws org.mineban.kernel.ProblemException {@code data-folder} when it cannot be written
     */
    public void write(Path dataFolder, Language language, Collection<MendedText> changes) {
        Map<String, MendedText> all = new TreeMap<>();
        aside.getOrDefault(language, List.of()).forEach(text -> all.put(text.key(), text));
        all.putAll(of(language));
        changes.forEach(text -> all.put(text.key(), text));
        Path file = file(dataFolder, language);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path half = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(half, csv(all.values()));
            try {
                Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException notThere) {
                Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new Problem("data-folder", Problem.Kind.CANNOT_BE_DONE, Map.of("value", dataFolder.toString()))
                    .asException();
        }
    }

    private static String csv(Collection<MendedText> texts) throws IOException {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            csv.writeRecord(COLUMNS);
            texts.forEach(text -> csv.writeRecord(
                    text.key(), text.text(), text.state().key(), text.by(), text.on(), text.sourceHash()));
        }
        return out.toString();
    }
}
