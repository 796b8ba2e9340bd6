package org.mineban.portal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mineban.kernel.Figure;
import org.mineban.kernel.Language;
import org.mineban.reporting.Entry;
import org.mineban.reporting.Field;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.FieldReader;
import org.mineban.reporting.Group;
import org.mineban.reporting.Origin;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportWords;
import org.mineban.reporting.Rows;
import org.mineban.reporting.Value;
import org.mineban.submissions.DraftFigures;
import org.mineban.submissions.EntryText;
import org.mineban.submissions.SectionLayout;

/**
 * The form of a part of a report, made from the dictionary, and what it sends read back. A field that the form did not show stays as it is; a field that
 * was not touched keeps its content to the byte, with where it came from.
 */
final class SectionForm {

    /** What the name of a field ends with where the kind of an absence is sent. */
    static final String KIND = "~kind";

    /** What the name of a row ends with where it is to be taken out. */
    static final String REMOVE = "~remove";

    private static final Map<String, Figure> ABSENCES = Map.of(
            "nil", new Figure.Nil(),
            "unknown", new Figure.Unknown(),
            "not-measured", new Figure.NotMeasured(),
            "withheld", new Figure.Withheld());

    /** What the program fills in by itself. */
    private static final Set<String> OURS = Set.of(
            "env.state", "env.kind", "env.submittedOn", "env.receivedOn", "env.fileDatedOn", "env.certifiedBy.on");

    static final List<String> ABSENT = List.of("nil", "unknown", "not-measured", "withheld");

    private SectionForm() {}

    /**
     * A field of the form.
     *
     * @param name its name and id, the place in the report
     * @param type how it is filled in, by the words that the template knows
     * @param value what stands in it
     * @param choices what can be chosen; for a figure, the kinds of an absence
     * @param unit what is counted; empty text when nothing is
     * @param need whether a complete report needs it
     * @param note that it could not be read, or that it is not public; may be empty
     * @param beside what stands beside it
     */
    record FieldView(
            String name,
            String type,
            String label,
            String value,
            List<Choice> choices,
            String unit,
            boolean need,
            String note,
            String numbering,
            DraftBeside.Beside beside) {}

    /** A row of a list; the last one of each list is fresh. */
    record RowView(String name, String number, List<FieldView> fields) {}

    /** A list of rows, or single fields in between, in the order of the form. */
    record ItemView(
            String list,
            String label,
            List<FieldView> fields,
            List<RowView> rows,
            Optional<RowView> fresh,
            boolean open) {}

    /** What the form shows. */
    static List<ItemView> items(
            Visit visit,
            List<Field> fields,
            Report text,
            Language language,
            Optional<String> add,
            Function<FieldPath, DraftBeside.Beside> beside) {
        ReportWords words = new ReportWords(visit.knowledge().messages(), visit.language());
        List<ItemView> items = new ArrayList<>();
        List<FieldView> single = new ArrayList<>();
        for (SectionLayout.Item item : SectionLayout.of(fields)) {
            switch (item) {
                case SectionLayout.One(Field field) -> {
                    if (!OURS.contains(field.id().text())) {
                        single.add(view(
                                visit, words, field, new FieldPath(field.id().text()), text, language, "", beside));
                    }
                }
                case SectionLayout.Many many -> {
                    flush(items, single);
                    items.add(list(visit, words, many, text, language, add, beside));
                }
            }
        }
        flush(items, single);
        return items;
    }

    private static void flush(List<ItemView> items, List<FieldView> single) {
        if (!single.isEmpty()) {
            items.add(new ItemView("", "", List.copyOf(single), List.of(), Optional.empty(), false));
            single.clear();
        }
    }

    private static ItemView list(
            Visit visit,
            ReportWords words,
            SectionLayout.Many many,
            Report text,
            Language language,
            Optional<String> add,
            Function<FieldPath, DraftBeside.Beside> beside) {
        List<RowView> rows = new ArrayList<>();
        FieldPath list = new FieldPath(many.list());
        for (Rows.Row row : rows(text, list)) {
            rows.add(row(visit, words, many, list.row(row.name()), rows.size() + 1, text, language, beside));
        }
        RowView fresh = row(
                visit,
                words,
                many,
                list.row("r" + UUID.randomUUID().toString().substring(0, 8)),
                rows.size() + 1,
                text,
                language,
                place -> DraftBeside.Beside.NOTHING);
        return new ItemView(
                many.list(),
                visit.say("report.list." + many.list()),
                List.of(),
                rows,
                Optional.of(fresh),
                add.filter(many.list()::equals).isPresent());
    }

