package org.mineban.portal;

import java.time.Clock;
import java.time.Duration;
import org.mineban.accounts.Access;
import org.mineban.audit.AuditTrail;
import org.mineban.operations.Register;
import org.mineban.storage.Database;
import org.mineban.storage.FileStore;
import org.mineban.victims.Breaches;
import org.mineban.victims.Care;
import org.mineban.victims.Casualties;
import org.mineban.victims.IdentityExports;
import org.mineban.victims.Vault;
import org.mineban.victims.VaultDoor;
import org.mineban.victims.VictimRecords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The parts of the portal that are about victims. */
@Configuration(proxyBeanMethods = false)
@Import({CasualtiesPage.class, VictimPages.class, VictimIdentityPages.class, VictimExportPages.class, VictimForms.class
})
class VictimsConfiguration {

    private static final Duration CASUALTIES_KEPT = Duration.ofMinutes(5);

    @Bean
    VaultDoor vaultDoor(Database database, AuditTrail audit, Access access, PortalServer.Parts parts) {
        return new VaultDoor(database, audit, access, VaultDoor.keyFileBeside(parts.keyFile()));
    }

    @Bean
    Vault vault(VaultDoor door) {
        return new Vault(door, new FileStore());
    }

    @Bean
    Care care(VaultDoor door) {
        return new Care(door);
    }

    @Bean
    IdentityExports identityExports(VaultDoor door) {
        return new IdentityExports(door);
    }

    @Bean
    Breaches breaches(VaultDoor door) {
        return new Breaches(door);
    }

    @Bean
    VictimRecords victimRecords(Database database, AuditTrail audit, Access access) {
        return new VictimRecords(new Register(database, audit, access), access);
    }

    @Bean
    Casualties casualties(Database database, AuditTrail audit, Access access, Clock clock) {
        return new Casualties(new Register(database, audit, access), clock, CASUALTIES_KEPT);
    }
}
