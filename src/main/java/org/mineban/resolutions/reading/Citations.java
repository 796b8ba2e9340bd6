package org.mineban.resolutions.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mineban.resolutions.Citation;
import org.mineban.resolutions.StatedDate;

/**
 * Resolutions and decisions that a text names, each with its date.
 *
 * <p>Lists share words: in "58/214 and 58/215 of 23 December 2003" the date is both's, in "la résolution 1325 (2000) du Conseil de
 * sécurité" the organ follows, in "Security Council resolution 1325 (2000)" it goes before.
 */
final class Citations {
    private record Raw(
            String number,
            @Nullable ResolutionNumber ours,
            Shape shape,
            int from,
            int to,
            @Nullable StatedDate date) {}

    private enum Shape {
        SLASHED,
        ROMAN,
        YEAR_IN_BRACKETS,
        YEAR_FIRST
    }

    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\w/.,:-])(?:((?:E?S-)?\\d{1,2}/\\d{1,3})(?:(?<=\\d)([A-Z])\\b| ([A-Z])(?![\\w.'\u2019]))?(?:( ?(?:to|\u00E0|a|-|\u2013) ?)([A-Z])(?![\\w'\u2019]))?|(\\d{1,4})(?: ([A-Z](?:(?:, [A-Z]\\b){0,9}(?: and | et )[A-Z]\\b)?))? ?\\(((?:E?S-)?[IVXLl1]{1,7})\\)|(\\d{1,4}) ?\\(((?:19|20)\\d{2})\\)|((?:19|20)\\d{2}/\\d{1,3}))(?![\\d/])");
    private static final Pattern FURTHER_LETTERS =
            Pattern.compile("\\G(?:, | and | et | ou | or )([A-Z])(?![\\w'\u2019.])");
    private static final Pattern LEAD = Pattern.compile("\\b(resolutions?|decisions?)\\b");
    private static final Pattern DATE_LINK = Pattern.compile(
            "\\G,?\\s?(?:of|du|de|dated|en date du|datee du|datees du|adopted on|adoptee le|adoptees le|en date des|both of|toutes deux du|respectivement du)?\\s?");
    private static final Pattern LIST_LINK = Pattern.compile(
            "(?:[\\s,;]|and|et|ou|or|a|to|as well as|ainsi que|also|its|ses|its resolutions?|resolutions?|decisions?|les|the|[a-z]\\b){0,12}");

    private final Dates dates;
    private final List<Map<String, String>> organs = CsvTable.load("organs.csv").rows();

    Citations(Dates dates) {
        this.dates = dates;
    }

    List<Citation> read(String plain) {
        String text = plain.replace('\u2019', '\'');
        String folded = Fold.fold(text);
        List<Raw> raws = raw(text, folded);
        List<Citation> citations = new ArrayList<>();
        for (int i = 0; i < raws.size(); i++) {
            Raw raw = raws.get(i);
            String lead = lead(folded, raw, citations.isEmpty());
            if (lead == null) {
                continue;
            }
            String organ = organ(folded, raws, i);
            Citation.Kind kind = lead.startsWith("d") ? Citation.Kind.DECISION : Citation.Kind.RESOLUTION;
            ResolutionNumber ours = raw.ours();
            boolean assembly = organ.equals("GENERAL_ASSEMBLY");
            String symbol = assembly && ours != null && kind == Citation.Kind.RESOLUTION
                    ? ours.symbol()
                    : organ.equals("SECURITY_COUNCIL") ? "S/RES/" + raw.number().replace(" ", "") : null;
            StatedDate date = raw.date() != null ? raw.date() : dateFurtherOn(folded, raws, i);
            String words = text.substring(raw.from(), raw.to());
            Citation citation = new Citation(organ, kind, raw.number(), symbol, date, words);
            if (!citations.contains(citation)) {
                citations.add(citation);
            }
        }
        return citations;
    }

    private List<Raw> raw(String text, String folded) {
        List<Raw> raws = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            int to = matcher.end();
            if (matcher.group(1) != null) {
                String letter = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
                Optional<ResolutionNumber> ours = ResolutionNumber.modern(matcher.group(1), letter);
                List<String> letters = new ArrayList<>();
                if (letter != null) {
                    letters.addAll(range(letter, matcher.group(5)));
                    to = further(text, to, letters);
                }
                addAll(raws, folded, matcher.group(1), ours, letters, Shape.SLASHED, matcher.start(), to);
            } else if (matcher.group(6) != null) {
                String letters = matcher.group(7);
                String numeral = matcher.group(8).replace('l', 'I').replace('1', 'I');
                Optional<ResolutionNumber> ours = ResolutionNumber.roman(matcher.group(6), null, numeral);
                List<String> parts = letters == null ? List.of() : List.of(letters.split(", | and | et ", -1));
                if (ours.isPresent() || numeral.matches("[IVXL]+")) {
                    addRoman(raws, folded, matcher.group(6), numeral, ours, parts, matcher.start(), to);
                }
            } else if (matcher.group(9) != null) {
                String number = matcher.group(9) + " (" + matcher.group(10) + ")";
                raws.add(new Raw(number, null, Shape.YEAR_IN_BRACKETS, matcher.start(), to, date(folded, to)));
            } else {
                raws.add(new Raw(matcher.group(11), null, Shape.YEAR_FIRST, matcher.start(), to, date(folded, to)));
            }
        }
        return raws;
    }

    private void addAll(
            List<Raw> raws,
            String folded,
            String printed,
            Optional<ResolutionNumber> ours,
            List<String> letters,
            Shape shape,
            int from,
            int to) {
        StatedDate date = date(folded, to);
        if (letters.isEmpty()) {
            String number = ours.map(ResolutionNumber::cited).orElse(printed.toUpperCase(Locale.ROOT));
            raws.add(new Raw(number, ours.orElse(null), shape, from, to, date));
        }
        for (String letter : letters) {
            Optional<ResolutionNumber> part = ours.map(number -> number.withPart(letter));
            String number = part.map(ResolutionNumber::cited).orElse(printed + " " + letter);
            raws.add(new Raw(number, part.orElse(null), shape, from, to, date));
        }
    }

    private void addRoman(
            List<Raw> raws,
            String folded,
            String serial,
            String numeral,
            Optional<ResolutionNumber> ours,
            List<String> parts,
            int from,
            int to) {
        StatedDate date = date(folded, to);
        if (parts.isEmpty()) {
            raws.add(new Raw(serial + " (" + numeral + ")", ours.orElse(null), Shape.ROMAN, from, to, date));
        }
        for (String letter : parts) {
            raws.add(new Raw(
                    serial + " " + letter + " (" + numeral + ")",
                    ours.map(number -> number.withPart(letter)).orElse(null),
                    Shape.ROMAN,
                    from,
                    to,
                    date));
        }
    }

    /** "36/172 A to P" means each of them. */
    private static List<String> range(String first, @Nullable String last) {
        List<String> letters = new ArrayList<>();
        char end = last == null ? first.charAt(0) : last.charAt(0);
        for (char c = first.charAt(0); c <= end; c++) {
            letters.add(String.valueOf(c));
        }
        return letters.isEmpty() ? List.of(first) : letters;
    }

    private static int further(String text, int from, List<String> letters) {
        Matcher matcher = FURTHER_LETTERS.matcher(text).region(from, text.length());
        int to = from;
        while (matcher.find()) {
            letters.add(matcher.group(1));
            to = matcher.end();
        }
        return to;
    }

    private @Nullable StatedDate date(String folded, int at) {
        Matcher link = DATE_LINK.matcher(folded).region(at, folded.length());
        int start = link.find() ? link.end() : at;
        return dates.dayAt(folded, start).map(Dates.Found::start).orElse(null);
    }

    /** The date of a later one in the same list, when nothing but the list stands between. */
    private static @Nullable StatedDate dateFurtherOn(String folded, List<Raw> raws, int index) {
        for (int i = index; i + 1 < raws.size(); i++) {
            Raw here = raws.get(i);
            Raw next = raws.get(i + 1);
            boolean linked = next.from() <= here.to()
                    || (next.from() - here.to() < 40
                            && LIST_LINK
                                    .matcher(folded.substring(here.to(), next.from()))
                                    .matches());
            if (!linked) {
                return null;
            }
            if (next.date() != null) {
                return next.date();
            }
        }
        return null;
    }

    /** The nearest "resolution" or "decision" before the number; nothing when it is no citation. */
    private static @Nullable String lead(String folded, Raw raw, boolean first) {
        int window = first ? 160 : 2_000;
        String before = folded.substring(Math.max(0, raw.from() - window), raw.from());
        Matcher matcher = LEAD.matcher(before);
        String lead = null;
        int end = 0;
        while (matcher.find()) {
            lead = matcher.group(1);
            end = matcher.end();
        }
        boolean certain = raw.shape() == Shape.ROMAN && raw.ours() != null;
        if (lead == null) {
            return certain ? "resolution" : null;
        }
        String between = before.substring(end);
        boolean near = between.length() < 60
                || between.chars().filter(Character::isDigit).count() > 4;
        return near || certain ? lead : null;
    }

    private String organ(String folded, List<Raw> raws, int index) {
        Raw raw = raws.get(index);
        if (raw.shape() == Shape.YEAR_IN_BRACKETS) {
            return "SECURITY_COUNCIL";
        }
        int previous = index == 0 ? 0 : raws.get(index - 1).to();
        int next = folded.length();
        for (int i = index + 1; i < raws.size(); i++) {
            if (raws.get(i).from() >= raw.to()) {
                next = raws.get(i).from();
                break;
            }
        }
        String before = folded.substring(Math.max(Math.min(previous, raw.from()), raw.from() - 90), raw.from());
        String after = folded.substring(raw.to(), Math.min(next, raw.to() + 110));
        String named = named(before, after);
        if (named != null) {
            return named;
        }
        boolean chained =
                index > 0 && raw.from() - previous < 50 && !LEAD.matcher(before).find();
        if (chained && raws.get(index - 1).shape() == raw.shape() && raw.ours() == null) {
            return organ(folded, raws, index - 1);
        }
        return switch (raw.shape()) {
            case YEAR_FIRST -> "ECONOMIC_AND_SOCIAL_COUNCIL";
            case SLASHED -> raw.ours() == null ? "OTHER" : "GENERAL_ASSEMBLY";
            case ROMAN -> raw.ours() == null ? "ECONOMIC_AND_SOCIAL_COUNCIL" : "GENERAL_ASSEMBLY";
            case YEAR_IN_BRACKETS -> "SECURITY_COUNCIL";
        };
    }

    private @Nullable String named(String before, String after) {
        for (Map<String, String> row : organs) {
            String name = Fold.fold(row.getOrDefault("words", ""));
            boolean follows = "after".equals(row.get("side"));
            int at = follows ? after.indexOf(name) : before.lastIndexOf(name);
            boolean adjacent = follows
                    ? at >= 0 && isDateOrNothing(after.substring(0, at))
                    : at >= 0 && before.length() - at - name.length() <= 30;
            if (adjacent) {
                return row.get("code");
            }
        }
        return null;
    }

    private boolean isDateOrNothing(String text) {
        String rest = text.strip();
        return rest.length() < 4
                || (rest.length() < 45
                        && dates.firstDay(rest, 0).filter(d -> d.from() < 14).isPresent());
    }
}
