package org.mineban.portal;

import org.mineban.accounts.Access;
import org.mineban.audit.AuditTrail;
import org.mineban.depositary.Desk;
import org.mineban.depositary.RecordedKnowledge;
import org.mineban.storage.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The parts of the portal that are the depositary's desk. */
@Configuration(proxyBeanMethods = false)
@Import({DeskEntryView.class, DeskPages.class})
class DeskConfiguration {

    @Bean
    Desk desk(Database database, AuditTrail audit, Access access, RecordedKnowledge knowledge) {
        return new Desk(database, audit, access, knowledge);
    }
}
