package org.mineban.mail;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.mineban.kernel.Language;
import org.mineban.kernel.Problem;

/**
 * A message for one person, in that person's language. The foot, which says who sends it and whether such messages can be turned off, is added
 * when it is sent.
 *
 * @param subject one line; line breaks and other control characters become spaces, so that nothing can be added to the head of the message
 * @param text plain text; lines end with a line feed
 * @param cause what it was written for, as {@code reminder:UUID}, by which its messages are found again
 * @param uselessFrom when what it says no longer holds, such as the end of a link: it is not sent from then on
 */
public record OutgoingMail(
        MailPurpose purpose,
        Language language,
        Recipient recipient,
        String subject,
        String text,
        Optional<Attachment> attachment,
        Optional<String> cause,
        Optional<Instant> uselessFrom) {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

    public OutgoingMail {
        subject = oneLine(subject);
    }

    /**
     * Who receives it.
     *
     * @param account the person's account; empty for who has none yet
     * @param name the person's name, or an empty text
     * @param address one e-mail address
     */
    public record Recipient(Optional<UUID> account, String name, String address) {

        /** @throws org.mineban.kernel.ProblemException {@code mail-address} when that is no address */
        public Recipient {
            name = oneLine(name);
            String given = address;
            address = MailAddress.find(given)
                    .orElseThrow(
                            () -> new Problem("mail-address", Problem.Kind.WRONG_USAGE, Map.of("value", oneLine(given)))
                                    .asException());
        }
    }

    /**
     * A file of text that goes with it.
     *
     * @param name its name, in plain letters, as {@code duties.ics}
     * @param type its media type, as {@code text/calendar}
     */
    public record Attachment(String name, String type, String text) {

        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
        private static final Pattern TYPE = Pattern.compile("text/[a-z0-9.+-]+");

        public Attachment {
            if (!NAME.matcher(name).matches() || !TYPE.matcher(type).matches()) {
                throw new IllegalArgumentException("No attachment can be called " + name + " of type " + type);
            }
        }
    }

    /** A message with nothing attached. */
    public static OutgoingMail of(
            MailPurpose purpose, Language language, Recipient recipient, String subject, String text) {
        return new OutgoingMail(
                purpose, language, recipient, subject, text, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same with a file. */
    public OutgoingMail with(Attachment file) {
        return new OutgoingMail(purpose, language, recipient, subject, text, Optional.of(file), cause, uselessFrom);
    }

    /** The same, written for something that it can be found by. */
    public OutgoingMail because(String of) {
        return new OutgoingMail(purpose, language, recipient, subject, text, attachment, Optional.of(of), uselessFrom);
    }

    /** The same, not to be sent from that moment on. */
    public OutgoingMail uselessFrom(Instant moment) {
        return new OutgoingMail(purpose, language, recipient, subject, text, attachment, cause, Optional.of(moment));
    }

    static String oneLine(String text) {
        return UNSEEN.matcher(text).replaceAll(" ").strip();
    }

    /** Neither the text, which may hold a link that opens an account, nor the address. */
    @Override
    public String toString() {
        return purpose.key() + " in " + language.code();
    }
}
