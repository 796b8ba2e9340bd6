package org.mineban.operations.mapping;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words of columns and cells as they are compared: small letters without accents, one blank between words. */
final class PlainWord {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}@+]+");

    private PlainWord() {}

    static String of(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return BETWEEN.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
