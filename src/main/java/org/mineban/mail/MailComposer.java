package org.mineban.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mineban.tables.tables.records.MailMessageRecord;
import org.mineban.kernel.Language;
import org.mineban.platform.Messages;

/** Makes the message that goes to the mail server: plain text in UTF-8, with a foot that says who sends it and whether it can be turned off. */
final class MailComposer {

    private static final Pattern RIGHT_TO_LEFT = Pattern.compile("\\p{IsArabic}");
    private static final String RIGHT_TO_LEFT_MARK = "\u200f";

    private final Messages messages;
    private final Optional<String> publicAddress;

    /** @param publicAddress the address of this server as its readers know it; empty when none is set */
    MailComposer(Messages messages, Optional<String> publicAddress) {
        this.messages = messages;
        this.publicAddress = publicAddress;
    }

    /** The address of a page of this server; empty when nobody has set what this server is called outside. */
    Optional<String> link(String path) {
        return publicAddress.map(address -> address + path);
    }

    /**
     * The message.
     *
     * @param unsubscribe the address at which such messages can be turned off; empty when they cannot
     */
    MimeMessage compose(
            Session session, MailServer server, MailMessageRecord mail, Optional<String> unsubscribe, Instant now)
            throws MessagingException {
        Language language = Language.find(mail.getLanguage()).orElseThrow();
        MimeMessage message = new Named(session, mail.getMessageName());
        message.setFrom(address(server.from(), "Mineban"));
        message.setRecipient(Message.RecipientType.TO, address(mail.getRecipient(), mail.getRecipientName()));
        message.setSubject(OutgoingMail.oneLine(mail.getSubject()), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(now));
        message.setHeader("Content-Language", language.code());
        message.setHeader("Auto-Submitted", "auto-generated");
        if (unsubscribe.isPresent()) {
            message.setHeader("List-Unsubscribe", "<" + unsubscribe.get() + ">");
            if (unsubscribe.get().startsWith("https://")) {
                message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
        }
        String text = directed(language, mail.getContent().strip() + foot(language, mail, unsubscribe));
        if (mail.getAttachmentName() == null) {
            message.setText(text, StandardCharsets.UTF_8.name());
        } else {
            message.setContent(withFile(text, mail));
        }
        message.saveChanges();
        return message;
    }

    private static MimeMultipart withFile(String text, MailMessageRecord mail) throws MessagingException {
        MimeBodyPart words = new MimeBodyPart();
        words.setText(text, StandardCharsets.UTF_8.name());
        MimeBodyPart file = new MimeBodyPart();
        byte[] bytes = mail.getAttachment().getBytes(StandardCharsets.UTF_8);
        file.setDataHandler(
                new DataHandler(new ByteArrayDataSource(bytes, mail.getAttachmentType() + "; charset=UTF-8")));
        file.setFileName(mail.getAttachmentName());
        file.setDisposition(jakarta.mail.Part.ATTACHMENT);
        return new MimeMultipart(words, file);
    }

    private String foot(Language language, MailMessageRecord mail, Optional<String> unsubscribe) {
        String sender = publicAddress
                .map(address -> messages.say(language, "mail.foot.sender", Map.of("address", address)))
                .orElseGet(() -> messages.say(language, "mail.foot.sender-without-address"));
        String rule = unsubscribe
                .map(link -> messages.say(language, "mail.foot.unsubscribe") + "\n" + link)
                .orElseGet(() -> messages.say(
                        language,
                        MailPurpose.of(mail.getPurpose()) == MailPurpose.SYSTEM
                                ? "mail.foot.system"
                                : "mail.foot.account"));
        return "\n\n-- \n" + sender + "\n" + rule + "\n";
    }

    /** Plain text has no direction of its own: each line with Arabic letters says by a mark that it runs from right to left. */
    private static String directed(Language language, String text) {
        return language.rightToLeft()
                ? text.lines()
                        .map(line -> RIGHT_TO_LEFT.matcher(line).find() ? RIGHT_TO_LEFT_MARK + line : line)
                        .collect(Collectors.joining("\n", "", "\n"))
                : text;
    }

    private static InternetAddress address(String address, String name) throws MessagingException {
        try {
            return name.isEmpty()
                    ? new InternetAddress(address, true)
                    : new InternetAddress(address, OutgoingMail.oneLine(name), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException everyJdkHasUtf8) {
            throw new IllegalStateException(everyJdkHasUtf8);
        }
    }

    /** A message whose Message-ID is ours, not made anew by the library. */
    private static final class Named extends MimeMessage {

        private final String name;

        Named(Session session, String name) {
            super(session);
            this.name = name;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", name);
        }
    }
}
