package org.mineban.portal;

import org.mineban.accounts.Access;
import org.mineban.audit.AuditTrail;
import org.mineban.reporting.Checks;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Editions;
import org.mineban.storage.Database;
import org.mineban.submissions.Drafts;
import org.mineban.submissions.Submissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The parts of the portal that are the reports of States. */
@Configuration(proxyBeanMethods = false)
@Import({
    DraftPages.class,
    DraftViews.class,
    OfflinePages.class,
    ReportFiles.class,
    ReportPages.class,
    SubmissionPages.class
})
class ReportsConfiguration {

    @Bean
    Dictionary dictionary() {
        return Dictionary.load();
    }

    @Bean
    Editions editions() {
        return Editions.load();
    }

    @Bean
    Checks reportChecks(Dictionary dictionary, Editions editions) {
        return Checks.load(dictionary, editions);
    }

    @Bean
    Drafts drafts(Database database, AuditTrail audit, Access access) {
        return new Drafts(database, audit, access);
    }

    @Bean
    Submissions submissions(Database database, AuditTrail audit, Access access, Dictionary dictionary) {
        return new Submissions(database, audit, access, dictionary);
    }
}
