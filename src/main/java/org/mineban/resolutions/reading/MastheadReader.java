package org.mineban.resolutions.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mineban.resolutions.AgendaItem;
import org.mineban.resolutions.Masthead;
import org.mineban.resolutions.Origin;
import org.mineban.resolutions.SessionName;
import org.mineban.resolutions.StatedDate;

/** Reads what stands above the title: session, agenda item, day of adoption, distribution, committee report. */
final class MastheadReader {
    private static final Pattern SESSION = Pattern.compile(
            "([a-z][a-z' -]{2,60}?|\\d{1,3}(?:e|th|st|nd|rd)) (?:(emergency special|special) )?session(?: (extraordinaire)( d'urgence)?)?(?![a-z])");
    private static final Pattern SESSION_IN_TITLE = Pattern.compile(
            "[a-z-]{3,40} (?:emergency special |special )session of the general assembly|[a-z-]{3,40} session extraordinaire(?: d'urgence)? de l'assemblee generale");
    private static final Pattern FRENCH_ITEM = Pattern.compile(
            "points?(?: subsidiaires?)? (\\d.{0,80}?) ?,? ?de l'ordre du jour|points? (\\d{1,3}(?: ?,? [a-z]{1,2}\\b ?\\)?)?)(?= |$)");
    private static final Pattern ENGLISH_ITEM = Pattern.compile(
            "agenda items?:? (\\d{1,3}(?: ?\\(?[a-z]{1,3}\\))?(?:(?:, (?:and )?| and | & | to |, )(?:\\d{1,3}(?: ?\\([a-z]{1,3}\\))?|\\([a-z]{1,3}\\)))*)|\\(items? (\\d{1,3}(?: ?\\([a-z]{1,3}\\))?)[^)]{0,20}\\)");
    private static final Pattern ITEM = Pattern.compile(
            "(\\d{1,3})(?:(?: ?\\(|, ?| )([a-z]{1,2})(?=\\)| ?,| ?$| and| et| a ))?|\\(([a-z]{1,2})\\)|(?<=[ ,])([a-z])(?=\\)| ?,| ?$)");
    private static final Pattern ADOPTED = Pattern.compile(
            "resolutions? (?:\\S{2,40} )?(?:adopted by the general assembly|adoptees? par l' ?assemblee generale)(?:\\s?,?\\s?(?:on|le|du|les))?\\s?");
    private static final Pattern DISTRIBUTION =
            Pattern.compile("distr\\.?\\s?:?\\s{0,2}(generale?|limited|limitee|restricted|restreinte)\\s{0,3}");
    private static final Pattern BRACKET =
            Pattern.compile("[\\[(]\\s?((?:on |sur |sans |without |adopt|as |tel|by |par |recomm)[^\\]]{5,400})[\\])]");
    private static final Pattern DOCUMENT = Pattern.compile(
            "[AES]/(?:[A-Z]{1,4}[-.\\dIVX]{0,8}/)?[A-Z\\d.()-]{1,12}(?:/[A-Z]{0,5}\\.?\\s?\\d{1,4}(?:/[A-Z][A-Za-z]{0,5}\\.\\s?\\d{1,4}){0,2})?");
    private static final Pattern REPORT = Pattern.compile("rapport|report");

    private final NumberWords words;
    private final Dates dates;
    private final List<Map<String, String>> committees =
            CsvTable.load("committees.csv").rows();

    MastheadReader(NumberWords words, Dates dates) {
        this.words = words;
        this.dates = dates;
    }

    /** Reads the blocks above the first resolution. */
    Masthead read(List<String> blocks) {
        String text = Marks.plain(String.join("\n", blocks)).replace('\u2019', '\'');
        String flat = text.replace('\n', ' ');
        String folded = Fold.fold(flat);
        return new Masthead(
                session(withoutSessionInTitle(folded), flat),
                items(folded),
                adopted(folded),
                distribution(folded, flat),
                distributed(folded),
                origin(flat));
    }

    private @Nullable SessionName session(String folded, String text) {
        Matcher matcher = SESSION.matcher(folded);
        int from = 0;
        while (matcher.find(from)) {
            String before = matcher.group(1);
            OptionalInt number = Character.isDigit(before.charAt(0))
                    ? OptionalInt.of(Integer.parseInt(before.replaceAll("\\D", "")))
                    : words.trailingOrdinal(before);
            if (number.isPresent()) {
                int start = ordinalStart(folded, matcher.start(1), matcher.end(1));
                return new SessionName(
                        number.getAsInt(),
                        kind(matcher),
                        text.substring(start, matcher.end()).strip());
            }
            from = matcher.end();
        }
        return null;
    }

