package org.mineban.resolutions.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Labels of sub-paragraphs: "(a)", "a)", "(ii)", "1)", dashes. */
final class Labels {
    /** How a label counts. */
    enum Style {
        LETTER,
        ROMAN,
        NUMBER,
        DASH
    }

    /** One way to read a label: "i" may be the ninth letter or the first numeral. */
    record Reading(Style style, int value) {}

    /** A label and what follows it. */
    record Label(String printed, List<Reading> readings, String rest) {}

    private static final Pattern LABEL = Pattern.compile(
            "^\uE002?(\\(\\s?([a-z]{1,2}|[ivxl]{1,5}|\\d{1,2})\\s?\\)|([a-z]{1,2}|[ivxl]{1,5}|\\d{1,2})\\s?\\)|([a-z])\\.(?=\\s)|[\u2013\u2014\u2022\u25CF\u00B7-](?=\\s))\uE003?\\s{0,3}(?=\\S)");

    private Labels() {}

    static Optional<Label> read(String block) {
        Matcher matcher = LABEL.matcher(block);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String core = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
        core = core != null ? core : matcher.group(4);
        List<Reading> readings = new ArrayList<>();
        if (core == null) {
            readings.add(new Reading(Style.DASH, 0));
        } else if (Character.isDigit(core.charAt(0))) {
            readings.add(new Reading(Style.NUMBER, Integer.parseInt(core)));
        } else {
            boolean doubled = core.length() == 2 && core.charAt(0) == core.charAt(1);
            if (core.length() == 1) {
                readings.add(new Reading(Style.LETTER, core.charAt(0) - 'a' + 1));
            } else if (doubled) {
                readings.add(new Reading(Style.LETTER, 26 + core.charAt(0) - 'a' + 1));
            }
            OptionalInt roman = Roman.value(Roman.repair(core));
            if (roman.isPresent() && core.chars().allMatch(c -> "ivxl".indexOf(c) >= 0)) {
                readings.add(new Reading(Style.ROMAN, roman.getAsInt()));
            }
        }
        if (readings.isEmpty()) {
            return Optional.empty();
        }
        String printed = matcher.group(1).replace(" ", "");
        return Optional.of(new Label(printed, List.copyOf(readings), block.substring(matcher.end())));
    }
}
