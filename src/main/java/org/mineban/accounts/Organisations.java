package org.mineban.accounts;

import static mineban.tables.Tables.ORGANISATION;
import static mineban.tables.Tables.ROLE_GRANT;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mineban.tables.tables.records.OrganisationRecord;
import org.jooq.impl.DSL;
import org.mineban.audit.AuditEvent;
import org.mineban.audit.AuditTrail;
import org.mineban.audit.Change;
import org.mineban.kernel.Problem;
import org.mineban.kernel.StateCode;
import org.mineban.platform.LookAlikes;
import org.mineban.storage.Database;
import org.mineban.storage.Identifiers;
import org.mineban.storage.Transaction;

/** The organisations that people work for. */
public final class Organisations {

    /** What the audit trail calls an organisation. */
    public static final String SUBJECT = "organisation";

    private final Database database;
    private final AuditTrail audit;

    public Organisations(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /** All, in the order of their names. */
    public List<Organisation> list() {
        return database.read(
                sql -> sql.selectFrom(ORGANISATION).orderBy(ORGANISATION.NAME).fetch(Organisations::organisation));
    }

    /** The one of that id. */
    public Optional<Organisation> find(UUID id) {
        return database.read(sql ->
                sql.selectFrom(ORGANISATION).where(ORGANISATION.ID.eq(id)).fetchOptional(Organisations::organisation));
    }

    /**
     * Adds one.
     *
     * @throws org.mineban.kernel.ProblemException {@code name-wrong}, {@code organisation-taken}, {@code organisation-looks-like}
     */
    public Organisation add(String by, String name, Optional<StateCode> state) {
        String shown = Names.check(name);
        return database.write(transaction -> {
            distinct(transaction, shown, Optional.empty());
            UUID id = Identifiers.newId();
            int made = transaction
                    .sql()
                    .insertInto(ORGANISATION)
                    .set(ORGANISATION.ID, id)
                    .set(ORGANISATION.NAME, shown)
                    .set(ORGANISATION.STATE, state.map(StateCode::iso3).orElse(null))
                    .set(ORGANISATION.CREATED_AT, transaction.now())
                    .onConflict(ORGANISATION.NAME)
                    .doNothing()
                    .execute();
            if (made == 0) {
                throw new Problem("organisation-taken", Problem.Kind.CONFLICT, Map.of("value", shown)).asException();
            }
            Organisation added = new Organisation(id, shown, state, Optional.empty());
            record(transaction, by, "add", added, Optional.empty(), People.set("name", shown));
            return added;
        });
    }

    /** Lets nobody pass for another organisation by a name that only looks like its name. */
    private static void distinct(Transaction transaction, String name, Optional<UUID> except) {
        List<String> others = transaction
                .sql()
                .select(ORGANISATION.NAME)
                .from(ORGANISATION)
                .where(except.map(ORGANISATION.ID::ne).orElse(DSL.noCondition()))
                .fetch(ORGANISATION.NAME);
        LookAlikes.among(name, others).ifPresent(other -> {
            throw new Problem("organisation-looks-like", Problem.Kind.CONFLICT, Map.of("value", name, "other", other))
                    .asException();
        });
    }

    private void record(
            Transaction transaction,
            String by,
            String action,
            Organisation body,
            Optional<String> reason,
            Change change) {
        audit.add(
                transaction,
                new AuditEvent(by, action, SUBJECT, body.id().toString(), body.state(), reason, List.of(change)));
    }

    /**
     * Gives one another name. Nothing happens when it has that name.
     *
     * @throws org.mineban.kernel.ProblemException {@code name-wrong}, {@code organisation-taken}, {@code organisation-looks-like}
     */
    public void rename(String by, Organisation body, String name, Optional<String> reason) {
        String shown = Names.check(name);
        database.change(transaction -> {
            OrganisationRecord row = locked(transaction, body.id());
            String before = row.getName();
            if (before.equals(shown)) {
                return;
            }
            boolean taken = transaction
                    .sql()
                    .fetchExists(ORGANISATION, ORGANISATION.NAME.eq(shown), ORGANISATION.ID.ne(body.id()));
            if (taken) {
                throw new Problem("organisation-taken", Problem.Kind.CONFLICT, Map.of("value", shown)).asException();
            }
            distinct(transaction, shown, Optional.of(body.id()));
            transaction
                    .sql()
                    .update(ORGANISATION)
                    .set(ORGANISATION.NAME, shown)
                    .where(ORGANISATION.ID.eq(body.id()))
                    .execute();
            record(
                    transaction,
                    by,
                    "rename",
                    body,
                    reason,
                    new Change("name", Optional.of(before), Optional.of(shown)));
        });
    }

    /**
     * Closes one: nobody is given a role in it any more. Its name stays where it was used. Nothing happens when it is closed.
     *
     * @throws org.mineban.kernel.ProblemException {@code organisation-in-use} while somebody has a role in it
     */
    public void close(String by, Organisation body, Optional<String> reason) {
        database.change(transaction -> {
            OrganisationRecord row = locked(transaction, body.id());
            if (row.getClosedAt() != null) {
                return;
            }
            int roles = transaction
                    .sql()
                    .fetchCount(ROLE_GRANT, ROLE_GRANT.ORGANISATION_ID.eq(body.id()), ROLE_GRANT.ENDED_AT.isNull());
            if (roles > 0) {
                throw new Problem("organisation-in-use", Problem.Kind.CONFLICT, Map.of("count", roles)).asException();
            }
            setClosed(transaction, body.id(), Optional.of(transaction.now()));
            Change change = new Change(
                    "closed", Optional.empty(), Optional.of(transaction.now().toString()));
            record(transaction, by, "close", body, reason, change);
        });
    }

    /** Opens a closed one again. */
    public void reopen(String by, Organisation body, Optional<String> reason) {
        database.change(transaction -> {
            Instant closed = locked(transaction, body.id()).getClosedAt();
            if (closed == null) {
                return;
            }
            setClosed(transaction, body.id(), Optional.empty());
            record(
                    transaction,
                    by,
                    "reopen",
                    body,
                    reason,
                    new Change("closed", Optional.of(closed.toString()), Optional.empty()));
        });
    }

    /** Lets no role be given in one that is closed, also when it is being closed at the same moment. */
    static void requireOpen(Transaction transaction, UUID id) {
        OrganisationRecord row = locked(transaction, id);
        if (row.getClosedAt() != null) {
            throw new Problem("organisation-closed", Problem.Kind.CONFLICT, Map.of("value", row.getName()))
                    .asException();
        }
    }

    private static void setClosed(Transaction transaction, UUID id, Optional<Instant> at) {
        transaction
                .sql()
                .update(ORGANISATION)
                .set(ORGANISATION.CLOSED_AT, at.orElse(null))
                .where(ORGANISATION.ID.eq(id))
                .execute();
    }

    /** The row, which nobody else changes until the transaction ends. */
    private static OrganisationRecord locked(Transaction transaction, UUID id) {
        transaction
                .sql()
                .update(ORGANISATION)
                .set(ORGANISATION.NAME, ORGANISATION.NAME)
                .where(ORGANISATION.ID.eq(id))
                .execute();
        return transaction.sql().fetchSingle(ORGANISATION, ORGANISATION.ID.eq(id));
    }

    private static Organisation organisation(OrganisationRecord row) {
        return new Organisation(
                row.getId(),
                row.getName(),
                Optional.ofNullable(row.getState()).map(StateCode::new),
                Optional.ofNullable(row.getClosedAt()));
    }
}
