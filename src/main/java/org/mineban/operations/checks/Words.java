package org.mineban.operations.checks;

import java.util.Arrays;
import java.util.Locale;

/** How alike two texts are. */
final class Words {

    /** From this share of letters on that need no change, two names are alike. */
    private static final double ALIKE = 0.8;

    private Words() {}

    /** How many letters must be put in, taken out, changed, or swapped with their neighbour to make one text of the other. */
    static int distance(String one, String other) {
        int[] last = new int[other.length() + 1];
        int[] before = new int[other.length() + 1];
        Arrays.setAll(last, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + change);
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) {
                    now[j] = Math.min(now[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = now;
        }
        return last[other.length()];
    }

    /** Whether two names are so alike that one may be the other. */
    static boolean alike(String one, String other) {
        String first = plain(one);
        String second = plain(other);
        int longest = Math.max(first.length(), second.length());
        return longest > 0 && distance(first, second) <= (1 - ALIKE) * longest;
    }

    /** A code as people compare it: without case, spaces and dashes. */
    static String plain(String code) {
        StringBuilder plain = new StringBuilder(code.length());
        code.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(letter -> !Character.isWhitespace(letter)
                        && !Character.isSpaceChar(letter)
                        && Character.getType(letter) != Character.DASH_PUNCTUATION
                        && letter != '_')
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
