package org.mineban.reporting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * One report, as the State wrote it or is writing it: an envelope, a mark for each subject, and a section for each subject that has one. All fields
 * follow the {@link Dictionary}; a field that it does not know is kept.
 *
 * <p>It is immutable and knows no edition: which letter a subject has, and in which order they stand, is a matter of the {@link Edition} it is printed
 * in. What a person made of it (answers, comments, submissions) is kept beside it.
 *
 * @param envelope title page and cover page, the fields {@code env.…}; {@link Envelope} reads it
 * @param marks what the cover page says of each subject; a subject without one has no mark
 * @param sections by subject; a subject without content may be absent
 * @param restatements figures of earlier reports that this one corrects
 */
public record Report(
        Group envelope, Map<Subject, Mark> marks, Map<Subject, Group> sections, List<Restatement> restatements) {

    /** The prefix of the fields of the envelope. */
    public static final String ENVELOPE = "env";

    private static final Report EMPTY = new Report(Group.empty(), Map.of(), Map.of(), List.of());

    public Report {
        marks = ordered(marks);
        sections = ordered(sections);
        restatements = List.copyOf(restatements);
    }

    /** A report in which nothing is written. */
    public static Report empty() {
        return EMPTY;
    }

    private static <T> Map<Subject, T> ordered(Map<Subject, T> map) {
        EnumMap<Subject, T> copy = new EnumMap<>(Subject.class);
        copy.putAll(map);
        return Collections.unmodifiableMap(copy);
    }

    /** What the title page says, in types. */
    public Envelope env() {
        return Envelope.of(envelope);
    }

    /** The section of that subject; an empty group when there is none. */
    public Group section(Subject subject) {
        return sections.getOrDefault(subject, Group.empty());
    }

    /** The mark of that subject. */
    public Optional<Mark> mark(Subject subject) {
        return Optional.ofNullable(marks.get(subject));
    }

    /** Whether the section of that subject has content. */
    public boolean tells(Subject subject) {
        return !section(subject).isEmpty();
    }

    public Report with(Subject subject, Mark mark) {
        EnumMap<Subject, Mark> changed = new EnumMap<>(Subject.class);
        changed.putAll(marks);
        changed.put(subject, mark);
        return new Report(envelope, changed, sections, restatements);
    }

    public Report without(Subject subject) {
        EnumMap<Subject, Mark> changed = new EnumMap<>(Subject.class);
        changed.putAll(marks);
        changed.remove(subject);
        return new Report(envelope, changed, sections, restatements);
    }

    public Report with(Subject subject, Group section) {
        EnumMap<Subject, Group> changed = new EnumMap<>(Subject.class);
        changed.putAll(sections);
        changed.put(subject, section);
        return new Report(envelope, marks, changed, restatements);
    }

    public Report withEnvelope(Group changed) {
        return new Report(changed, marks, sections, restatements);
    }

    public Report with(Restatement restatement) {
        List<Restatement> more = new ArrayList<>(restatements);
        more.add(restatement);
        return new Report(envelope, marks, sections, more);
    }

    /** The content at that place; empty when nothing is written there. */
    public Optional<Entry> at(FieldPath place) {
        Node node = root(place);
        List<FieldPath.Step> steps = place.steps();
        for (FieldPath.Step step : steps.subList(1, steps.size())) {
            if (!(node instanceof Group group)) {
                return Optional.empty();
            }
            Optional<Node> next = Optional.ofNullable(group.fields().get(step.name()));
            if (step.row().isPresent()) {
                next = next.flatMap(found -> found instanceof Rows rows
                        ? rows.find(step.row().get()).map(row -> (Node) row.fields())
                        : Optional.empty());
            }
            if (next.isEmpty()) {
                return Optional.empty();
            }
            node = next.get();
        }
        return node instanceof Entry entry ? Optional.of(entry) : Optional.empty();
    }

    /** The report with that content at that place; groups and rows on the way are made. */
    public Report with(FieldPath place, Entry entry) {
        List<FieldPath.Step> steps = place.steps();
        return put(place, put(root(place), steps.subList(1, steps.size()), Optional.of(entry)));
    }

    /** The report with nothing at that place; an emptied row stays a row. */
    public Report without(FieldPath place) {
        List<FieldPath.Step> steps = place.steps();
        return at(place).isEmpty()
                ? this
                : put(place, put(root(place), steps.subList(1, steps.size()), Optional.empty()));
    }

    private Report put(FieldPath place, Group changed) {
        return place.subject().map(subject -> with(subject, changed)).orElseGet(() -> withEnvelope(changed));
    }

    private Group root(FieldPath place) {
        String prefix = place.steps().getFirst().name();
        if (prefix.equals(ENVELOPE)) {
            return envelope;
        }
        return section(Subject.ofPrefix(prefix)
                .orElseThrow(() -> new IllegalArgumentException("No part of a report begins with " + prefix)));
    }

    private static Group put(Group group, List<FieldPath.Step> steps, Optional<Entry> entry) {
        FieldPath.Step step = steps.getFirst();
        List<FieldPath.Step> rest = steps.subList(1, steps.size());
        if (step.row().isPresent()) {
            Rows rows = group.fields().get(step.name()) instanceof Rows there ? there : Rows.none();
            String name = step.row().get();
            Group row = rows.find(name).map(Rows.Row::fields).orElse(Group.empty());
            return group.with(step.name(), rows.with(new Rows.Row(name, rest.isEmpty() ? row : put(row, rest, entry))));
        }
        if (rest.isEmpty()) {
            return entry.map(content -> group.with(step.name(), content)).orElseGet(() -> group.without(step.name()));
        }
        return group.with(step.name(), put(group.group(step.name()), rest, entry));
    }

    /** Every field with content and its place: the envelope, then each subject in order. */
    public List<Group.Placed> placed() {
        List<Group.Placed> all = new ArrayList<>(envelope.placed(FieldPath.of(ENVELOPE)));
        sections.forEach((subject, section) -> all.addAll(section.placed(FieldPath.of(subject.prefix()))));
        return all;
    }

    /** Every field with content by its place, in the order of {@link #placed}. */
    public SequencedMap<FieldPath, Entry> entries() {
        SequencedMap<FieldPath, Entry> all = new java.util.LinkedHashMap<>();
        placed().forEach(placed -> all.put(placed.place(), placed.entry()));
        return all;
    }

    /** The marks by the words of data, for tables. */
    public Map<String, String> markWords() {
        Map<String, String> words = new TreeMap<>();
        marks.forEach((subject, mark) -> words.put(subject.key(), mark.key()));
        return words;
    }
}
