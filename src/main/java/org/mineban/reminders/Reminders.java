package org.mineban.reminders;

import static mineban.tables.Tables.REMINDER_CAMPAIGN;
import static mineban.tables.Tables.REMINDER_RECEIVER;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import mineban.tables.tables.records.ReminderCampaignRecord;
import mineban.tables.tables.records.ReminderReceiverRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.mineban.audit.AuditEvent;
import org.mineban.audit.AuditTrail;
import org.mineban.audit.Change;
import org.mineban.kernel.Problem;
import org.mineban.kernel.StateCode;
import org.mineban.mail.MailAddress;
import org.mineban.mail.MailPurpose;
import org.mineban.mail.Outbox;
import org.mineban.mail.Subscriptions;
import org.mineban.obligations.Obligation;
import org.mineban.obligations.Obligations;
import org.mineban.storage.Database;
import org.mineban.storage.Identifiers;
import org.mineban.storage.Transaction;

/**
 * Reminders to many: prepared, looked at, confirmed, sent. Whoever calls has asked whether the person may.
 *
 * <p>Confirming writes down everyone addressed, those left out with the reason. Sending goes through that list and looks at each person once more: who
 * has since turned reminders off, lost the role, or has no such duty any more is left out then, and nobody is added.
 */
public final class Reminders {

    /** Nobody is reminded of one duty twice within so many days. */
    static final int NOT_AGAIN_WITHIN_DAYS = 14;

    private static final int AT_ONCE = 200;
    private static final int FURTHEST_AHEAD_DAYS = 366;

    private static final String PLANNED = "planned";
    private static final String REMINDED = "reminded";
    private static final String LEFT_OUT = "left-out";
    private static final String SUBJECT = "reminder";

    private final Database database;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Subscriptions subscriptions;
    private final Contacts contacts;
    private final Supplier<Obligations> obligations;
    private final ReminderText text;

    /** @param obligations the duties as the record has them now */
    public Reminders(
            Database database,
            AuditTrail audit,
            Contacts contacts,
            Supplier<Obligations> obligations,
            ReminderText text) {
        this.database = database;
        this.audit = audit;
        this.outbox = new Outbox(audit);
        this.subscriptions = new Subscriptions(audit);
        this.contacts = contacts;
        this.obligations = obligations;
        this.text = text;
    }

    /** What became of the people of a reminder. */
    public record Tally(int planned, int reminded, int leftOut) {}

    /**
     * Somebody addressed by a reminder that was confirmed.
     *
     * @param message the message in the outbox; empty when none was queued
     * @param leftOut why not; empty when the person is or will be reminded
     */
    public record Outcome(UUID account, Optional<UUID> message, Optional<LeftOut> leftOut, boolean reminded) {}

    /**
     * Prepares a reminder. Nothing is sent.
     *
     * @param by the account of who prepares it
     * @throws org.mineban.kernel.ProblemException {@code reminder-day} when the day lies in the past or more than a year ahead;
     *     {@code reminder-audience} when nobody is addressed
     */
    public Campaign prepare(
            String by, ReminderKind kind, LocalDate sendOn, Set<Audience> audience, Set<StateCode> states) {
        if (audience.isEmpty()) {
            throw new Problem("reminder-audience", Problem.Kind.WRONG_USAGE, Map.of()).asException();
        }
        return database.write(transaction -> {
            LocalDate today = today(transaction);
            if (sendOn.isBefore(today) || sendOn.isAfter(today.plusDays(FURTHEST_AHEAD_DAYS))) {
                throw new Problem(
                                "reminder-day",
                                Problem.Kind.WRONG_USAGE,
                                Map.of(
                                        "value",
                                        sendOn.toString(),
                                        "from",
                                        today.toString(),
                                        "to",
                                        today.plusDays(FURTHEST_AHEAD_DAYS).toString()))
                        .asException();
            }
            UUID id = Identifiers.newId();
            transaction
                    .sql()
                    .insertInto(REMINDER_CAMPAIGN)
                    .set(REMINDER_CAMPAIGN.ID, id)
                    .set(REMINDER_CAMPAIGN.KIND, kind.key())
                    .set(REMINDER_CAMPAIGN.SEND_ON, sendOn)
                    .set(
                            REMINDER_CAMPAIGN.AUDIENCE,
                            audience.stream().sorted().map(Audience::role).collect(Collectors.joining(",")))
                    .set(
                            REMINDER_CAMPAIGN.STATES,
                            states.stream().sorted().map(StateCode::iso3).collect(Collectors.joining(",")))
                    .set(REMINDER_CAMPAIGN.STATE, Campaign.Status.DRAFT.key())
                    .set(REMINDER_CAMPAIGN.MADE_BY, by)
                    .set(REMINDER_CAMPAIGN.MADE_AT, transaction.now())
                    .execute();
            record(
                    transaction,
                    by,
                    "prepare",
                    id,
                    List.of(
                            new Change("kind", Optional.empty(), Optional.of(kind.key())),
                            new Change("send-on", Optional.empty(), Optional.of(sendOn.toString()))));
            return get(transaction.sql(), id);
        });
    }

