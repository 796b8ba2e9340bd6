package org.mineban.resolutions.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Footnotes: which blocks are notes, and which bare digits in the text are their marks. */
final class Notes {
    /** A block that is a note. */
    record Note(String mark, String text) {}

    private static final Pattern MARKED = Pattern.compile("^\uE000([^\uE001]{1,6})\uE001\\s?[/:.)]?\\s{0,3}(?=\\S)");
    private static final Pattern SLASHED = Pattern.compile("^(\\d{1,3}|[a-z])\\s?/\\s{1,3}(?=\\S)");
    private static final Pattern BARE = Pattern.compile("^(\\d{1,3})\\s{1,3}(?=[\\p{Lu}\u00AB\"\u201C\uE002*<])");
    private static final Pattern GLUED = Pattern.compile(
            "^(\\d{1,3})(?=(?:Voir|See|Ibid|R\u00E9solution|Resolution|Nations Unies|United Nations)\\b)");
    private static final Pattern STAR = Pattern.compile("^(\\*{1,3})\\s?(?=[\\p{Lu}\u00AB])");
    private static final Pattern CUE = Pattern.compile(
            "^(?:voir|see|ibid|id\\.|resolution|decision|[aes]/|nations unies|united nations|documents officiels|official records|report|rapport|publication|pour |for |the |league|societe|proces|bulletin|[a-z]{2,6}/|treaty|recueil|journal|international|organisation|organization|cf|subsequently|adopted|adopte|general assembly|ce |cette |le |la |les |l'|en |a |by |at |in |as |this|unless|also|aussi)");
    private static final Pattern TORN = Pattern.compile(
            "^(?:voir |see |ibid|resolution|[aes]/\\d|nations unies, recueil|united nations, treaty|documents officiels|official records)");
    private static final Pattern DOCUMENT_ONLY = Pattern.compile(
            "^(?:(?:voir |see )?[aes]/[a-z0-9/.()-]{3,30}(?:,? (?:et|and) (?:[aes]/[a-z0-9/.()-]{3,30}|corr\\.\\d|add\\.\\d))?|ibid[^;]{0,50})[.,]$");
    private static final Pattern DAY = Pattern.compile(
            "\\s{1,2}(?i:janu|janv|feb|f\u00E9v|fev|mar[cs]|apr|avr|ma[iy]\\b|jun|juin|jul|juil|aug|ao\u00FBt|aout|sep|oct|nov|d[e\u00E9]c)");
    private static final Pattern MONTH = Pattern.compile(
            "^(?:january|february|march|april|may|june|july|august|september|october|november|december)\\b");
    private static final Pattern NEXT = Pattern.compile("(?<=[.;)])\\s{1,3}(?=\uE000[^\uE001]{1,6}\uE001\\s)");
    private static final Pattern BARE_MARK = Pattern.compile(
            "(?<=[\\p{L}\u00BB\u201D\"'\\])\uE003%\\d.,;])(\\s?)(\\d{1,3})(?=[\\s,;.:)\u00BB\"\uE003]|$)");
    /** Words after which a number is a number and not a footnote mark. */
    private static final Set<String> BEFORE_A_NUMBER = CsvTable.load("words-before-numbers.csv").rows().stream()
            .map(row -> row.getOrDefault("word", ""))
            .collect(Collectors.toUnmodifiableSet());

    private Notes() {}

    /** Reads a block as a note, if it is one. {@code afterEnd}: the paragraph before it has come to its end. */
    static Optional<Note> read(String block, Verbs verbs, boolean afterEnd, boolean starred) {
        Matcher marked = MARKED.matcher(block);
        if (marked.find()) {
            return Optional.of(new Note(marked.group(1), block.substring(marked.end())));
        }
        if (Shapes.heading(block).isPresent()) {
            return Optional.empty();
        }
        for (Pattern pattern : new Pattern[] {SLASHED, GLUED}) {
            Matcher matcher = pattern.matcher(block);
            if (matcher.find()) {
                return Optional.of(new Note(matcher.group(1), block.substring(matcher.end())));
            }
        }
        Matcher star = STAR.matcher(block);
        if (starred && star.find()) {
            return Optional.of(new Note(star.group(1), block.substring(star.end())));
        }
        Matcher bare = BARE.matcher(block);
        if (!bare.find()) {
            return Optional.empty();
        }
        String rest = Marks.plain(block.substring(bare.end()));
        String folded = Fold.fold(rest);
        boolean cue = CUE.matcher(folded).find();
        boolean other = MONTH.matcher(folded).find()
                || verbs.role(rest) == Verbs.Role.OPERATIVE
                || folded.startsWith("plenary")
                || Furniture.is(block);
        return !other && (cue || afterEnd)
                ? Optional.of(new Note(bare.group(1), block.substring(bare.end())))
                : Optional.empty();
    }

