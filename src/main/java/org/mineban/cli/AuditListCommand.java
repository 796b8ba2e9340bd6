package org.mineban.cli;

import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.mineban.audit.AuditPage;
import org.mineban.audit.AuditQuery;
import org.mineban.audit.AuditTable;
import org.mineban.audit.AuditTrail;
import org.mineban.kernel.Problem;
import org.mineban.presentation.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code audit list}: entries of the trail, the newest first. */
@Command(name = "list")
final class AuditListCommand implements Runnable {

    private static final int MOST = 10_000;

    private final Session session;

    @Mixin
    private AuditFilter filter = new AuditFilter();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(names = "--limit", paramLabel = "NUMBER", defaultValue = "100")
    private int limit = 100;

    @Option(names = "--before", paramLabel = "NUMBER")
    private @Nullable Long before;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private String format = "text";

    AuditListCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        language.check();
        Format wanted = Format.of(format, Format.TEXT, Format.JSON, Format.CSV);
        if (limit < 1 || limit > MOST) {
            throw new Problem("audit-limit", Problem.Kind.WRONG_USAGE, Map.of("value", limit, "limit", MOST))
                    .asException();
        }
        AuditQuery query = before == null ? filter.query() : filter.query().before(before);
        AuditPage page = fill(query);
        session.out()
                .print(wanted.write(new Table(
                        "audit",
                        AuditTable.COLUMNS,
                        page.entries().stream().map(AuditTable::row).toList())));
        page.next()
                .ifPresent(next -> session.err()
                        .println(session.messages()
                                .say(session.language(), "trail.more", Map.of("number", Long.toString(next)))));
    }

    /** A command may take its time: pages are asked for until there are as many entries as wanted. */
    private AuditPage fill(AuditQuery query) {
        AuditTrail trail = new AuditTrail();
        java.util.List<org.mineban.audit.AuditEntry> entries = new java.util.ArrayList<>();
        OptionalLong next = OptionalLong.empty();
        AuditQuery asked = query;
        do {
            AuditQuery now = asked;
            AuditPage page = session.database().read(sql -> trail.page(sql, now, limit - entries.size()));
            entries.addAll(page.entries());
            next = page.next();
            if (next.isPresent()) {
                asked = query.before(next.getAsLong());
            }
        } while (next.isPresent() && entries.size() < limit);
        return new AuditPage(entries, next);
    }
}
