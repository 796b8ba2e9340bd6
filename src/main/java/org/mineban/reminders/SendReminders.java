package org.mineban.reminders;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jooq.DSLContext;
import org.mineban.jobs.Job;
import org.mineban.jobs.Schedule;

/** Sends the reminders that were confirmed, once their day has come. */
public final class SendReminders implements Job {

    private final Reminders reminders;
    private final Clock clock;

    public SendReminders(Reminders reminders, Clock clock) {
        this.reminders = reminders;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "send-reminders";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofSeconds(15));
    }

    @Override
    public boolean idle(DSLContext sql) {
        return reminders.idle(sql, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    @Override
    public Map<String, Long> run(BooleanSupplier goOn) {
        Reminders.Tally tally = reminders.sendDue(goOn);
        return Map.of("reminded", (long) tally.reminded(), "left", (long) tally.leftOut());
    }
}