    /** A note whose mark has been torn off: it stands alone, or right below a number that stands alone. */
    static boolean isMarkless(String block, boolean belowNumber) {
        boolean ibid = block.length() < 60 && block.startsWith("Ibid");
        if (block.length() > 300 || (!block.endsWith(".") && !ibid) || block.charAt(0) == Marks.NOTE_OPEN) {
            return false;
        }
        String folded = Fold.fold(Marks.plain(block));
        return TORN.matcher(folded).find()
                && (belowNumber || DOCUMENT_ONLY.matcher(folded).matches());
    }

    /** Cuts a block of several notes before each further mark. */
    static List<String> cut(String block) {
        return block.isEmpty() || block.charAt(0) != Marks.NOTE_OPEN ? List.of(block) : List.of(NEXT.split(block, -1));
    }

    /**
     * Turns bare digits that are footnote marks into marks. Digits are one when a note with that mark exists, the marks come in order, and the
     * word before does not ask for a number.
     *
     * @param last the mark met last; the state of the walk through the document
     */
    static String mark(String block, Set<String> known, int[] last) {
        Matcher matcher = BARE_MARK.matcher(block);
        StringBuilder text = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            String mark = matcher.group(2);
            int value = Integer.parseInt(mark);
            boolean inOrder = last[0] == 0 || value <= last[0] + 3;
            boolean glued = matcher.group(1).isEmpty();
            boolean day =
                    DAY.matcher(block).region(matcher.end(), block.length()).lookingAt();
            boolean told = !day && (known.contains(mark) || (glued && cannotBeANumber(block, matcher)));
            if (told && inOrder && !asksForNumber(block, matcher.start(), glued)) {
                text.append(block, from, matcher.start()).append(Marks.note(mark));
                from = matcher.end();
                last[0] = Math.max(last[0], value);
            }
        }
        return text.append(block.substring(from)).toString();
    }

    /** Digits stuck to a comma or semicolon after a word, or to a long word: no number is written so. */
    private static boolean cannotBeANumber(String block, Matcher matcher) {
        int at = matcher.start();
        char before = block.charAt(at - 1);
        if (before == ',' || before == ';') {
            return at >= 2 && !Character.isDigit(block.charAt(at - 2));
        }
        if (before == '.') {
            return at >= 5 && matcher.end() == block.length() && Character.isLowerCase(block.charAt(at - 2));
        }
        int letters = 0;
        while (letters < at && Character.isLowerCase(block.charAt(at - 1 - letters))) {
            letters++;
        }
        return letters >= 5;
    }

    private static boolean asksForNumber(String block, int at, boolean glued) {
        char before = block.charAt(at - 1);
        if (Character.isDigit(before)) {
            return glued || !endsWithYear(block, at);
        }
        if (before == '.') {
            return glued || (at >= 2 && !Character.isLetter(block.charAt(at - 2)));
        }
        if (before == ',' || before == ';') {
            return !glued;
        }
        if (!Character.isLetter(before)) {
            return before == '\'' || before == '%';
        }
        int start = at;
        while (start > 0 && Character.isLetter(block.charAt(start - 1))) {
            start--;
        }
        String word = Fold.fold(block.substring(start, at));
        return (!glued && BEFORE_A_NUMBER.contains(word)) || (glued && word.length() < 3);
    }

    private static boolean endsWithYear(String block, int at) {
        return at >= 4 && block.substring(at - 4, at).chars().allMatch(Character::isDigit);
    }

    /** The mark as a number, when it is one. */
    static @Nullable Integer value(String mark) {
        return !mark.isEmpty() && mark.length() <= 3 && mark.chars().allMatch(Character::isDigit)
                ? Integer.valueOf(mark)
                : null;
    }
}