    private static RowView row(
            Visit visit,
            ReportWords words,
            SectionLayout.Many many,
            FieldPath row,
            int number,
            Report text,
            Language language,
            Function<FieldPath, DraftBeside.Beside> beside) {
        String numbered = visit.number(number);
        return new RowView(
                row.text(),
                visit.say("report.draft.row", Map.of("number", number)),
                many.columns().stream()
                        .map(field -> view(
                                visit,
                                words,
                                field,
                                row.child(SectionLayout.Many.column(field)),
                                text,
                                language,
                                numbered,
                                beside))
                        .toList());
    }

    static List<Rows.Row> rows(Report text, FieldPath list) {
        Group group = list.subject().map(text::section).orElseGet(text::envelope);
        List<FieldPath.Step> steps = list.steps();
        for (FieldPath.Step step : steps.subList(1, steps.size() - 1)) {
            group = group.group(step.name());
        }
        return group.rows(steps.getLast().name());
    }

    private static FieldView view(
            Visit visit,
            ReportWords words,
            Field field,
            FieldPath place,
            Report text,
            Language language,
            String numbering,
            Function<FieldPath, DraftBeside.Beside> beside) {
        Optional<Entry> entry = text.at(place);
        String value = entry.map(one -> shown(one, language)).orElse("");
        Optional<String> absence = entry.flatMap(SectionForm::absence);
        String type = switch (field.type()) {
            case TEXT -> "text";
            case INTEGER, DECIMAL -> "figure";
            case CODE -> field.many() ? "choices" : "choice";
            case FLAG -> "choice";
            case FILE -> "shown";
            case DATE, YEAR, NAMES, STATE, ORDNANCE -> "line";
        };
        boolean unread =
                entry.filter(one -> one.value() instanceof Value.Unread).isPresent();
        if (unread && !type.equals("figure")) {
            type = type.equals("text") ? type : "line";
        }
        String note =
                unread ? visit.say("report.draft.unread") : field.hidden() ? visit.say("report.draft.hidden") : "";
        return new FieldView(
                place.text(),
                type,
                words.label(field),
                value,
                unread && !type.equals("figure") ? List.of() : choices(visit, words, field, value, absence),
                field.unit() == Field.Unit.NONE
                        ? ""
                        : visit.say("report.unit." + Words.key(field.unit().name())),
                field.need() == Field.Need.MANDATORY,
                note,
                numbering,
                beside.apply(place));
    }

    private static List<Choice> choices(
            Visit visit, ReportWords words, Field field, String value, Optional<String> absence) {
        Set<String> chosen = new LinkedHashSet<>(Arrays.asList(value.split("; ", -1)));
        return switch (field.type()) {
            case INTEGER, DECIMAL ->
                Choice.of(visit.say("report.draft.number"), ABSENT, absence, word -> visit.say("figure." + word));
            case FLAG ->
                Choice.of(
                        "–",
                        List.of("yes", "no"),
                        Optional.of(value).filter(text -> !text.isEmpty()),
                        word -> visit.say("report." + word));
            case CODE -> {
                List<Choice> all = new ArrayList<>();
                if (!field.many()) {
                    all.add(new Choice("", "–", value.isEmpty()));
                }
                field.codes()
                        .forEach(word -> all.add(new Choice(
                                word,
                                field.id().text().equals("env.language")
                                        ? visit.say("language." + word)
                                        : words.code(word),
                                chosen.contains(word))));
                yield all;
            }
            default -> List.of();
        };
    }

    private static Optional<String> absence(Entry entry) {
        return entry.value() instanceof Value.Quantity(Figure figure) && !(figure instanceof Figure.Amount)
                ? Optional.of(figure.key())
                : Optional.empty();
    }

    /** What stands in the field of the form for that content. */
    private static String shown(Entry entry, Language language) {
        if (absence(entry).isPresent()) {
            return "";
        }
        if (entry.value() instanceof Value.Text text) {
            String own = text.byLanguage().getOrDefault(language, "");
            return own.isBlank() ? text.any() : own;
        }
        return EntryText.data(entry);
    }

    /**
     * What the form says: the text that the writer began from, with what they typed.
     *
     * @param sent the fields of the form, each with what was sent
     */
    static Report read(List<Field> fields, Report base, Map<String, String[]> sent, Language language) {
        Map<String, Field> byId = new LinkedHashMap<>();
        fields.forEach(field -> byId.put(field.id().text(), field));
        Report text = base;
        for (String name : sent.keySet()) {
            if (name.endsWith(KIND) || name.endsWith(REMOVE) || name.endsWith(DraftBeside.BECAUSE)) {
                continue;
            }
            Optional<FieldPath> place = FieldPath.find(name);
            Field field = place.map(path -> byId.get(path.id().text())).orElse(null);
            if (place.isEmpty()
                    || field == null
                    || field.type() == Field.Type.FILE
                    || OURS.contains(field.id().text())) {
                continue;
            }
            text = put(text, field, place.get(), sent, language);
        }
        for (String name : sent.keySet()) {
            if (name.endsWith(REMOVE)) {
                text = without(text, name.substring(0, name.length() - REMOVE.length()));
            }
        }
        return text;
    }