    /**
     * The text with spaces for a special session that a title names, as "the Twelfth Special Session of the General Assembly": it is not the one of the
     * masthead. As long as before.
     */
    static String withoutSessionInTitle(String folded) {
        return SESSION_IN_TITLE
                .matcher(folded)
                .replaceAll(named -> " ".repeat(named.group().length()));
    }

    /** The session that some words name, as "sa soixante-huitième session". */
    @Nullable
    SessionName sessionIn(String plain) {
        return session(Fold.fold(plain), plain);
    }

    private static SessionName.Kind kind(Matcher matcher) {
        boolean emergency = "emergency special".equals(matcher.group(2)) || matcher.group(4) != null;
        boolean special = matcher.group(2) != null || matcher.group(3) != null;
        return emergency
                ? SessionName.Kind.EMERGENCY_SPECIAL
                : special ? SessionName.Kind.SPECIAL : SessionName.Kind.REGULAR;
    }

    private int ordinalStart(String folded, int from, int to) {
        int start = to;
        for (Lexicon.Word word : Lexicon.words(folded.substring(from, to)).reversed()) {
            boolean part = words.isNumberWord(word.folded())
                    || Character.isDigit(word.folded().charAt(0));
            if (!part) {
                break;
            }
            start = from + word.from();
        }
        return start;
    }

    private static List<AgendaItem> items(String folded) {
        Matcher french = FRENCH_ITEM.matcher(folded);
        if (french.find()) {
            return split(french.group(1) != null ? french.group(1) : french.group(2));
        }
        Matcher english = ENGLISH_ITEM.matcher(folded);
        if (english.find()) {
            return split(english.group(1) != null ? english.group(1) : english.group(2));
        }
        return List.of();
    }

    private static List<AgendaItem> split(String text) {
        List<AgendaItem> items = new ArrayList<>();
        Matcher matcher = ITEM.matcher(text.strip());
        String item = null;
        boolean itemListed = false;
        while (matcher.find()) {
            String sub = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
            sub = sub != null ? sub : matcher.group(4);
            if (matcher.group(1) != null) {
                if (item != null && !itemListed) {
                    items.add(new AgendaItem(item, null));
                }
                item = matcher.group(1);
                itemListed = false;
            }
            if (sub != null && item != null) {
                items.add(new AgendaItem(item, sub));
                itemListed = true;
            }
        }
        if (item != null && !itemListed) {
            items.add(new AgendaItem(item, null));
        }
        return items;
    }

    private @Nullable StatedDate adopted(String folded) {
        Matcher matcher = ADOPTED.matcher(folded);
        while (matcher.find()) {
            Optional<Dates.Found> day = dates.firstDay(folded, matcher.end());
            if (day.isPresent() && day.get().from() - matcher.end() <= 4) {
                return day.get().start();
            }
        }
        return null;
    }

    private static @Nullable String distribution(String folded, String text) {
        Matcher matcher = DISTRIBUTION.matcher(folded);
        return matcher.find() ? text.substring(matcher.start(1), matcher.end(1)) : null;
    }

    private @Nullable StatedDate distributed(String folded) {
        Matcher matcher = DISTRIBUTION.matcher(folded);
        if (!matcher.find()) {
            return null;
        }
        Optional<Dates.Found> day = dates.firstDay(folded, matcher.end());
        boolean near = day.isPresent() && day.get().from() - matcher.end() <= 60;
        boolean adoption =
                near && folded.substring(matcher.end(), day.get().from()).contains("general");
        return near && !adoption ? day.get().start() : null;
    }

    private @Nullable Origin origin(String text) {
        Matcher matcher = BRACKET.matcher(text);
        while (matcher.find()) {
            String content = matcher.group(1).strip();
            List<String> documents = documents(content);
            String committee = committee(Fold.fold(content));
            if (documents.isEmpty() && committee == null) {
                continue;
            }
            boolean fromCommittee =
                    committee != null && REPORT.matcher(Fold.fold(content)).find();
            String report = fromCommittee && !documents.isEmpty() ? documents.getFirst() : null;
            return new Origin(committee, report, documents, content.replaceAll("\\s+", " "));
        }
        return null;
    }

    private @Nullable String committee(String folded) {
        for (Map<String, String> row : committees) {
            if (folded.contains(Fold.fold(row.getOrDefault("words", "")))) {
                return row.get("code");
            }
        }
        return null;
    }

    /** Symbols of documents in a text, in order, once each. */
    static List<String> documents(String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = DOCUMENT.matcher(text);
        while (matcher.find()) {
            String symbol = matcher.group().replaceAll("[.()-]+$", "");
            boolean inWord = matcher.start() > 0 && Character.isLetterOrDigit(text.charAt(matcher.start() - 1));
            boolean bare = symbol.length() < 4 || !symbol.chars().anyMatch(Character::isDigit);
            if (!inWord && !bare && !found.contains(symbol)) {
                found.add(symbol);
            }
        }
        return found;
    }
}
