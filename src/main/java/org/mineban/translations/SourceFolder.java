package org.mineban.translations;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.mineban.kernel.Language;
import org.mineban.kernel.Problem;
import org.mineban.platform.MendedText;
import org.mineban.platform.Messages;

/** Brings mended texts home: into the message files and the list of reviews of a folder of sources, {@code src/main/resources}. */
public final class SourceFolder {

    private static final List<String> REVIEW_COLUMNS =
            List.of("language", "key", "state", "source_hash", "text_hash", "by", "on", "reason");

    private final Path messages;

    /**
     * The sources in that folder.
     *
     * @throws org.mineban.kernel.ProblemException {@code translation-sources} when it has no message files
     */
    public SourceFolder(Path resources) {
        this.messages = resources.resolve("messages");
        if (!Files.isRegularFile(reviews())) {
            throw new Problem("translation-sources", Problem.Kind.CANNOT_BE_DONE, Map.of("value", resources.toString()))
                    .asException();
        }
    }

    private Path reviews() {
        return messages.resolve("reviews.csv");
    }

    /** Writes the texts in place of those with the same keys, everything else as it stands, and gives how many lines are new. */
    public int apply(MendedTexts mended) throws IOException {
        int changed = 0;
        for (Language language : mended.texts().keySet()) {
            for (String file : Messages.FILES) {
                Path path = messages.resolve(language.code()).resolve(file + ".properties");
                changed += applyTo(path, mended.of(language));
            }
        }
        applyReviews(mended);
        return changed;
    }

    private static int applyTo(Path file, Map<String, MendedText> texts) throws IOException {
        int changed = 0;
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            MendedText text = line.startsWith("#") ? null : texts.get(MessageFileLines.keyOf(line));
            String written = text == null ? line : text.key() + "=" + escaped(text.text());
            changed += written.equals(line) ? 0 : 1;
            lines.add(written);
        }
        if (changed > 0) {
            Files.writeString(file, String.join("\n", lines) + "\n");
        }
        return changed;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\");
    }

    private void applyReviews(MendedTexts mended) throws IOException {
        Map<String, List<String>> rows = new TreeMap<>();
        Map<String, String> reasons = new HashMap<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(reviews())) {
            csv.stream().skip(1).forEach(row -> {
                rows.put(name(row.getField(0), row.getField(1)), row.getFields());
                reasons.put(name(row.getField(0), row.getField(1)), row.getField(7));
            });
        }
        mended.texts()
                .forEach((language, texts) -> texts.values().forEach(text -> {
                    String name = name(language.code(), text.key());
                    boolean reviewed = text.state() == org.mineban.platform.ReviewState.REVIEWED;
                    rows.put(
                            name,
                            List.of(
                                    language.code(),
                                    text.key(),
                                    text.state().key(),
                                    text.sourceHash(),
                                    Messages.hash(text.text()),
                                    text.by(),
                                    text.on(),
                                    reviewed ? "" : Objects.requireNonNullElse(reasons.get(name), "")));
                }));
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            csv.writeRecord(REVIEW_COLUMNS);
            rows.values().forEach(csv::writeRecord);
        }
        Files.writeString(reviews(), out.toString());
    }

    private static String name(String language, String key) {
        return language + " " + key;
    }
}
