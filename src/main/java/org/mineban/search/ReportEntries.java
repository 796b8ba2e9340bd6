package org.mineban.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.mineban.kernel.Confidence;
import org.mineban.kernel.Language;
import org.mineban.presentation.Knowledge;
import org.mineban.presentation.Narrator;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Entry;
import org.mineban.reporting.Field;
import org.mineban.reporting.Group;
import org.mineban.reporting.Mark;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportWords;
import org.mineban.reporting.Subject;
import org.mineban.reporting.Value;
import org.mineban.submissions.EntryWords;
import org.mineban.submissions.Submission;

/**
 * Published reports as things that can be found, one for each: only what its public copy says. Figures are found in every language, texts in the languages
 * in which the State wrote them.
 */
final class ReportEntries {

    /** So many characters of a report in one language: an index in memory holds thousands of them. */
    private static final int LONGEST = 12_000;

    private final Knowledge knowledge;
    private final EntryMaker maker;
    private final Dictionary dictionary = Dictionary.load();

    ReportEntries(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.maker = new EntryMaker(knowledge);
    }

    List<org.mineban.search.Entry> all(List<Submission> published) {
        Map<String, Integer> newest = new HashMap<>();
        published.forEach(one -> newest.put(one.state() + " " + one.year(), one.number()));
        return published.stream()
                .map(one -> entry(one, newest.getOrDefault(one.state() + " " + one.year(), one.number())))
                .toList();
    }

    private org.mineban.search.Entry entry(Submission one, int newest) {
        Optional<Report> content = one.published().flatMap(Submission.Published::content);
        return new org.mineban.search.Entry(
                EntryKind.REPORT,
                Optional.of(one.state()),
                OptionalInt.of(one.year()),
                "/reports/" + one.state() + "/" + one.year() + "/" + one.number(),
                Confidence.RECORDED,
                Set.of(),
                maker.say(
                        narrator -> narrator.say(
                                "search.title.report",
                                Map.of(
                                        "state", narrator.state(one.state()),
                                        "year", Integer.toString(one.year()),
                                        "kind", narrator.say("report-kind." + one.kind()),
                                        "replaced", newest == one.number() ? "no" : "yes")),
                        narrator -> content.map(report -> body(report, narrator))
                                .orElseGet(() -> narrator.say("report.page.no-content"))));
    }

    private String body(Report report, Narrator narrator) {
        ReportWords words = new ReportWords(knowledge.messages(), narrator.language());
        EntryWords entries = new EntryWords(narrator);
        StringBuilder body = new StringBuilder();
        for (Subject subject : Subject.values()) {
            Optional<Mark> mark = report.mark(subject);
            if (mark.isEmpty() && !report.tells(subject)) {
                continue;
            }
            add(body, words.subject(subject));
            if (mark.orElse(null) instanceof Mark.Nil(Map<Language, String> sentence)) {
                add(body, sentence.getOrDefault(narrator.language(), ""));
            }
            for (Group.Placed placed :
                    report.section(subject).placed(org.mineban.reporting.FieldPath.of(subject.prefix()))) {
                dictionary
                        .find(placed.place())
                        .map(field -> said(field, placed.entry(), narrator, words, entries))
                        .ifPresent(text -> add(body, text));
            }
        }
        return body.toString();
    }

    /** Texts of another language stand under that one. */
    private static String said(Field field, Entry entry, Narrator narrator, ReportWords words, EntryWords entries) {
        if (entry.value() instanceof Value.Text text
                && text.byLanguage().getOrDefault(narrator.language(), "").isBlank()) {
            return "";
        }
        return words.field(field) + ": " + entries.say(field, entry);
    }

    private static void add(StringBuilder body, String text) {
        if (!text.isBlank() && body.length() + text.length() < LONGEST) {
            body.append(body.isEmpty() ? "" : " · ").append(text.strip());
        }
    }
}
