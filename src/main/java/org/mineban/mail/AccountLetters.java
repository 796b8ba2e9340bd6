package org.mineban.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.mineban.accounts.Notices;
import org.mineban.accounts.People;
import org.mineban.accounts.Person;
import org.mineban.kernel.Language;
import org.mineban.platform.Formats;
import org.mineban.platform.Messages;
import org.mineban.platform.Setting;
import org.mineban.platform.Settings;
import org.mineban.secrets.Token;
import org.mineban.storage.Transaction;

/** The letters of accounts: invitations, links for a new password, and what its owner should know happened to it. */
public final class AccountLetters implements Notices {

    private final Outbox outbox;
    private final Messages messages;
    private final Settings settings;
    private final String linkPath;

    /** @param linkPath the path of the page that takes a link's token, as {@code /link/} */
    public AccountLetters(Outbox outbox, Messages messages, Settings settings, String linkPath) {
        this.outbox = outbox;
        this.messages = messages;
        this.settings = settings;
        this.linkPath = linkPath;
    }

    /** Letters are sent when there is a mail server and the address is known that links in them begin with. */
    @Override
    public boolean sent() {
        return settings.find(Setting.MAIL_HOST).isPresent()
                && settings.publicAddress().isPresent();
    }

    @Override
    public void invitation(Transaction transaction, Person person, Token link, Optional<Person> by) {
        Instant until = transaction.now().plus(People.INVITATION_LASTS);
        letter(
                transaction,
                person,
                MailPurpose.INVITATION,
                say(person, "mail.invitation.subject"),
                messages.say(
                                person.language(),
                                "mail.invitation.text",
                                Map.of(
                                        "by",
                                        by.map(Person::name).orElse("none"),
                                        "until",
                                        moment(person.language(), until)))
                        + "\n" + address(person, link)
                        + "\n\n" + say(person, "mail.invitation.unexpected"),
                Optional.of(until));
    }

    @Override
    public void reset(Transaction transaction, Person person, Token link) {
        letter(
                transaction,
                person,
                MailPurpose.PASSWORD_RESET,
                say(person, "mail.reset.subject"),
                say(person, "mail.reset.text")
                        + "\n" + address(person, link)
                        + "\n\n" + say(person, "mail.reset.unexpected"),
                Optional.of(transaction.now().plus(People.RESET_LASTS)));
    }

    @Override
    public void changed(Transaction transaction, Person person, String what) {
        letter(
                transaction,
                person,
                MailPurpose.SECURITY,
                say(person, "mail.changed.subject"),
                messages.say(
                                person.language(),
                                "mail.changed.text",
                                Map.of("at", moment(person.language(), transaction.now())))
                        + "\n" + say(person, "mail.changed." + what)
                        + "\n\n" + say(person, "mail.changed.unexpected"),
                Optional.empty());
    }

    private void letter(
            Transaction transaction,
            Person person,
            MailPurpose purpose,
            String subject,
            String text,
            Optional<Instant> uselessFrom) {
        boolean unwritable = purpose == MailPurpose.SECURITY
                && MailAddress.find(person.email()).isEmpty();
        if (!sent() || unwritable) {
            return; // whoever made a link hands it over; a change is not refused because nobody can be told
        }
        String attention = messages.say(person.language(), "mail.attention", Map.of("name", person.name()));
        OutgoingMail mail = OutgoingMail.of(
                purpose,
                person.language(),
                new OutgoingMail.Recipient(Optional.of(person.id()), person.name(), person.email()),
                subject,
                attention + "\n\n" + text);
        outbox.queue(transaction, uselessFrom.map(mail::uselessFrom).orElse(mail));
    }

    private String say(Person person, String key) {
        return messages.say(person.language(), key);
    }

    private String address(Person person, Token link) {
        return settings.publicAddress().orElse("") + "/" + person.language().code() + linkPath + link.text();
    }

    private static String moment(Language language, Instant at) {
        LocalTime time = LocalTime.ofInstant(at, ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        return new Formats(language).date(LocalDate.ofInstant(at, ZoneOffset.UTC)) + " " + time + " UTC";
    }
}
