package org.mineban.resolutions;

import java.nio.file.Path;
import org.mineban.resolutions.reading.ResolutionReader;

/**
 * Reads the texts of resolutions. Loading the lists of words takes longer than reading a text: keep one of these.
 *
 * <p>Safe for use by several threads.
 */
public final class ResolutionTexts {

    private final ResolutionReader reader = new ResolutionReader();

    /**
     * The resolution in a file, text or PDF, in English or French.
     *
     * @throws UnreadableResolutionException when the file cannot be read as a resolution, with the reason
     */
    public Resolution read(Path file) throws UnreadableResolutionException {
        return reader.read(file);
    }

    /**
     * The resolution in a text.
     *
     * @throws UnreadableResolutionException when the text cannot be read as a resolution, with the reason
     */
    public Resolution read(String text) throws UnreadableResolutionException {
        return reader.read(text);
    }
}
