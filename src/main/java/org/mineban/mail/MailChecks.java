package org.mineban.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.platform.Check;
import org.mineban.platform.CheckResult;
import org.mineban.platform.Settings;
import org.mineban.storage.Database;

/** Whether mail goes out. */
public final class MailChecks {

    private static final Duration LONG = Duration.ofHours(1);

    private MailChecks() {}

    /** Whether the mail server answers, encrypts as set, and lets us in. Nothing is sent. */
    public static Check server(Settings settings) {
        return () -> {
            MailCheck.Result result = MailCheck.run(settings);
            Map<String, Object> values = Map.of(
                    "server", result.server(),
                    "answer", result.answer(),
                    "encrypted", result.encrypted() ? "yes" : "no");
            if (result.error().isEmpty()) {
                return List.of(CheckResult.fine("mail-server", values));
            }
            String id = "mail-" + result.error().get().key();
            return List.of(
                    result.error().get() == MailError.NO_SERVER
                            ? CheckResult.advice(id, values)
                            : CheckResult.wrong(id, values));
        };
    }

    /** Whether messages were given up, or have waited for long. */
    public static Check outbox(Database database, Outbox outbox, Clock clock) {
        return () -> {
            Map<MailState, Integer> counts = database.read(outbox::counts);
            Optional<Instant> waiting = database.read(outbox::waitingSince);
            int givenUp = counts.getOrDefault(MailState.GIVEN_UP, 0);
            int queued = counts.getOrDefault(MailState.QUEUED, 0) + counts.getOrDefault(MailState.SENDING, 0);
            List<CheckResult> results = new ArrayList<>();
            if (givenUp > 0) {
                results.add(CheckResult.wrong("mail-given-up", Map.of("count", givenUp)));
            }
            waiting.filter(since -> since.plus(LONG).isBefore(clock.instant()))
                    .ifPresent(since -> results.add(
                            CheckResult.advice("mail-waiting", Map.of("count", queued, "since", since.toString()))));
            if (results.isEmpty()) {
                results.add(CheckResult.fine(
                        "mail-outbox", Map.of("sent", counts.getOrDefault(MailState.SENT, 0), "queued", queued)));
            }
            return results;
        };
    }
}
