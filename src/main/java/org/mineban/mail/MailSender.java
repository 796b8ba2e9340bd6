package org.mineban.mail;

import static mineban.tables.Tables.MAIL_MESSAGE;
import static mineban.tables.Tables.MAIL_SILENCE;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import mineban.tables.tables.records.MailMessageRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.ProblemException;
import org.mineban.platform.Messages;
import org.mineban.platform.Settings;
import org.mineban.secrets.Token;
import org.mineban.storage.Database;
import org.mineban.storage.Identifiers;
import org.mineban.storage.Transaction;

/**
 * Sends what is queued. A node takes messages in hand for a while, in the database, so that no other node sends them meanwhile. What it holds when it
 * dies is sent by another once that while is over: no message is lost; the one that the mail server had just taken arrives twice, with the same
 * Message-ID.
 */
public final class MailSender {

    /** For so long a node has messages in hand. */
    static final Duration IN_HAND = Duration.ofMinutes(10);

    /**
     * Clocks of nodes differ a little, and a change that waited for another has the moment at which it began to wait: a time is taken for one that a wrong
     * clock set only when it lies ahead by more than this beyond what it could.
     */
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

    private static final Duration LAST_SEND_BEFORE_END = Duration.ofMinutes(2);
    private static final int AT_ONCE = 50;

