package org.mineban.portal;

import java.util.Map;
import java.util.function.BooleanSupplier;
import org.mineban.accounts.Sessions;
import org.mineban.jobs.Job;
import org.mineban.jobs.Schedule;
import org.mineban.mail.Outbox;
import org.mineban.storage.Database;

/** Takes away what is over: sessions, links that were not used, and letters with such links that could not be sent. */
final class TidyUp implements Job {

    private final Database database;
    private final Sessions sessions;
    private final Outbox outbox;

    TidyUp(Database database, Sessions sessions, Outbox outbox) {
        this.database = database;
        this.sessions = sessions;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "tidy-up";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(2, 40);
    }

    @Override
    public Map<String, Long> run(BooleanSupplier goOn) {
        sessions.sweep();
        int texts = database.<Integer>write(outbox::forgetUseless);
        return Map.of("texts", (long) texts);
    }
}
