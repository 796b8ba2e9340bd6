package org.mineban.portal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mineban.accounts.People;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.depositary.Content;
import org.mineban.depositary.Correction;
import org.mineban.depositary.Desk;
import org.mineban.depositary.Entry;
import org.mineban.depositary.RecordedKnowledge;
import org.mineban.depositary.SourceDocument;
import org.mineban.depositary.Status;
import org.mineban.depositary.ToldConsequence;
import org.mineban.depositary.Typed;
import org.mineban.depositary.WholeRecord;
import org.mineban.kernel.Explained;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.SourceRow;
import org.mineban.presentation.Telling;
import org.springframework.stereotype.Component;

/** One entry of the desk as its pages show it. */
@Component
final class DeskEntryView {

    /** With more consequences than these, the reasons of each are not spelled out. */
    private static final int MOST_EXPLAINED = 40;

    /** Reasons that rest on more rows, such as the rates of all States Parties, are not spelled out: their sentence stands in the value. */
    private static final int MOST_ROWS = 30;

    private final Desk desk;
    private final RecordedKnowledge knowledge;
    private final People people;
    private final AuditRows audit;

    DeskEntryView(Desk desk, RecordedKnowledge knowledge, People people, AuditRows audit) {
        this.desk = desk;
        this.knowledge = knowledge;
        this.people = people;
        this.audit = audit;
    }

    /**
     * What the pages show.
     *
     * @param fields what the entry states, without what is empty
     * @param link where the source can be read; empty when nothing is named
     * @param document the document that it rests on, to be read
     * @param corrected the earlier row that it takes the place of
     * @param struck whether nothing takes the place of that row
     * @param settled how it was confirmed, returned or withdrawn, in words; empty while it is not
     * @param unusual what both people should look at before it counts
     * @param aside why it changes nothing; empty when it is put on record
     * @param groups what it changes, by kind
     * @param notYours why who looks may not confirm it though their role may; empty otherwise
     */
    record View(
            Optional<DeskPages.Wrong> wrong,
            String id,
            String number,
            int version,
            String status,
            String statusKey,
            List<Link> fields,
            String link,
            Optional<Link> document,
            Optional<SourceMark.Corrected> corrected,
            boolean struck,
            String settled,
            List<String> unusual,
            String aside,
            String changeTitle,
            List<Group> groups,
            boolean mayEdit,
            boolean mayTakeBack,
            boolean maySettle,
            boolean mayWithdraw,
            boolean mayCorrect,
            String notYours,
            List<AuditRows.Row> history) {}

    /** Consequences of one kind; {@code timed} when days of their own stand beside them. */
    record Group(String heading, boolean timed, List<Row> rows) {}

    /** One consequence; {@code why} leads to the reasons as known now, {@code tree} has those that will hold. */
    record Row(String what, String when, String before, String after, Optional<String> why, Optional<WhyTree> tree) {}

    View of(Visit visit, Entry entry, Optional<DeskPages.Wrong> wrong) {
        Content content = entry.content();
        Optional<Person> person = visit.visitor().person();
        boolean writer =
                person.filter(one -> entry.writers().contains(one.id())).isPresent();
        boolean records = visit.visitor().may(Permission.DESK_RECORD, Thing.SYSTEM);
        boolean settles = desk.maySettle(person, entry);
        boolean settleable = entry.status() == Status.PROPOSED;
        List<ToldConsequence> told =
                ToldConsequence.all(knowledge.consequences(entry, visit.today()), visit.narrator());
        return new View(
                wrong,
                entry.id().toString(),
                visit.number(entry.number()),
                entry.version(),
                visit.say("desk.status." + entry.status().id()),
                entry.status().id(),
                fields(visit, entry),
                content.link(),
                entry.document().map(document -> document(visit, entry, document)),
                corrected(visit, entry),
                content.correction()
                        .filter(correction -> correction.manner() == Correction.Manner.STRIKE_OUT)
                        .isPresent(),
                settled(visit, entry),
                entry.status() == Status.CONFIRMED || entry.status() == Status.WITHDRAWN
                        ? List.of()
                        : Typed.unusual(content, knowledge.current()).stream()
                                .map(what -> visit.say("desk.unusual." + what))
                                .toList(),
                knowledge
                        .asideIfConfirmed(entry)
                        .map(aside -> aside(visit, aside))
                        .orElse(""),
                visit.say(entry.status() == Status.CONFIRMED ? "desk.changed.title" : "desk.change.title"),
                groups(visit, told, entry.status() == Status.CONFIRMED),
                records && entry.status().open(),
                records && settleable,
                settles && settleable,
                writer && records && (entry.status().open() || settleable),
                records && entry.status() == Status.CONFIRMED,
                settleable && writer && visit.visitor().may(Permission.DESK_CONFIRM, Thing.SYSTEM)
                        ? visit.say("desk.four-eyes")
                        : "",
                audit.of(visit, Desk.SUBJECT, entry.id().toString()));
    }

    private static Link document(Visit visit, Entry entry, SourceDocument document) {
        return new Link(
                Visit.isolated(document.name()),
                visit.link("/desk/" + entry.id() + "/document"),
                visit.say(
                        "desk.document.size",
                        Map.of(
                                "kilobytes",
                                visit.number((document.bytes() + 1023) / 1024),
                                "hash",
                                visit.code(document.sha256().substring(0, 12) + "…"))));
    }

