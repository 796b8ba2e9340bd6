package org.mineban.submissions;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mineban.documents.Block;
import org.mineban.documents.Document;
import org.mineban.documents.Inline;
import org.mineban.kernel.Language;
import org.mineban.platform.Messages;
import org.mineban.presentation.Narrator;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Edition;
import org.mineban.reporting.Entry;
import org.mineban.reporting.Field;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.Group;
import org.mineban.reporting.Mark;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportWords;
import org.mineban.reporting.Rows;
import org.mineban.reporting.Subject;
import org.mineban.reporting.Value;

/**
 * A report as a document: the same record as Forms A to J, or as the sections of the guide, by the edition it is printed in. Every field with content is
 * printed; what the edition's forms have no place for stands under a heading of its own.
 */
public final class ReportPaper {

    private static final int NARROW = 2;
    private static final int WIDE = 4;

    private final Messages messages;
    private final Narrator narrator;
    private final ReportWords words;
    private final EntryWords entries;
    private final Report report;
    private final Edition edition;
    private final Dictionary dictionary;
    private final List<Block> blocks = new ArrayList<>();

    private ReportPaper(Messages messages, Narrator narrator, Report report, Edition edition, Dictionary dictionary) {
        this.messages = messages;
        this.narrator = narrator;
        this.words = new ReportWords(messages, narrator.language());
        this.entries = new EntryWords(narrator);
        this.report = report;
        this.edition = edition;
        this.dictionary = dictionary;
    }

    /** The document, in the narrator's language; texts that the report has in another language only are printed in that one. */
    public static Document of(
            Messages messages, Narrator narrator, Report report, Edition edition, Dictionary dictionary) {
        return new ReportPaper(messages, narrator, report, edition, dictionary).document();
    }

    private Document document() {
        String state = report.env()
                .state()
                .map(narrator::state)
                .orElseGet(() -> report.envelope().text("state"));
        String year = report.env().year().isPresent()
                ? Integer.toString(report.env().year().getAsInt())
                : "–";
        title();
        cover();
        Set<Subject> printed = EnumSet.noneOf(Subject.class);
        for (Edition.Part part : edition.parts()) {
            part(part, printed);
        }
        rest(printed);
        restatements();
        List<List<Inline>> notices = new ArrayList<>();
        if (messages.unreviewed(narrator.language())) {
            notices.add(List.of(Inline.text(narrator.say("document.notice.unreviewed"))));
        }
        return new Document(
                narrator.language(),
                narrator.say("report.paper.title"),
                narrator.say("report.paper.subtitle", Map.of("state", state, "year", year)),
                narrator.say("report.paper.description", Map.of("state", state, "year", year)),
                new Document.Masthead(
                        state,
                        List.of(narrator.say("document.convention")),
                        narrator.say("report.paper.subtitle", Map.of("state", state, "year", year)),
                        notices),
                blocks);
    }

    private void title() {
        List<Field> fields = dictionary.fields().stream()
                .filter(field -> field.id().prefix().equals(Report.ENVELOPE))
                .toList();
        fields(fields, report.envelope(), Report.ENVELOPE);
    }

