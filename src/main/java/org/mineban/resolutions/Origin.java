package org.mineban.resolutions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the text came to the plenary from, as its second line in brackets says.
 *
 * @param committee FIRST to SIXTH, SPECIAL_POLITICAL, SPECIAL_POLITICAL_AND_DECOLONIZATION, GENERAL, CREDENTIALS, AD_HOC; absent when none is named
 * @param committeeReport symbol of the committee's report, A/67/409; absent when the text came without reference to a Main Committee
 * @param documents every symbol in the brackets, reports and drafts alike, in order
 * @param words the words of the line without their brackets
 */
public record Origin(
        @Nullable String committee, @Nullable String committeeReport, List<String> documents, String words) {
    public Origin {
        documents = List.copyOf(documents);
    }
}
