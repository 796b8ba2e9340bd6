package org.mineban.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.mineban.accounts.People;
import org.mineban.accounts.Person;
import org.mineban.accounts.Role;
import org.mineban.audit.AuditTrail;
import org.mineban.jobs.Job;
import org.mineban.jobs.Schedule;
import org.mineban.kernel.Language;
import org.mineban.mail.MailAddress;
import org.mineban.mail.MailPurpose;
import org.mineban.mail.Outbox;
import org.mineban.mail.OutgoingMail;
import org.mineban.platform.Formats;
import org.mineban.platform.Messages;
import org.mineban.platform.Setting;
import org.mineban.platform.Settings;
import org.mineban.storage.Database;
import org.mineban.storage.Transaction;

/**
 * Keeps each day where the audit trail ends, and mails it to the administrators, where a mail server is set: a head in a mailbox cannot be changed by
 * who changes the database.
 */
final class KeepAuditHead implements Job {

    private static final int MOST_ADMINISTRATORS = 100;

    private final Database database;
    private final AuditTrail trail;
    private final People people;
    private final Outbox outbox;
    private final Messages messages;
    private final Settings settings;

    KeepAuditHead(
            Database database, AuditTrail trail, People people, Outbox outbox, Messages messages, Settings settings) {
        this.database = database;
        this.trail = trail;
        this.people = people;
        this.outbox = outbox;
        this.messages = messages;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "audit-head";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(0, 10);
    }

    @Override
    public Map<String, Long> run(BooleanSupplier goOn) {
        List<Person> administrators = settings.find(Setting.MAIL_HOST).isPresent()
                ? people
                        .list(new People.Query(
                                "",
                                Optional.empty(),
                                Optional.of(Role.ADMINISTRATOR),
                                Optional.empty(),
                                MOST_ADMINISTRATORS))
                        .stream()
                        .filter(person -> person.disabledAt().isEmpty()
                                && MailAddress.find(person.email()).isPresent())
                        .toList()
                : List.of();
        return database.write(transaction -> {
            AuditTrail.DailyHead kept = trail.keepDailyHead(transaction);
            administrators.forEach(person -> mail(transaction, person, kept));
            return Map.of("number", kept.head().number(), "mailed", (long) administrators.size());
        });
    }

    private void mail(Transaction transaction, Person person, AuditTrail.DailyHead kept) {
        Language language = person.language();
        String day = new Formats(language).date(kept.on());
        String head = kept.head().number() + ":" + kept.head().hash();
        outbox.queue(
                transaction,
                OutgoingMail.of(
                                MailPurpose.SYSTEM,
                                language,
                                new OutgoingMail.Recipient(Optional.of(person.id()), person.name(), person.email()),
                                messages.say(language, "mail.audit-head.subject", Map.of("day", day)),
                                messages.say(
                                                language,
                                                "trail.head",
                                                Map.of(
                                                        "day",
                                                        day,
                                                        "number",
                                                        kept.head().number()))
                                        + "\n\n" + head + "\n\n"
                                        + messages.say(language, "trail.head-keep", Map.of("head", head)))
                        .because("audit-head:" + kept.on()));
    }
}