    private void cover() {
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            Optional<Mark> mark = report.mark(subject);
            String said = mark.map(this::mark).orElseGet(() -> narrator.say("report.paper.no-mark"));
            rows.add(List.of(
                    Block.Cell.of(edition.letter(subject).orElse("–")),
                    Block.Cell.of(words.subject(subject)),
                    Block.Cell.of(said)));
        }
        blocks.add(Block.heading(1, narrator.say("report.paper.cover")));
        blocks.add(new Block.Table(
                narrator.say("report.paper.cover"),
                List.of(
                        Block.Column.rowHead(narrator.say("report.paper.letter"), 1),
                        Block.Column.text(narrator.say("report.paper.subject"), WIDE),
                        Block.Column.text(narrator.say("report.paper.mark"), WIDE)),
                rows));
    }

    private String mark(Mark mark) {
        return mark instanceof Mark.Unchanged(String since) && !since.isEmpty()
                ? narrator.say("report.unchanged-since", Map.of("since", since))
                : words.mark(mark);
    }

    private void part(Edition.Part part, Set<Subject> printed) {
        blocks.add(new Block.PageBreak());
        String subjects = narrator.formats()
                .list(part.subjects().stream().map(words::subject).toList());
        blocks.add(Block.heading(
                1, narrator.say("report.paper.form", Map.of("letter", part.letter(), "subject", subjects))));
        for (Subject subject : part.subjects()) {
            List<Field> fields = dictionary.fields(subject).stream()
                    .filter(field -> belongs(part, field))
                    .toList();
            if (part.subjects().size() > 1) {
                blocks.add(Block.heading(2, words.subject(subject)));
            }
            section(subject, fields, printed.add(subject));
        }
    }

    private static boolean belongs(Edition.Part part, Field field) {
        return part.fields().isEmpty()
                || part.fields().stream()
                        .anyMatch(beginning -> field.id().text().equals(beginning)
                                || field.id().text().startsWith(beginning + ".")
                                || field.id().text().startsWith(beginning + "["));
    }

    private void section(Subject subject, List<Field> fields, boolean first) {
        report.mark(subject).ifPresent(mark -> {
            blocks.add(Block.paragraph(Inline.strong(mark(mark))));
            if (first && mark instanceof Mark.Nil(Map<Language, String> sentence)) {
                foreign(new Value.Text(sentence)).forEach(text -> blocks.add(Block.paragraph(text)));
            }
        });
        Group group = report.section(subject);
        int before = blocks.size();
        fields(fields.stream().filter(edition::prints).toList(), group, subject.prefix());
        List<Field> more =
                fields.stream().filter(field -> !edition.prints(field)).toList();
        if (written(more)) {
            blocks.add(Block.heading(2, narrator.say("report.paper.annex")));
            fields(more, group, subject.prefix());
        }
        if (blocks.size() == before && report.mark(subject).isEmpty()) {
            blocks.add(Block.paragraph(narrator.say("report.paper.nothing")));
        }
    }

    private boolean written(List<Field> fields) {
        Set<String> ids = new java.util.HashSet<>();
        fields.forEach(field -> ids.add(field.id().text()));
        return report.placed().stream()
                .anyMatch(placed -> ids.contains(placed.place().id().text()));
    }

    /** Content of subjects that the edition has no form for, and of fields that the dictionary does not know. */
    private void rest(Set<Subject> printed) {
        for (Subject subject : Subject.values()) {
            if (!printed.contains(subject) && report.tells(subject)) {
                blocks.add(Block.heading(1, words.subject(subject)));
                section(subject, dictionary.fields(subject), true);
            }
        }
        List<Block.DescriptionList.Item> unknown = report.placed().stream()
                .filter(placed -> dictionary.find(placed.place()).isEmpty())
                .map(placed -> new Block.DescriptionList.Item(
                        placed.place().text(), List.of(new Inline.Name(EntryText.data(placed.entry())))))
                .toList();
        if (!unknown.isEmpty()) {
            blocks.add(Block.heading(1, narrator.say("report.paper.unknown")));
            blocks.add(new Block.DescriptionList(unknown));
        }
    }

    private void restatements() {
        if (report.restatements().isEmpty()) {
            return;
        }
        blocks.add(Block.heading(1, narrator.say("report.paper.restated")));
        blocks.add(new Block.Table(
                narrator.say("report.paper.restated"),
                List.of(
                        Block.Column.rowHead(narrator.say("report.paper.field"), WIDE),
                        Block.Column.number(narrator.say("report.paper.earlier"), NARROW),
                        Block.Column.number(narrator.say("report.paper.corrected"), NARROW),
                        Block.Column.text(narrator.say("report.paper.reason"), WIDE)),
                report.restatements().stream()
                        .map(one -> List.of(
                                Block.Cell.of(entries.place(dictionary, one.place())),
                                Block.Cell.of(entries.figure(one.earlier())),
                                Block.Cell.of(entries.figure(one.corrected())),
                                Block.Cell.of(new Inline.Name(one.reason()))))
                        .toList()));
    }

    private void fields(List<Field> fields, Group group, String prefix) {
        List<Block.DescriptionList.Item> single = new ArrayList<>();
        for (SectionLayout.Item item : SectionLayout.of(fields)) {
            switch (item) {
                case SectionLayout.One(Field field) ->
                    report.at(new FieldPath(field.id().text()))
                            .ifPresent(entry -> single.add(
                                    new Block.DescriptionList.Item(words.field(field), content(field, entry))));
                case SectionLayout.Many many -> {
                    flush(single);
                    table(many, group, prefix);
                }
            }
        }
        flush(single);
    }

    private void flush(List<Block.DescriptionList.Item> single) {
        if (!single.isEmpty()) {
            blocks.add(new Block.DescriptionList(single));
            single.clear();
        }
    }

    private void table(SectionLayout.Many many, Group group, String prefix) {
        String name = many.list().substring(prefix.length() + 1);
        int point = name.lastIndexOf('.');
        Group parent = point < 0 ? group : group.group(name.substring(0, point));
        List<Rows.Row> rows = parent.rows(name.substring(point + 1));
        List<Field> used = many.columns().stream()
                .filter(field ->
                        rows.stream().anyMatch(row -> at(many, row, field).isPresent()))
                .toList();
        if (used.isEmpty()) {
            return;
        }
        List<Block.Column> columns = new ArrayList<>();
        for (Field field : used) {
            columns.add(
                    field.quantity()
                            ? Block.Column.number(words.field(field), NARROW)
                            : Block.Column.text(words.field(field), field.type() == Field.Type.TEXT ? WIDE : NARROW));
        }
        blocks.add(new Block.Table(
                narrator.say("report.list." + many.list()),
                columns,
                rows.stream()
                        .map(row -> used.stream()
                                .map(field -> at(many, row, field)
                                        .map(entry -> new Block.Cell(content(field, entry)))
                                        .orElseGet(() -> Block.Cell.of("")))
                                .toList())
                        .toList()));
    }

    private Optional<Entry> at(SectionLayout.Many many, Rows.Row row, Field field) {
        return report.at(new FieldPath(many.list()).row(row.name()).child(SectionLayout.Many.column(field)));
    }

    private List<Inline> content(Field field, Entry entry) {
        List<Inline> parts = new ArrayList<>();
        String said = entries.say(dictionary, field, entry);
        if (entry.value() instanceof Value.Text text && said.equals(entries.say(field, entry))) {
            foreign(text).forEach(parts::add);
        } else if ((entry.value() instanceof Value.Words && field.codes().isEmpty())
                || entry.value() instanceof Value.Unread) {
            parts.add(new Inline.Name(said));
        } else {
            parts.add(Inline.text(said));
        }
        if (!entry.written().isEmpty() && entry.value() instanceof Value.Quantity) {
            parts.add(Inline.text(" ("));
            parts.add(new Inline.Name(entry.written()));
            parts.add(Inline.text(")"));
        }
        return parts;
    }

    /** The text in the language of the document; else in every language that it has. */
    private List<Inline> foreign(Value.Text text) {
        String own = text.byLanguage().getOrDefault(narrator.language(), "");
        if (!own.isBlank()) {
            return List.of(Inline.text(own));
        }
        List<Inline> parts = new ArrayList<>();
        text.byLanguage().forEach((language, other) -> {
            if (!other.isBlank()) {
                parts.add(new Inline.Foreign(language, other));
            }
        });
        return parts;
    }
}
