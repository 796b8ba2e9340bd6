package org.mineban.resolutions.reading;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.mineban.resolutions.Paragraph;
import org.mineban.resolutions.Resolution;
import org.mineban.resolutions.UnreadableResolutionException;
import org.mineban.resolutions.Verb;

/** The invented texts of the tests, and short ways to look at what was read. */
final class Texts {
    static final ResolutionReader READER = new ResolutionReader();

    private Texts() {}

    static Path path(String name) {
        URL url = Objects.requireNonNull(Texts.class.getResource("/resolutions/" + name), name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(name, e);
        }
    }

    static String text(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    static Resolution read(String name) {
        return parse(text(name));
    }

    static Resolution parse(String text) {
        try {
            return READER.read(text);
        } catch (UnreadableResolutionException e) {
            throw new AssertionError(e);
        }
    }

    /** A whole resolution around some operative paragraphs. */
    static Resolution english(String body) {
        return parse(
                "77/901. Public clocks\n\nThe General Assembly,\n\nRecalling its resolution 76/902 of 6 December 2021,\n\n"
                        + body + "\n\n50th plenary meeting\n7 December 2022\n");
    }

    static Resolution french(String body) {
        return parse(
                "77/901. Horloges publiques\n\nL'Assembl\u00E9e g\u00E9n\u00E9rale,\n\nRappelant sa r\u00E9solution 76/902 du 6 d\u00E9cembre 2021,\n\n"
                        + body + "\n\n50e s\u00E9ance pl\u00E9ni\u00E8re\n7 d\u00E9cembre 2022\n");
    }

    static List<Integer> numbers(Resolution resolution) {
        return resolution.operative().stream().map(Paragraph::number).toList();
    }

    static List<String> verbs(Paragraph paragraph) {
        return paragraph.verbs().stream().map(Verb::words).toList();
    }

    static List<String> who(Paragraph paragraph) {
        return paragraph.addressees().stream().map(a -> a.who()).toList();
    }
}
