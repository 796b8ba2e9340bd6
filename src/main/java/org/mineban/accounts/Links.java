package org.mineban.accounts;

import static mineban.tables.Tables.ONE_TIME_LINK;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mineban.tables.tables.records.OneTimeLinkRecord;
import org.jooq.DSLContext;
import org.mineban.kernel.Problem;
import org.mineban.secrets.Token;
import org.mineban.storage.Identifiers;
import org.mineban.storage.Transaction;

/** Links that work once and for a time: to make the first administrator, to accept an invitation, to set a new password. */
final class Links {

    /** What a link is for. */
    enum Purpose {
        FIRST_ADMINISTRATOR(Duration.ofDays(1)),
        INVITATION(People.INVITATION_LASTS),
        RESET(People.RESET_LASTS);

        private final Duration lasts;

        Purpose(Duration lasts) {
            this.lasts = lasts;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A link that can still be used.
     *
     * @param person whom it is for; empty when that person is still to be made
     */
    record Link(UUID id, Purpose purpose, Optional<UUID> person, Instant endsAt) {}

    /** Makes a link; older ones for the same person and purpose no longer work. */
    Token make(Transaction transaction, Purpose purpose, Optional<UUID> person, String madeBy) {
        Token token = Token.fresh();
        transaction
                .sql()
                .deleteFrom(ONE_TIME_LINK)
                .where(
                        ONE_TIME_LINK.PURPOSE.eq(purpose.id()),
                        ONE_TIME_LINK.USED_AT.isNull(),
                        person.map(ONE_TIME_LINK.PERSON_ID::eq).orElseGet(ONE_TIME_LINK.PERSON_ID::isNull))
                .execute();
        transaction
                .sql()
                .insertInto(ONE_TIME_LINK)
                .set(ONE_TIME_LINK.ID, Identifiers.newId())
                .set(ONE_TIME_LINK.TOKEN_HASH, token.hash())
                .set(ONE_TIME_LINK.PURPOSE, purpose.id())
                .set(ONE_TIME_LINK.PERSON_ID, person.orElse(null))
                .set(ONE_TIME_LINK.MADE_BY, madeBy)
                .set(ONE_TIME_LINK.MADE_AT, transaction.now())
                .set(ONE_TIME_LINK.ENDS_AT, transaction.now().plus(purpose.lasts))
                .execute();
        return token;
    }

    /** The link of that token; empty when there is none, it was used, or its time is over. */
    Optional<Link> find(DSLContext sql, String token, Instant now) {
        return sql.selectFrom(ONE_TIME_LINK)
                .where(
                        ONE_TIME_LINK.TOKEN_HASH.eq(Token.hash(token)),
                        ONE_TIME_LINK.USED_AT.isNull(),
                        ONE_TIME_LINK.ENDS_AT.gt(now))
                .fetchOptional(Links::link);
    }

    /**
     * Uses a link up.
     *
     * @throws org.mineban.kernel.ProblemException {@code link-over} when it cannot be used any more, as when two use it at once
     */
    Link use(Transaction transaction, String token, Purpose... purposes) {
        Link link = find(transaction.sql(), token, transaction.now())
                .filter(found -> java.util.List.of(purposes).contains(found.purpose()))
                .orElseThrow(Links::over);
        int used = transaction
                .sql()
                .update(ONE_TIME_LINK)
                .set(ONE_TIME_LINK.USED_AT, transaction.now())
                .where(ONE_TIME_LINK.ID.eq(link.id()), ONE_TIME_LINK.USED_AT.isNull())
                .execute();
        if (used != 1) {
            throw over();
        }
        return link;
    }

    static RuntimeException over() {
        return new Problem("link-over", Problem.Kind.NOT_FOUND, Map.of()).asException();
    }

    private static Link link(OneTimeLinkRecord row) {
        return new Link(
                row.getId(),
                Purpose.valueOf(row.getPurpose().toUpperCase(Locale.ROOT).replace('-', '_')),
                Optional.ofNullable(row.getPersonId()),
                row.getEndsAt());
    }
}
