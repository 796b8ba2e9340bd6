package org.mineban.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mineban.accounts.BreachedPasswords;
import org.mineban.audit.AuditTrail;
import org.mineban.jobs.JobChecks;
import org.mineban.jobs.JobHistory;
import org.mineban.kernel.ProblemException;
import org.mineban.mail.MailChecks;
import org.mineban.mail.Outbox;
import org.mineban.platform.Check;
import org.mineban.platform.CheckResult;
import org.mineban.platform.MalwareScanner;
import org.mineban.platform.Settings;
import org.mineban.portal.PortalServer;
import org.mineban.portal.ServerJobs;
import org.mineban.portal.WaysIn;
import org.mineban.presentation.KnowledgeSource;
import org.mineban.storage.Database;
import org.mineban.storage.DatabaseAddress;

/** What {@code doctor} looks at besides the machine and the database: mail, the list of breached passwords, and jobs. */
final class DoctorChecks {

    private DoctorChecks() {}

    /** The checks; those that need the database say nothing when it is not there or not ready, which other checks tell. */
    static List<Check> of(Session session, Optional<Settings> settings, Optional<DatabaseAddress> address) {
        List<Check> checks = new ArrayList<>();
        settings.ifPresent(set -> checks.add(MailChecks.server(set)));
        settings.ifPresent(set -> checks.add(BreachedPasswords.check(set)));
        settings.ifPresent(set -> checks.add(MalwareScanner.check(set)));
        if (settings.isPresent() && address.isPresent()) {
            checks.add(inside(
                    session,
                    address.get(),
                    database -> MailChecks.outbox(database, new Outbox(new AuditTrail()), session.clock())
                            .look()));
            checks.add(inside(session, address.get(), database -> WaysIn.look(database, settings.get())));
            checks.add(inside(
                    session,
                    address.get(),
                    database -> JobChecks.of(database, history(session, settings.get(), database), session.clock())
                            .look()));
        }
        return checks;
    }

    private static JobHistory history(Session session, Settings settings, Database database) {
        PortalServer.Parts parts = new PortalServer.Parts(
                session.knowledge(),
                session.clock(),
                settings,
                database,
                session.dataFolder().path());
        return new JobHistory(ServerJobs.of(parts, KnowledgeSource.shipped(session.knowledge()), new AuditTrail()));
    }

    private static Check inside(Session session, DatabaseAddress address, Function<Database, List<CheckResult>> look) {
        return () -> {
            try (Database database = Database.openAsItIs(address, session.clock())) {
                return database.schema().equals(Database.newestSchema()) ? look.apply(database) : List.of();
            } catch (ProblemException notThere) {
                return List.of();
            }
        };
    }
}
