package org.mineban.documents.writing;

import java.util.Map;
import org.mineban.kernel.Language;
import org.mineban.platform.Messages;

/** The words that renderings add to a document, in its language. */
public record Labels(Messages messages, Language language) {

    private static final String PAGE = "\ue000";
    private static final String PAGES = "\ue001";

    public static Labels of(Messages messages, Language language) {
        return new Labels(messages, language);
    }

    /** The heading above the notes. */
    public String notes() {
        return messages.say(language, "document.engine.notes");
    }

    /** What a reference to a note is called by a voice. */
    public String note(int number) {
        return messages.say(language, "document.engine.note", Map.of("number", Integer.toString(number)));
    }

    /** A note’s way back to where it is first referred to, as called by a voice. */
    public String back(int number) {
        return messages.say(language, "document.engine.back", Map.of("number", Integer.toString(number)));
    }

    /** That characters could not be shown, and which. */
    public String unshown(String characters) {
        return messages.say(language, "document.engine.unshown", Map.of("characters", characters));
    }

    /** That characters may not be shown, and which. */
    public String doubtful(String characters) {
        return messages.say(language, "document.engine.doubtful", Map.of("characters", characters));
    }

    /** “Page n of m”. */
    public String page(int number, int of) {
        return messages.say(
                language,
                "document.engine.page",
                Map.of("page", Integer.toString(number), "pages", Integer.toString(of)));
    }

    /** “Page n of m”, cut at its numbers: before the first, between them, after the second. {@link #countsFirst} says which comes first. */
    String[] pageParts() {
        return pagePattern().split("[" + PAGE + PAGES + "]", -1);
    }

    /** Whether this language says the number of pages before the number of the page. */
    boolean countsFirst() {
        String pattern = pagePattern();
        return pattern.indexOf(PAGES) < pattern.indexOf(PAGE);
    }

    private String pagePattern() {
        return messages.say(language, "document.engine.page", Map.of("page", PAGE, "pages", PAGES));
    }
}
