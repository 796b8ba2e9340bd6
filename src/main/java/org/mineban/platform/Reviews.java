package org.mineban.platform;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mineban.kernel.Language;
import org.mineban.kernel.SourceRow;

/**
 * Who has reviewed which of the program's own texts: {@code messages/reviews.csv}. A text without a row
 * is not reviewed, so that a new one is never taken for reviewed; English, the language the others are made from, is the exception. A row with
 * the key {@code *} says that its language as a whole waits for a reviewer, and why. A row holds for the two texts whose hashes it has: when the English one has changed since,
 * so says the state; when its own was changed and not reviewed again, it is not reviewed.
 */
final class Reviews {

    private static final String FILE = "messages/reviews.csv";
    private static final String WHOLE = "*";
    private static final Review SOURCE = new Review(ReviewState.REVIEWED, "", "", "");
    private static final Review NOBODY = new Review(ReviewState.UNREVIEWED, "", "", "");

    private final Map<Language, Map<String, SourceRow>> rows = new EnumMap<>(Language.class);

    private Reviews(FactTable table) {
        for (SourceRow row : table.rows()) {
            Map<String, SourceRow> ofLanguage =
                    rows.computeIfAbsent(Language.find(row.get("language")).orElseThrow(), language -> new HashMap<>());
            if (ofLanguage.put(row.get("key"), row) != null) {
                throw FactTable.broken(row, "key", "unique");
            }
        }
    }

    static Reviews load() {
        return new Reviews(FactTable.resource(
                FILE,
                FactColumn.oneOf("language", "ar", "en", "es", "fr", "ru", "zh"),
                FactColumn.of("key", FactColumn.Kind.TEXT),
                FactColumn.oneOf("state", ReviewState.REVIEWED.key(), ReviewState.UNREVIEWED.key()),
                FactColumn.text("source_hash"),
                FactColumn.text("text_hash"),
                FactColumn.text("by"),
                FactColumn.of("on", FactColumn.Kind.DAY).orEmpty(),
                FactColumn.text("reason")));
    }

    /** The review of the program's own text, made from that English text as both stand today. */
    Review of(Language language, String key, String english, String text) {
        Map<String, SourceRow> ofLanguage = rows.getOrDefault(language, Map.of());
        SourceRow row = ofLanguage.get(key);
        if (row == null) {
            return ofLanguage.containsKey(WHOLE) || language != Language.ENGLISH ? NOBODY : SOURCE;
        }
        Review review = new Review(
                ReviewState.find(row.get("state")).orElseThrow(), row.get("by"), row.get("on"), row.get("reason"));
        return differs(row.get("text_hash"), text)
                ? new Review(ReviewState.UNREVIEWED, "", "", row.get("reason"))
                : differs(row.get("source_hash"), english) ? review.outdated() : review;
    }

    private static boolean differs(String recordedHash, String text) {
        return !recordedHash.isEmpty() && !recordedHash.equals(Messages.hash(text));
    }

    /** Whether the language as a whole waits for a reviewer. */
    boolean wholeUnreviewed(Language language) {
        return Optional.ofNullable(rows.getOrDefault(language, Map.of()).get(WHOLE))
                .filter(row -> row.get("state").equals(ReviewState.UNREVIEWED.key()))
                .isPresent();
    }
}
