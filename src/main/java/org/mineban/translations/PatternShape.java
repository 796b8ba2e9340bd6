package org.mineban.translations;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a message pattern takes and how it chooses.
 *
 * @param kinds each placeholder's name and what is done with it: {@code plain}, {@code plural}, {@code selectordinal}, {@code select}, or the
 *     name of a format such as {@code number}
 * @param choices every plural, ordinal plural and choice by word, with its branches
 * @param said what it says besides its placeholders, all branches one after the other
 */
record PatternShape(Map<String, Set<String>> kinds, List<Choice> choices, String said) {

    static final String PLAIN = "plain";
    static final String PLURAL = "plural";
    static final String ORDINAL = "selectordinal";
    static final String SELECT = "select";

    /** One choice between branches, as {@code {count, plural, one {…} other {…}}}. */
    record Choice(String name, String kind, Set<String> branches) {

        /** The branches but those for a number itself, as {@code =0}. */
        Set<String> words() {
            Set<String> words = new TreeSet<>(branches);
            words.removeIf(branch -> branch.startsWith("="));
            return words;
        }
    }

    PatternShape {
        kinds = Map.copyOf(kinds);
        choices = List.copyOf(choices);
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException when it is none
     * @throws IndexOutOfBoundsException when it is none
     */
    static PatternShape of(String pattern) {
        MessagePattern parts = new MessagePattern(pattern);
        Map<String, Set<String>> kinds = new TreeMap<>();
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < parts.countParts(); i++) {
            if (parts.getPartType(i) == Part.Type.ARG_START) {
                String name = parts.getSubstring(parts.getPart(i + 1));
                String kind = kind(parts, i);
                kinds.computeIfAbsent(name, _ -> new TreeSet<>()).add(kind);
                if (kind.equals(PLURAL) || kind.equals(ORDINAL) || kind.equals(SELECT)) {
                    choices.add(new Choice(name, kind, branches(parts, i)));
                }
            }
        }
        return new PatternShape(kinds, choices, said(parts));
    }

    /** The names of the placeholders. */
    Set<String> names() {
        return new TreeSet<>(kinds.keySet());
    }

    /** Whether there is a choice of that kind. */
    boolean has(String kind) {
        return choices.stream().anyMatch(choice -> choice.kind().equals(kind));
    }

    /** What is done with one placeholder. */
    Set<String> kinds(String name) {
        return kinds.getOrDefault(name, Set.of());
    }

    private static String said(MessagePattern parts) {
        StringBuilder said = new StringBuilder();
        for (int i = 1; i < parts.countParts(); i++) {
            Part before = parts.getPart(i - 1);
            boolean text = switch (before.getType()) {
                case MSG_START, ARG_LIMIT, REPLACE_NUMBER, SKIP_SYNTAX, INSERT_CHAR -> true;
                default -> false;
            };
            if (text) {
                said.append(parts.getPatternString(), before.getLimit(), parts.getPatternIndex(i))
                        .append(' ');
            }
        }
        return said.toString();
    }

    private static String kind(MessagePattern parts, int start) {
        ArgType type = parts.getPart(start).getArgType();
        return switch (type) {
            case NONE -> PLAIN;
            case PLURAL -> PLURAL;
            case SELECTORDINAL -> ORDINAL;
            case SELECT -> SELECT;
            case CHOICE -> "choice";
            case SIMPLE -> parts.getSubstring(parts.getPart(start + 2));
        };
    }

    private static Set<String> branches(MessagePattern parts, int start) {
        Set<String> branches = new TreeSet<>();
        int end = parts.getLimitPartIndex(start);
        for (int i = start + 1; i < end; i++) {
            Part part = parts.getPart(i);
            if (part.getType() == Part.Type.ARG_SELECTOR) {
                branches.add(parts.getSubstring(part));
            } else if (part.getType() == Part.Type.MSG_START) {
                i = parts.getLimitPartIndex(i);
            }
        }
        return branches;
    }
}