    /** A reminder; empty when there is none of that id. */
    public Optional<Campaign> find(UUID id) {
        return database.read(sql -> find(sql, id));
    }

    /** Reminders, the newest first. */
    public List<Campaign> list(int most) {
        return database.read(sql -> sql.selectFrom(REMINDER_CAMPAIGN)
                .orderBy(REMINDER_CAMPAIGN.ID.desc())
                .limit(most)
                .fetch(Reminders::campaign));
    }

    /** What became of the people of each of these reminders. One that was never confirmed has none. */
    public Map<UUID, Tally> tallies(List<Campaign> campaigns) {
        Map<UUID, Map<String, Integer>> counts = new HashMap<>();
        database.read(sql -> sql.select(REMINDER_RECEIVER.CAMPAIGN_ID, REMINDER_RECEIVER.OUTCOME, count())
                        .from(REMINDER_RECEIVER)
                        .where(REMINDER_RECEIVER.CAMPAIGN_ID.in(
                                campaigns.stream().map(Campaign::id).toList()))
                        .groupBy(REMINDER_RECEIVER.CAMPAIGN_ID, REMINDER_RECEIVER.OUTCOME)
                        .fetch())
                .forEach(row -> counts.computeIfAbsent(row.value1(), id -> new HashMap<>())
                        .put(row.value2(), row.value3()));
        Map<UUID, Tally> tallies = new HashMap<>();
        counts.forEach((id, found) -> tallies.put(
                id,
                new Tally(
                        found.getOrDefault(PLANNED, 0),
                        found.getOrDefault(REMINDED, 0),
                        found.getOrDefault(LEFT_OUT, 0))));
        return tallies;
    }

    /**
     * Everyone that a reminder addresses, as of the day on which it would be sent: who would be reminded of what, and who is left out and why.
     *
     * @param today the day of the look; a reminder whose day has passed is looked at as of today
     */
    public ReceiverList look(Campaign campaign, LocalDate today) {
        LocalDate on = campaign.sendOn().isBefore(today) ? today : campaign.sendOn();
        List<Contact> all = contacts.with(campaign.audience());
        Judge judge = database.read(sql -> judge(sql, campaign, on));
        return new ReceiverList(on, all.stream().map(judge::judge).toList());
    }

    /** The words that somebody would get. */
    public ReminderText text() {
        return text;
    }

