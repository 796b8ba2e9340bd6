package org.mineban.operations;

import static mineban.tables.Tables.REGISTER_VIEW;

import java.util.List;
import java.util.UUID;
import org.mineban.accounts.Person;
import org.mineban.kernel.StateCode;
import org.mineban.storage.Database;
import org.mineban.storage.Identifiers;

/** Lists of the register as people keep them for themselves, by names of their own. A view holds a question, no records: whoever opens it sees what they may. */
public final class SavedViews {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_QUERY = 1000;
    private static final int MOST = 50;

    private final Database database;

    public SavedViews(Database database) {
        this.database = database;
    }

    /**
     * A list that somebody keeps.
     *
     * @param query the parameters of its address
     */
    public record View(UUID id, String name, String query) {}

    /** The lists of one kind that somebody keeps, by name. */
    public List<View> list(Person person, StateCode state, Kind kind) {
        return database.read(sql -> sql.selectFrom(REGISTER_VIEW)
                .where(
                        REGISTER_VIEW.PERSON_ID.eq(person.id()),
                        REGISTER_VIEW.STATE.eq(state.iso3()),
                        REGISTER_VIEW.KIND.eq(kind.id()))
                .orderBy(REGISTER_VIEW.NAME)
                .limit(MOST)
                .fetch(row -> new View(row.getId(), row.getName(), row.getQuery())));
    }

    /** Keeps a list under a name; one of that name is kept anew. A name that is blank keeps nothing. */
    public void keep(Person person, StateCode state, Kind kind, String name, String query) {
        String kept = name.strip();
        if (kept.isEmpty() || kept.length() > LONGEST_NAME || query.length() > LONGEST_QUERY) {
            return;
        }
        database.change(transaction -> {
            transaction
                    .sql()
                    .deleteFrom(REGISTER_VIEW)
                    .where(
                            REGISTER_VIEW.PERSON_ID.eq(person.id()),
                            REGISTER_VIEW.STATE.eq(state.iso3()),
                            REGISTER_VIEW.KIND.eq(kind.id()),
                            REGISTER_VIEW.NAME.eq(kept))
                    .execute();
            transaction
                    .sql()
                    .insertInto(REGISTER_VIEW)
                    .set(REGISTER_VIEW.ID, Identifiers.newId())
                    .set(REGISTER_VIEW.PERSON_ID, person.id())
                    .set(REGISTER_VIEW.STATE, state.iso3())
                    .set(REGISTER_VIEW.KIND, kind.id())
                    .set(REGISTER_VIEW.NAME, kept)
                    .set(REGISTER_VIEW.QUERY, query)
                    .set(REGISTER_VIEW.CREATED_AT, transaction.now())
                    .execute();
        });
    }

    /** Forgets a list of that person. */
    public void forget(Person person, UUID id) {
        database.change(transaction -> transaction
                .sql()
                .deleteFrom(REGISTER_VIEW)
                .where(REGISTER_VIEW.ID.eq(id), REGISTER_VIEW.PERSON_ID.eq(person.id()))
                .execute());
    }
}
