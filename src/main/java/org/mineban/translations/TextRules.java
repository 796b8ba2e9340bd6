package org.mineban.translations;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.PluralRules;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.mineban.kernel.Language;
import org.mineban.platform.Messages;
import org.mineban.platform.MixedScripts;

/**
 * The rules that a text in another language must keep, so that it can be shown in place of the English one. They are the same for what comes with
 * the program, what a translator sends back and what stands in the folder of mended texts.
 */
public final class TextRules {

    /** No text of ours needs more characters. */
    static final int LONGEST = 10_000;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\ufffe\\uffff\\p{Cs}]");

    private TextRules() {}

    /** The first rule that the text breaks; empty when it can be used. */
    public static Optional<BrokenRule> check(Language language, String english, String text) {
        if (text.isBlank()) {
            return broken("empty", Map.of());
        }
        if (text.length() > LONGEST) {
            return broken("too-long", Map.of("length", text.length(), "limit", LONGEST));
        }
        if (CONTROL.matcher(text).find()) {
            return broken("control-character", Map.of());
        }
        if (text.contains("'")) {
            return broken("straight-apostrophe", Map.of());
        }
        PatternShape given;
        try {
            given = PatternShape.of(text);
            var _ = new MessageFormat(text, Messages.locale(language));
        } catch (IllegalArgumentException | IndexOutOfBoundsException notPattern) {
            return broken("pattern", Map.of());
        }
        if (given.said().contains("{") || given.said().contains("}")) {
            return broken("pattern", Map.of());
        }
        PatternShape wanted = PatternShape.of(english);
        return placeholders(wanted, given)
                .or(() -> kinds(wanted, given))
                .or(() -> branches(language, wanted, given))
                .or(() -> script(language, given.said()))
                .or(() -> MixedScripts.firstIn(given.said())
                        .flatMap(word -> broken("mixed-scripts", Map.of("word", word))));
    }

    private static Optional<BrokenRule> placeholders(PatternShape wanted, PatternShape given) {
        Set<String> missing = wanted.names();
        missing.removeAll(given.names());
        Set<String> unknown = given.names();
        unknown.removeAll(wanted.names());
        return missing.isEmpty() && unknown.isEmpty()
                ? Optional.empty()
                : broken("placeholders", Map.of("missing", braced(missing), "unknown", braced(unknown)));
    }

    private static String braced(Set<String> names) {
        return names.isEmpty() ? "none" : "{" + String.join("} {", names) + "}";
    }

    /**
     * A placeholder may be left plain or chosen by its words, since grammar asks for it in one language and not in another; but what is no
     * number in the English text is none here, and formats are the program's matter.
     */
    private static Optional<BrokenRule> kinds(PatternShape wanted, PatternShape given) {
        for (String name : given.names()) {
            for (String kind : given.kinds(name)) {
                boolean counts = kind.equals(PatternShape.PLURAL) || kind.equals(PatternShape.ORDINAL);
                boolean allowed = kind.equals(PatternShape.PLAIN)
                        || kind.equals(PatternShape.SELECT)
                        || wanted.kinds(name).contains(kind)
                        || (counts && wanted.kinds(name).stream().anyMatch(TextRules::number));
                if (!allowed) {
                    return broken("placeholder-kind", Map.of("name", "{" + name + "}", "kind", kind));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean number(String kind) {
        return kind.equals("number") || kind.equals(PatternShape.PLURAL) || kind.equals(PatternShape.ORDINAL);
    }

    private static Optional<BrokenRule> branches(Language language, PatternShape wanted, PatternShape given) {
        for (PatternShape.Choice choice : given.choices()) {
            Set<String> needed = needed(language, wanted, choice);
            Set<String> missing = new TreeSet<>(needed);
            missing.removeAll(choice.words());
            Set<String> unknown = choice.words();
            unknown.removeAll(needed);
            if (!missing.isEmpty() || !unknown.isEmpty()) {
                return broken(
                        choice.kind().equals(PatternShape.SELECT) ? "choice-words" : "plural-forms",
                        Map.of(
                                "name",
                                "{" + choice.name() + "}",
                                "missing",
                                missing.isEmpty() ? "none" : String.join(", ", missing),
                                "unknown",
                                unknown.isEmpty() ? "none" : String.join(", ", unknown),
                                "needed",
                                String.join(", ", needed)));
            }
        }
        return Optional.empty();
    }

    private static Set<String> needed(Language language, PatternShape wanted, PatternShape.Choice choice) {
        return switch (choice.kind()) {
            case PatternShape.PLURAL -> pluralForms(language);
            case PatternShape.ORDINAL ->
                new TreeSet<>(PluralRules.forLocale(Messages.locale(language), PluralRules.PluralType.ORDINAL)
                        .getKeywords());
            default -> {
                Set<String> words = new TreeSet<>();
                wanted.choices().stream()
                        .filter(other -> other.name().equals(choice.name())
                                && other.kind().equals(PatternShape.SELECT))
                        .forEach(other -> words.addAll(other.words()));
                yield words.isEmpty() ? choice.words() : words; // a choice that only this language makes
            }
        };
    }

    /** The forms that a plural of that language needs, as {@code few, many, one, other}. */
    static Set<String> pluralForms(Language language) {
        return new TreeSet<>(PluralRules.forLocale(Messages.locale(language)).getKeywords());
    }

    /** Arabic, Chinese and Russian have writing of their own: a text with letters and none of theirs is another language. */
    private static Optional<BrokenRule> script(Language language, String said) {
        int script = switch (language) {
            case ARABIC -> UScript.ARABIC;
            case CHINESE -> UScript.HAN;
            case RUSSIAN -> UScript.CYRILLIC;
            case ENGLISH, FRENCH, SPANISH -> UScript.LATIN;
        };
        long letters = said.codePoints().filter(UCharacter::isLetter).count();
        boolean own = said.codePoints().anyMatch(letter -> UScript.getScript(letter) == script);
        return letters > 12 && !own ? broken("script", Map.of()) : Optional.empty();
    }

    private static Optional<BrokenRule> broken(String rule, Map<String, Object> values) {
        return Optional.of(new BrokenRule(rule, values));
    }
}
