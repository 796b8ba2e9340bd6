package org.mineban.mail;

import static mineban.tables.Tables.MAIL_MESSAGE;
import static mineban.tables.Tables.MAIL_SILENCE;
import static mineban.tables.Tables.MAIL_UNSUBSCRIBE;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.mineban.audit.AuditEvent;
import org.mineban.audit.AuditTrail;
import org.mineban.audit.Change;
import org.mineban.secrets.Token;
import org.mineban.storage.Transaction;

/** Who wants no messages of a kind. A person is known by account and by address: whoever said no under one is not written to under the other. */
public final class Subscriptions {

    private final AuditTrail audit;

    public Subscriptions(AuditTrail audit) {
        this.audit = audit;
    }

    /**
     * What a link in a message leads to.
     *
     * @param recipient the address that the message went to
     * @param account its account, when it had one
     * @param on whether that person receives such messages
     */
    public record Subscription(MailPurpose purpose, String recipient, Optional<UUID> account, boolean on) {}

    /** Everyone who wants no messages of a kind. */
    public record Silent(Set<String> addresses, Set<UUID> accounts) {

        public Silent {
            addresses = Set.copyOf(addresses);
            accounts = Set.copyOf(accounts);
        }

        public boolean includes(Optional<UUID> account, String address) {
            return addresses.contains(plain(address))
                    || account.filter(accounts::contains).isPresent();
        }
    }

    /** A new link for a message: the secret part of its address. Only its hash is kept. */
    Token newLink(Transaction transaction, UUID message) {
        Token token = Token.fresh();
        transaction
                .sql()
                .insertInto(MAIL_UNSUBSCRIBE)
                .set(MAIL_UNSUBSCRIBE.TOKEN_HASH, token.hash())
                .set(MAIL_UNSUBSCRIBE.MESSAGE_ID, message)
                .set(MAIL_UNSUBSCRIBE.MADE_AT, transaction.now())
                .execute();
        return token;
    }

    /** What the secret part of a link leads to; empty when there is no such link. */
    public Optional<Subscription> find(DSLContext sql, String token) {
        return sql.select(MAIL_MESSAGE.PURPOSE, MAIL_MESSAGE.RECIPIENT, MAIL_MESSAGE.ACCOUNT_ID)
                .from(MAIL_UNSUBSCRIBE)
                .join(MAIL_MESSAGE)
                .on(MAIL_MESSAGE.ID.eq(MAIL_UNSUBSCRIBE.MESSAGE_ID))
                .where(MAIL_UNSUBSCRIBE.TOKEN_HASH.eq(Token.hash(token)))
                .fetchOptional()
                .map(row -> {
                    MailPurpose purpose = MailPurpose.of(row.value1());
                    Optional<UUID> account = Optional.ofNullable(row.value3());
                    return new Subscription(
                            purpose, row.value2(), account, !silent(sql, purpose, account, row.value2()));
                });
    }

    /** Everyone who wants no messages of that kind. */
    public Silent silent(DSLContext sql, MailPurpose purpose) {
        Set<String> addresses = new HashSet<>();
        Set<UUID> accounts = new HashSet<>();
        sql.selectFrom(MAIL_SILENCE)
                .where(MAIL_SILENCE.PURPOSE.eq(purpose.key()))
                .forEach(row -> {
                    addresses.add(row.getRecipient());
                    Optional.ofNullable(row.getAccountId()).ifPresent(accounts::add);
                });
        return new Silent(addresses, accounts);
    }

    /** Whether that person wants no messages of that kind. */
    public boolean silent(DSLContext sql, MailPurpose purpose, Optional<UUID> account, String address) {
        var person = MAIL_SILENCE.RECIPIENT.eq(plain(address));
        return sql.fetchExists(
                MAIL_SILENCE,
                MAIL_SILENCE.PURPOSE.eq(purpose.key()),
                account.map(id -> person.or(MAIL_SILENCE.ACCOUNT_ID.eq(id))).orElse(person));
    }

    /** Turns messages of a kind off for a person. Doing so twice changes nothing. */
    public void turnOff(Transaction transaction, MailPurpose purpose, Optional<UUID> account, String address) {
        if (!purpose.unsubscribable()) {
            throw new IllegalArgumentException("Messages of purpose " + purpose.key() + " cannot be turned off");
        }
        int added = transaction
                .sql()
                .insertInto(MAIL_SILENCE)
                .set(MAIL_SILENCE.RECIPIENT, plain(address))
                .set(MAIL_SILENCE.PURPOSE, purpose.key())
                .set(MAIL_SILENCE.ACCOUNT_ID, account.orElse(null))
                .set(MAIL_SILENCE.SINCE_AT, transaction.now())
                .onConflictDoNothing()
                .execute();
        if (added > 0) {
            record(transaction, "unsubscribe", purpose, account, "on", "off");
        }
    }

    /** Turns messages of a kind on again for a person. */
    public void turnOn(Transaction transaction, MailPurpose purpose, Optional<UUID> account, String address) {
        var person = MAIL_SILENCE.RECIPIENT.eq(plain(address));
        int removed = transaction
                .sql()
                .deleteFrom(MAIL_SILENCE)
                .where(
                        MAIL_SILENCE.PURPOSE.eq(purpose.key()),
                        account.map(id -> person.or(MAIL_SILENCE.ACCOUNT_ID.eq(id)))
                                .orElse(person))
                .execute();
        if (removed > 0) {
            record(transaction, "subscribe", purpose, account, "off", "on");
        }
    }

    /** Since when that person wants none; empty when such messages are on. */
    public Optional<Instant> offSince(DSLContext sql, MailPurpose purpose, Optional<UUID> account, String address) {
        var person = MAIL_SILENCE.RECIPIENT.eq(plain(address));
        return sql.select(MAIL_SILENCE.SINCE_AT)
                .from(MAIL_SILENCE)
                .where(
                        MAIL_SILENCE.PURPOSE.eq(purpose.key()),
                        account.map(id -> person.or(MAIL_SILENCE.ACCOUNT_ID.eq(id)))
                                .orElse(person))
                .orderBy(MAIL_SILENCE.SINCE_AT)
                .limit(1)
                .fetchOptional(MAIL_SILENCE.SINCE_AT);
    }

    /** The trail names the account; an address without one is not written there, where it could never be taken out. */
    private void record(
            Transaction transaction,
            String action,
            MailPurpose purpose,
            Optional<UUID> account,
            String before,
            String after) {
        String who = account.map(UUID::toString).orElse("program:unsubscribe-link");
        audit.add(
                transaction,
                new AuditEvent(
                        who,
                        action,
                        "mail-subscription",
                        account.map(UUID::toString).orElse("address-without-account"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Change(purpose.key(), Optional.of(before), Optional.of(after)))));
    }

    private static String plain(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
