package org.mineban.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** One connection to the mail server. Every wait on it has an end. */
final class SmtpConnection implements AutoCloseable {

    private static final String CONNECT_WITHIN_MS = "10000";
    private static final String ANSWER_WITHIN_MS = "30000";
    private static final int REFUSED_FOR_NOW = 400;
    private static final int REFUSED_FOR_GOOD = 500;
    private static final int LONGEST_ANSWER = 300;

    private final Session session;
    private final SMTPTransport transport;

    private SmtpConnection(Session session, SMTPTransport transport) {
        this.session = session;
        this.transport = transport;
    }

    /** What went wrong with the server, and what it said. */
    static final class Failed extends Exception {

        private static final long serialVersionUID = 1L;

        private final MailError error;
        private final String answer;

        Failed(MailError error, String answer) {
            super(error.key() + ": " + answer);
            this.error = error;
            this.answer = answer;
        }

        MailError error() {
            return error;
        }

        String answer() {
            return answer;
        }
    }

    static SmtpConnection open(MailServer server) throws Failed {
        Session session = Session.getInstance(properties(server));
        try {
            SMTPTransport transport = (SMTPTransport) session.getTransport("smtp");
            try {
                transport.connect(
                        server.host(),
                        server.port(),
                        server.user().orElse(null),
                        server.password().orElse(null));
                return new SmtpConnection(session, transport);
            } catch (MessagingException failed) {
                transport.close();
                throw failed;
            }
        } catch (MessagingException failed) {
            throw new Failed(ofConnecting(failed), answer(failed));
        }
    }

    private static Properties properties(MailServer server) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_WITHIN_MS);
        properties.setProperty("mail.smtp.timeout", ANSWER_WITHIN_MS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_WITHIN_MS);
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.auth", Boolean.toString(server.user().isPresent()));
        properties.setProperty("mail.smtp.localhost", server.domain());
        properties.setProperty("mail.smtp.from", server.from());
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.mime.allowutf8", "false");
        switch (server.security()) {
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case NONE -> properties.setProperty("mail.smtp.starttls.enable", "false");
        }
        return properties;
    }

    Session session() {
        return session;
    }

    /** What the server answered last; after opening, that is its greeting or its answer to the sign-in. */
    String lastAnswer() {
        return shortened(transport.getLastServerResponse());
    }

    boolean encrypted() {
        return transport.isSSL();
    }

    void send(MimeMessage message) throws Failed {
        try {
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException failed) {
            throw new Failed(ofSending(failed), answer(failed));
        }
    }

    private static MailError ofConnecting(MessagingException failed) {
        if (failed instanceof AuthenticationFailedException) {
            return MailError.SIGN_IN;
        }
        boolean encryption = cause(failed, SSLException.class) != null
                || String.valueOf(failed.getMessage()).toUpperCase(Locale.ROOT).contains("STARTTLS");
        return encryption ? MailError.ENCRYPTION : MailError.NOT_REACHED;
    }

    private static MailError ofSending(MessagingException failed) {
        SMTPSenderFailedException sender = cause(failed, SMTPSenderFailedException.class);
        if (sender != null) {
            return sender.getReturnCode() >= REFUSED_FOR_GOOD
                    ? MailError.SENDER_REFUSED
                    : ofCode(sender.getReturnCode());
        }
        SMTPAddressFailedException receiver = cause(failed, SMTPAddressFailedException.class);
        if (receiver != null) {
            return ofCode(receiver.getReturnCode());
        }
        SMTPSendFailedException refused = cause(failed, SMTPSendFailedException.class);
        if (refused != null && refused.getReturnCode() > 0) {
            return ofCode(refused.getReturnCode());
        }
        return MailError.INTERRUPTED;
    }

    /** A code that is none is a connection that was cut. */
    private static MailError ofCode(int code) {
        if (code < REFUSED_FOR_NOW) {
            return MailError.INTERRUPTED;
        }
        return code >= REFUSED_FOR_GOOD ? MailError.REFUSED : MailError.LATER;
    }

    /** The exceptions of sending are chained in two ways: as causes and as next ones, one for each receiver. */
    private static <E extends Throwable> @Nullable E cause(Throwable thrown, Class<E> wanted) {
        Throwable one = thrown;
        for (int depth = 0; one != null && depth < 20; depth++) {
            if (wanted.isInstance(one)) {
                return wanted.cast(one);
            }
            one = one instanceof MessagingException messaging && messaging.getNextException() != null
                    ? messaging.getNextException()
                    : one.getCause();
        }
        return null;
    }

    private static String answer(MessagingException failed) {
        Throwable deepest = failed;
        for (int depth = 0; depth < 20; depth++) {
            Throwable next = deepest instanceof SendFailedException sending && sending.getNextException() != null
                    ? sending.getNextException()
                    : deepest.getCause();
            if (next == null) {
                break;
            }
            deepest = next;
        }
        return shortened(deepest.getMessage());
    }

    private static String shortened(@Nullable String text) {
        String line = OutgoingMail.oneLine(text == null ? "" : text);
        return line.length() <= LONGEST_ANSWER ? line : line.substring(0, LONGEST_ANSWER) + "…";
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException alreadyGone) {
            // What was sent is sent; the server ends the connection by itself.
        }
    }
}
