package org.mineban.portal;

import java.time.Clock;
import java.util.List;
import org.mineban.accounts.People;
import org.mineban.audit.AuditTrail;
import org.mineban.jobs.Job;
import org.mineban.jobs.JobHistory;
import org.mineban.jobs.JobRunner;
import org.mineban.mail.Outbox;
import org.mineban.mail.Subscriptions;
import org.mineban.platform.Settings;
import org.mineban.presentation.KnowledgeSource;
import org.mineban.reminders.CalendarFeeds;
import org.mineban.reminders.PeopleContacts;
import org.mineban.reminders.ReminderText;
import org.mineban.reminders.Reminders;
import org.mineban.storage.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The parts of the portal for mail, jobs, reminders and private calendars. */
@Configuration(proxyBeanMethods = false)
@Import({CalendarPages.class, JobsPage.class, MailPage.class, ReminderPages.class, SubscriptionPages.class})
class MailConfiguration {

    @Bean
    Outbox outbox(AuditTrail audit) {
        return new Outbox(audit);
    }

    @Bean
    Subscriptions subscriptions(AuditTrail audit) {
        return new Subscriptions(audit);
    }

    @Bean
    CalendarFeeds calendarFeeds(Database database, AuditTrail audit) {
        return new CalendarFeeds(database, audit);
    }

    @Bean
    Reminders reminders(
            Database database, AuditTrail audit, People people, KnowledgeSource knowledge, Settings settings) {
        return new Reminders(
                database,
                audit,
                new PeopleContacts(people),
                () -> knowledge.current().obligations(),
                new ReminderText(knowledge::current, settings.publicAddress()));
    }

    /** The jobs as one bean: a list as such would be taken for a list of beans. */
    record Jobs(List<Job> all) {}

    @Bean
    Jobs jobs(PortalServer.Parts parts, KnowledgeSource knowledge, AuditTrail audit) {
        return new Jobs(ServerJobs.of(parts, knowledge, audit));
    }

    @Bean
    JobHistory jobHistory(Jobs jobs) {
        return new JobHistory(jobs.all());
    }

    @Bean(destroyMethod = "close")
    JobRunner jobRunner(Database database, Clock clock, Jobs jobs) {
        return new JobRunner(database, clock, ServerJobs.node(), jobs.all());
    }
}
