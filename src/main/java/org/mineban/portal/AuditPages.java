package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.audit.AuditEntry;
import org.mineban.audit.AuditEvent;
import org.mineban.audit.AuditPage;
import org.mineban.audit.AuditQuery;
import org.mineban.audit.AuditTable;
import org.mineban.audit.AuditTrail;
import org.mineban.audit.Change;
import org.mineban.kernel.AskedDay;
import org.mineban.kernel.StateCode;
import org.mineban.presentation.TableStream;
import org.mineban.storage.Database;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** The audit trail as a whole, filtered. Whoever looks after a State sees what concerns it. */
@RestController
final class AuditPages {

    private static final int PAGE_SIZE = 50;
    private static final int ENTRIES_AT_ONCE = 1000;

    private final PageRenderer renderer;
    private final Database database;
    private final AuditTrail trail;
    private final AuditRows rows;

    AuditPages(PageRenderer renderer, Database database, AuditTrail trail, AuditRows rows) {
        this.renderer = renderer;
        this.database = database;
        this.trail = trail;
        this.rows = rows;
    }

    /** What the page shows; the filter as it was asked. */
    record View(
            String actor,
            String action,
            String kind,
            String subject,
            String state,
            String from,
            String until,
            List<AuditRows.Row> rows,
            Optional<String> more,
            String csv,
            String jsonl,
            String head,
            boolean narrowed) {}

    /** The State whose entries are shown; empty for those of all. Whoever may not see them gets no further. */
    private static Optional<StateCode> state(Visit visit) {
        Person asking = visit.visitor().requireSomewhere(Permission.AUDIT_READ);
        Optional<StateCode> state = visit.asked("state")
                .map(code -> visit.knowledge().register().getState(code).code());
        boolean everything = visit.visitor().may(Permission.AUDIT_READ, Thing.SYSTEM);
        if (!everything && state.isEmpty()) {
            state = asking.states().stream()
                    .filter(own -> visit.visitor().may(Permission.AUDIT_READ, Thing.of(own)))
                    .findFirst();
        }
        visit.visitor().require(Permission.AUDIT_READ, thing(state));
        return state;
    }

    private static AuditQuery query(Visit visit, Optional<StateCode> state) {
        return new AuditQuery(
                visit.asked("from").map(AskedDay::parse),
                visit.asked("until").map(AskedDay::parse),
                visit.asked("actor"),
                visit.asked("action"),
                visit.asked("kind"),
                visit.asked("subject"),
                state,
                before(visit));
    }

    /**
     * The entries that fit, however many, as a file. That they were taken along is an entry itself, among them. Each thousand is read by itself, so
     * that who reads slowly holds no connection to the database.
     */
    @GetMapping("/audit.{format:csv|jsonl}")
    void export(
            Visit visit,
            @PathVariable("format") String format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<StateCode> state = state(visit);
        AuditQuery query = query(visit, state);
        String by = visit.visitor().require(Permission.AUDIT_READ, thing(state)).actor();
        List<Change> filter = visit.query().entrySet().stream()
                .map(asked -> new Change(asked.getKey(), Optional.empty(), Optional.of(asked.getValue())))
                .toList();
        database.change(transaction -> trail.add(
                transaction, new AuditEvent(by, "export", "audit-trail", format, state, Optional.empty(), filter)));
        boolean csv = format.equals("csv");
        ShallowEtagHeaderFilter.disableContentCaching(request);
        response.setContentType(csv ? "text/csv;charset=utf-8" : "application/jsonl;charset=utf-8");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"mineban-audit-" + visit.today() + "." + format + "\"");
        try (TableStream file = TableStream.begin(
                csv ? TableStream.Kind.CSV : TableStream.Kind.JSONL,
                "audit",
                AuditTable.COLUMNS,
                visit.language(),
                response.getOutputStream())) {
            AuditQuery next = query;
            while (true) {
                AuditQuery asked = next;
                AuditPage page = database.read(sql -> trail.page(sql, asked, ENTRIES_AT_ONCE));
                for (AuditEntry entry : page.entries()) {
                    file.row(AuditTable.row(entry));
                }
                if (page.next().isEmpty()) {
                    return;
                }
                next = asked.before(page.next().getAsLong());
            }
        }
    }

    private static Thing thing(Optional<StateCode> state) {
        return state.map(Thing::of).orElse(Thing.SYSTEM);
    }

    @GetMapping("/audit")
    ResponseEntity<byte[]> list(Visit visit) {
        Optional<StateCode> state = state(visit);
        AuditQuery query = query(visit, state);
        AuditPage page = database.read(sql -> trail.page(sql, query, PAGE_SIZE));
        AuditTrail.Head head = database.read(trail::head);
        Optional<String> more = page.next().isPresent()
                ? Optional.of(
                        visit.here(Map.of("before", Long.toString(page.next().getAsLong()))))
                : Optional.empty();
        Map<String, String> file = new TreeMap<>(visit.query());
        file.remove("before");
        return renderer.page(
                visit,
                "audit",
                visit.say("audit.title"),
                new View(
                        visit.asked("actor").orElse(""),
                        visit.asked("action").orElse(""),
                        visit.asked("kind").orElse(""),
                        visit.asked("subject").orElse(""),
                        state.map(StateCode::iso3).orElse(""),
                        visit.asked("from").orElse(""),
                        visit.asked("until").orElse(""),
                        rows.rows(visit, page.entries()),
                        more,
                        visit.link("/audit.csv", file),
                        visit.link("/audit.jsonl", file),
                        visit.say("audit.head", Map.of("number", head.number(), "hash", visit.code(head.hash()))),
                        !visit.query().isEmpty()));
    }

    private static OptionalLong before(Visit visit) {
        return visit.asked("before").filter(text -> text.matches("[0-9]{1,18}")).stream()
                .mapToLong(Long::parseLong)
                .findFirst();
    }
}
