package org.mineban.mail;

import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jooq.DSLContext;
import org.mineban.jobs.Job;
import org.mineban.jobs.Schedule;

/** Sends the messages that are due. */
public final class SendMail implements Job {

    private final MailSender sender;

    public SendMail(MailSender sender) {
        this.sender = sender;
    }

    @Override
    public String name() {
        return "send-mail";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofSeconds(15));
    }

    @Override
    public boolean idle(DSLContext sql) {
        return sender.idle(sql);
    }

    @Override
    public Map<String, Long> run(BooleanSupplier goOn) {
        MailSender.Round round = sender.sendDue(goOn);
        return Map.of(
                "sent", (long) round.sent(),
                "waiting", (long) round.waiting(),
                "given", (long) round.givenUp(),
                "dropped", (long) round.dropped());
    }
}
