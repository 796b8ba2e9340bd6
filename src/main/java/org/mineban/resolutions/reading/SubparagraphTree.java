package org.mineban.resolutions.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mineban.resolutions.reading.Labels.Reading;
import org.mineban.resolutions.reading.Labels.Style;

/** Puts labelled sub-paragraphs where they belong: "i)" after "h)" is a ninth letter, "i)" after "b)" begins a list below it. */
final class SubparagraphTree {
    private record Level(Draft parent, Reading last) {}

    private static final Pattern INLINE = Pattern.compile(
            "(?<=[:;,\u2013\u2014])(?: and| et| or| ou)? (?=\\(?[a-z]{1,2}\\) |\\([ivx]{1,4}\\) |[ivx]{1,4}\\) )");

    private final Deque<Level> levels = new ArrayDeque<>();
    private final Draft root;

    SubparagraphTree(Draft root) {
        this.root = root;
    }

    /** Adds a labelled block below the root. */
    void add(Labels.Label label) {
        Draft child = new Draft(label.printed(), label.rest());
        Level level = place(label.readings());
        level.parent().children.add(child);
        levels.push(level);
    }

    private Level place(List<Reading> readings) {
        Level next = continued(readings);
        if (next != null) {
            return next;
        }
        Optional<Reading> first = readings.stream().filter(r -> r.value() == 1).findFirst();
        if (readings.size() > 1) {
            first = readings.stream()
                    .filter(r -> r.style() == Style.ROMAN && r.value() == 1)
                    .findFirst()
                    .or(() -> readings.stream().filter(r -> r.value() == 1).findFirst());
        }
        Reading reading = first.orElse(readings.getFirst());
        if (levels.isEmpty()) {
            return new Level(root, reading);
        }
        boolean used = levels.stream().anyMatch(level -> level.last().style() == reading.style());
        if (used) {
            while (levels.peek() != null && levels.peek().last().style() != reading.style()) {
                levels.pop();
            }
            Level same = levels.pop();
            return new Level(same.parent(), reading);
        }
        Draft parent = levels.peek().parent();
        return new Level(parent.children.isEmpty() ? parent : parent.children.getLast(), reading);
    }

    /** The innermost open list that this label goes on with. */
    private @Nullable Level continued(List<Reading> readings) {
        int depth = 0;
        for (Level level : levels) {
            for (Reading reading : readings) {
                boolean dash = reading.style() == Style.DASH && level.last().style() == Style.DASH;
                boolean next = reading.style() == level.last().style()
                        && reading.value() == level.last().value() + 1;
                if (dash || next) {
                    for (int i = 0; i <= depth; i++) {
                        levels.pop();
                    }
                    return new Level(level.parent(), reading);
                }
            }
            depth++;
        }
        return null;
    }

    /**
     * Cuts a paragraph whose sub-paragraphs were run together on one line, ": (a) …; (b) …". A list inside a sentence stays where it is.
     */
    static List<String> unfold(String block) {
        if (!block.contains(") ") || !block.contains(":")) {
            return List.of(block);
        }
        List<String> pieces = new ArrayList<>();
        Matcher matcher = INLINE.matcher(block);
        int from = 0;
        int expected = 1;
        char before = ':';
        while (matcher.find()) {
            Optional<Labels.Label> label =
                    Labels.read(block.substring(matcher.end(), Math.min(block.length(), matcher.end() + 40)));
            int value = expected;
            boolean next = label.isPresent() && label.get().readings().stream().anyMatch(r -> r.value() == value);
            char end = block.charAt(matcher.start() - 1);
            if (next && (expected == 1 ? end == before : end == ';' || end == ',')) {
                pieces.add(block.substring(from, matcher.start()).strip());
                from = matcher.end();
                expected++;
            }
        }
        pieces.add(block.substring(from).strip());
        boolean semicolons = pieces.size() > 2
                && pieces.subList(1, pieces.size() - 1).stream().allMatch(p -> p.endsWith(";"));
        return semicolons ? pieces : List.of(block);
    }
}
