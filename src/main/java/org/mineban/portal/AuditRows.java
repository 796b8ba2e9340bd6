package org.mineban.portal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.mineban.accounts.People;
import org.mineban.accounts.Person;
import org.mineban.audit.AuditEntry;
import org.mineban.audit.AuditEvent;
import org.mineban.audit.AuditTrail;
import org.mineban.audit.Change;
import org.mineban.storage.Database;

/** Entries of the audit trail as pages show them, of everything or of one thing. */
final class AuditRows {

    private static final int OF_ONE_THING = 50;

    private final Database database;
    private final AuditTrail trail;
    private final People people;

    AuditRows(Database database, AuditTrail trail, People people) {
        this.database = database;
        this.trail = trail;
        this.people = people;
    }

    /** An entry in words; {@code subjectHref} leads to all entries of the same thing. */
    record Row(
            String number,
            String when,
            String actor,
            String action,
            String subject,
            String subjectHref,
            String state,
            String reason,
            List<String> changes,
            String hash) {}

    /** The newest entries of one thing. */
    List<Row> of(Visit visit, String kind, String subject) {
        return rows(visit, database.read(sql -> trail.of(sql, kind, subject, OF_ONE_THING)));
    }

    /** Entries in words; each person among them is looked up once. */
    List<Row> rows(Visit visit, List<AuditEntry> entries) {
        Map<UUID, Optional<Person>> known = new HashMap<>();
        Function<UUID, Optional<Person>> find = id -> known.computeIfAbsent(id, people::find);
        return entries.stream().map(entry -> row(visit, entry, find)).toList();
    }

    /** Who did something: a name, or the program’s part that did it. */
    String actor(Visit visit, String actor) {
        return actor(visit, actor, people::find);
    }

    private static String actor(Visit visit, String actor, Function<UUID, Optional<Person>> find) {
        if (actor.startsWith("program:")) {
            return visit.code(actor);
        }
        return id(actor).flatMap(find).map(Person::name).map(Visit::isolated).orElse(actor);
    }

    private static Optional<UUID> id(String text) {
        return Forms.id(text);
    }

    private static Row row(Visit visit, AuditEntry entry, Function<UUID, Optional<Person>> find) {
        AuditEvent event = entry.event();
        return new Row(
                visit.number(entry.number()),
                visit.moment(entry.recordedAt()),
                actor(visit, event.actor(), find),
                event.action(),
                subject(event, find),
                visit.link("/audit", Map.of("kind", event.subjectKind(), "subject", event.subject())),
                event.state().map(visit::state).orElse(""),
                event.reason().orElse(""),
                event.changes().stream().map(change -> change(visit, change)).toList(),
                entry.hash());
    }

    private static String subject(AuditEvent event, Function<UUID, Optional<Person>> find) {
        if (event.subjectKind().equals(People.SUBJECT)) {
            return event.subjectKind() + " "
                    + id(event.subject()).flatMap(find).map(Person::name).orElse(event.subject());
        }
        return event.subjectKind() + " " + event.subject();
    }

    private static String change(Visit visit, Change change) {
        String nothing = visit.say("audit.change.nothing");
        return visit.say(
                "audit.change",
                Map.of(
                        "field",
                        visit.code(change.field()),
                        "before",
                        Visit.isolated(change.before().orElse(nothing)),
                        "after",
                        Visit.isolated(change.after().orElse(nothing))));
    }
}
