package org.mineban.portal;

import org.mineban.accounts.Access;
import org.mineban.audit.AuditTrail;
import org.mineban.operations.Approvals;
import org.mineban.operations.AreaSteps;
import org.mineban.operations.Dictionary;
import org.mineban.operations.Register;
import org.mineban.operations.RegisterFigures;
import org.mineban.operations.RegisterImport;
import org.mineban.operations.RunningImports;
import org.mineban.operations.SavedViews;
import org.mineban.operations.WorkViews;
import org.mineban.rollup.RollUp;
import org.mineban.rollup.Snapshots;
import org.mineban.storage.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The parts of the portal that are the mine action register. */
@Configuration(proxyBeanMethods = false)
@Import({
    RegisterPages.class,
    RegisterRecordPages.class,
    RecordFormPages.class,
    AreaPages.class,
    AreaMapPage.class,
    BulkPages.class,
    WorkPages.class,
    RegisterImportPages.class,
    RunningImportPages.class,
    RegisterExportPages.class,
    RegisterFreezePages.class
})
class RegisterConfiguration {

    @Bean
    Dictionary registerDictionary() {
        return new Dictionary();
    }

    @Bean
    Register mineActionRegister(Database database, AuditTrail audit, Access access) {
        return new Register(database, audit, access);
    }

    @Bean
    Approvals approvals(Database database, AuditTrail audit, Access access, Register register) {
        return new Approvals(database, audit, access, register);
    }

    @Bean
    SavedViews savedViews(Database database) {
        return new SavedViews(database);
    }

    @Bean
    WorkViews workViews(Database database, Register register) {
        return new WorkViews(database, register);
    }

    @Bean
    AreaSteps areaSteps(Database database, Register register) {
        return new AreaSteps(database, register);
    }

    @Bean
    RegisterImport registerImport(Database database, AuditTrail audit, Access access, Dictionary dictionary) {
        return new RegisterImport(database, audit, access, dictionary);
    }

    @Bean
    RunningImports runningImports(Database database, RegisterImport imports) {
        return new RunningImports(database, imports);
    }

    @Bean
    Snapshots figureSnapshots(Database database, AuditTrail audit) {
        return new Snapshots(database, audit);
    }

    @Bean
    RollUp rollUp(Database database) {
        return new RollUp(new RegisterFigures(database));
    }
}
