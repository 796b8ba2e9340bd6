package org.mineban.portal;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.Map;
import java.util.stream.Collectors;
import org.mineban.kernel.Language;
import org.mineban.platform.MendedText;
import org.mineban.platform.Messages;
import org.mineban.platform.ReviewState;

/** English with accents, in brackets, and 40 per cent longer: what translations do to a page, readable by who tests it. */
final class PseudoLanguage {

    private static final String PLAIN = "AaEeIiOoUuCcNnSsYy";
    private static final String ACCENTED = "ÅáÉèÍïÖôÜùÇçÑñŠšÝý";

    private PseudoLanguage() {}

    /** The messages, English ones replaced. */
    static Messages messages() {
        Messages own = new Messages();
        Map<String, MendedText> texts = own.keys(Language.ENGLISH).stream()
                .filter(key -> !key.startsWith("language."))
                .collect(Collectors.toMap(
                        key -> key,
                        key -> new MendedText(
                                key,
                                longer(own.pattern(Language.ENGLISH, key)),
                                ReviewState.REVIEWED,
                                "test",
                                "2026-11-24",
                                "")));
        return new Messages(Map.of(Language.ENGLISH, texts));
    }

    /** A pattern whose placeholders and choices are untouched. */
    static String longer(String pattern) {
        MessagePattern parts = new MessagePattern(pattern);
        StringBuilder longer = new StringBuilder();
        int letters = 0;
        int copied = 0;
        for (int i = 1; i < parts.countParts(); i++) {
            Part before = parts.getPart(i - 1);
            int from = before.getLimit();
            int to = parts.getPatternIndex(i);
            boolean said = switch (before.getType()) {
                case MSG_START, ARG_LIMIT, REPLACE_NUMBER, SKIP_SYNTAX, INSERT_CHAR -> true;
                default -> false;
            };
            longer.append(pattern, copied, Math.max(copied, from));
            String text = pattern.substring(Math.max(copied, from), Math.max(to, Math.max(copied, from)));
            longer.append(said ? accented(text) : text);
            letters += said ? text.length() : 0;
            copied = Math.max(copied, to);
        }
        longer.append(pattern, copied, pattern.length());
        return "[" + longer + " " + padding((letters * 2 + 4) / 5) + "]";
    }

    private static String accented(String text) {
        return text.chars()
                .map(letter -> PLAIN.indexOf(letter) < 0 ? letter : ACCENTED.charAt(PLAIN.indexOf(letter)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Words of a length that real ones have. */
    private static String padding(int length) {
        return "lóngér "
                        .repeat(length / 7 + 1)
                        .substring(0, Math.max(1, length))
                        .strip() + "!";
    }
}
