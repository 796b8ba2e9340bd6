package org.mineban.resolutions.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mineban.resolutions.MeetingMention;
import org.mineban.resolutions.MeetingMention.Kind;
import org.mineban.resolutions.StatedDate;

/**
 * Meetings that a text names, with place and days.
 *
 * <p>Two forms. One noun for many ("les onze premières assemblées des États parties, tenues à Maputo (1999), à Genève (2000) …") is
 * spread out: ordinals on one side, places and years on the other, in order. One noun for one ("la deuxième Conférence …, tenue à
 * Carthagène (Colombie) du 30 novembre au 4 décembre 2009") is read as it stands.
 */
final class Meetings {
    private record Group(Kind kind, List<Integer> ordinals, int from, int nounEnd) {}

    private record Held(
            String place, StatedDate start, @Nullable StatedDate end) {}

    private static final Pattern HELD = Pattern.compile(
            "\\b(?:held|convened|take place|tenue?s?|se tenir|se tiendra|s'est tenue|se sont tenues|aura lieu|avoir lieu|reunie?s?|taking place|se reunir|organisee?s?)\\b");
    private static final Pattern PLACE_YEAR = Pattern.compile(
            "\\G(?:[,;]? ?(?:and |et |ainsi qu'|as well as )?)(?:(?:in|at|\u00E0|au|aux|en|sur) )?((?:\\p{Ll}[\\p{L}']{0,12} ){0,6}\\p{Lu}[^()\\d;]{1,60}?) ?\\((\\d{4}(?:(?:, | and | et |, and )\\d{4}){0,9})\\)");
    private static final Pattern PLACE = Pattern.compile(
            "^(?: |, )?(?:again )?(?:in|at|\u00E0|au|aux|en|sur) ((?:les rives de la |the |la |le |l')?\\p{Lu}[^;]{1,80}?)(?=,? (?:from|on|du|le|in \\d|en \\d|the \\d|les \\d|between|\\d)|[;.]|, (?:and|et|which|qui|at|\u00E0|by|par|with|avec|the|la|le|les)\\b|$)");
    private static final Pattern YEAR = Pattern.compile("\\b(1[89]\\d{2}|20\\d{2})\\b");

    private final NumberWords words;
    private final Dates dates;
    private final List<NounPattern> nouns = new ArrayList<>();

    private record NounPattern(Pattern pattern, Kind kind) {}

    Meetings(NumberWords words, Dates dates) {
        this.words = words;
        this.dates = dates;
        for (Map<String, String> row : CsvTable.load("meeting-nouns.csv").rows()) {
            String noun = Fold.fold(row.getOrDefault("words", "")).replace("...", "[^,;.()]{0,80}?");
            nouns.add(new NounPattern(
                    Pattern.compile("\\b" + noun + "(?![a-z])"), Kind.valueOf(row.getOrDefault("kind", "OTHER"))));
        }
    }

