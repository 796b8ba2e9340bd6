package org.mineban.search;

import java.util.ArrayList;
import java.util.List;
import org.mineban.kernel.Language;

/** The names of the fields of the index. */
final class Fields {

    static final String KIND = "kind";
    static final String STATE = "state";
    static final String YEAR = "year";
    static final String ADDRESS = "address";
    static final String CONFIDENCE = "confidence";
    /** Whole titles and codes, folded. */
    static final String EXACT = "exact";
    /** Words as they are spelt, folded. */
    static final String SPELLING = "spelling";

    private Fields() {}

    static String title(Language language) {
        return "title-" + language.code();
    }

    static String body(Language language) {
        return "body-" + language.code();
    }

    /** Every field that has words of texts. */
    static List<String> words() {
        List<String> fields = new ArrayList<>();
        for (Language language : Language.values()) {
            fields.add(title(language));
            fields.add(body(language));
        }
        return fields;
    }
}