    /** How long a message waits after its first, second … attempt; the last holds for all that follow. */
    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6));

    private final Database database;
    private final Clock clock;
    private final Settings settings;
    private final MailComposer composer;
    private final Subscriptions subscriptions;

    public MailSender(
            Database database, Clock clock, Settings settings, Messages messages, Subscriptions subscriptions) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
        this.composer = new MailComposer(messages, settings.publicAddress());
        this.subscriptions = subscriptions;
    }

    /**
     * What one round of sending did.
     *
     * @param sent how many messages a mail server has taken
     * @param waiting how many wait for another attempt after one that failed
     * @param givenUp how many were given up
     * @param dropped how many had become pointless
     */
    public record Round(int sent, int waiting, int givenUp, int dropped) {

        public boolean nothing() {
            return sent + waiting + givenUp + dropped == 0;
        }
    }

    /** Whether no message is due. */
    public boolean idle(DSLContext sql) {
        return !sql.fetchExists(MAIL_MESSAGE, due(clock.instant()));
    }

    /**
     * Sends everything that is due.
     *
     * @param goOn asked before each message; when it says no, what is in hand is put back
     */
    public Round sendDue(BooleanSupplier goOn) {
        Tally tally = new Tally();
        while (goOn.getAsBoolean()) {
            Batch batch = claim(tally);
            if (batch.messages().isEmpty()) {
                break;
            }
            if (!send(batch, goOn, tally)) {
                break;
            }
        }
        return tally.round();
    }

    /** What a node has in hand. */
    private record Batch(UUID claim, Instant until, List<MailMessageRecord> messages, Map<UUID, Token> links) {}

    private static final class Tally {
        private final Map<MailState, Integer> counts = new HashMap<>();

        private void add(MailState state) {
            counts.merge(state, 1, Integer::sum);
        }

        private Round round() {
            return new Round(of(MailState.SENT), of(MailState.QUEUED), of(MailState.GIVEN_UP), of(MailState.DROPPED));
        }

        private int of(MailState state) {
            return counts.getOrDefault(state, 0);
        }
    }

    /**
     * What is to be tried: its time has come, or whoever had it in hand has let that time pass. A time further ahead than any we set was set by a
     * clock that was wrong then.
     */
    private static Condition due(Instant now) {
        Condition waiting = MAIL_MESSAGE
                .STATE
                .eq(MailState.QUEUED.key())
                .and(MAIL_MESSAGE
                        .NEXT_ATTEMPT_AT
                        .le(now)
                        .or(MAIL_MESSAGE.NEXT_ATTEMPT_AT.gt(
                                now.plus(WAITS.getLast()).plus(CLOCKS_DIFFER))));
        Condition left = MAIL_MESSAGE
                .STATE
                .eq(MailState.SENDING.key())
                .and(MAIL_MESSAGE
                        .CLAIMED_UNTIL_AT
                        .le(now)
                        .or(MAIL_MESSAGE.CLAIMED_UNTIL_AT.gt(now.plus(IN_HAND).plus(CLOCKS_DIFFER))));
        return waiting.or(left);
    }

    private Batch claim(Tally tally) {
        return database.write(transaction -> {
            Instant now = transaction.now();
            UUID claim = Identifiers.newId();
            List<UUID> candidates = transaction
                    .sql()
                    .select(MAIL_MESSAGE.ID)
                    .from(MAIL_MESSAGE)
                    .where(due(now))
                    .orderBy(MAIL_MESSAGE.NEXT_ATTEMPT_AT, MAIL_MESSAGE.ID)
                    .limit(AT_ONCE)
                    .fetch(MAIL_MESSAGE.ID);
            List<MailMessageRecord> messages = new ArrayList<>();
            Map<UUID, Token> links = new HashMap<>();
            for (UUID id : candidates) {
                MailMessageRecord message = take(transaction, id, claim);
                if (message == null) {
                    continue;
                }
                Optional<MailError> pointless = pointless(transaction, message);
                if (pointless.isPresent()) {
                    end(transaction, message, MailState.DROPPED, pointless.get(), "");
                    tally.add(MailState.DROPPED);
                } else {
                    messages.add(message);
                    if (MailPurpose.of(message.getPurpose()).unsubscribable()) {
                        links.put(id, subscriptions.newLink(transaction, id));
                    }
                }
            }
            return new Batch(claim, now.plus(IN_HAND), messages, links);
        });
    }

    /** Another node may have taken it between the look and the grasp: then nothing is changed here. */
    private @Nullable MailMessageRecord take(Transaction transaction, UUID id, UUID claim) {
        String name = "<" + id + "@" + server().map(MailServer::domain).orElse("mineban.invalid") + ">";
        int taken = transaction
                .sql()
                .update(MAIL_MESSAGE)
                .set(MAIL_MESSAGE.STATE, MailState.SENDING.key())
                .set(MAIL_MESSAGE.CLAIM_ID, claim)
                .set(MAIL_MESSAGE.CLAIMED_UNTIL_AT, transaction.now().plus(IN_HAND))
                .set(MAIL_MESSAGE.MESSAGE_NAME, org.jooq.impl.DSL.coalesce(MAIL_MESSAGE.MESSAGE_NAME, name))
                .where(MAIL_MESSAGE.ID.eq(id), due(transaction.now()))
                .execute();
        return taken == 0
                ? null
                : transaction
                        .sql()
                        .selectFrom(MAIL_MESSAGE)
                        .where(MAIL_MESSAGE.ID.eq(id))
                        .fetchOne();
    }

    private static Optional<MailError> pointless(Transaction transaction, MailMessageRecord message) {
        MailPurpose purpose = MailPurpose.of(message.getPurpose());
        if (purpose.unsubscribable() && silent(transaction.sql(), message)) {
            return Optional.of(MailError.UNSUBSCRIBED);
        }
        boolean useless =
                message.getUselessFromAt() != null && !transaction.now().isBefore(message.getUselessFromAt());
        return useless ? Optional.of(MailError.USELESS) : Optional.empty();
    }

    private static boolean silent(DSLContext sql, MailMessageRecord message) {
        Condition person = MAIL_SILENCE.RECIPIENT.eq(message.getRecipient().toLowerCase(java.util.Locale.ROOT));
        return sql.fetchExists(
                MAIL_SILENCE,
                MAIL_SILENCE.PURPOSE.eq(message.getPurpose()),
                message.getAccountId() == null
                        ? person
                        : person.or(MAIL_SILENCE.ACCOUNT_ID.eq(message.getAccountId())));
    }

    private Optional<MailServer> server() {
        return MailServer.of(settings);
    }

    /** Sends a batch. Says no when the server is no use now, so that the next batch is not tried either. */
    private boolean send(Batch batch, BooleanSupplier goOn, Tally tally) {
        @Nullable SmtpConnection connection = null;
        int done = 0;
        try {
            MailServer server = required();
            for (MailMessageRecord message : batch.messages()) {
                if (!goOn.getAsBoolean()
                        || clock.instant().isAfter(batch.until().minus(LAST_SEND_BEFORE_END))) {
                    putBack(batch, done);
                    return true;
                }
                if (connection == null) {
                    connection = SmtpConnection.open(server);
                }
                if (!sendOne(connection, server, message, batch, tally)) {
                    connection.close();
                    connection = null;
                }
                done++;
            }
            return true;
        } catch (SmtpConnection.Failed unusable) {
            for (MailMessageRecord message :
                    batch.messages().subList(done, batch.messages().size())) {
                tally.add(failed(batch, message, unusable));
            }
            return false;
        } finally {
            if (connection != null) {
                connection.close();
            }
        }
    }

    private MailServer required() throws SmtpConnection.Failed {
        try {
            return server().orElseThrow(() -> new SmtpConnection.Failed(MailError.NO_SERVER, ""));
        } catch (ProblemException wrongSetting) {
            throw new SmtpConnection.Failed(
                    MailError.SETTING,
                    String.valueOf(wrongSetting.problem().values().get("name")));
        }
    }

    /** Sends one message and says whether the connection can be used further. */
    private boolean sendOne(
            SmtpConnection connection, MailServer server, MailMessageRecord message, Batch batch, Tally tally) {
        try {
            Optional<String> unsubscribe =
                    Optional.ofNullable(batch.links().get(message.getId())).flatMap(this::unsubscribeLink);
            connection.send(composer.compose(connection.session(), server, message, unsubscribe, clock.instant()));
        } catch (SmtpConnection.Failed failed) {
            tally.add(failed(batch, message, failed));
            return failed.error() == MailError.REFUSED || failed.error() == MailError.LATER;
        } catch (MessagingException notComposed) {
            tally.add(failed(
                    batch,
                    message,
                    new SmtpConnection.Failed(MailError.REFUSED, String.valueOf(notComposed.getMessage()))));
            return true;
        }
        database.change(transaction -> end(transaction, message, MailState.SENT, null, ""));
        tally.add(MailState.SENT);
        return true;
    }

    private Optional<String> unsubscribeLink(Token token) {
        return composer.link("/unsubscribe/" + token.text());
    }

    private MailState failed(Batch batch, MailMessageRecord message, SmtpConnection.Failed failure) {
        return database.write(transaction -> {
            boolean over = failure.error().lasting() || !transaction.now().isBefore(message.getGiveUpAt());
            if (over) {
                end(transaction, message, MailState.GIVEN_UP, failure.error(), failure.answer());
                return MailState.GIVEN_UP;
            }
            Duration wait = WAITS.get(Math.min(message.getAttempts(), WAITS.size() - 1));
            transaction
                    .sql()
                    .update(MAIL_MESSAGE)
                    .set(MAIL_MESSAGE.STATE, MailState.QUEUED.key())
                    .set(MAIL_MESSAGE.ATTEMPTS, MAIL_MESSAGE.ATTEMPTS.plus(1))
                    .set(MAIL_MESSAGE.NEXT_ATTEMPT_AT, transaction.now().plus(wait))
                    .set(MAIL_MESSAGE.ERROR_KIND, failure.error().key())
                    .set(MAIL_MESSAGE.ERROR, failure.answer())
                    .setNull(MAIL_MESSAGE.CLAIM_ID)
                    .setNull(MAIL_MESSAGE.CLAIMED_UNTIL_AT)
                    .where(MAIL_MESSAGE.ID.eq(message.getId()), MAIL_MESSAGE.CLAIM_ID.eq(batch.claim()))
                    .execute();
            return MailState.QUEUED;
        });
    }

    /** It is over with this message. A text that opens an account is not kept, unless it may have to be sent again. */
    private static void end(
            Transaction transaction,
            MailMessageRecord message,
            MailState state,
            @Nullable MailError error,
            String answer) {
        boolean forget = state != MailState.GIVEN_UP
                && MailPurpose.of(message.getPurpose()).secret();
        transaction
                .sql()
                .update(MAIL_MESSAGE)
                .set(MAIL_MESSAGE.STATE, state.key())
                .set(
                        MAIL_MESSAGE.ATTEMPTS,
                        state == MailState.DROPPED ? MAIL_MESSAGE.ATTEMPTS : MAIL_MESSAGE.ATTEMPTS.plus(1))
                .set(MAIL_MESSAGE.ENDED_AT, transaction.now())
                .set(MAIL_MESSAGE.ERROR_KIND, error == null ? null : error.key())
                .set(MAIL_MESSAGE.ERROR, answer.isEmpty() ? null : answer)
                .set(MAIL_MESSAGE.CONTENT, forget ? null : message.getContent())
                .setNull(MAIL_MESSAGE.CLAIM_ID)
                .setNull(MAIL_MESSAGE.CLAIMED_UNTIL_AT)
                .where(MAIL_MESSAGE.ID.eq(message.getId()), MAIL_MESSAGE.CLAIM_ID.eq(message.getClaimId()))
                .execute();
    }

    private void putBack(Batch batch, int done) {
        database.change(transaction -> {
            for (MailMessageRecord message :
                    batch.messages().subList(done, batch.messages().size())) {
                transaction
                        .sql()
                        .update(MAIL_MESSAGE)
                        .set(MAIL_MESSAGE.STATE, MailState.QUEUED.key())
                        .setNull(MAIL_MESSAGE.CLAIM_ID)
                        .setNull(MAIL_MESSAGE.CLAIMED_UNTIL_AT)
                        .where(MAIL_MESSAGE.ID.eq(message.getId()), MAIL_MESSAGE.CLAIM_ID.eq(batch.claim()))
                        .execute();
            }
        });
    }
}
