package org.mineban.accounts;

import static mineban.tables.Tables.ORGANISATION;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mineban.tables.tables.records.OrganisationRecord;
import org.mineban.audit.AuditEvent;
import org.mineban.audit.AuditTrail;
import org.mineban.kernel.Problem;
import org.mineban.kernel.StateCode;
import org.mineban.storage.Database;
import org.mineban.storage.Identifiers;

/** The organisations that people work for. */
public final class Organisations {

    private static final int LONGEST_NAME = 200;

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
     * @throws org.mineban.kernel.ProblemException {@code name-wrong}, {@code organisation-taken}
     */
    public Organisation add(String by, String name, Optional<StateCode> state) {
        String shown = name.strip();
        if (shown.isEmpty() || shown.length() > LONGEST_NAME || shown.chars().anyMatch(Character::isISOControl)) {
            throw new Problem("name-wrong", Problem.Kind.WRONG_USAGE, Map.of("value", shown, "most", LONGEST_NAME))
                    .asException();
        }
        return database.write(transaction -> {
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
            audit.add(
                    transaction,
                    new AuditEvent(
                            by,
                            "add",
                            "organisation",
                            id.toString(),
                            state,
                            Optional.empty(),
                            List.of(People.set("name", shown))));
            return new Organisation(id, shown, state, Optional.empty());
        });
    }

    private static Organisation organisation(OrganisationRecord row) {
        return new Organisation(
                row.getId(),
                row.getName(),
                Optional.ofNullable(row.getState()).map(StateCode::new),
                Optional.ofNullable(row.getClosedAt()));
    }
}