    /**
     * Confirms a reminder, as it was shown. It is sent on its day, today at the earliest.
     *
     * @param by the account of who confirms
     * @param shown the fingerprint of the list that the person saw
     * @throws org.mineban.kernel.ProblemException {@code reminder-not-found}; {@code reminder-decided} when it was confirmed or called off before;
     *     {@code reminder-list-changed} when the list is no longer the one that was shown; {@code reminder-nobody} when nobody would be reminded
     */
    public void confirm(UUID id, String by, String shown) {
        Campaign campaign = find(id).orElseThrow(() -> notFound(id));
        LocalDate today = database.<LocalDate>write(Reminders::today);
        ReceiverList list = look(campaign, today);
        if (!list.fingerprint().equals(shown)) {
            throw new Problem("reminder-list-changed", Problem.Kind.CONFLICT, Map.of()).asException();
        }
        if (list.reminded().isEmpty()) {
            throw new Problem("reminder-nobody", Problem.Kind.CANNOT_BE_DONE, Map.of()).asException();
        }
        database.change(transaction -> {
            decide(transaction, id, by, Campaign.Status.CONFIRMED);
            List<ReminderReceiverRecord> rows = new ArrayList<>();
            for (Receiver receiver : list.all()) {
                ReminderReceiverRecord row = transaction.sql().newRecord(REMINDER_RECEIVER);
                row.setCampaignId(id);
                row.setAccountId(receiver.contact().account());
                row.setOutcome(receiver.reminded() ? PLANNED : LEFT_OUT);
                row.setReason(
                        receiver.leftOut().map(left -> left.reason().key()).orElse(null));
                row.setReasonOn(receiver.leftOut().flatMap(LeftOut::on).orElse(null));
                row.setDecidedAt(transaction.now());
                rows.add(row);
            }
            transaction.sql().batchInsert(rows).execute();
            record(
                    transaction,
                    by,
                    "confirm",
                    id,
                    List.of(
                            new Change(
                                    "reminded",
                                    Optional.empty(),
                                    Optional.of(Integer.toString(list.reminded().size()))),
                            new Change(
                                    "left-out",
                                    Optional.empty(),
                                    Optional.of(Integer.toString(list.leftOut().size())))));
        });
    }

    /**
     * Calls a reminder off that was not sent yet.
     *
     * @throws org.mineban.kernel.ProblemException {@code reminder-not-found}; {@code reminder-decided} when it is being sent, or was called off before
     */
    public void callOff(UUID id, String by) {
        database.change(transaction -> {
            decide(transaction, id, by, Campaign.Status.CALLED_OFF);
            record(transaction, by, "call-off", id, List.of());
        });
    }

    /** A draft may be confirmed or called off; one that is confirmed may be called off as long as nobody has been reminded. */
    private void decide(Transaction transaction, UUID id, String by, Campaign.Status status) {
        Campaign campaign = find(transaction.sql(), id).orElseThrow(() -> notFound(id));
        boolean begun = transaction
                .sql()
                .fetchExists(
                        REMINDER_RECEIVER,
                        REMINDER_RECEIVER.CAMPAIGN_ID.eq(id),
                        REMINDER_RECEIVER.OUTCOME.eq(REMINDED));
        boolean open = campaign.status() == Campaign.Status.DRAFT
                || (campaign.status() == Campaign.Status.CONFIRMED && status == Campaign.Status.CALLED_OFF && !begun);
        int changed = open
                ? transaction
                        .sql()
                        .update(REMINDER_CAMPAIGN)
                        .set(REMINDER_CAMPAIGN.STATE, status.key())
                        .set(REMINDER_CAMPAIGN.DECIDED_BY, by)
                        .set(REMINDER_CAMPAIGN.DECIDED_AT, transaction.now())
                        .where(
                                REMINDER_CAMPAIGN.ID.eq(id),
                                REMINDER_CAMPAIGN.STATE.eq(campaign.status().key()))
                        .execute()
                : 0;
        if (changed == 0) {
            throw new Problem("reminder-decided", Problem.Kind.CONFLICT, Map.of()).asException();
        }
    }

    /** Whether no confirmed reminder waits to be sent on that day. */
    boolean idle(DSLContext sql, LocalDate today) {
        return !sql.fetchExists(
                REMINDER_CAMPAIGN,
                REMINDER_CAMPAIGN.STATE.eq(Campaign.Status.CONFIRMED.key()),
                REMINDER_CAMPAIGN.SEND_ON.le(today));
    }

