package org.mineban.resolutions.reading;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes away what the printer, the scanner and the converter added: hyphens at line ends, superscripts in many notations, italics,
 * spaces of all widths, comments. What carries meaning becomes a {@linkplain Marks mark}.
 */
final class Typesetting {
    private static final Pattern FRONT_MATTER = Pattern.compile("\\A\\s{0,20}---\\n(?:[^\\n]{0,2000}\\n){1,60}?---\\n");
    private static final Pattern COMMENT = Pattern.compile("<!--[^>]{0,500}-->");
    private static final Pattern BREAK_TAG = Pattern.compile("(?i)<br ?/?>|</p>|</div>|</h[1-6]>");
    private static final Pattern SUP_TAG = Pattern.compile("(?i)<sup>\\s?([^<]{1,8})</sup>");
    private static final Pattern ANY_TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,300}>");
    private static final Pattern BRACED = Pattern.compile("\\$?[ ]?\\^\\{([^{}\\n]{1,12})\\}\\$?");
    private static final Pattern CARET = Pattern.compile("\\^(\\d{1,3}|\\*|[a-z]{1,4}\\b)");
    private static final Pattern REFERENCE = Pattern.compile("\\[\\^([0-9a-zA-Z*]{1,6})\\]");
    private static final Pattern SUPERSCRIPT_DIGITS =
            Pattern.compile("[\u2070\u00B9\u00B2\u00B3\u2074-\u2079]{1,3}(?:\\s?/)?");
    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*\\n]{1,400})\\*\\*");
    private static final Pattern ITALIC = Pattern.compile("\\*(?!\\s)([^*]{1,400}?)(?<!\\s)\\*");
    private static final Pattern UNDERSCORED =
            Pattern.compile("(?<![\\w_])_(?![\\s_])([^_\\n]{1,300}?)(?<![\\s_])_(?![\\w_])");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6}\\s{1,4}");
    private static final Pattern QUOTED = Pattern.compile("(?m)^>\\s{1,4}");
    private static final Pattern RULE = Pattern.compile("(?m)^[ _\\-\u2014\u2013=*.\u00B7|\u2022~\\\\]{3,}+$");
    private static final Pattern LABELLED_ROW = Pattern.compile(
            "(?m)^\\|[ ]{0,20}(\\(?[a-z]{1,4}\\)|\\d{1,2}\\.) {0,20}\\| {0,20}(\\S[^|\\n]{0,6000})\\|[ |]{0,40}$");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([_*\\[\\]().#~>+-])");
    private static final Pattern OCR_BREAK = Pattern.compile("(?<=\\p{L})\\s?\u203A\\s{0,3}(?=\\p{L})");
    private static final Pattern LINE_HYPHEN =
            Pattern.compile("(\\p{L}{1,30})[-\u00AC\u00AD]\\n\\s{0,8}(\\p{Ll}{1,30})");
    private static final Pattern FIRST_OF_MONTH =
            Pattern.compile("\\b[lI1]\\s?e[rR]\\b(?=\\s{1,3}(?:janv|f.vr|mars|avr|mai|juin|juil|ao|sept|oct|nov|d.c))");
    private static final Pattern TORN_CAPITAL =
            Pattern.compile("(?m)^(\\d{1,3}\\.\\s{1,2})?([B-HJ-NP-XZ]) (?=[\\p{Ll}]{4,})");
    private static final Pattern ORDINAL_GAP = Pattern.compile("(?<=\\d)\\s(?:e|er|ème|eme|th|st|nd|rd)(?=[\\s,])");
    private static final Pattern NUMERO = Pattern.compile("\\bn\\s(os?)\\b");
    private static final Pattern SPACES = Pattern.compile("[ \\t]{2,}");
    private static final Set<String> KEEPING_HYPHEN = Set.of(
            "non",
            "sous",
            "self",
            "vice",
            "ex",
            "mi",
            "co",
            "anti",
            "demi",
            "inter",
            "well",
            "long",
            "short",
            "high",
            "low",
            "sud",
            "nord",
            "est",
            "ouest",
            "north",
            "south",
            "east",
            "west",
            "mid",
            "post",
            "pre",
            "multi",
            "socio",
            "semi",
            "vingt",
            "trente",
            "quarante",
            "cinquante",
            "soixante",
            "quatre",
            "dix",
            "twenty",
            "thirty",
            "forty",
            "fifty",
            "sixty",
            "seventy",
            "eighty",
            "ninety",
            "peut",
            "celle",
            "celui",
            "ceux",
            "celles",
            "au",
            "ci",
            "c'est",
            "dessous");

    /** Up to this length the whole text is asked whether a word is written with its hyphen elsewhere. */
    private static final int SEARCHABLE = 300_000;

    private Typesetting() {}

    /** Clean text, its lines kept. Form feeds stay as they are: they are page breaks. */
    static String clean(String raw) {
        String text = Normalizer.normalize(raw, Normalizer.Form.NFC);
        text = characters(text);
        if (text.startsWith("---") || text.startsWith("\n---")) {
            text = FRONT_MATTER.matcher(text).replaceFirst("");
        }
        if (text.indexOf('<') >= 0) {
            text = COMMENT.matcher(text).replaceAll("\n");
            text = BREAK_TAG.matcher(text).replaceAll("\n");
            text = SUP_TAG.matcher(text).replaceAll("^{$1}");
            text = ANY_TAG.matcher(text).replaceAll("");
        }
        if (text.indexOf('&') >= 0) {
            text = text.replace("&amp;", "&")
                    .replace("&nbsp;", " ")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">");
        }
        text = RULE.matcher(text).replaceAll("");
        text = superscripts(text);
        text = italics(text);
        text = LABELLED_ROW.matcher(text).replaceAll("$1 $2");
        text = text.replace(Marks.ITALIC_OPEN + ". ", ". " + Marks.ITALIC_OPEN);
        text = ESCAPE.matcher(text).replaceAll("$1");
        text = HEADING.matcher(text).replaceAll("");
        text = text.replace("$$", "");
        text = QUOTED.matcher(text).replaceAll("");
        if (text.indexOf('\u203A') >= 0) {
            text = OCR_BREAK.matcher(text).replaceAll("");
        }
        text = hyphens(text);
        text = TORN_CAPITAL.matcher(text).replaceAll("$1$2");
        text = FIRST_OF_MONTH.matcher(text).replaceAll("1er");
        text = ORDINAL_GAP.matcher(text).replaceAll(match -> match.group().strip());
        text = NUMERO.matcher(text).replaceAll("n$1");
        return SPACES.matcher(text).replaceAll(" ");
    }

    private static String characters(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\r' -> {
                    if (i + 1 >= text.length() || text.charAt(i + 1) != '\n') {
                        clean.append('\n');
                    }
                }
                case '\u00A0', '\u2007', '\u2009', '\u200A', '\u202F', '\u2002', '\u2003', '\u2005', '\u2006', '\t' ->
                    clean.append(' ');
                case '\u200B', '\u200C', '\u200D', '\uFEFF', '\u2060', '\u200E', '\u200F' -> {}
                case '\u00AD' -> {
                    if (i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                        clean.append(c);
                    }
                }
                case '\u2010', '\u2011' -> clean.append('-');
                case '\u2028', '\u2029', '\u000B', '\u0085' -> clean.append('\n');
                case '\f' -> clean.append("\n\f\n");
                case '\uE000', '\uE001', '\uE002', '\uE003' -> {}
                default -> {
                    if (c == '\n' || c >= ' ') {
                        clean.append(c);
                    }
                }
            }
        }
        return clean.toString();
    }

    private static String superscripts(String text) {
        String clean = text.replace("\u1D49\u02B3", "er").replace("\u1D49", "e");
        if (clean.indexOf('^') >= 0) {
            clean = BRACED.matcher(clean).replaceAll(match -> raised(match.group(1)));
            clean = REFERENCE.matcher(clean).replaceAll(match -> Matcher.quoteReplacement(Marks.note(match.group(1))));
            clean = CARET.matcher(clean).replaceAll(match -> raised(match.group(1)));
        }
        return SUPERSCRIPT_DIGITS.matcher(clean).replaceAll(match -> Marks.note(lowered(match.group())));
    }

    private static String raised(String content) {
        String inner = content.strip();
        boolean mark = inner.matches("\\d{1,3}[a-z*]?/?|\\*{1,3}");
        return Matcher.quoteReplacement(mark ? Marks.note(inner.replace("/", "")) : inner);
    }

    private static String lowered(String digits) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            switch (c) {
                case '\u00B9' -> plain.append('1');
                case '\u00B2' -> plain.append('2');
                case '\u00B3' -> plain.append('3');
                case '/', ' ' -> {}
                default -> plain.append((char) (c - '\u2070' + '0'));
            }
        }
        return plain.toString();
    }

    private static String italics(String text) {
        String clean = text;
        if (clean.indexOf('*') >= 0) {
            clean = BOLD.matcher(clean).replaceAll("$1");
            String replacement = Marks.ITALIC_OPEN + "$1" + Marks.ITALIC_CLOSE;
            clean = ITALIC.matcher(clean).replaceAll(match -> {
                String inner = match.group(1);
                boolean acrossParagraphs = inner.contains("\n\n");
                return acrossParagraphs ? Matcher.quoteReplacement(match.group()) : replacement;
            });
        }
        if (clean.indexOf('_') >= 0) {
            clean = UNDERSCORED.matcher(clean).replaceAll(Marks.ITALIC_OPEN + "$1" + Marks.ITALIC_CLOSE);
        }
        return clean;
    }

    private static String hyphens(String text) {
        if (!text.contains("-\n") && !text.contains("\u00AD\n") && !text.contains("\u00AC\n")) {
            return text;
        }
        return LINE_HYPHEN.matcher(text).replaceAll(match -> {
            String left = match.group(1);
            boolean keep = KEEPING_HYPHEN.contains(Fold.fold(left))
                    || (text.length() < SEARCHABLE && text.contains(left + "-" + match.group(2)));
            boolean soft = text.charAt(match.end(1)) != '-';
            return Matcher.quoteReplacement(left + (keep && !soft ? "-" : "") + match.group(2));
        });
    }
}
