package org.mineban.resolutions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One resolution of the General Assembly, cut into what it says.
 *
 * @param symbol {@code A/RES/67/32}, {@code A/RES/3363(XXX)}; never with the letter of a part; absent when the text bears no number
 * @param number as people cite it: {@code 67/32}, {@code 55/33 V}, {@code 3363 (XXX)}, {@code S-10/2}
 * @param part letter of a part of an omnibus resolution; absent for a whole one
 * @param title of the part where there are parts; absent when none was found
 * @param omnibusTitle title over all parts of an omnibus resolution, as "General and complete disarmament"; absent otherwise
 * @param parts every resolution of the file in order, this one included, when the file holds several; empty when it holds one. The parts
 *     have no parts of their own.
 */
public record Resolution(
        @Nullable String symbol,
        @Nullable String number,
        @Nullable String part,
        TextLanguage language,
        Masthead masthead,
        @Nullable String title,
        @Nullable String omnibusTitle,
        List<Paragraph> preambular,
        List<Paragraph> operative,
        @Nullable PlenaryMeeting plenaryMeeting,
        @Nullable Vote vote,
        List<Footnote> footnotes,
        List<Annex> annexes,
        List<Leftover> notUnderstood,
        List<Warning> warnings,
        List<Resolution> parts) {
    public Resolution {
        preambular = List.copyOf(preambular);
        operative = List.copyOf(operative);
        footnotes = List.copyOf(footnotes);
        annexes = List.copyOf(annexes);
        notUnderstood = List.copyOf(notUnderstood);
        warnings = List.copyOf(warnings);
        parts = List.copyOf(parts);
    }

    /** Resolutions of the Assembly that the text names, once each, with the first date given. */
    public List<Citation> citedResolutions() {
        Map<String, Citation> byNumber = new LinkedHashMap<>();
        for (Paragraph paragraph : paragraphs()) {
            for (Citation citation : paragraph.citations()) {
                if (citation.isOfTheAssembly()) {
                    byNumber.merge(
                            citation.number(),
                            citation,
                            (known, other) -> known.date() == null && other.date() != null ? other : known);
                }
            }
        }
        return List.copyOf(byNumber.values());
    }

    /** Meetings that the preamble names: as a rule those already held, once each. */
    public List<MeetingMention> meetings() {
        return distinct(preambular.stream().flatMap(paragraph -> paragraph.meetings().stream()));
    }

    /** Meetings that operative paragraphs send somebody to or have prepared, once each. */
    public List<MeetingMention> comingMeetings() {
        return distinct(operative.stream()
                .flatMap(paragraph -> paragraph.followUp().stream())
                .mapMulti((FollowUp followUp, Consumer<MeetingMention> next) -> {
                    if (followUp instanceof FollowUp.MeetingAhead ahead) {
                        next.accept(ahead.meeting());
                    }
                }));
    }

    /** Numbers of States that the text states, in order. */
    public List<Count> counts() {
        return paragraphs().stream().flatMap(p -> p.counts().stream()).toList();
    }

    /** Articles that the text names, in order, once each. */
    public List<ArticleMention> articles() {
        return paragraphs().stream()
                .flatMap(p -> p.articles().stream())
                .distinct()
                .toList();
    }

    /** Preambular, then operative paragraphs. */
    public List<Paragraph> paragraphs() {
        List<Paragraph> all = new ArrayList<>(preambular);
        all.addAll(operative);
        return all;
    }

    private static List<MeetingMention> distinct(Stream<MeetingMention> meetings) {
        Map<String, MeetingMention> seen = new LinkedHashMap<>();
        meetings.forEach(meeting -> {
            String key = meeting.ordinal() == null || meeting.kind() == MeetingMention.Kind.OTHER
                    ? meeting.words()
                    : meeting.kind() + " " + meeting.ordinal();
            seen.merge(key, meeting, (known, other) -> known.start() == null && other.start() != null ? other : known);
        });
        return List.copyOf(seen.values());
    }
}
