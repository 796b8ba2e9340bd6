package org.mineban.accounts;

import static mineban.tables.Tables.SIGN_IN_STEP;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.mineban.secrets.Token;
import org.mineban.storage.Identifiers;
import org.mineban.storage.Transaction;

/** What was begun on one page and goes on at the next, on whatever node: for a quarter of an hour. */
final class Steps {

    private static final Duration LASTS = Duration.ofMinutes(15);

    private Steps() {}

    /** What was begun. */
    enum Kind {
        /** The password was right; the second factor is asked for. */
        SECOND_FACTOR,
        /** A telephone is being added. */
        CODE_ENROLMENT,
        /** A passkey is being added. */
        PASSKEY_ENROLMENT,
        /** Somebody signs in with a passkey. */
        PASSKEY,
        /** Somebody is at the sign-in of their organisation. */
        OUTSIDE
    }

    /** A step found again. */
    record Found(UUID id, Optional<UUID> person, String content) {}

    static Token begin(Transaction transaction, Kind kind, Optional<UUID> person, String content) {
        Token token = Token.fresh();
        transaction
                .sql()
                .insertInto(SIGN_IN_STEP)
                .set(SIGN_IN_STEP.ID, Identifiers.newId())
                .set(SIGN_IN_STEP.TOKEN_HASH, token.hash())
                .set(SIGN_IN_STEP.KIND, kind.name())
                .set(SIGN_IN_STEP.PERSON_ID, person.orElse(null))
                .set(SIGN_IN_STEP.CONTENT, content)
                .set(SIGN_IN_STEP.ENDS_AT, transaction.now().plus(LASTS))
                .execute();
        return token;
    }

    static Optional<Found> find(DSLContext sql, String token, Kind kind, Instant now) {
        return sql.selectFrom(SIGN_IN_STEP)
                .where(
                        SIGN_IN_STEP.TOKEN_HASH.eq(Token.hash(token)),
                        SIGN_IN_STEP.KIND.eq(kind.name()),
                        SIGN_IN_STEP.ENDS_AT.gt(now.equals(Instant.MIN) ? Instant.EPOCH : now))
                .fetchOptional(row -> new Found(row.getId(), Optional.ofNullable(row.getPersonId()), row.getContent()));
    }

    /** Ends a step, once: whoever comes second with it is turned away. */
    static void end(Transaction transaction, Found step) {
        int ended = transaction
                .sql()
                .deleteFrom(SIGN_IN_STEP)
                .where(SIGN_IN_STEP.ID.eq(step.id()))
                .execute();
        if (ended != 1) {
            throw Links.over();
        }
    }
}
