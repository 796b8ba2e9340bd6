package org.mineban.exchange.reading;

import java.util.List;
import java.util.Map;
import org.mineban.exchange.ReadingFinding;
import org.mineban.exchange.ReadingFinding.Kind;

/** Finds letters that a wrong encoding left behind: the sign for "unknown", and UTF-8 read as something else. */
final class DamagedText {

    private static final int SHOWN = 80;

    private DamagedText() {}

    static void look(List<String> columns, List<String> values, List<ReadingFinding> found) {
        for (int i = 0; i < values.size(); i++) {
            if (damaged(values.get(i))) {
                String value = values.get(i);
                found.add(new ReadingFinding(
                        Kind.DAMAGED_TEXT,
                        Map.of(
                                "column",
                                columns.get(i),
                                "value",
                                value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value)));
            }
        }
    }

    static boolean damaged(String text) {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one < 0x80) {
                continue;
            }
            if (one == '\uFFFD') {
                return true;
            }
            if (i + 1 < text.length()) {
                char next = text.charAt(i + 1);
                boolean follows = next >= 0x80 && next <= 0xBF;
                // Ã followed by such a sign, or Ø and Ù for Arabic, Ð and Ñ for Russian: the two bytes of one letter.
                if (follows && (one == 'Ã' || one == 'Â' || one == 'Ø' || one == 'Ù' || one == 'Ð' || one == 'Ñ')) {
                    return true;
                }
            }
        }
        return false;
    }
}
