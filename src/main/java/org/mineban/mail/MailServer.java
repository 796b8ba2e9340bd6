package org.mineban.mail;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mineban.kernel.Problem;
import org.mineban.platform.Setting;
import org.mineban.platform.Settings;

/**
 * The mail server that takes our messages.
 *
 * @param user the name for signing in; empty when the server asks for none
 * @param password its password, which is never shown or logged
 * @param from the address the messages come from
 */
public record MailServer(
        String host, int port, Security security, Optional<String> user, Optional<String> password, String from) {

    /** How the connection is kept from being read and changed on its way. */
    public enum Security {
        /** Begins open and must turn to TLS before anything is said. */
        STARTTLS(587),
        /** TLS from the first byte. */
        TLS(465),
        /** Open; for a server on the same machine or in a network of one's own. */
        NONE(25);

        private final int usualPort;

        Security(int usualPort) {
            this.usualPort = usualPort;
        }
    }

    /**
     * The server that is set; empty when none is.
     *
     * @throws org.mineban.kernel.ProblemException {@code mail-setting} when a setting of it is missing or cannot be used
     */
    public static Optional<MailServer> of(Settings settings) {
        return settings.find(Setting.MAIL_HOST).map(host -> {
            Security security = security(settings.get(Setting.MAIL_SECURITY, "starttls"));
            return new MailServer(
                    host(host),
                    settings.find(Setting.MAIL_PORT).map(MailServer::port).orElse(security.usualPort),
                    security,
                    settings.find(Setting.MAIL_USER),
                    settings.find(Setting.MAIL_PASSWORD),
                    from(settings.get(Setting.MAIL_FROM, "")));
        });
    }

    private static String host(String value) {
        if (!value.matches("[A-Za-z0-9.:-]+")) {
            throw wrong(Setting.MAIL_HOST, value, "mail.example.org");
        }
        return value;
    }

    private static int port(String value) {
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65_535) {
            throw wrong(Setting.MAIL_PORT, value, "1–65535");
        }
        return Integer.parseInt(value);
    }

    private static Security security(String value) {
        try {
            return Security.valueOf(value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException none) {
            throw wrong(Setting.MAIL_SECURITY, value, "starttls, tls, none");
        }
    }

    private static String from(String value) {
        return MailAddress.find(value).orElseThrow(() -> wrong(Setting.MAIL_FROM, value, "mineban@example.org"));
    }

    private static RuntimeException wrong(Setting setting, String value, String expected) {
        return new Problem(
                        "mail-setting",
                        Problem.Kind.CANNOT_BE_DONE,
                        Map.of("name", setting.key(), "value", value, "example", expected))
                .asException();
    }

    /** The domain of the address the messages come from. */
    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return host + ":" + port + " (" + security.name().toLowerCase(Locale.ROOT) + ")";
    }
}
