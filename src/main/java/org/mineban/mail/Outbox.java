package org.mineban.mail;

import static mineban.tables.Tables.MAIL_MESSAGE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import mineban.tables.tables.records.MailMessageRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.mineban.audit.AuditEvent;
import org.mineban.audit.AuditTrail;
import org.mineban.audit.Change;
import org.mineban.kernel.Language;
import org.mineban.kernel.Problem;
import org.mineban.storage.Identifiers;
import org.mineban.storage.Transaction;

/** The messages that are to be sent, were sent, or could not be. */
public final class Outbox {

    /** For so long a message is tried. Mail servers do the same with what they cannot pass on. */
    public static final Duration GIVE_UP_AFTER = Duration.ofDays(4);

    /** What a list needs: neither texts nor files, which are long. */
    private static final List<Field<?>> LISTED = List.of(
            MAIL_MESSAGE.ID,
            MAIL_MESSAGE.PURPOSE,
            MAIL_MESSAGE.LANGUAGE,
            MAIL_MESSAGE.ACCOUNT_ID,
            MAIL_MESSAGE.RECIPIENT_NAME,
            MAIL_MESSAGE.RECIPIENT,
            MAIL_MESSAGE.SUBJECT,
            MAIL_MESSAGE.CAUSE,
            MAIL_MESSAGE.STATE,
            MAIL_MESSAGE.QUEUED_AT,
            MAIL_MESSAGE.NEXT_ATTEMPT_AT,
            MAIL_MESSAGE.GIVE_UP_AT,
            MAIL_MESSAGE.ATTEMPTS,
            MAIL_MESSAGE.ERROR_KIND,
            MAIL_MESSAGE.ERROR,
            MAIL_MESSAGE.ENDED_AT,
            MAIL_MESSAGE.MESSAGE_NAME);

    private final AuditTrail audit;

    public Outbox(AuditTrail audit) {
        this.audit = audit;
    }

    /**
     * Queues a message in the transaction of its cause: both are kept, or neither is. It is sent once the transaction is over, within a minute
     * when a mail server answers. After a node has died in the midst of sending, a message may arrive twice, with the same Message-ID.
     *
     * @return the message's name in the outbox
     */
    public UUID queue(Transaction transaction, OutgoingMail mail) {
        UUID id = Identifiers.newId();
        transaction
                .sql()
                .insertInto(MAIL_MESSAGE)
                .set(MAIL_MESSAGE.ID, id)
                .set(MAIL_MESSAGE.PURPOSE, mail.purpose().key())
                .set(MAIL_MESSAGE.LANGUAGE, mail.language().code())
                .set(MAIL_MESSAGE.ACCOUNT_ID, mail.recipient().account().orElse(null))
                .set(MAIL_MESSAGE.RECIPIENT_NAME, mail.recipient().name())
                .set(MAIL_MESSAGE.RECIPIENT, mail.recipient().address())
                .set(MAIL_MESSAGE.SUBJECT, mail.subject())
                .set(MAIL_MESSAGE.CONTENT, mail.text())
                .set(
                        MAIL_MESSAGE.ATTACHMENT_NAME,
                        mail.attachment().map(OutgoingMail.Attachment::name).orElse(null))
                .set(
                        MAIL_MESSAGE.ATTACHMENT_TYPE,
                        mail.attachment().map(OutgoingMail.Attachment::type).orElse(null))
                .set(
                        MAIL_MESSAGE.ATTACHMENT,
                        mail.attachment().map(OutgoingMail.Attachment::text).orElse(null))
                .set(MAIL_MESSAGE.CAUSE, mail.cause().orElse(null))
                .set(MAIL_MESSAGE.STATE, MailState.QUEUED.key())
                .set(MAIL_MESSAGE.QUEUED_AT, transaction.now())
                .set(MAIL_MESSAGE.NEXT_ATTEMPT_AT, transaction.now())
                .set(MAIL_MESSAGE.GIVE_UP_AT, transaction.now().plus(GIVE_UP_AFTER))
                .set(MAIL_MESSAGE.USELESS_FROM_AT, mail.uselessFrom().orElse(null))
                .set(MAIL_MESSAGE.ATTEMPTS, 0)
                .execute();
        return id;
    }

    /**
     * Which messages to list.
     *
     * @param state only those; empty for all
     * @param cause only those written for it; empty for all
     * @param before only those queued before that message; empty to begin with the newest
     */
    public record Selection(Optional<MailState> state, Optional<String> cause, Optional<UUID> before) {

        public static final Selection ALL = new Selection(Optional.empty(), Optional.empty(), Optional.empty());

        private Condition condition() {
            Condition condition = noCondition();
            if (state.isPresent()) {
                condition = condition.and(MAIL_MESSAGE.STATE.eq(state.get().key()));
            }
            if (cause.isPresent()) {
                condition = condition.and(MAIL_MESSAGE.CAUSE.eq(cause.get()));
            }
            return before.isPresent() ? condition.and(MAIL_MESSAGE.ID.lt(before.get())) : condition;
        }
    }

    /** Messages, the newest first. */
    public List<QueuedMail> list(DSLContext sql, Selection selection, int most) {
        return sql.select(LISTED)
                .from(MAIL_MESSAGE)
                .where(selection.condition())
                .orderBy(MAIL_MESSAGE.ID.desc())
                .limit(most)
                .fetch(Outbox::mail);
    }

    /** One message. */
    public Optional<QueuedMail> find(DSLContext sql, UUID id) {
        return sql.select(LISTED)
                .from(MAIL_MESSAGE)
                .where(MAIL_MESSAGE.ID.eq(id))
                .fetchOptional(Outbox::mail);
    }