    /** Queues the messages of every confirmed reminder whose day has come, some at a time, so that a restart goes on where it was. */
    Tally sendDue(BooleanSupplier goOn) {
        int reminded = 0;
        int leftOut = 0;
        LocalDate today = database.<LocalDate>write(Reminders::today);
        List<Campaign> due = database.read(sql -> sql.selectFrom(REMINDER_CAMPAIGN)
                .where(REMINDER_CAMPAIGN.STATE.eq(Campaign.Status.CONFIRMED.key()), REMINDER_CAMPAIGN.SEND_ON.le(today))
                .orderBy(REMINDER_CAMPAIGN.ID)
                .fetch(Reminders::campaign));
        for (Campaign campaign : due) {
            boolean left = true;
            while (left && goOn.getAsBoolean()) {
                Tally some = sendSome(campaign, today);
                reminded += some.reminded();
                leftOut += some.leftOut();
                left = some.planned() > 0;
            }
        }
        return new Tally(0, reminded, leftOut);
    }

    private Tally sendSome(Campaign campaign, LocalDate today) {
        List<UUID> next = database.read(sql -> sql.select(REMINDER_RECEIVER.ACCOUNT_ID)
                .from(REMINDER_RECEIVER)
                .where(REMINDER_RECEIVER.CAMPAIGN_ID.eq(campaign.id()), REMINDER_RECEIVER.OUTCOME.eq(PLANNED))
                .orderBy(REMINDER_RECEIVER.ACCOUNT_ID)
                .limit(AT_ONCE)
                .fetch(REMINDER_RECEIVER.ACCOUNT_ID));
        Map<UUID, Optional<Contact>> people = new HashMap<>();
        next.forEach(account -> people.put(account, contacts.find(account, campaign.audience())));
        return database.write(transaction -> {
            Judge judge = judge(transaction.sql(), campaign, today);
            int reminded = 0;
            int leftOut = 0;
            for (UUID account : next) {
                Optional<Receiver> receiver =
                        people.getOrDefault(account, Optional.empty()).map(judge::judge);
                LeftOut gone = LeftOut.because(LeftOut.Reason.ROLE_ENDED);
                Optional<LeftOut> left =
                        receiver.isEmpty() ? Optional.of(gone) : receiver.get().leftOut();
                if (settle(transaction, campaign, account, receiver, left, today)) {
                    if (left.isEmpty()) {
                        reminded++;
                    } else {
                        leftOut++;
                    }
                }
            }
            if (next.size() < AT_ONCE) {
                transaction
                        .sql()
                        .update(REMINDER_CAMPAIGN)
                        .set(REMINDER_CAMPAIGN.STATE, Campaign.Status.SENT.key())
                        .set(REMINDER_CAMPAIGN.SENT_AT, transaction.now())
                        .where(
                                REMINDER_CAMPAIGN.ID.eq(campaign.id()),
                                REMINDER_CAMPAIGN.STATE.eq(Campaign.Status.CONFIRMED.key()))
                        .execute();
            }
            return new Tally(next.size() < AT_ONCE ? 0 : 1, reminded, leftOut);
        });
    }

