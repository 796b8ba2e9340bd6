package org.mineban.cli;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mineban.audit.AuditQuery;
import org.mineban.kernel.AskedDay;
import org.mineban.kernel.Problem;
import org.mineban.kernel.StateCode;
import picocli.CommandLine.Option;

/** Which entries of the audit trail a command takes. */
final class AuditFilter {

    @Option(names = "--from", paramLabel = "DAY")
    private @Nullable String from;

    @Option(names = "--until", paramLabel = "DAY")
    private @Nullable String until;

    @Option(names = "--actor", paramLabel = "ACTOR")
    private @Nullable String actor;

    @Option(names = "--action", paramLabel = "ACTION")
    private @Nullable String action;

    @Option(names = "--kind", paramLabel = "KIND")
    private @Nullable String kind;

    @Option(names = "--subject", paramLabel = "KIND/SUBJECT")
    private @Nullable String subject;

    @Option(names = "--state", paramLabel = "ISO3")
    private @Nullable String state;

    AuditQuery query() {
        AuditQuery query = AuditQuery.everything();
        if (from != null) {
            query = query.from(AskedDay.parse(from));
        }
        if (until != null) {
            query = query.until(AskedDay.parse(until));
        }
        if (actor != null) {
            query = query.by(actor);
        }
        if (action != null) {
            query = query.action(action);
        }
        if (kind != null) {
            query = query.subjectKind(kind);
        }
        if (subject != null) {
            int slash = subject.indexOf('/');
            if (slash < 1) {
                throw new Problem("audit-subject", Problem.Kind.WRONG_USAGE, Map.of("value", subject)).asException();
            }
            query = query.subject(subject.substring(0, slash), subject.substring(slash + 1));
        }
        if (state != null) {
            query = query.state(code(state));
        }
        return query;
    }

    private static StateCode code(String text) {
        try {
            return new StateCode(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException noCode) {
            throw new Problem("audit-state", Problem.Kind.WRONG_USAGE, Map.of("value", text)).asException();
        }
    }
}
