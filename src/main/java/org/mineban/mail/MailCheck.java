package org.mineban.mail;

import java.util.Optional;
import org.mineban.kernel.ProblemException;
import org.mineban.platform.Settings;

/** Whether the mail server can be used: reached, encrypted as set, signed in. Nothing is sent. */
public final class MailCheck {

    private MailCheck() {}

    /**
     * What was seen.
     *
     * @param server where it is; empty when none is set
     * @param error why it cannot be used; empty when it can
     * @param answer what the server said last, or which setting is wrong
     * @param encrypted whether the connection was encrypted
     */
    public record Result(String server, Optional<MailError> error, String answer, boolean encrypted) {}

    /** Connects, signs in when a user is set, and leaves. Takes at most some forty seconds. */
    public static Result run(Settings settings) {
        Optional<MailServer> found;
        try {
            found = MailServer.of(settings);
        } catch (ProblemException wrong) {
            String name = String.valueOf(wrong.problem().values().get("name"));
            return new Result("", Optional.of(MailError.SETTING), name, false);
        }
        if (found.isEmpty()) {
            return new Result("", Optional.of(MailError.NO_SERVER), "", false);
        }
        MailServer server = found.get();
        try (SmtpConnection connection = SmtpConnection.open(server)) {
            return new Result(server.toString(), Optional.empty(), connection.lastAnswer(), connection.encrypted());
        } catch (SmtpConnection.Failed failed) {
            return new Result(server.toString(), Optional.of(failed.error()), failed.answer(), false);
        }
    }
}