    private static Report put(
            Report text, Field field, FieldPath place, Map<String, String[]> sent, Language language) {
        String typed = Arrays.stream(Objects.requireNonNullElse(sent.get(place.text()), new String[0]))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .reduce((one, two) -> one + "; " + two)
                .orElse("")
                .replace("\r\n", "\n");
        String kind = Optional.ofNullable(sent.get(place.text() + KIND))
                .filter(values -> values.length > 0)
                .map(values -> values[0])
                .orElse("");
        Optional<Entry> now = text.at(place);
        Optional<Origin> taken = now.flatMap(DraftFigures::offered);
        String because = Arrays.stream(
                        Objects.requireNonNullElse(sent.get(place.text() + DraftBeside.BECAUSE), new String[0]))
                .findFirst()
                .orElse("");
        if (typed.isEmpty() && ABSENCES.containsKey(kind)) {
            Figure figure = Objects.requireNonNull(ABSENCES.get(kind));
            boolean same = now.filter(
                            entry -> entry.value() instanceof Value.Quantity(Figure before) && before.equals(figure))
                    .isPresent();
            return same
                    ? again(text, place, now.get(), taken, because)
                    : text.with(place, written(Entry.of(figure), taken, because));
        }
        if (typed.isEmpty()) {
            return text.without(place);
        }
        if (now.filter(entry ->
                        shown(entry, language).equals(typed) && absence(entry).isEmpty())
                .isPresent()) {
            return again(text, place, now.get(), taken, because);
        }
        Entry entry = FieldReader.read(field, typed, language, true);
        if (entry.value() instanceof Value.Text said
                && now.isPresent()
                && now.get().value() instanceof Value.Text before) {
            Map<Language, String> all = new java.util.EnumMap<>(Language.class);
            all.putAll(before.byLanguage());
            all.putAll(said.byLanguage());
            entry = Entry.of(new Value.Text(all));
        }
        return text.with(place, written(entry, taken, because));
    }

    /** A field that was not touched; the reason beside it may have been. */
    private static Report again(Report text, FieldPath place, Entry entry, Optional<Origin> taken, String because) {
        return taken.filter(origin -> !origin.note().equals(because.strip()))
                .map(origin -> text.with(place, DraftFigures.put(entry, origin, because)))
                .orElse(text);
    }

    private static Entry written(Entry entry, Optional<Origin> taken, String because) {
        return taken.map(origin -> DraftFigures.put(entry, origin, because))
                .orElseGet(() ->
                        new Entry(entry.value(), entry.written(), Optional.of(Origin.of(Origin.Kind.WRITTEN, ""))));
    }

    private static final Pattern ROW = Pattern.compile("(.+)\\[([A-Za-z0-9_-]{1,40})]");

    /**
     * A text with a ready answer in a field.
     *
     * @param ready the number of a sentence, or the word of an absence where a figure is wanted
     */
    static Report put(
            Report text, Field field, FieldPath place, String ready, List<String> sentences, Language language) {
        if (field.quantity()) {
            Figure figure = ABSENCES.get(ready);
            return figure == null
                    ? text
                    : text.with(place, written(Entry.of(figure), text.at(place).flatMap(DraftFigures::offered), ""));
        }
        return ready.matches("\\d") && Integer.parseInt(ready) < sentences.size()
                ? text.with(
                        place,
                        written(
                                Entry.of(Value.Text.of(language, sentences.get(Integer.parseInt(ready)))),
                                Optional.empty(),
                                ""))
                : text;
    }

    private static Report without(Report text, String row) {
        Matcher found = ROW.matcher(row);
        if (!found.matches() || FieldPath.find(found.group(1)).isEmpty()) {
            return text;
        }
        FieldPath list = new FieldPath(found.group(1));
        Group whole = list.subject().map(text::section).orElseGet(text::envelope);
        List<FieldPath.Step> steps = list.steps();
        Group changed = without(whole, steps.subList(1, steps.size()), found.group(2));
        return list.subject().map(subject -> text.with(subject, changed)).orElseGet(() -> text.withEnvelope(changed));
    }

    private static Group without(Group group, List<FieldPath.Step> steps, String row) {
        String name = steps.getFirst().name();
        if (steps.size() == 1) {
            return group.fields().get(name) instanceof Rows rows ? group.with(name, rows.without(row)) : group;
        }
        return group.with(name, without(group.group(name), steps.subList(1, steps.size()), row));
    }
}
