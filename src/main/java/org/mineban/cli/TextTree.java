package org.mineban.cli;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mineban.kernel.SourceRow;
import org.mineban.presentation.Narrator;
import org.mineban.presentation.Telling;

/** A reason tree as indented text. */
final class TextTree {

    private TextTree() {}

    static String of(Telling telling, Narrator narrator) {
        StringBuilder text = new StringBuilder();
        append(text, telling, narrator, 1);
        return text.toString();
    }

    private static void append(StringBuilder text, Telling telling, Narrator narrator, int depth) {
        String indent = "  ".repeat(depth);
        text.append(indent);
        if (!telling.value().isEmpty()) {
            text.append(telling.value()).append(" · ");
        }
        telling.provision()
                .ifPresent(
                        provision -> text.append(narrator.provision(provision)).append(" · "));
        text.append(telling.sentence());
        telling.row().ifPresent(row -> text.append(' ').append(source(row, narrator)));
        text.append('\n');
        telling.doubts().forEach(doubt -> {
            text.append(indent).append("  ! ").append(doubt.sentence()).append('\n');
            doubt.rows().stream()
                    .map(SourceRow::note)
                    .filter(note -> !note.isEmpty())
                    .forEach(note ->
                            text.append(indent).append("    ").append(note).append('\n'));
        });
        telling.because().forEach(reason -> append(text, reason, narrator, depth + 1));
    }

    private static String source(SourceRow row, Narrator narrator) {
        return Stream.of(
                        row.place(),
                        row.source(),
                        narrator.say("confidence." + row.confidence().code()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; ", "[", "]"));
    }
}