    private static String aside(Visit visit, WholeRecord.Aside aside) {
        return visit.say("desk.aside." + Words.key(aside.name()));
    }

    private List<Link> fields(Visit visit, Entry entry) {
        Content content = entry.content();
        List<Link> fields = new ArrayList<>();
        fields.add(field(visit, "state", visit.state(content.state())));
        fields.add(field(visit, "act", what(visit, content)));
        fields.add(field(visit, "date", visit.date(content.date())));
        content.effect().ifPresent(day -> fields.add(field(visit, "effect", visit.date(day))));
        add(visit, fields, "summary", content.summary());
        fields.add(field(visit, "source", Visit.isolated(content.source())));
        add(visit, fields, "note", content.note());
        content.correction().ifPresent(correction -> fields.add(field(visit, "why", Visit.isolated(correction.why()))));
        fields.add(new Link(
                visit.say("desk.entry.author"),
                "",
                visit.say(
                        "desk.entry.by", Map.of("name", name(entry.author()), "at", visit.moment(entry.createdAt())))));
        return fields;
    }

    private static void add(Visit visit, List<Link> fields, String name, String text) {
        if (!text.isEmpty()) {
            fields.add(field(visit, name, Visit.isolated(text)));
        }
    }

    private static Link field(Visit visit, String name, String text) {
        return new Link(visit.say("desk.field." + name), "", text);
    }

    private String name(UUID person) {
        return people.find(person).map(Person::name).map(Visit::isolated).orElse(person.toString());
    }

    /** Who changed it last. */
    String lastChangedBy(Visit visit, Entry entry) {
        List<AuditRows.Row> rows = audit.of(visit, Desk.SUBJECT, entry.id().toString());
        return rows.isEmpty() ? name(entry.author()) : rows.getFirst().actor();
    }

    private String settled(Visit visit, Entry entry) {
        return entry.settled()
                .map(settled -> visit.say(
                        "desk.entry.settled",
                        Map.of(
                                "status",
                                entry.status().id(),
                                "name",
                                name(settled.by()),
                                "at",
                                visit.moment(settled.at()),
                                "because",
                                settled.because().isEmpty() ? "none" : Visit.isolated(settled.because()))))
                .orElse("");
    }

    /** The earlier row, with all it states: as the record has it, or as the entry kept it when it is there no longer. */
    private Optional<SourceMark.Corrected> corrected(Visit visit, Entry entry) {
        return entry.content().correction().map(correction -> {
            SourceRow row = SourceRow.of(
                    correction.row().file(),
                    correction.row().line(),
                    new java.util.LinkedHashMap<>(correction.row().fields()),
                    org.mineban.kernel.Confidence.find(correction.row().fields().getOrDefault("confidence", ""))
                            .orElse(org.mineban.kernel.Confidence.RECORDED));
            return new SourceMark.Corrected(SourceMark.of(visit, row), WhyTree.fields(row), correction.why());
        });
    }

    private static List<Group> groups(Visit visit, List<ToldConsequence> told, boolean counts) {
        boolean explained = told.size() <= MOST_EXPLAINED;
        Map<List<Telling>, String> lists = new HashMap<>();
        Map<ToldConsequence.Group, List<Row>> byGroup = new EnumMap<>(ToldConsequence.Group.class);
        for (ToldConsequence one : told) {
            byGroup.computeIfAbsent(one.group(), group -> new ArrayList<>())
                    .add(new Row(
                            one.what(),
                            one.when(),
                            one.before(),
                            one.after(),
                            one.why()
                                    .filter(pointer -> counts ? one.isAfter() : one.wasBefore())
                                    .map(pointer -> visit.link(
                                            pointer.page(), pointer.on().orElse(visit.on()))),
                            explained
                                    ? one.reasons()
                                            .filter(reason -> rows(reason) <= MOST_ROWS)
                                            .map(reason -> WhyTree.of(
                                                    visit, visit.narrator().tell(reason), lists))
                                    : Optional.empty()));
        }
        return byGroup.entrySet().stream()
                .map(group -> new Group(
                        visit.say("desk.group." + group.getKey().key()),
                        group.getValue().stream().anyMatch(row -> !row.when().isEmpty()),
                        group.getValue()))
                .toList();
    }

    private static int rows(Explained<?> explained) {
        List<Explained<?>> because = explained.reason().because();
        return because.isEmpty()
                ? 1
                : because.stream().mapToInt(DeskEntryView::rows).sum();
    }

    /** What an entry is, in a few words: the act, or its correction. */
    static String what(Visit visit, Content content) {
        String act = visit.say(content.act().key());
        return content.correction()
                .map(correction -> visit.say(
                        "desk.what",
                        Map.of("act", act, "manner", correction.manner().id())))
                .orElse(act);
    }

    /** What a row of the record is, in a few words. */
    static String what(Visit visit, SourceRow row) {
        String action = row.asMap().getOrDefault("action", "");
        return action.isEmpty()
                ? visit.say("declaration." + Words.key(row.get("kind")))
                : visit.say("action." + Words.key(action));
    }

    static String date(Visit visit, SourceRow row) {
        return PartialDate.find(row.asMap().getOrDefault("date", ""))
                .map(visit::date)
                .orElseGet(() -> visit.say("page.timeline.undated"));
    }
}
