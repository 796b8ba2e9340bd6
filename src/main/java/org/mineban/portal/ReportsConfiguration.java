package org.mineban.portal;

import org.mineban.accounts.Access;
import org.mineban.audit.AuditTrail;
import org.mineban.presentation.KnowledgeSource;
import org.mineban.reporting.Checks;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Editions;
import org.mineban.rollup.RegisterAsSource;
import org.mineban.rollup.RollUp;
import org.mineban.storage.Database;
import org.mineban.submissions.Claims;
import org.mineban.submissions.DraftFigures;
import org.mineban.submissions.DraftFiles;
import org.mineban.submissions.DraftFindings;
import org.mineban.submissions.Drafts;
import org.mineban.submissions.Examination;
import org.mineban.submissions.Submissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The parts of the portal that are the reports of States. */
@Configuration(proxyBeanMethods = false)
@Import({
    ClaimPages.class,
    ComparePages.class,
    DraftBeginPages.class,
    DraftBeside.class,
    DraftFigurePages.class,
    DraftFilePages.class,
    DraftPages.class,
    DraftViews.class,
    OfflinePages.class,
    ReportFiles.class,
    ReportListPages.class,
    ReportPages.class,
    SubmissionBeside.class,
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
    Examination examination(Checks checks, KnowledgeSource knowledge, Database database, RollUp rollUp) {
        return new Examination(checks, knowledge, database, name -> new RegisterAsSource(rollUp, name));
    }

    @Bean
    Claims claims(Database database, AuditTrail audit, Access access, Dictionary dictionary) {
        return new Claims(database, audit, access, dictionary);
    }

    @Bean
    Drafts drafts(Database database, AuditTrail audit, Access access, Examination examination) {
        return new Drafts(database, audit, access, examination);
    }

    @Bean
    DraftFindings draftFindings(Database database, Access access, Drafts drafts, Examination examination) {
        return new DraftFindings(database, access, drafts, examination);
    }

    @Bean
    DraftFigures draftFigures(Database database, Access access, Drafts drafts, Examination examination) {
        return new DraftFigures(database, access, drafts, examination);
    }

    @Bean
    DraftFiles draftFiles(Database database, Access access, Drafts drafts, Dictionary dictionary) {
        return new DraftFiles(database, access, drafts, dictionary);
    }

    @Bean
    Submissions submissions(
            Database database, AuditTrail audit, Access access, Dictionary dictionary, Examination examination) {
        return new Submissions(database, audit, access, dictionary, examination);
    }
}
