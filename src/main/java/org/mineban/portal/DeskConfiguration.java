package org.mineban.portal;

import org.mineban.accounts.Access;
import org.mineban.audit.AuditTrail;
import org.mineban.depositary.Desk;
import org.mineban.depositary.RecordedKnowledge;
import org.mineban.platform.MalwareScanner;
import org.mineban.platform.Settings;
import org.mineban.storage.Database;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/** The parts of the portal that are the depositary's desk. */
@Configuration(proxyBeanMethods = false)
@Import({DeskDocuments.class, DeskEntryView.class, DeskPages.class})
@ImportAutoConfiguration(MultipartAutoConfiguration.class)
class DeskConfiguration {

    @Bean
    Desk desk(Database database, AuditTrail audit, Access access, RecordedKnowledge knowledge) {
        return new Desk(database, audit, access, knowledge);
    }

    /** Before the filter that looks for the code of a form, which would read the whole of it. */
    @Bean
    FilterRegistrationBean<UploadLimit> uploadLimit(ObjectProvider<Faults> faults) {
        FilterRegistrationBean<UploadLimit> filter = new FilterRegistrationBean<>(new UploadLimit(faults));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 25);
        return filter;
    }

    /** After the filter that looks for the code of a form: a file that another site has somebody send costs the scanner nothing. */
    @Bean
    FilterRegistrationBean<UploadScan> uploadScan(Settings settings, ObjectProvider<Faults> faults) {
        FilterRegistrationBean<UploadScan> filter =
                new FilterRegistrationBean<>(new UploadScan(MalwareScanner.of(settings), faults));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 35);
        return filter;
    }
}
