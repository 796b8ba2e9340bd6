package org.mineban.resolutions.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.resolutions.StatedDate;

/**
 * Dates that recognition has spoiled, "16 décemhre /981": only for short lines where a date must stand, since what it accepts would be
 * wrong elsewhere.
 */
final class SpoiledDates {
    private static final int SHORTEST_MONTH = 5;
    private static final int MOST_SPOILED = 2;
    private static final String LIKE_ONE = "/lij!|[]r\u0131";
    private static final String LIKE_ZERO = "oq";

    private final Map<String, Integer> months;

    /** @param months names of the months, folded, with their numbers */
    SpoiledDates(Map<String, Integer> months) {
        this.months = months;
    }

    /** The date of a line; nothing unless day, month and year can all be told. */
    Optional<StatedDate> read(String folded) {
        List<String> words = List.of(folded.replace("()", "0")
                .replace(",", " ")
                .replace(".", " ")
                .strip()
                .split("\\s+", -1));
        for (int i = 1; i < words.size(); i++) {
            int month = month(words.get(i));
            int day = month > 0 ? day(words, i - 1) : 0;
            int year = day > 0 ? year(words, i + 1) : 0;
            if (year > 0) {
                return Optional.of(StatedDate.ofDay(year, month, day));
            }
        }
        return Optional.empty();
    }

    private int month(String word) {
        String letters = word.replaceAll("[^a-z]", "");
        int best = 0;
        int bestDistance = MOST_SPOILED + 1;
        for (Map.Entry<String, Integer> month : months.entrySet()) {
            int allowed = month.getKey().length() < SHORTEST_MONTH ? 0 : MOST_SPOILED;
            int distance = Distance.of(letters, month.getKey());
            if (distance <= allowed && distance < bestDistance && letters.length() > 2) {
                best = month.getValue();
                bestDistance = distance;
            }
        }
        return best;
    }

    private static int day(List<String> words, int at) {
        String own = words.get(at);
        if (own.endsWith("er") || own.endsWith("'r") || own.endsWith("pr")) {
            return 1;
        }
        String digits = digits(own);
        String before = at > 0 ? digits(words.get(at - 1)) : "";
        String both = digits.length() == 1 && before.length() == 1 && Character.isDigit(before.charAt(0))
                ? before + digits
                : digits;
        int day = both.isEmpty() || both.length() > 2 ? 0 : Integer.parseInt(both);
        return day <= 31 ? day : 0;
    }

    private static int year(List<String> words, int at) {
        StringBuilder year = new StringBuilder();
        for (int i = at; i < words.size() && year.length() < 4; i++) {
            String digits = digits(words.get(i));
            if (digits.isEmpty()) {
                return 0;
            }
            year.append(digits);
        }
        int value = year.length() == 4 ? Integer.parseInt(year.toString()) : 0;
        return value >= 1945 && value <= 2100 ? value : 0;
    }

    /** The digits of a word that is nothing but digits, some of them spoiled; empty otherwise. */
    private static String digits(String word) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Character.isDigit(c)) {
                digits.append(c);
            } else if (LIKE_ONE.indexOf(c) >= 0) {
                digits.append('1');
            } else if (LIKE_ZERO.indexOf(c) >= 0) {
                digits.append('0');
            } else {
                return "";
            }
        }
        return digits.toString();
    }
}
