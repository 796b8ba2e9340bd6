package org.mineban.search.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mineban.platform.FactColumn;
import org.mineban.platform.FactTable;

/**
 * The forms under which an Arabic word is found: without vowel signs, without the article and what is written together with it, letters that
 * are often exchanged made one, common endings taken off, broken plurals of the field made their singular.
 *
 * <p>The article begins with a bare alef, so it is looked for before the alefs are made one: {@code ألغام}, mines, does not begin with it,
 * and {@code الألغام}, the mines, does. Written carelessly without hamza, {@code الغام} may be either, and has both forms.
 */
final class ArabicForms {

    private static final List<String> WITH_ARTICLE =
            List.of("وبال", "وكال", "وال", "بال", "كال", "فال", "ولل", "لل", "ال");
    private static final String WRITTEN_TOGETHER = "وفبكل";
    private static final List<String> ENDINGS = List.of("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي");
    private static final int SHORTEST = 3;

    /** Plurals that change the word within, by their form, with the form of the singular; no rule gives them. */
    private static final Map<String, String> PLURALS = FactTable.resource(
                    "search/arabic-plurals.csv",
                    FactColumn.of("singular", FactColumn.Kind.TEXT),
                    FactColumn.of("plural", FactColumn.Kind.TEXT))
            .rows()
            .stream()
            .collect(Collectors.toUnmodifiableMap(row -> stem(row.get("plural")), row -> stem(row.get("singular"))));

    private ArabicForms() {}

    /** The word without vowel signs and without the stroke that only lengthens a word on paper. */
    static String withoutSigns(String word) {
        StringBuilder bare = new StringBuilder(word.length());
        word.codePoints()
                .filter(character -> Character.getType(character) != Character.NON_SPACING_MARK && character != 'ـ')
                .forEach(bare::appendCodePoint);
        return bare.toString().replace('ٱ', 'ا');
    }

    /** Every form of a word, which is without signs already; the likeliest first. */
    static Set<String> of(String word) {
        Set<String> forms = new LinkedHashSet<>();
        for (String prefix : WITH_ARTICLE) {
            if (word.startsWith(prefix) && word.length() - prefix.length() >= SHORTEST - 1) {
                forms.add(form(word.substring(prefix.length())));
                break;
            }
        }
        forms.add(form(word));
        if (WRITTEN_TOGETHER.indexOf(word.charAt(0)) >= 0 && word.length() > SHORTEST + 1) {
            forms.add(form(word.substring(1)));
        }
        return forms;
    }

    private static String form(String word) {
        String stem = stem(word);
        return PLURALS.getOrDefault(stem, stem);
    }

    private static String stem(String word) {
        String folded = word.replace('أ', 'ا')
                .replace('إ', 'ا')
                .replace('آ', 'ا')
                .replace('ى', 'ي')
                .replace('ی', 'ي')
                .replace('ک', 'ك')
                .replace('ئ', 'ي')
                .replace('ؤ', 'و')
                .replace('ة', 'ه');
        for (String ending : ENDINGS) {
            if (folded.endsWith(ending) && folded.length() - ending.length() >= SHORTEST) {
                return folded.substring(0, folded.length() - ending.length());
            }
        }
        return folded;
    }
}
