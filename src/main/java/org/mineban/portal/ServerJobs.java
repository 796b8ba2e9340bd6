package org.mineban.portal;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.mineban.accounts.Notices;
import org.mineban.accounts.People;
import org.mineban.accounts.Sessions;
import org.mineban.audit.AuditTrail;
import org.mineban.backup.Backup;
import org.mineban.jobs.Job;
import org.mineban.mail.MailSender;
import org.mineban.mail.Outbox;
import org.mineban.mail.SendMail;
import org.mineban.mail.Subscriptions;
import org.mineban.platform.Messages;
import org.mineban.platform.Settings;
import org.mineban.presentation.KnowledgeSource;
import org.mineban.reminders.PeopleContacts;
import org.mineban.reminders.ReminderText;
import org.mineban.reminders.Reminders;
import org.mineban.reminders.SendReminders;
import org.mineban.storage.Database;

/** Everything that the program does by itself. A new job is named here. */
public final class ServerJobs {

    private ServerJobs() {}

    /** The jobs of a server, in the order in which they are shown. */
    public static List<Job> of(PortalServer.Parts parts, KnowledgeSource knowledge, AuditTrail audit) {
        Database database = parts.database();
        Clock clock = parts.clock();
        Settings settings = parts.settings();
        People people = new People(database, audit, Notices.NONE);
        Outbox outbox = new Outbox(audit);
        Reminders reminders = new Reminders(
                database,
                audit,
                new PeopleContacts(people),
                () -> knowledge.current().obligations(),
                new ReminderText(knowledge::current, settings.publicAddress()));
        Messages messages = parts.knowledge().messages();
        List<Job> jobs = new ArrayList<>();
        jobs.add(new SendMail(new MailSender(database, clock, settings, messages, new Subscriptions(audit))));
        jobs.add(new SendReminders(reminders, clock));
        jobs.add(new KeepAuditHead(database, audit, people, outbox, messages, settings));
        ScheduledBackup.of(settings, new Backup(database, audit, parts.dataFolder(), clock), clock)
                .ifPresent(jobs::add);
        jobs.add(new TidyUp(database, new Sessions(database, people, clock), outbox));
        return List.copyOf(jobs);
    }

    /** What this process is called in the history of jobs: the machine and the number of the process. */
    public static String node() {
        String machine;
        try {
            machine = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            machine = "server";
        }
        return machine + "/" + ManagementFactory.getRuntimeMXBean().getPid();
    }
}
