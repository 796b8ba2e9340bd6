package org.mineban.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.audit.AuditPage;
import org.mineban.audit.AuditQuery;
import org.mineban.audit.AuditTrail;
import org.mineban.kernel.AskedDay;
import org.mineban.kernel.StateCode;
import org.mineban.storage.Database;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The audit trail as a whole, filtered. Whoever looks after a State sees what concerns it. */
@RestController
final class AuditPages {

    private static final int PAGE_SIZE = 50;

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
            String head,
            boolean narrowed) {}

    @GetMapping("/audit")
    ResponseEntity<byte[]> list(Visit visit) {
        Person asking = visit.visitor().requireSomewhere(Permission.AUDIT_READ);
        Optional<StateCode> state = visit.asked("state")
                .map(code -> visit.knowledge().register().getState(code).code());
        boolean everything = visit.visitor().may(Permission.AUDIT_READ, Thing.SYSTEM);
        if (!everything && state.isEmpty()) {
            state = asking.states().stream()
                    .filter(own -> visit.visitor().may(Permission.AUDIT_READ, Thing.of(own)))
                    .findFirst();
        }
        visit.visitor().require(Permission.AUDIT_READ, state.map(Thing::of).orElse(Thing.SYSTEM));
        AuditQuery query = new AuditQuery(
                visit.asked("from").map(AskedDay::parse),
                visit.asked("until").map(AskedDay::parse),
                visit.asked("actor"),
                visit.asked("action"),
                visit.asked("kind"),
                visit.asked("subject"),
                state,
                before(visit));
        AuditPage page = database.read(sql -> trail.page(sql, query, PAGE_SIZE));
        AuditTrail.Head head = database.read(trail::head);
        Optional<String> more = page.next().isPresent()
                ? Optional.of(
                        visit.here(Map.of("before", Long.toString(page.next().getAsLong()))))
                : Optional.empty();
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
                        visit.say("audit.head", Map.of("number", head.number(), "hash", visit.code(head.hash()))),
                        !visit.query().isEmpty()));
    }

    private static OptionalLong before(Visit visit) {
        return visit.asked("before").filter(text -> text.matches("[0-9]{1,18}")).stream()
                .mapToLong(Long::parseLong)
                .findFirst();
    }
}
