package org.mineban.cli;

import java.util.List;
import org.mineban.audit.AuditTrail;
import org.mineban.jobs.Job;
import org.mineban.portal.PortalServer;
import org.mineban.portal.ServerJobs;
import org.mineban.presentation.KnowledgeSource;

/** The jobs of the server whose data folder or database a command works on. */
final class SessionJobs {

    private SessionJobs() {}

    static List<Job> of(Session session) {
        PortalServer.Parts parts = new PortalServer.Parts(
                session.knowledge(),
                session.clock(),
                session.settings(),
                session.database(),
                session.dataFolder().path());
        return ServerJobs.of(parts, KnowledgeSource.shipped(session.knowledge()), new AuditTrail());
    }
}