    /** Settles one person, unless another node has done so: the row is changed first, the message queued after it. */
    private boolean settle(
            Transaction transaction,
            Campaign campaign,
            UUID account,
            Optional<Receiver> receiver,
            Optional<LeftOut> left,
            LocalDate today) {
        int mine = transaction
                .sql()
                .update(REMINDER_RECEIVER)
                .set(REMINDER_RECEIVER.OUTCOME, left.isEmpty() ? REMINDED : LEFT_OUT)
                .set(
                        REMINDER_RECEIVER.REASON,
                        left.map(why -> why.reason().key()).orElse(null))
                .set(REMINDER_RECEIVER.REASON_ON, left.flatMap(LeftOut::on).orElse(null))
                .set(REMINDER_RECEIVER.DECIDED_AT, transaction.now())
                .where(
                        REMINDER_RECEIVER.CAMPAIGN_ID.eq(campaign.id()),
                        REMINDER_RECEIVER.ACCOUNT_ID.eq(account),
                        REMINDER_RECEIVER.OUTCOME.eq(PLANNED))
                .execute();
        if (mine > 0 && left.isEmpty()) {
            UUID message = outbox.queue(
                    transaction,
                    text.mail(campaign.kind(), receiver.orElseThrow(), today).because(campaign.cause()));
            transaction
                    .sql()
                    .update(REMINDER_RECEIVER)
                    .set(REMINDER_RECEIVER.MESSAGE_ID, message)
                    .where(REMINDER_RECEIVER.CAMPAIGN_ID.eq(campaign.id()), REMINDER_RECEIVER.ACCOUNT_ID.eq(account))
                    .execute();
        }
        return mine > 0;
    }

    /** What became of each person of a confirmed reminder, by account. */
    public List<Outcome> outcomes(UUID campaign, Optional<UUID> after, int most) {
        return outcomes(
                campaign, after.map(REMINDER_RECEIVER.ACCOUNT_ID::gt).orElse(org.jooq.impl.DSL.noCondition()), most);
    }

    /** What became of these people of a confirmed reminder, by account; those who were not addressed are not there. */
    public List<Outcome> outcomes(UUID campaign, Collection<UUID> accounts) {
        return outcomes(campaign, REMINDER_RECEIVER.ACCOUNT_ID.in(accounts), accounts.size());
    }

    private List<Outcome> outcomes(UUID campaign, Condition which, int most) {
        return database.read(sql -> sql.selectFrom(REMINDER_RECEIVER)
                .where(REMINDER_RECEIVER.CAMPAIGN_ID.eq(campaign), which)
                .orderBy(REMINDER_RECEIVER.ACCOUNT_ID)
                .limit(most)
                .fetch(row -> new Outcome(
                        row.getAccountId(),
                        Optional.ofNullable(row.getMessageId()),
                        Optional.ofNullable(row.getReason())
                                .map(reason ->
                                        new LeftOut(LeftOut.Reason.of(reason), Optional.ofNullable(row.getReasonOn()))),
                        row.getOutcome().equals(REMINDED))));
    }

    /** Decides of each person whether to remind, knowing what must be known of all of them. */
    private static final class Judge {

        private final Set<StateCode> chosen;
        private final Subscriptions.Silent silent;
        private final Map<UUID, LocalDate> remindedOn;
        private final ComingDuties duties;

        Judge(
                Set<StateCode> chosen,
                Subscriptions.Silent silent,
                Map<UUID, LocalDate> remindedOn,
                ComingDuties duties) {
            this.chosen = chosen;
            this.silent = silent;
            this.remindedOn = remindedOn;
            this.duties = duties;
        }

        Receiver judge(Contact contact) {
            if (contact.disabledOn().isPresent()) {
                return out(
                        contact,
                        LeftOut.because(
                                LeftOut.Reason.DISABLED, contact.disabledOn().get()));
            }
            if (MailAddress.find(contact.address()).isEmpty()) {
                return out(contact, LeftOut.because(LeftOut.Reason.NO_ADDRESS));
            }
            if (silent.includes(Optional.of(contact.account()), contact.address())) {
                return out(contact, LeftOut.because(LeftOut.Reason.UNSUBSCRIBED));
            }
            List<Obligation> coming = new ArrayList<>();
            List<LeftOut> reasons = new ArrayList<>();
            for (StateCode state : contact.states()) {
                if (!chosen.isEmpty() && !chosen.contains(state)) {
                    reasons.add(LeftOut.because(LeftOut.Reason.STATE_NOT_CHOSEN));
                    continue;
                }
                switch (duties.of(state)) {
                    case ComingDuties.Found.Coming(Obligation duty) -> coming.add(duty);
                    case ComingDuties.Found.Nothing(LeftOut why) -> reasons.add(why);
                }
            }
            if (coming.isEmpty()) {
                return out(
                        contact,
                        reasons.stream()
                                .filter(left -> left.reason() != LeftOut.Reason.STATE_NOT_CHOSEN)
                                .findFirst()
                                .orElseGet(() -> LeftOut.because(LeftOut.Reason.STATE_NOT_CHOSEN)));
            }
            LocalDate before = remindedOn.get(contact.account());
            return before == null
                    ? new Receiver(contact, coming, Optional.empty())
                    : out(contact, LeftOut.because(LeftOut.Reason.ALREADY_REMINDED, before));
        }

