package org.mineban.resolutions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One paragraph, or a sub-paragraph of one.
 *
 * @param role preambular, operative, or part of another
 * @param index place among its like, from 1
 * @param number of an operative paragraph: the printed one, or its place where the text prints none (old resolutions of a single
 *     paragraph); absent for preambular paragraphs and sub-paragraphs
 * @param numberPrinted whether the text itself bears the number
 * @param label as printed: "3.", "a)", "(ii)", "–"; empty when there is none
 * @param section Roman numeral or title of the section it stands in; absent when the text has none
 * @param heading title printed right above it; absent when there is none
 * @param text its own words, without label, footnote marks and sub-paragraphs
 * @param closing words after its sub-paragraphs that belong to itself; absent when there are none
 * @param citations and the lists after it cover the sub-paragraphs too
 */
public record Paragraph(
        Role role,
        int index,
        @Nullable Integer number,
        boolean numberPrinted,
        String label,
        @Nullable String section,
        @Nullable String heading,
        List<Verb> verbs,
        List<Addressee> addressees,
        String text,
        List<Paragraph> subparagraphs,
        @Nullable String closing,
        List<Citation> citations,
        List<ArticleMention> articles,
        List<MeetingMention> meetings,
        List<Count> counts,
        List<String> documents,
        List<FollowUp> followUp,
        List<String> footnoteMarks) {
    public Paragraph {
        verbs = List.copyOf(verbs);
        addressees = List.copyOf(addressees);
        subparagraphs = List.copyOf(subparagraphs);
        citations = List.copyOf(citations);
        articles = List.copyOf(articles);
        meetings = List.copyOf(meetings);
        counts = List.copyOf(counts);
        documents = List.copyOf(documents);
        followUp = List.copyOf(followUp);
        footnoteMarks = List.copyOf(footnoteMarks);
    }

    /** Where a paragraph stands. */
    public enum Role {
        PREAMBULAR,
        OPERATIVE,
        SUBPARAGRAPH
    }

    /** How the rest of the document points to it: "P5" for the fifth preambular paragraph, "9" or "II.9" for an operative one. */
    public String reference() {
        String prefix = section == null ? "" : section + ".";
        return switch (role) {
            case PREAMBULAR -> "P" + index;
            case OPERATIVE -> prefix + (number == null ? index : number);
            case SUBPARAGRAPH -> label;
        };
    }
}
