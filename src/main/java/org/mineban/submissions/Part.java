package org.mineban.submissions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mineban.accounts.Thing;
import org.mineban.kernel.StateCode;
import org.mineban.reporting.Group;
import org.mineban.reporting.Mark;
import org.mineban.reporting.Report;
import org.mineban.reporting.Subject;

/**
 * A part of a report that is written by itself: the title page, or the section of one subject.
 *
 * @param subject of the section; empty for the title page
 */
public record Part(Optional<Subject> subject) {

    /** The title page. */
    public static final Part TITLE = new Part(Optional.empty());

    /** The title page and every section, in the order of the forms. */
    public static List<Part> all() {
        List<Part> all = new ArrayList<>(List.of(TITLE));
        for (Subject subject : Subject.values()) {
            all.add(of(subject));
        }
        return all;
    }

    /** The section of that subject. */
    public static Part of(Subject subject) {
        return new Part(Optional.of(subject));
    }

    /** The part with that key; empty when there is none. */
    public static Optional<Part> find(String key) {
        return all().stream().filter(part -> part.key().equals(key)).findFirst();
    }

    /** Its word in addresses, as {@code stockpiles}, or {@code title}. */
    public String key() {
        return subject.map(Subject::key).orElse("title");
    }

    /** What it is to the table of permissions: contributors are given sections by the letters of Article 7, paragraph 1. */
    public Thing thing(StateCode state) {
        return subject.map(one -> Thing.of(state).section(one.prefix().toUpperCase(Locale.ROOT)))
                .orElseGet(() -> Thing.of(state));
    }

    /** The report with nothing but this part of it. */
    public Report cut(Report report) {
        return put(Report.empty(), report);
    }

    /** The first report with this part as it stands in the second. */
    public Report put(Report into, Report from) {
        if (subject.isEmpty()) {
            return into.withEnvelope(from.envelope());
        }
        Subject one = subject.get();
        Optional<Mark> mark = from.mark(one);
        Report marked = mark.map(said -> into.with(one, said)).orElseGet(() -> into.without(one));
        return marked.with(one, from.section(one));
    }

    /** The content without the mark. */
    public Group content(Report report) {
        return subject.map(report::section).orElseGet(report::envelope);
    }

    /** What the fields of the part begin with, as {@code b} or {@code env}. */
    public String prefix() {
        return subject.map(Subject::prefix).orElse(Report.ENVELOPE);
    }
}
