package org.mineban.resolutions.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mineban.resolutions.reading.Sheet.RawNote;

/** Finds the paragraphs of a document again: lines are joined, page breaks healed, notes and furniture set apart. */
final class Blocks {
    private static final Pattern MASTHEAD_LINE = Pattern.compile(
            "^(?:distr\\b|[a-z' -]{4,60} session(?: extraordinaire)?(?: d'urgence)?$|points? \\d|agenda items? \\d|resolutions? adopt|\\[ ?(?:on |sur |sans |without )|original ?:|general assembly$|assemblee generale$)");
    private static final Pattern STARRED = Pattern.compile("[\\p{L}\\p{N})]\\*{1,3}(?:\\s|$|\uE003)|\uE000\\*");
    private static final Pattern NUMBERS = Pattern.compile("^\\d{1,4}\\s?(?:/\\d|\\([12IVX])");
    private static final String ENDS = ".;:,!?";

    private final Verbs verbs;
    private final Plenary plenary;

    Blocks(Verbs verbs, Plenary plenary) {
        this.verbs = verbs;
        this.plenary = plenary;
    }

    Sheet read(String clean) {
        boolean starred = STARRED.matcher(clean).find();
        List<String> bodies = new ArrayList<>();
        List<RawNote> notes = new ArrayList<>();
        List<String> furniture = new ArrayList<>();
        List<String> distributions = new ArrayList<>();
        String lone = "";
        boolean distribution = false;
        for (String group : group(clean)) {
            for (String block : Notes.cut(group)) {
                boolean displaced =
                        Furniture.isDistribution(block) || (distribution && plenary.dateLine(block) != null);
                distribution = Furniture.isDistribution(block);
                if (displaced) {
                    distributions.add(Marks.plain(block));
                    continue;
                }
                if (Furniture.is(block)) {
                    furniture.add(Marks.plain(block));
                    lone = Notes.value(Marks.plain(block)) == null ? "" : Marks.plain(block);
                    continue;
                }
                String mark = lone;
                lone = "";
                if (Notes.isMarkless(block, !mark.isEmpty())) {
                    notes.add(new RawNote(mark, Marks.plain(block), bodies.size()));
                    continue;
                }
                boolean afterEnd = bodies.isEmpty() || hasEnded(bodies.getLast());
                Optional<Notes.Note> note = Notes.read(block, verbs, afterEnd, starred);
                if (note.isPresent()) {
                    notes.add(new RawNote(
                            note.get().mark(), Marks.plain(note.get().text()), bodies.size()));
                } else if (!bodies.isEmpty() && continues(bodies.getLast(), block)) {
                    bodies.add(join(bodies.removeLast(), block));
                } else {
                    bodies.add(block);
                }
            }
        }
        return new Sheet(marked(bodies, notes), notes, furniture, distributions);
    }

    private static List<String> marked(List<String> bodies, List<RawNote> notes) {
        Set<String> known = new LinkedHashSet<>();
        for (RawNote note : notes) {
            if (Notes.value(note.mark()) != null) {
                known.add(note.mark());
            }
        }
        int[] last = {0};
        return bodies.stream().map(block -> Notes.mark(block, known, last)).toList();
    }

