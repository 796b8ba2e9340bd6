package org.mineban.resolutions.reading;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mineban.resolutions.Resolution;
import org.mineban.resolutions.TextLanguage;
import org.mineban.resolutions.UnreadableResolutionException;
import org.mineban.resolutions.UnreadableResolutionException.Reason;

/**
 * Reads a General Assembly resolution, English or French, of any decade, from a text file or a PDF.
 *
 * <p>A file that holds several gives the one that its name asks for ({@code A-RES-42-91.fr.txt}); without such a name the one of its
 * masthead, else the first whole one. All of them are in {@link Resolution#parts()}. What is not understood is kept as text in {@link
 * Resolution#notUnderstood()}.
 *
 * <p>Safe for use by many threads; loading its lists takes longer than reading, so keep one.
 */
public final class ResolutionReader {
    /** What the name of a file says about its content. */
    record Wanted(
            @Nullable ResolutionNumber number, @Nullable TextLanguage language) {
        static final Wanted ANY = new Wanted(null, null);
    }

    private final FileText files;
    private final Limits limits;
    private final Assembling assembling;

    public ResolutionReader() {
        this(Limits.USUAL);
    }

    public ResolutionReader(Limits limits) {
        this.limits = limits;
        this.files = new FileText(limits);
        this.assembling = new Assembling();
    }

    /** Reads a file; refuses with a typed reason and never with another exception. */
    public Resolution read(Path file) throws UnreadableResolutionException {
        Path name = file.getFileName();
        return readText(files.read(file), name == null ? Wanted.ANY : wanted(name.toString()));
    }

    /** Reads a text that is already at hand. */
    public Resolution read(String text) throws UnreadableResolutionException {
        if (text.length() > limits.characters()) {
            throw new UnreadableResolutionException(
                    Reason.TOO_LARGE, Map.of("size", (long) text.length(), "limit", (long) limits.characters()));
        }
        return readText(FileText.checked(text), Wanted.ANY);
    }

    private Resolution readText(String text, Wanted wanted) throws UnreadableResolutionException {
        return assembling.assemble(text, wanted);
    }

    private static Wanted wanted(String fileName) {
        Optional<ResolutionNumber> number = ResolutionNumber.inFileName(fileName);
        String lower = fileName.toLowerCase(Locale.ROOT);
        TextLanguage language = lower.matches(".*[._-]fr[._-].*")
                ? TextLanguage.FRENCH
                : lower.matches(".*[._-]en[._-].*") ? TextLanguage.ENGLISH : null;
        return new Wanted(number.orElse(null), language);
    }
}
