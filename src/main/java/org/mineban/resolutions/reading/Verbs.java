package org.mineban.resolutions.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mineban.resolutions.Verb;

/**
 * The words a paragraph begins with, which say what it does: "Invite et encourage de nouveau", "Notant avec satisfaction".
 *
 * <p>Heads of such phrases are rows of {@code verbs.csv}, what may stand around them ("également", "with concern") rows of {@code
 * verb-modifiers.csv}. The grammar is the same in both languages: modifiers, head, modifiers, and then perhaps "and" and another one.
 */
final class Verbs {
    /** Whether a phrase belongs to a preamble or to what the Assembly does. */
    enum Role {
        PREAMBULAR,
        OPERATIVE
    }

    /** A phrase found at the beginning of a text. {@code directs}: it turns to somebody. {@code end}: where the text goes on. */
    record Phrase(Role role, boolean directs, List<Verb> verbs, int end) {}

    private record Head(String code, Role role, boolean directs) {}

    private static final int LONGEST_GAP = 4;

    private final Lexicon<Head> heads = new Lexicon<>();
    private final Lexicon<Boolean> modifiers = new Lexicon<>();

    Verbs() {
        for (Map<String, String> row : CsvTable.load("verbs.csv").rows()) {
            Role role = "operative".equals(row.get("role")) ? Role.OPERATIVE : Role.PREAMBULAR;
            heads.add(
                    row.getOrDefault("words", ""),
                    new Head(row.getOrDefault("code", ""), role, "yes".equals(row.get("directs"))));
        }
        for (Map<String, String> row : CsvTable.load("verb-modifiers.csv").rows()) {
            modifiers.add(row.getOrDefault("words", ""), true);
        }
    }

    /** Reads the phrase at the beginning of a plain text; only the beginning is looked at. */
    Optional<Phrase> read(String plain) {
        String beginning = plain.substring(0, Math.min(plain.length(), 200));
        List<Lexicon.Word> words = Lexicon.words(beginning);
        List<Verb> verbs = new ArrayList<>();
        Head first = null;
        boolean directs = false;
        int index = 0;
        int end = 0;
        while (index < words.size()) {
            int start = index;
            int at = skipModifiers(words, index);
            Optional<Lexicon.Hit<Head>> hit = at < words.size() ? heads.at(words, at) : Optional.empty();
            if (hit.isEmpty() && at > start) {
                at = start;
                hit = heads.at(words, at);
            }
            boolean fits =
                    hit.isPresent() && (first == null || hit.get().value().role() == first.role());
            if (!fits) {
                break;
            }
            Head head = hit.get().value();
            int after = skipModifiers(words, at + hit.get().words());
            end = words.get(after - 1).to();
            verbs.add(new Verb(head.code(), beginning.substring(words.get(start).from(), end)));
            directs |= head.directs();
            first = first == null ? head : first;
            index = afterConjunction(words, beginning, after);
            if (index < 0) {
                break;
            }
        }
        return first == null
                ? Optional.empty()
                : Optional.of(new Phrase(first.role(), directs, List.copyOf(verbs), end));
    }

    /** Whether the text begins with a phrase of the list, written with a capital. */
    boolean begins(String plain) {
        return !plain.isEmpty()
                && Character.isUpperCase(plain.charAt(0))
                && read(plain).isPresent();
    }

    @Nullable
    Role role(String plain) {
        return read(plain).map(Phrase::role).orElse(null);
    }

    private int skipModifiers(List<Lexicon.Word> words, int from) {
        int index = from;
        while (index < words.size()) {
            Optional<Lexicon.Hit<Boolean>> modifier = modifiers.at(words, index);
            if (modifier.isEmpty()) {
                break;
            }
            index += modifier.get().words();
        }
        return index;
    }

    /** The word after "et", "and" or a comma that is directly there; -1 when the phrase is over. */
    private static int afterConjunction(List<Lexicon.Word> words, String text, int after) {
        if (after >= words.size()) {
            return -1;
        }
        String word = words.get(after).folded();
        if (word.equals("et") || word.equals("and")) {
            return after + 1;
        }
        String gap = text.substring(words.get(after - 1).to(), words.get(after).from());
        return gap.strip().equals(",") && gap.length() <= LONGEST_GAP ? after : -1;
    }
}