    /** Lines to blocks: a blank line parts them, and so does a line that can only begin something. */
    private List<String> group(String clean) {
        List<String> groups = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String raw : clean.split("\n", -1)) {
            String line = raw.strip();
            if (line.isEmpty()) {
                flush(current, groups);
                continue;
            }
            if (!current.isEmpty() && startsAnew(current, line)) {
                flush(current, groups);
            }
            if (!current.isEmpty()) {
                current.append(' ');
            }
            current.append(line);
        }
        flush(current, groups);
        return groups;
    }

    private static void flush(StringBuilder current, List<String> groups) {
        if (!current.isEmpty()) {
            groups.add(current.toString());
            current.setLength(0);
        }
    }

    private boolean startsAnew(StringBuilder before, String line) {
        boolean small = before.length() < 240;
        String open = small ? before.toString() : before.substring(before.length() - 200);
        if (small && plenary.read(open).isPresent()) {
            return plenary.dateLine(line) == null;
        }
        if (line.startsWith("|") != open.startsWith("|") || Furniture.is(line)) {
            return true;
        }
        if (small && (Furniture.is(open) || Shapes.isBareOpening(open) || Shapes.letter(open) != null)) {
            return true;
        }
        if (Shapes.letter(line) != null && line.length() == 1) {
            return true;
        }
        char end = lastChar(open);
        boolean ended = ENDS.indexOf(end) >= 0 || end == ']';
        String plain = Marks.plain(line);
        if (ended && verbs.begins(plain)) {
            return true;
        }
        return isStructural(line, ended);
    }

    /** Whether the block can only be the beginning of something. {@code afterEnd}: what stands before has come to an end. */
    private boolean isStructural(String block, boolean afterEnd) {
        Optional<Shapes.Numbered> numbered = Shapes.numbered(block);
        if (numbered.isPresent()) {
            String rest = Marks.plain(numbered.get().rest());
            return afterEnd || verbs.begins(rest);
        }
        Optional<Shapes.Numbered> stopless = Shapes.numberedWithoutStop(block);
        if (stopless.isPresent()
                && afterEnd
                && verbs.role(Marks.plain(stopless.get().rest())) == Verbs.Role.OPERATIVE) {
            return true;
        }
        boolean label = Labels.read(block).isPresent();
        return (label && afterEnd)
                || (Shapes.isBareOpening(block) && (afterEnd || !Character.isLowerCase(block.charAt(0))))
                || (Shapes.opening(block) >= 0 && afterEnd)
                || (Shapes.heading(block).isPresent() && afterEnd)
                || plenary.read(block).isPresent()
                || (Shapes.annex(block) != null && afterEnd)
                || (!block.isEmpty() && block.charAt(0) == Marks.NOTE_OPEN)
                || (block.length() < 200
                        && MASTHEAD_LINE.matcher(Fold.fold(Marks.plain(block))).find());
    }

    /** Whether a block goes on with the paragraph before it, cut by a page break or a note. */
    private boolean continues(String before, String block) {
        if (before.startsWith("|") || block.startsWith("|") || !isParagraph(before)) {
            return false;
        }
        String plain = Marks.plain(block);
        if (plain.isEmpty() || verbs.begins(plain) || plenary.read(before).isPresent()) {
            return false;
        }
        boolean ended = hasEnded(before);
        if (isStructural(block, ended)
                || Shapes.section(block) != null
                || Shapes.letter(block) != null
                || Shapes.annex(block) != null) {
            return false;
        }
        boolean lower =
                Character.isLowerCase(plain.charAt(0)) && Labels.read(block).isEmpty();
        char end = lastChar(before);
        if (!ended) {
            return lower || end != ')' || Shapes.heading(block).isEmpty();
        }
        boolean numbers = end == ',' && NUMBERS.matcher(plain).find();
        return numbers || (lower && (end == ',' || (end == ';' && !plain.endsWith(";"))));
    }

    private boolean isParagraph(String block) {
        return Shapes.numbered(block).isPresent()
                || Labels.read(block).isPresent()
                || verbs.begins(Marks.plain(block))
                || (block.length() > 150 && !block.startsWith("["));
    }

    private static boolean hasEnded(String block) {
        return ENDS.indexOf(lastChar(block)) >= 0;
    }

    /** The last character that is not a note mark, a quotation mark or a space. */
    private static char lastChar(String block) {
        String plain = Marks.plain(block.substring(Math.max(0, block.length() - 60)));
        int at = plain.length() - 1;
        while (at > 0 && "\"\u00BB\u201D' *".indexOf(plain.charAt(at)) >= 0) {
            at--;
        }
        return at < 0 ? ' ' : plain.charAt(at);
    }

    private static String join(String before, String block) {
        boolean hyphen = before.endsWith("-") && Character.isLowerCase(block.charAt(0));
        return hyphen ? before.substring(0, before.length() - 1) + block : before + " " + block;
    }
}