        private static Receiver out(Contact contact, LeftOut why) {
            return new Receiver(contact, List.of(), Optional.of(why));
        }
    }

    private Judge judge(DSLContext sql, Campaign campaign, LocalDate on) {
        Map<UUID, LocalDate> remindedOn = new HashMap<>();
        sql.select(REMINDER_RECEIVER.ACCOUNT_ID, max(REMINDER_CAMPAIGN.SEND_ON))
                .from(REMINDER_RECEIVER)
                .join(REMINDER_CAMPAIGN)
                .on(REMINDER_CAMPAIGN.ID.eq(REMINDER_RECEIVER.CAMPAIGN_ID))
                .where(
                        REMINDER_CAMPAIGN.KIND.eq(campaign.kind().key()),
                        REMINDER_CAMPAIGN.ID.ne(campaign.id()),
                        REMINDER_CAMPAIGN.SEND_ON.gt(on.minusDays(NOT_AGAIN_WITHIN_DAYS)),
                        REMINDER_RECEIVER.OUTCOME.eq(REMINDED))
                .groupBy(REMINDER_RECEIVER.ACCOUNT_ID)
                .forEach(row -> remindedOn.put(row.value1(), row.value2()));
        return new Judge(
                campaign.states(),
                subscriptions.silent(sql, MailPurpose.REMINDER),
                remindedOn,
                new ComingDuties(obligations.get(), campaign.kind(), on));
    }

    private void record(Transaction transaction, String by, String action, UUID id, List<Change> changes) {
        audit.add(
                transaction,
                new AuditEvent(by, action, SUBJECT, id.toString(), Optional.empty(), Optional.empty(), changes));
    }

    private static LocalDate today(Transaction transaction) {
        return LocalDate.ofInstant(transaction.now(), ZoneOffset.UTC);
    }

    private static Optional<Campaign> find(DSLContext sql, UUID id) {
        return sql.selectFrom(REMINDER_CAMPAIGN)
                .where(REMINDER_CAMPAIGN.ID.eq(id))
                .fetchOptional(Reminders::campaign);
    }

    private static Campaign get(DSLContext sql, UUID id) {
        return find(sql, id).orElseThrow(() -> notFound(id));
    }

    private static RuntimeException notFound(UUID id) {
        return new Problem("reminder-not-found", Problem.Kind.NOT_FOUND, Map.of("value", id.toString())).asException();
    }

    private static Campaign campaign(ReminderCampaignRecord row) {
        return new Campaign(
                row.getId(),
                ReminderKind.of(row.getKind()),
                row.getSendOn(),
                Arrays.stream(row.getAudience().split(","))
                        .flatMap(role -> Audience.find(role).stream())
                        .collect(Collectors.toSet()),
                row.getStates().isEmpty()
                        ? new HashSet<>()
                        : Arrays.stream(row.getStates().split(","))
                                .map(StateCode::new)
                                .collect(Collectors.toCollection(TreeSet::new)),
                Campaign.Status.of(row.getState()),
                row.getMadeBy(),
                row.getMadeAt(),
                Optional.ofNullable(row.getDecidedBy()),
                Optional.ofNullable(row.getDecidedAt()),
                Optional.ofNullable(row.getSentAt()));
    }
}
