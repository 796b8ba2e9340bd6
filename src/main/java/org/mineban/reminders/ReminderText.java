package org.mineban.reminders;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.mineban.kernel.Language;
import org.mineban.mail.MailPurpose;
import org.mineban.mail.OutgoingMail;
import org.mineban.obligations.Obligation;
import org.mineban.presentation.DutyCalendar;
import org.mineban.presentation.Knowledge;
import org.mineban.presentation.Narrator;

/** The words of a reminder, in its receiver's language. */
public final class ReminderText {

    private static final String DUTIES_FILE = "duties.ics";

    private final Supplier<Knowledge> knowledge;
    private final Optional<String> publicAddress;

    /**
     * @param knowledge what is known now, asked for anew with each message
     * @param publicAddress the address of this server as its readers know it; empty when none is set, so that no page can be named
     */
    public ReminderText(Supplier<Knowledge> knowledge, Optional<String> publicAddress) {
        this.knowledge = knowledge;
        this.publicAddress = publicAddress;
    }

    /** The message to somebody who is reminded, with the days as a calendar file, without its foot. */
    public OutgoingMail mail(ReminderKind kind, Receiver receiver, LocalDate on) {
        Narrator narrator = knowledge.get().narrator(receiver.contact().language(), on);
        return words(kind, receiver, on)
                .with(new OutgoingMail.Attachment(
                        DUTIES_FILE, "text/calendar", DutyCalendar.of(receiver.duties(), on, narrator)));
    }

    /** The same without the file, to be looked at. */
    public OutgoingMail words(ReminderKind kind, Receiver receiver, LocalDate on) {
        Contact contact = receiver.contact();
        Narrator narrator = knowledge.get().narrator(contact.language(), on);
        return OutgoingMail.of(
                MailPurpose.REMINDER,
                contact.language(),
                new OutgoingMail.Recipient(Optional.of(contact.account()), contact.name(), contact.address()),
                subject(kind, receiver.duties(), narrator),
                text(kind, receiver, narrator, on));
    }

    private static String subject(ReminderKind kind, List<Obligation> duties, Narrator narrator) {
        LocalDate first =
                duties.stream().map(ReminderText::due).min(LocalDate::compareTo).orElseThrow();
        return narrator.say(
                "reminder.subject." + kind.key(),
                Map.of("day", narrator.formats().date(first)));
    }

    private String text(ReminderKind kind, Receiver receiver, Narrator narrator, LocalDate on) {
        StringBuilder text = new StringBuilder();
        text.append(narrator.say(
                        "mail.attention", Map.of("name", receiver.contact().name())))
                .append("\n\n")
                .append(narrator.say("reminder.body." + kind.key()))
                .append("\n\n")
                .append(receiver.duties().stream()
                        .map(duty -> line(kind, duty, narrator, on))
                        .collect(Collectors.joining("\n")))
                .append("\n\n")
                .append(narrator.say("reminder.next." + kind.key()));
        if (kind.report()) {
            text.append("\n\n").append(narrator.say("reminder.no-receipts"));
        }
        publicAddress.ifPresent(address -> text.append("\n\n")
                .append(narrator.say("reminder.why"))
                .append('\n')
                .append(receiver.duties().stream()
                        .map(duty -> why(address, narrator.language(), duty))
                        .collect(Collectors.joining("\n"))));
        return text.append("\n\n")
                .append(narrator.say("reminder.courtesy"))
                .append('\n')
                .toString();
    }

    private static String line(ReminderKind kind, Obligation duty, Narrator narrator, LocalDate on) {
        return "– "
                + narrator.say(
                        "reminder.line." + kind.key(),
                        Map.of(
                                "name",
                                narrator.state(duty.state()),
                                "day",
                                narrator.formats().date(due(duty)),
                                "days",
                                ChronoUnit.DAYS.between(on, due(duty)),
                                "year",
                                duty.year().isPresent()
                                        ? Integer.toString(duty.year().getAsInt())
                                        : "none"));
    }

    private static String why(String address, Language language, Obligation duty) {
        return address + "/" + language.code() + "/why/" + duty.state().iso3() + "/"
                + duty.duty().key()
                + (duty.year().isPresent() ? "/" + duty.year().getAsInt() : "");
    }

    private static LocalDate due(Obligation duty) {
        return duty.due().value().known().orElseThrow();
    }
}