    List<MeetingMention> read(String plain) {
        String text = plain.replace('\u2019', '\'');
        String folded = Fold.fold(text);
        List<Group> groups = groups(folded);
        List<MeetingMention> found = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            int limit = i + 1 < groups.size() ? groups.get(i + 1).from() : folded.length();
            found.addAll(spread(group, text, folded, limit));
        }
        found.addAll(others(text, folded, groups));
        return found;
    }

    private List<Group> groups(String folded) {
        List<Group> groups = new ArrayList<>();
        for (NounPattern noun : nouns) {
            Matcher matcher = noun.pattern().matcher(folded);
            while (matcher.find()) {
                int start = matcher.start();
                boolean inside = groups.stream().anyMatch(g -> start < g.nounEnd() && g.from() <= start);
                if (!inside) {
                    int from = ordinalsStart(folded, start);
                    List<Integer> ordinals = ordinals(folded.substring(from, start));
                    groups.add(new Group(noun.kind(), ordinals, ordinals.isEmpty() ? start : from, matcher.end()));
                }
            }
        }
        groups.sort((a, b) -> Integer.compare(a.from(), b.from()));
        return groups;
    }

    /** Walks back over number words and the little words between them. */
    private int ordinalsStart(String folded, int nounStart) {
        int windowStart = Math.max(0, nounStart - 260);
        List<Lexicon.Word> before = Lexicon.words(folded.substring(windowStart, nounStart));
        int from = nounStart;
        for (Lexicon.Word word : before.reversed()) {
            boolean little =
                    List.of("et", "and", "to", "a", "la", "les", "the", "de").contains(word.folded());
            boolean number = words.isNumberWord(word.folded()) || word.folded().matches("\\d{1,2}(?:e|th|st|nd|rd)");
            if (!little && !number) {
                break;
            }
            if (number && !word.folded().equals("et") && !word.folded().equals("and")) {
                from = windowStart + word.from();
            }
        }
        return from;
    }

    /** "onze premières" is 1 to 11, "First to Twenty-first" too; "first, second and third" are three. */
    private List<Integer> ordinals(String text) {
        String phrase = text.strip();
        if (phrase.isEmpty()) {
            return List.of();
        }
        Matcher range = Pattern.compile("^(?:de la )?(.{3,40}?) (?:to|a la|a) (?:the )?(.{3,40})$")
                .matcher(phrase);
        if (range.matches()) {
            OptionalInt first = words.ordinal(range.group(1));
            OptionalInt last = words.ordinal(range.group(2));
            if (first.isPresent() && last.isPresent() && first.getAsInt() < last.getAsInt()) {
                return IntStream.rangeClosed(first.getAsInt(), last.getAsInt())
                        .boxed()
                        .toList();
            }
        }
        Matcher firsts = Pattern.compile("^(?:the )?(.{2,30}) premier(?:e?s)$|^(?:the )?first (.{2,30})$")
                .matcher(phrase);
        if (firsts.matches()) {
            OptionalInt count = words.cardinal(firsts.group(1) != null ? firsts.group(1) : firsts.group(2));
            if (count.isPresent()) {
                return IntStream.rangeClosed(1, count.getAsInt()).boxed().toList();
            }
        }
        List<Integer> ordinals = new ArrayList<>();
        OptionalInt whole = words.ordinal(phrase);
        if (whole.isPresent() && !phrase.contains(",") && !separates(phrase)) {
            return List.of(whole.getAsInt());
        }
        for (String piece : phrase.split(", (?:and |et )?(?:la |the )?| and (?:the )?| et (?:la )?", -1)) {
            Matcher digits = Pattern.compile("(\\d{1,2})(?:e|th|st|nd|rd)").matcher(piece.strip());
            OptionalInt value =
                    digits.matches() ? OptionalInt.of(Integer.parseInt(digits.group(1))) : words.ordinal(piece);
            value.ifPresent(ordinals::add);
        }
        return ordinals;
    }

    /** Whether an "and" stands between two ordinals and not inside one. */
    private boolean separates(String phrase) {
        String[] halves = phrase.split(" (?:and|et) ", 2);
        return halves.length == 2 && words.ordinal(halves[0]).isPresent();
    }

    private List<MeetingMention> spread(Group group, String text, String folded, int limit) {
        String window = folded.substring(group.nounEnd(), Math.min(limit, folded.length()));
        Matcher held = HELD.matcher(window);
        List<Held> places = new ArrayList<>();
        int wordsEnd = group.nounEnd();
        if (held.find() && held.start() < 130) {
            int at = group.nounEnd() + held.end();
            Matcher list = PLACE_YEAR.matcher(text).region(at, text.length());
            while (list.find() && list.start() < limit) {
                for (String year : list.group(2).split("\\D+", -1)) {
                    places.add(new Held(list.group(1).strip(), StatedDate.ofYear(Integer.parseInt(year)), null));
                }
                wordsEnd = list.end();
            }
            if (places.isEmpty()) {
                int end = Math.min(text.length(), Math.min(limit, at + 150));
                Held single = single(text.substring(at, end));
                if (single != null) {
                    places.add(single);
                    wordsEnd = end;
                }
            }
        }
        String phrase = text.substring(group.from(), group.nounEnd());
        List<MeetingMention> mentions = new ArrayList<>();
        int count = Math.max(1, group.ordinals().size());
        boolean aligned = places.size() == count;
        for (int i = 0; i < count; i++) {
            Integer ordinal =
                    group.ordinals().isEmpty() ? null : group.ordinals().get(i);
            Held place = aligned ? places.get(i) : null;
            String said = count == 1 && wordsEnd > group.nounEnd() ? text.substring(group.from(), wordsEnd) : phrase;
            mentions.add(new MeetingMention(
                    group.kind(),
                    ordinal,
                    place == null || place.place().isEmpty() ? null : place.place(),
                    place == null ? null : place.start(),
                    place == null ? null : place.end(),
                    said.strip()));
        }
        boolean named = mentions.size() > 1
                || mentions.getFirst().ordinal() != null
                || mentions.getFirst().start() != null;
        return named ? mentions : List.of();
    }

    private @Nullable Held single(String after) {
        Matcher place = PLACE.matcher(after);
        String name = place.find() ? place.group(1).strip() : "";
        String rest = Fold.fold(after.substring(name.isEmpty() ? 0 : place.end(1)));
        Optional<Dates.Found> span = dates.firstSpanOrDay(rest);
        if (span.isPresent() && span.get().from() < 40) {
            return new Held(tidy(name), span.get().start(), span.get().end());
        }
        Matcher year = YEAR.matcher(rest);
        if (year.find() && year.start() < 30) {
            return new Held(tidy(name), StatedDate.ofYear(Integer.parseInt(year.group(1))), null);
        }
        return null;
    }

    private static String tidy(String place) {
        return place.endsWith(",") ? place.substring(0, place.length() - 1) : place;
    }

    /** Any other conference or session said to be held at a place and time. */
    private List<MeetingMention> others(String text, String folded, List<Group> groups) {
        List<MeetingMention> found = new ArrayList<>();
        Matcher held = HELD.matcher(folded);
        while (held.find()) {
            int at = held.start();
            boolean known = groups.stream().anyMatch(g -> at >= g.from() && at - g.nounEnd() < 130);
            Held when = known ? null : single(text.substring(held.end(), Math.min(text.length(), held.end() + 150)));
            boolean vague =
                    when != null && when.place().isEmpty() && when.start().day() == null;
            if (when == null || vague) {
                continue;
            }
            int from = Math.max(0, at - 180);
            int wordStart = from == 0 ? 0 : text.indexOf(' ', from) + 1;
            String before = text.substring(Math.min(wordStart, at), at);
            int cut = Math.max(
                    before.lastIndexOf(';'), Math.max(before.lastIndexOf(" that "), before.lastIndexOf(" que ")));
            String noun = before.substring(cut + 1)
                    .replaceAll("[ ,]+(?:which was|was|to be|qui s'est|qui a ete|qui se sont|s'est|a ete)?[ ,]*$", "");
            found.add(new MeetingMention(
                    Kind.OTHER,
                    null,
                    when.place().isEmpty() ? null : when.place(),
                    when.start(),
                    when.end(),
                    lastPhrase(noun)));
        }
        return found;
    }

    /** From the last capital that begins a name: good enough to tell a reader which conference is meant. */
    private static String lastPhrase(String noun) {
        Matcher start = Pattern.compile(
                        "\\b(?:the|la|le|l'|les|its|sa|a|an|une?|du|au|aux) ?(?=\\p{Lu}|[a-z\u00E0-\u00FF-]+ (?:session|meeting|conf|r\u00E9union|conference))")
                .matcher(noun);
        int from = 0;
        while (start.find()) {
            if (noun.length() - start.end() > 12) {
                from = start.end();
                if (noun.length() - from < 90) {
                    break;
                }
            }
        }
        return noun.substring(from).strip();
    }
}
