package org.mineban.depositary;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.mineban.accounts.Access;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Role;
import org.mineban.accounts.Thing;
import org.mineban.audit.AuditEvent;
import org.mineban.audit.AuditTrail;
import org.mineban.audit.Change;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;
import org.mineban.storage.Database;
import org.mineban.storage.FileStore;
import org.mineban.storage.Identifiers;
import org.mineban.storage.ReceivedFile;
import org.mineban.storage.Transaction;

/**
 * The depositary's desk: entries are written, proposed, and confirmed by somebody who wrote nothing of them. Every change is in the audit trail, in the
 * same transaction; every method asks first whether the person may.
 */
public final class Desk {

    /** What the audit trail calls an entry. */
    public static final String SUBJECT = "desk-entry";

    private static final int LONGEST_REASON = 2000;

    private final Database database;
    private final AuditTrail audit;
    private final Access access;
    private final RecordedKnowledge knowledge;
    private final FileStore files = new FileStore();

    public Desk(Database database, AuditTrail audit, Access access, RecordedKnowledge knowledge) {
        this.database = database;
        this.audit = audit;
        this.access = access;
        this.knowledge = knowledge;
    }

    /**
     * Which entries to list, the newest first.
     *
     * @param before only those with a smaller number: the next page
     */
    public record Query(Optional<Status> status, Optional<StateCode> state, Optional<Long> before, int most) {}

    /** Entries, the newest first. */
    public List<Entry> list(Optional<Person> reader, Query query) {
        access.require(reader, Permission.DESK_READ, Thing.SYSTEM);
        return list(query);
    }

    /** Entries, the newest first, for who runs the program on its own machine. */
    public List<Entry> list(Query query) {
        return database.read(sql -> EntryRows.list(sql, query));
    }

    /**
     * One entry.
     *
     * @throws ProblemException {@code desk-entry-unknown}
     */
    public Entry get(Optional<Person> reader, UUID id) {
        access.require(reader, Permission.DESK_READ, Thing.SYSTEM);
        return database.read(sql -> EntryRows.find(sql, id)).orElseThrow(() -> unknown(id.toString()));
    }

    /** One entry by its number, for who runs the program on its own machine. */
    public Entry get(long number) {
        return database.read(sql -> EntryRows.find(sql, number)).orElseThrow(() -> unknown(Long.toString(number)));
    }

