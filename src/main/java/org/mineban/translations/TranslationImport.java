package org.mineban.translations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.kernel.Language;
import org.mineban.kernel.Problem;
import org.mineban.platform.MendedText;
import org.mineban.platform.Messages;
import org.mineban.platform.ReviewState;

/** Takes over a translator's file: each text that keeps the rules, none that breaks one. The same file a second time changes nothing. */
public final class TranslationImport {

    private static final int LONGEST_NAME = 100;

    private final Messages messages;
    private final String by;
    private final boolean reviewed;
    private final LocalDate on;

    /**
     * An import.
     *
     * @param messages the texts as they are shown today, mended ones included
     * @param by who made or reviewed the translation
     * @param reviewed whether that person has read every text of the file and stands for it, whatever the file says
     * @throws org.mineban.kernel.ProblemException {@code translation-by} when nobody is named
     */
    public TranslationImport(Messages messages, String by, boolean reviewed, LocalDate on) {
        this.messages = messages;
        this.by = by.strip();
        this.reviewed = reviewed;
        this.on = on;
        if (this.by.isEmpty()
                || this.by.length() > LONGEST_NAME
                || this.by.chars().anyMatch(Character::isISOControl)) {
            throw new Problem("translation-by", Problem.Kind.WRONG_USAGE, Map.of("limit", LONGEST_NAME)).asException();
        }
    }

    /**
     * What an import would do.
     *
     * @param added texts that were not mended before
     * @param changed texts that were mended before and are mended again
     * @param unchanged how many say nothing new, those left empty included
     * @param findings those refused, in the order of the file
     */
    public record Result(
            Language language,
            List<MendedText> added,
            List<MendedText> changed,
            int unchanged,
            List<TranslationFinding> findings) {

        public Result {
            added = List.copyOf(added);
            changed = List.copyOf(changed);
            findings = List.copyOf(findings);
        }

        /** What is to be written. */
        public List<MendedText> taken() {
            List<MendedText> taken = new ArrayList<>(added);
            taken.addAll(changed);
            return taken;
        }
    }

    /**
     * Reads a file and weighs each of its texts.
     *
     * @param name what messages call the file
     * @throws org.mineban.kernel.ProblemException when the file as a whole cannot be read
     */
    public Result weigh(String name, byte[] file) {
        XliffReader.Content content = XliffReader.read(name, file);
        Language language = content.language();
        List<MendedText> added = new ArrayList<>();
        List<MendedText> changed = new ArrayList<>();
        List<TranslationFinding> findings = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        int unchanged = 0;
        for (XliffUnit unit : content.units()) {
            if (unit.text().isEmpty()) {
                unchanged++;
                continue;
            }
            Integer before = seen.putIfAbsent(unit.key(), unit.line());
            Optional<BrokenRule> broken = before == null
                    ? check(language, unit)
                    : Optional.of(new BrokenRule("twice", Map.of("before", before.toString())));
            if (broken.isPresent()) {
                findings.add(new TranslationFinding(unit.line(), unit.key(), unit.text(), broken.get()));
                continue;
            }
            Optional<MendedText> taken = taken(language, unit);
            if (taken.isEmpty()) {
                unchanged++;
            } else if (messages.mended(language, unit.key()).isPresent()) {
                changed.add(taken.get());
            } else {
                added.add(taken.get());
            }
        }
        return new Result(language, added, changed, unchanged, findings);
    }

    private Optional<BrokenRule> check(Language language, XliffUnit unit) {
        if (!messages.keys(Language.ENGLISH).contains(unit.key())) {
            return Optional.of(new BrokenRule("unknown-key", Map.of()));
        }
        String english = messages.pattern(Language.ENGLISH, unit.key());
        if (!spaced(english).equals(spaced(unit.source()))) {
            return Optional.of(new BrokenRule("source-changed", Map.of("english", english)));
        }
        if (unit.text().equals(english)
                && !messages.ownPattern(language, unit.key()).equals(english)) {
            return Optional.of(new BrokenRule("untranslated", Map.of()));
        }
        return TextRules.check(language, english, unit.text());
    }

    /** A text with single spaces, since tools break and join lines. */
    private static String spaced(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** What to keep of a unit; nothing when it says what is known. A state in the file takes no review away from a text that is the same. */
    private Optional<MendedText> taken(Language language, XliffUnit unit) {
        String key = unit.key();
        ReviewState known = messages.state(language, key);
        boolean same = messages.pattern(language, key).equals(unit.text());
        boolean approved = reviewed || unit.readiness() == XliffUnit.Readiness.REVIEWED;
        boolean confirmed = unit.readiness() == XliffUnit.Readiness.TRANSLATED && known == ReviewState.SOURCE_CHANGED;
        if (same && !(approved && known != ReviewState.REVIEWED) && !confirmed) {
            return Optional.empty();
        }
        return Optional.of(new MendedText(
                key,
                unit.text(),
                approved ? ReviewState.REVIEWED : ReviewState.UNREVIEWED,
                by,
                on.toString(),
                Messages.hash(messages.pattern(Language.ENGLISH, key))));
    }
}
