package org.mineban.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mineban.disclosure.PersonalData;
import org.mineban.geography.Severity;

/** Checks of words: signs of a wrong encoding (V-53), and what identifies a person in a field for everybody (V-54). */
final class TextChecks {

    private static final Pattern DAMAGED = Pattern.compile("\ufffd|Ã[\u0080-\u00bf±©³¡]|Ð[\u0080-\u00bf]|â€");
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.]{2,}");
    private static final Pattern TELEPHONE = Pattern.compile("(?<![\\d.,])\\+\\d[\\d ()-]{7,}\\d");

    /** The one text that is a code of somebody else's system, and may look like the number of a paper. */
    private static final String REFERENCE = "reference";

    private TextChecks() {}

    static List<Finding> check(Dictionary dictionary, Content content) {
        List<Finding> found = new ArrayList<>();
        content.fields().texts().forEach((name, text) -> {
            boolean words = name.startsWith(Fields.KEPT_COLUMN)
                    || dictionary
                            .find(content.kind(), name)
                            .filter(field -> field.type() == FieldType.TEXT)
                            .isPresent();
            if (!words) {
                return;
            }
            if (DAMAGED.matcher(text).find()) {
                found.add(Finding.of("V-53", Severity.WARNS, name, "", Map.of("field", name, "value", text)));
            }
            boolean written = !name.startsWith(Fields.KEPT_COLUMN) && !name.equals(REFERENCE);
            if (ADDRESS.matcher(text).find()
                    || TELEPHONE.matcher(text).find()
                    || (written && !PersonalData.find(text).isEmpty())) {
                found.add(Finding.of("V-54", Severity.BLOCKS, name, "", Map.of("field", name)));
            }
        });
        return found;
    }
}