    /** The text of a message as it was queued; empty when it opens an account, which nobody but its receiver may see. */
    public Optional<String> text(DSLContext sql, UUID id) {
        return sql.selectFrom(MAIL_MESSAGE)
                .where(MAIL_MESSAGE.ID.eq(id))
                .fetchOptional()
                .filter(row -> !MailPurpose.of(row.getPurpose()).secret())
                .map(MailMessageRecord::getContent);
    }

    /** How many messages are in each state; a state with none has 0. */
    public Map<MailState, Integer> counts(DSLContext sql) {
        Map<MailState, Integer> counts = new EnumMap<>(MailState.class);
        for (MailState state : MailState.values()) {
            counts.put(state, 0);
        }
        sql.select(MAIL_MESSAGE.STATE, count())
                .from(MAIL_MESSAGE)
                .groupBy(MAIL_MESSAGE.STATE)
                .forEach(row -> counts.put(MailState.of(row.value1()), row.value2()));
        return counts;
    }

    /** When the message that has waited longest was queued; empty when none waits. */
    public Optional<Instant> waitingSince(DSLContext sql) {
        return sql.select(min(MAIL_MESSAGE.QUEUED_AT))
                .from(MAIL_MESSAGE)
                .where(MAIL_MESSAGE.STATE.in(MailState.QUEUED.key(), MailState.SENDING.key()))
                .fetchOptional(0, Instant.class);
    }

    /**
     * Tries a message again now that was given up or waits for its next attempt, for as many days as a new one.
     *
     * @param actor who wants it, as the audit trail names people
     * @throws org.mineban.kernel.ProblemException {@code mail-not-found}; {@code mail-not-retried} when it was sent, is being sent, or what it says
     *     no longer holds
     */
    public void retry(Transaction transaction, UUID id, String actor) {
        MailMessageRecord row = transaction
                .sql()
                .selectFrom(MAIL_MESSAGE)
                .where(MAIL_MESSAGE.ID.eq(id))
                .fetchOptional()
                .orElseThrow(() -> new Problem("mail-not-found", Problem.Kind.NOT_FOUND, Map.of("value", id.toString()))
                        .asException());
        boolean waits =
                row.getState().equals(MailState.QUEUED.key()) || row.getState().equals(MailState.GIVEN_UP.key());
        boolean holds = row.getUselessFromAt() == null || transaction.now().isBefore(row.getUselessFromAt());
        int changed = waits && holds && row.getContent() != null
                ? transaction
                        .sql()
                        .update(MAIL_MESSAGE)
                        .set(MAIL_MESSAGE.STATE, MailState.QUEUED.key())
                        .set(MAIL_MESSAGE.NEXT_ATTEMPT_AT, transaction.now())
                        .set(MAIL_MESSAGE.GIVE_UP_AT, transaction.now().plus(GIVE_UP_AFTER))
                        .setNull(MAIL_MESSAGE.ENDED_AT)
                        .where(MAIL_MESSAGE.ID.eq(id), MAIL_MESSAGE.STATE.eq(row.getState()))
                        .execute()
                : 0;
        if (changed == 0) {
            throw new Problem("mail-not-retried", Problem.Kind.CONFLICT, Map.of("value", row.getSubject()))
                    .asException();
        }
        audit.add(
                transaction,
                new AuditEvent(
                        actor,
                        "retry",
                        "mail",
                        id.toString(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Change(
                                "state", Optional.of(row.getState()), Optional.of(MailState.QUEUED.key())))));
    }

    /** Forgets the texts of messages that open an account, could not be sent, and are of no use any more. */
    public int forgetUseless(Transaction transaction) {
        return transaction
                .sql()
                .update(MAIL_MESSAGE)
                .setNull(MAIL_MESSAGE.CONTENT)
                .where(
                        MAIL_MESSAGE.STATE.eq(MailState.GIVEN_UP.key()),
                        MAIL_MESSAGE.PURPOSE.in(Stream.of(MailPurpose.values())
                                .filter(MailPurpose::secret)
                                .map(MailPurpose::key)
                                .toList()),
                        MAIL_MESSAGE.CONTENT.isNotNull(),
                        MAIL_MESSAGE.USELESS_FROM_AT.le(transaction.now()))
                .execute();
    }

    private static QueuedMail mail(Record row) {
        return new QueuedMail(
                row.get(MAIL_MESSAGE.ID),
                MailPurpose.of(row.get(MAIL_MESSAGE.PURPOSE)),
                Language.find(row.get(MAIL_MESSAGE.LANGUAGE)).orElseThrow(),
                Optional.ofNullable(row.get(MAIL_MESSAGE.ACCOUNT_ID)),
                row.get(MAIL_MESSAGE.RECIPIENT_NAME),
                row.get(MAIL_MESSAGE.RECIPIENT),
                row.get(MAIL_MESSAGE.SUBJECT),
                Optional.ofNullable(row.get(MAIL_MESSAGE.CAUSE)),
                MailState.of(row.get(MAIL_MESSAGE.STATE)),
                row.get(MAIL_MESSAGE.QUEUED_AT),
                row.get(MAIL_MESSAGE.NEXT_ATTEMPT_AT),
                row.get(MAIL_MESSAGE.GIVE_UP_AT),
                row.get(MAIL_MESSAGE.ATTEMPTS),
                Optional.ofNullable(row.get(MAIL_MESSAGE.ERROR_KIND)).map(MailError::of),
                Optional.ofNullable(row.get(MAIL_MESSAGE.ERROR)).orElse(""),
                Optional.ofNullable(row.get(MAIL_MESSAGE.ENDED_AT)),
                Optional.ofNullable(row.get(MAIL_MESSAGE.MESSAGE_NAME)));
    }
}
