package org.mineban.search;

import java.util.Optional;
import java.util.OptionalInt;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;
import org.mineban.search.text.Folding;

/**
 * What somebody looks for.
 *
 * @param text words; may be empty when something else narrows the search. Longer texts are cut to {@link #LONGEST} characters
 * @param kind only things of that kind
 * @param state only what is about that State
 * @param year only what belongs to that year
 * @param language the reader's language: what is found in it comes first, and titles are in it
 * @param page from 1
 */
public record SearchQuery(
        String text,
        Optional<EntryKind> kind,
        Optional<StateCode> state,
        OptionalInt year,
        Language language,
        int page) {

    /** The longest text that is read, in characters. */
    public static final int LONGEST = 500;

    /** How many results a page has. */
    public static final int PAGE_SIZE = 20;

    /** The last page that can be asked for. */
    public static final int LAST_PAGE = 50;

    public SearchQuery {
        if (page < 1 || page > LAST_PAGE) {
            throw new IllegalArgumentException("A page is a number from 1 to " + LAST_PAGE + "; it was: " + page);
        }
    }

    /** As much of a text as is read, without what cannot be seen: marks of direction, controls, halves of characters. */
    public static String readable(String text) {
        return Folding.visible(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }

    /** Words alone, the first page. */
    public static SearchQuery of(String text, Language language) {
        return new SearchQuery(text, Optional.empty(), Optional.empty(), OptionalInt.empty(), language, 1);
    }

    /** Whether anything but words narrows the search. */
    public boolean filtered() {
        return kind.isPresent() || state.isPresent() || year.isPresent();
    }
}
