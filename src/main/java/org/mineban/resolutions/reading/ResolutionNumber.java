package org.mineban.resolutions.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mineban.resolutions.SessionName;

/**
 * The number of a resolution: 67/32 since the thirty-first session, 3363 (XXX) before it, S-10/2 and ES-10/17 in special sessions.
 *
 * @param serial 32 in 67/32, 3363 in 3363 (XXX)
 * @param sessionText "67", "XXX", "S-10", "ES-I" as it stands in the number
 */
record ResolutionNumber(
        int serial,
        String sessionText,
        int session,
        SessionName.Kind kind,
        boolean roman,
        @Nullable String part) {
    private static final Pattern SLASHED =
            Pattern.compile("(E?S-)?(\\d{1,2})\\s?/\\s?(\\d{1,3})", Pattern.CASE_INSENSITIVE);
    private static final Pattern SYMBOL = Pattern.compile(
            "A/RES/((?:E?S-)?\\d{1,2}/\\d{1,3})(?:[ /-]?([A-Z])\\b)?|A/RES/(\\d{1,4})(?: ([A-Z]))?\\s?\\(((?:E?S-)?[IVX]{1,6})\\)");
    private static final Pattern FILE_NAME = Pattern.compile(
            "(?i)A[-_ ]RES[-_ ](?:(\\d{1,4})[-_ ]?\\(((?:E?S-)?[IVX]{1,6})\\)([A-Z])?|((?:E?S-)?\\d{1,2})[-_](\\d{1,3})(?:[-_ ]?([A-Z])(?![A-Za-z]))?)");

    static Optional<ResolutionNumber> modern(String text, @Nullable String part) {
        Matcher matcher = SLASHED.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int session = Integer.parseInt(matcher.group(2));
        SessionName.Kind kind = kind(matcher.group(1));
        boolean known = kind == SessionName.Kind.REGULAR ? session >= 31 && session <= 150 : session >= 1;
        int serial = Integer.parseInt(matcher.group(3));
        if (!known || serial == 0) {
            return Optional.empty();
        }
        String prefix = matcher.group(1) == null ? "" : matcher.group(1).toUpperCase(Locale.ROOT);
        return Optional.of(new ResolutionNumber(serial, prefix + session, session, kind, false, part));
    }

    static Optional<ResolutionNumber> roman(String serial, @Nullable String part, String sessionText) {
        String upper = sessionText.startsWith("e") || sessionText.startsWith("s")
                ? sessionText.toUpperCase(Locale.ROOT)
                : sessionText;
        String prefix = upper.startsWith("ES-") ? "ES-" : upper.startsWith("S-") ? "S-" : "";
        String numeral = Roman.repair(upper.substring(prefix.length()));
        OptionalInt session = Roman.value(numeral);
        if (session.isEmpty() || session.getAsInt() > 30) {
            return Optional.empty();
        }
        return Optional.of(new ResolutionNumber(
                Integer.parseInt(serial), prefix + numeral, session.getAsInt(), kind(prefix), true, part));
    }

    /** The number in a document symbol anywhere in the text. */
    static Optional<ResolutionNumber> inSymbol(String text) {
        Matcher matcher = SYMBOL.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        return matcher.group(1) != null
                ? modern(matcher.group(1), matcher.group(2))
                : roman(matcher.group(3), matcher.group(4), matcher.group(5));
    }

    /** The number in a file name such as A-RES-67-32.fr.txt or A_RES_3363(XXX).pdf. */
    static Optional<ResolutionNumber> inFileName(String name) {
        Matcher matcher = FILE_NAME.matcher(name);
        if (!matcher.find()) {
            return Optional.empty();
        }
        return matcher.group(1) != null
                ? roman(matcher.group(1), matcher.group(3), matcher.group(2))
                : modern(matcher.group(4) + "/" + matcher.group(5), matcher.group(6));
    }

    private static SessionName.Kind kind(@Nullable String prefix) {
        if (prefix == null || prefix.isEmpty()) {
            return SessionName.Kind.REGULAR;
        }
        return prefix.length() == 2 ? SessionName.Kind.SPECIAL : SessionName.Kind.EMERGENCY_SPECIAL;
    }

    ResolutionNumber withPart(@Nullable String letter) {
        return new ResolutionNumber(serial, sessionText, session, kind, roman, letter);
    }

    /** Whether both name the same document. To the thirtieth session one serial ran through all sessions, so it alone decides. */
    boolean sameText(ResolutionNumber other) {
        return serial == other.serial && roman == other.roman && (roman || sessionText.equals(other.sessionText));
    }

    /** As people cite it: 67/32, 55/33 V, 3363 (XXX), 2200 A (XXI). */
    String cited() {
        String letter = part == null ? "" : " " + part;
        return roman ? serial + letter + " (" + sessionText + ")" : sessionText + "/" + serial + letter;
    }

    /** Symbol of the document; the letter of a part is not in it. */
    String symbol() {
        return roman ? "A/RES/" + serial + "(" + sessionText + ")" : "A/RES/" + sessionText + "/" + serial;
    }
}
