package org.mineban.parties;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.mineban.kernel.StateCode;

/** Finds the States a person may have meant by a code that does not exist. */
final class NearestStates {

    private static final int SHOWN = 3;

    private NearestStates() {}

    /** The three codes nearest to what was typed: by code, and by the beginning of a name in any language. */
    static List<StateCode> to(String typed, List<State> states) {
        String wanted = fold(typed);
        return states.stream()
                .sorted(Comparator.comparingInt((State state) -> distance(wanted, state))
                        .thenComparing(State::code))
                .limit(SHOWN)
                .map(State::code)
                .toList();
    }

    private static int distance(String wanted, State state) {
        boolean named = wanted.length() > 1
                && state.names().values().stream()
                        .flatMap(List::stream)
                        .anyMatch(name -> fold(name.name()).startsWith(wanted));
        return named ? 0 : 1 + editDistance(wanted, fold(state.code().iso3()));
    }

    private static String fold(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static int editDistance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= Math.min(a.length(), 40); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
