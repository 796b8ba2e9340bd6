package org.mineban.reminders;

import static mineban.tables.Tables.CALENDAR_FEED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mineban.audit.AuditEvent;
import org.mineban.audit.AuditTrail;
import org.mineban.secrets.Token;
import org.mineban.storage.Database;
import org.mineban.storage.Identifiers;
import org.mineban.storage.Transaction;

/**
 * Addresses at which a calendar program reads the duties that concern a person, without signing in. Who knows the address reads the calendar, so it can be
 * made anew and ended. An account has at most one.
 */
public final class CalendarFeeds {

    /** That an address was used is written down again after so long. */
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(10);

    private final Database database;
    private final AuditTrail audit;

    public CalendarFeeds(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /**
     * An address that works.
     *
     * @param usedAt when it was last used, to some ten minutes; empty when it never was
     */
    public record Feed(UUID id, UUID account, Instant madeAt, Optional<Instant> usedAt) {}

    /** The address of an account that works now; its secret part is not kept and cannot be shown again. */
    public Optional<Feed> of(UUID account) {
        return database.read(sql -> sql.selectFrom(CALENDAR_FEED)
                .where(CALENDAR_FEED.ACCOUNT_ID.eq(account), CALENDAR_FEED.ENDED_AT.isNull())
                .fetchOptional(row -> new Feed(
                        row.getId(), row.getAccountId(), row.getMadeAt(), Optional.ofNullable(row.getUsedAt()))));
    }

    /** Makes an address. The one before, when there is one, works no longer. */
    public Token make(UUID account) {
        return database.write(transaction -> {
            int ended = endAll(transaction, account);
            Token token = Token.fresh();
            transaction
                    .sql()
                    .insertInto(CALENDAR_FEED)
                    .set(CALENDAR_FEED.ID, Identifiers.newId())
                    .set(CALENDAR_FEED.ACCOUNT_ID, account)
                    .set(CALENDAR_FEED.TOKEN_HASH, token.hash())
                    .set(CALENDAR_FEED.MADE_AT, transaction.now())
                    .execute();
            record(transaction, account, ended > 0 ? "renew" : "make");
            return token;
        });
    }

    /** Ends the address of an account. */
    public void end(UUID account) {
        database.change(transaction -> {
            if (endAll(transaction, account) > 0) {
                record(transaction, account, "end");
            }
        });
    }

    /** Whose calendar an address is, and notes that it was used; empty when no such address works. */
    public Optional<UUID> open(String token, Instant now) {
        Optional<Feed> found = database.read(sql -> sql.selectFrom(CALENDAR_FEED)
                .where(CALENDAR_FEED.TOKEN_HASH.eq(Token.hash(token)), CALENDAR_FEED.ENDED_AT.isNull())
                .fetchOptional(row -> new Feed(
                        row.getId(), row.getAccountId(), row.getMadeAt(), Optional.ofNullable(row.getUsedAt()))));
        found.filter(feed -> feed.usedAt()
                        .filter(used -> Duration.between(used, now).abs().compareTo(USE_NOTED_EVERY) < 0)
                        .isEmpty())
                .ifPresent(feed -> database.change(transaction -> transaction
                        .sql()
                        .update(CALENDAR_FEED)
                        .set(CALENDAR_FEED.USED_AT, transaction.now())
                        .where(CALENDAR_FEED.ID.eq(feed.id()))
                        .execute()));
        return found.map(Feed::account);
    }

    private static int endAll(Transaction transaction, UUID account) {
        return transaction
                .sql()
                .update(CALENDAR_FEED)
                .set(CALENDAR_FEED.ENDED_AT, transaction.now())
                .where(CALENDAR_FEED.ACCOUNT_ID.eq(account), CALENDAR_FEED.ENDED_AT.isNull())
                .execute();
    }

    private void record(Transaction transaction, UUID account, String action) {
        audit.add(
                transaction,
                new AuditEvent(
                        account.toString(),
                        action,
                        "calendar-feed",
                        account.toString(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
    }
}
