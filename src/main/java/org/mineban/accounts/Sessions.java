package org.mineban.accounts;

import static mineban.tables.Tables.KNOWN_DEVICE;
import static mineban.tables.Tables.ONE_TIME_LINK;
import static mineban.tables.Tables.SESSION;
import static mineban.tables.Tables.SIGN_IN_STEP;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import mineban.tables.tables.records.SessionRecord;
import org.jooq.Condition;
import org.mineban.secrets.Token;
import org.mineban.storage.Database;
import org.mineban.storage.Identifiers;
import org.mineban.storage.Transaction;

/**
 * The sessions of people who are signed in, in the database, so that every node knows them. Nothing is kept for who only reads. A session ends after
 * an hour without use, after a day in any case (NIST SP 800-63B-4, AAL2), when its owner ends it, and when the account is disabled.
 */
public final class Sessions {

    static final Duration IDLE = Duration.ofHours(1);
    static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration SEEN_TO = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration DEVICE_KEPT = Duration.ofDays(180);
    private static final int LONGEST_DEVICE = 200;

    private final Database database;
    private final People people;
    private final Clock clock;

    public Sessions(Database database, People people, Clock clock) {
        this.database = database;
        this.people = people;
        this.clock = clock;
    }

    /** Who comes with that token; empty when it lets nobody in. */
    public Optional<SignedIn> find(String token) {
        Instant now = clock.instant();
        Optional<SignedIn> found = database.read(sql -> sql.selectFrom(SESSION)
                .where(SESSION.TOKEN_HASH.eq(Token.hash(token)).and(alive(now)))
                .fetchOptional()
                .flatMap(row -> people.find(sql, row.getPersonId())
                        .filter(person -> person.disabledAt().isEmpty())
                        .map(person -> new SignedIn(person, session(row)))));
        found.map(SignedIn::session)
                .filter(session -> session.seenAt().plus(SEEN_TO).isBefore(now))
                .ifPresent(session -> database.change(transaction -> transaction
                        .sql()
                        .update(SESSION)
                        .set(SESSION.SEEN_AT, now)
                        .where(SESSION.ID.eq(session.id()))
                        .execute()));
        return found;
    }

    private static Condition alive(Instant now) {
        return SESSION.ENDED_AT
                .isNull()
                .and(SESSION.SEEN_AT.gt(now.minus(IDLE)))
                .and(SESSION.STARTED_AT.gt(now.minus(LONGEST)));
    }

    Token start(Transaction transaction, UUID person, Session.Method method, String device, Instant proved) {
        Token token = Token.fresh();
        String readable = device.replaceAll("\\p{Cntrl}", " ").strip();
        transaction
                .sql()
                .insertInto(SESSION)
                .set(SESSION.ID, Identifiers.newId())
                .set(SESSION.TOKEN_HASH, token.hash())
                .set(SESSION.PERSON_ID, person)
                .set(SESSION.METHOD, method.name())
                .set(SESSION.DEVICE, readable.substring(0, Math.min(LONGEST_DEVICE, readable.length())))
                .set(SESSION.STARTED_AT, transaction.now())
                .set(SESSION.PROVED_AT, proved)
                .set(SESSION.SEEN_AT, transaction.now())
                .execute();
        return token;
    }

    /** The sessions somebody has now, the newest first. */
    public List<Session> list(Person person) {
        Instant now = clock.instant();
        return database.read(sql -> sql.selectFrom(SESSION)
                .where(SESSION.PERSON_ID.eq(person.id()).and(alive(now)))
                .orderBy(SESSION.STARTED_AT.desc(), SESSION.ID.desc())
                .fetch(Sessions::session));
    }

    /** Ends one session of a person; nothing happens when it has ended. */
    public void end(Person person, UUID session) {
        database.change(transaction ->
                end(transaction, SESSION.PERSON_ID.eq(person.id()).and(SESSION.ID.eq(session))));
    }

    /** Ends all sessions of a person but one. */
    public void endOthers(Person person, UUID kept) {
        database.change(transaction ->
                end(transaction, SESSION.PERSON_ID.eq(person.id()).and(SESSION.ID.ne(kept))));
    }

    static void end(Transaction transaction, Condition which) {
        transaction
                .sql()
                .update(SESSION)
                .set(SESSION.ENDED_AT, transaction.now())
                .where(which, SESSION.ENDED_AT.isNull())
                .execute();
    }

    /** Takes away what has been over for a month, and what was begun and never finished. */
    public void sweep() {
        database.change(transaction -> {
            Instant now = transaction.now();
            transaction
                    .sql()
                    .deleteFrom(SESSION)
                    .where(SESSION.SEEN_AT.lt(now.minus(KEPT)))
                    .execute();
            transaction
                    .sql()
                    .deleteFrom(SIGN_IN_STEP)
                    .where(SIGN_IN_STEP.ENDS_AT.lt(now))
                    .execute();
            transaction
                    .sql()
                    .deleteFrom(ONE_TIME_LINK)
                    .where(ONE_TIME_LINK.ENDS_AT.lt(now.minus(KEPT)))
                    .execute();
            transaction
                    .sql()
                    .deleteFrom(KNOWN_DEVICE)
                    .where(KNOWN_DEVICE.SEEN_AT.lt(now.minus(DEVICE_KEPT)))
                    .execute();
            new Throttle(database).sweep(transaction);
        });
    }

    private static Session session(SessionRecord row) {
        return new Session(
                row.getId(),
                row.getPersonId(),
                Session.Method.valueOf(row.getMethod()),
                row.getDevice(),
                row.getStartedAt(),
                Objects.requireNonNullElse(row.getProvedAt(), row.getStartedAt()),
                row.getSeenAt(),
                Optional.ofNullable(row.getEndedAt()));
    }
}
