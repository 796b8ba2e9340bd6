package org.mineban.translations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.mineban.kernel.Language;
import org.mineban.platform.Messages;

/** The message files as their lines stand: the order of the texts and what is written above them. */
final class MessageFileLines {

    private MessageFileLines() {}

    /** Every text, in the order of the English files. */
    static List<TextEntry> entries() {
        List<TextEntry> entries = new ArrayList<>();
        for (String file : Messages.FILES) {
            String ofFile = "";
            String ofBlock = "";
            boolean head = true;
            for (String line : read("messages/" + Language.ENGLISH.code() + "/" + file + ".properties")) {
                if (line.isBlank()) {
                    ofBlock = "";
                    head = false;
                } else if (line.startsWith("#")) {
                    String said = line.substring(1).strip();
                    if (head) {
                        ofFile = joined(ofFile, said);
                    } else {
                        ofBlock = joined(ofBlock, said);
                    }
                } else {
                    head = false;
                    entries.add(new TextEntry(file, keyOf(line), joined(ofFile, ofBlock)));
                }
            }
        }
        return entries;
    }

    /** The key of a line of a message file. */
    static String keyOf(String line) {
        int equals = line.indexOf('=');
        return equals < 0 ? line.strip() : line.substring(0, equals).strip();
    }

    private static String joined(String before, String after) {
        return before.isEmpty() ? after : after.isEmpty() ? before : before + " " + after;
    }

    private static List<String> read(String resource) {
        try (InputStream stream = MessageFileLines.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