    /** Begins an entry. */
    public Entry record(Person author, Content content) {
        access.require(Optional.of(author), Permission.DESK_RECORD, Thing.SYSTEM);
        return database.write(transaction -> {
            Entry entry = new Entry(
                    Identifiers.newId(),
                    EntryRows.nextNumber(transaction),
                    1,
                    Status.DRAFT,
                    content,
                    Optional.empty(),
                    author.id(),
                    Set.of(author.id()),
                    transaction.now(),
                    transaction.now(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            EntryRows.insert(transaction, entry);
            List<Change> changes = new ArrayList<>();
            content.fields().forEach((field, text) -> {
                if (!text.isEmpty()) {
                    changes.add(new Change(field, Optional.empty(), Optional.of(text)));
                }
            });
            audit(transaction, author, "record", entry, "", changes);
            return entry;
        });
    }

    /**
     * Changes what an entry states.
     *
     * @param version the version that the writer saw
     * @throws ProblemException {@code desk-changed} when somebody else has changed it since; {@code desk-not-open}
     */
    public Entry change(Person writer, UUID id, int version, Content content) {
        access.require(Optional.of(writer), Permission.DESK_RECORD, Thing.SYSTEM);
        return step(id, version, entry -> {
            requireStatus(entry, entry.status().open());
            return new Step(
                    "change",
                    "",
                    with(entry, Status.DRAFT, content, plus(entry.writers(), writer.id()), entry.settled()),
                    writer);
        });
    }

    /**
     * Keeps the document that an entry rests on, in place of one that it had.
     *
     * @param name what whoever brings it calls it
     * @throws ProblemException {@code desk-document-kind}; as {@link #change}
     */
    public Entry attach(Person writer, UUID id, int version, ReceivedFile file, String name) {
        access.require(Optional.of(writer), Permission.DESK_RECORD, Thing.SYSTEM);
        SourceDocument document = SourceDocument.of(file, name);
        return step(id, version, entry -> {
            requireStatus(entry, entry.status().open());
            return new Step(
                    "attach",
                    "",
                    transaction -> {
                        files.keep(transaction, file);
                        return with(entry, writer, Optional.of(document)).apply(transaction);
                    },
                    writer);
        });
    }

    /** Takes the document of an entry away. What was brought is kept, and the audit trail names it. */
    public Entry detach(Person writer, UUID id, int version) {
        access.require(Optional.of(writer), Permission.DESK_RECORD, Thing.SYSTEM);
        return step(id, version, entry -> {
            requireStatus(entry, entry.status().open());
            return new Step("detach", "", with(entry, writer, Optional.empty()), writer);
        });
    }

    /**
     * Writes the document of an entry out.
     *
     * @param out where to; it is left open
     */
    public void copyDocument(SourceDocument document, OutputStream out) {
        database.read(sql -> {
            try {
                files.copy(sql, document.sha256(), out);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
            return true;
        });
    }

    /** Asks somebody else to confirm an entry. */
    public Entry propose(Person writer, UUID id, int version) {
        access.require(Optional.of(writer), Permission.DESK_RECORD, Thing.SYSTEM);
        return step(id, version, entry -> {
            requireStatus(entry, entry.status().open());
            return new Step("propose", "", with(entry, Status.PROPOSED, Optional.empty()), writer);
        });
    }

    /** Takes an entry that was proposed back, to change it. */
    public Entry takeBack(Person writer, UUID id, int version) {
        access.require(Optional.of(writer), Permission.DESK_RECORD, Thing.SYSTEM);
        return step(id, version, entry -> {
            requireStatus(entry, entry.status() == Status.PROPOSED);
            return new Step("take-back", "", with(entry, Status.DRAFT, Optional.empty()), writer);
        });
    }

    /**
     * Confirms an entry: from now on it counts everywhere. Never by somebody who wrote something of it.
     *
     * @throws ProblemException {@code four-eyes}; {@code desk-changed} when it is no longer what the person saw
     */
    public Entry confirm(Person second, UUID id, int version) {
        Entry confirmed = step(id, version, entry -> {
            requireSecond(second, entry);
            requireStatus(entry, entry.status() == Status.PROPOSED);
            return new Step("confirm", "", with(entry, Status.CONFIRMED, settled(second, "")), second);
        });
        knowledge.refresh();
        return confirmed;
    }

    /** Sends an entry back to its writers, and says why. */
    public Entry giveBack(Person second, UUID id, int version, String because) {
        return step(id, version, entry -> {
            requireSecond(second, entry);
            requireStatus(entry, entry.status() == Status.PROPOSED);
            String reason = reason(because);
            return new Step("return", reason, with(entry, Status.RETURNED, settled(second, reason)), second);
        });
    }

    /** Gives an entry up. It stays readable. */
    public Entry withdraw(Person writer, UUID id, int version, String because) {
        access.require(Optional.of(writer), Permission.DESK_RECORD, Thing.SYSTEM);
        return step(id, version, entry -> {
            requireStatus(entry, entry.status().open() || entry.status() == Status.PROPOSED);
            if (!entry.writers().contains(writer.id())) {
                throw new Problem("desk-not-yours", Problem.Kind.NOT_ALLOWED, Map.of("number", entry.number()))
                        .asException();
            }
            String reason = reason(because);
            return new Step("withdraw", reason, with(entry, Status.WITHDRAWN, settled(writer, reason)), writer);
        });
    }

    /** Whether the person may confirm or return the entry: may confirm at all, and wrote nothing of it. */
    public boolean maySettle(Optional<Person> person, Entry entry) {
        return access.allows(person, Permission.DESK_CONFIRM, thing(person, entry));
    }

    private static Thing thing(Optional<Person> person, Entry entry) {
        return person.map(Person::id)
                .filter(entry.writers()::contains)
                .map(Thing.SYSTEM::by)
                .orElseGet(() -> Thing.SYSTEM.by(entry.author()));
    }

    private void requireSecond(Person second, Entry entry) {
        access.require(Optional.of(second), Permission.DESK_CONFIRM, thing(Optional.of(second), entry));
    }

    private static Set<UUID> plus(Set<UUID> writers, UUID writer) {
        Set<UUID> all = new HashSet<>(writers);
        all.add(writer);
        return all;
    }

    private static String reason(String because) {
        String stripped = because.strip();
        if (stripped.isEmpty()) {
            throw new Problem("desk-reason-needed", Problem.Kind.WRONG_USAGE, Map.of()).asException();
        }
        return stripped.substring(0, Math.min(LONGEST_REASON, stripped.length()));
    }

    private static void requireStatus(Entry entry, boolean right) {
        if (!right) {
            throw new Problem(
                            "desk-wrong-status",
                            Problem.Kind.CONFLICT,
                            Map.of(
                                    "number",
                                    entry.number(),
                                    "status",
                                    entry.status().id()))
                    .asException();
        }
    }

    /** The role by which the person may; the first of them when there are several. */
    private static Function<Instant, Entry.Settled> settled(Person person, String because) {
        return now -> new Entry.Settled(person.id(), roleOf(person), now, because);
    }

    private static String roleOf(Person person) {
        return person.grants().stream()
                .map(grant -> grant.role().id())
                .filter(Role.DEPOSITARY_OFFICER.id()::equals)
                .findFirst()
                .orElseGet(() -> person.grants().getFirst().role().id());
    }

    /** An entry as it is to be, and how the audit trail tells of it. */
    private record Step(String action, String reason, Function<Transaction, Entry> to, Person by) {}

    private static Function<Transaction, Entry> with(
            Entry entry, Status status, Function<Instant, Entry.Settled> settled) {
        return transaction -> new Entry(
                entry.id(),
                entry.number(),
                entry.version() + 1,
                status,
                entry.content(),
                entry.document(),
                entry.author(),
                entry.writers(),
                entry.createdAt(),
                transaction.now(),
                entry.proposedAt(),
                Optional.of(settled.apply(transaction.now())),
                status == Status.CONFIRMED ? Optional.of(EntryRows.nextPlace(transaction)) : Optional.empty());
    }

    private static Function<Transaction, Entry> with(Entry entry, Status status, Optional<Entry.Settled> settled) {
        return transaction -> new Entry(
                entry.id(),
                entry.number(),
                entry.version() + 1,
                status,
                entry.content(),
                entry.document(),
                entry.author(),
                entry.writers(),
                entry.createdAt(),
                transaction.now(),
                status == Status.PROPOSED ? Optional.of(transaction.now()) : entry.proposedAt(),
                settled,
                Optional.empty());
    }

    private static Function<Transaction, Entry> with(Entry entry, Person writer, Optional<SourceDocument> document) {
        return transaction -> new Entry(
                entry.id(),
                entry.number(),
                entry.version() + 1,
                Status.DRAFT,
                entry.content(),
                document,
                entry.author(),
                plus(entry.writers(), writer.id()),
                entry.createdAt(),
                transaction.now(),
                entry.proposedAt(),
                entry.settled(),
                Optional.empty());
    }

    private static Function<Transaction, Entry> with(
            Entry entry, Status status, Content content, Set<UUID> writers, Optional<Entry.Settled> settled) {
        return transaction -> new Entry(
                entry.id(),
                entry.number(),
                entry.version() + 1,
                status,
                content,
                entry.document(),
                entry.author(),
                writers,
                entry.createdAt(),
                transaction.now(),
                entry.proposedAt(),
                settled,
                Optional.empty());
    }

    private Entry step(UUID id, int version, Function<Entry, Step> stepping) {
        return database.write(transaction -> {
            Entry entry = EntryRows.find(transaction.sql(), id).orElseThrow(() -> unknown(id.toString()));
            Step step = stepping.apply(entry);
            if (entry.version() != version) {
                throw changed(entry);
            }
            Entry next = step.to().apply(transaction);
            if (!EntryRows.update(transaction, next)) {
                throw changed(entry);
            }
            audit(transaction, step.by(), step.action(), next, step.reason(), changes(entry, next));
            return next;
        });
    }

    private static ProblemException unknown(String which) {
        return new Problem("desk-entry-unknown", Problem.Kind.NOT_FOUND, Map.of("value", which)).asException();
    }

    private static ProblemException changed(Entry entry) {
        return new Problem("desk-changed", Problem.Kind.CONFLICT, Map.of("number", entry.number())).asException();
    }

    private static List<Change> changes(Entry before, Entry after) {
        List<Change> changes = new ArrayList<>();
        Map<String, String> was = before.content().fields();
        after.content().fields().forEach((field, text) -> add(changes, field, was.getOrDefault(field, ""), text));
        add(changes, "document", document(before), document(after));
        add(changes, "status", before.status().id(), after.status().id());
        return changes;
    }

    private static String document(Entry entry) {
        return entry.document()
                .map(document -> document.name() + " sha256:" + document.sha256())
                .orElse("");
    }

    private static void add(List<Change> changes, String field, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new Change(field, present(before), present(after)));
        }
    }

    private static Optional<String> present(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }

    private void audit(
            Transaction transaction, Person by, String action, Entry entry, String reason, List<Change> changes) {
        audit.add(
                transaction,
                new AuditEvent(
                        by.actor(),
                        "desk-" + action,
                        SUBJECT,
                        entry.id().toString(),
                        Optional.of(entry.content().state()),
                        present(reason),
                        changes));
    }
}
