package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.accounts.Access;
import org.mineban.accounts.People;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.kernel.Problem;
import org.mineban.mail.MailPurpose;
import org.mineban.mail.Subscriptions;
import org.mineban.obligations.DutyState;
import org.mineban.obligations.Obligation;
import org.mineban.platform.Settings;
import org.mineban.presentation.DutyCalendar;
import org.mineban.presentation.Knowledge;
import org.mineban.presentation.KnowledgeSource;
import org.mineban.reminders.CalendarFeeds;
import org.mineban.secrets.Token;
import org.mineban.storage.Database;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The private calendar of somebody with an account, and whether they are reminded by e-mail. */
@RestController
final class CalendarPages {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final PageRenderer renderer;
    private final Database database;
    private final CalendarFeeds feeds;
    private final Subscriptions subscriptions;
    private final People people;
    private final Access access;
    private final KnowledgeSource knowledge;
    private final Settings settings;
    private final Clock clock;

    CalendarPages(
            PageRenderer renderer,
            Database database,
            CalendarFeeds feeds,
            Subscriptions subscriptions,
            People people,
            Access access,
            KnowledgeSource knowledge,
            Settings settings,
            Clock clock) {
        this.renderer = renderer;
        this.database = database;
        this.feeds = feeds;
        this.subscriptions = subscriptions;
        this.people = people;
        this.access = access;
        this.knowledge = knowledge;
        this.settings = settings;
        this.clock = clock;
    }

    /** What the page shows; {@code address} is the new one, shown once. */
    record View(
            String lead,
            String said,
            String address,
            boolean have,
            String made,
            String used,
            String mail,
            boolean on) {}

    @GetMapping("/account/calendar")
    ResponseEntity<byte[]> calendar(Visit visit) {
        Person person = require(visit);
        String said = visit.asked("said")
                .filter("ended"::equals)
                .map(word -> visit.say("calendar.ended"))
                .orElse("");
        return page(visit, person, said, "");
    }

    @PostMapping("/account/calendar/make")
    ResponseEntity<byte[]> make(Visit visit, HttpServletRequest request) {
        Person person = require(visit);
        Token token = feeds.make(person.id());
        return page(visit, person, "", Addresses.of(settings, request) + "/calendar/" + token.text() + ".ics");
    }

    @PostMapping("/account/calendar/end")
    ResponseEntity<byte[]> end(Visit visit) {
        feeds.end(require(visit).id());
        return Forms.seeOther(visit.link("/account/calendar", Map.of("said", "ended")));
    }

    @PostMapping("/account/calendar/reminders")
    ResponseEntity<byte[]> reminders(Visit visit, HttpServletRequest request) {
        Person person = require(visit);
        database.change(transaction -> {
            if (Forms.text(request, "reminders").equals("on")) {
                subscriptions.turnOn(transaction, MailPurpose.REMINDER, Optional.of(person.id()), person.email());
            } else {
                subscriptions.turnOff(transaction, MailPurpose.REMINDER, Optional.of(person.id()), person.email());
            }
        });
        return Forms.seeOther(visit.link("/account/calendar"));
    }

    private static Person require(Visit visit) {
        visit.visitor().requireSignedIn();
        return visit.visitor()
                .person()
                .orElseThrow(
                        () -> new Problem("second-factor-needed", Problem.Kind.NOT_ALLOWED, Map.of()).asException());
    }

    private ResponseEntity<byte[]> page(Visit visit, Person person, String said, String address) {
        Optional<CalendarFeeds.Feed> feed = feeds.of(person.id());
        Optional<Instant> off = database.read(
                sql -> subscriptions.offSince(sql, MailPurpose.REMINDER, Optional.of(person.id()), person.email()));
        return renderer.page(
                visit,
                "calendar",
                visit.say("calendar.title"),
                new View(
                        visit.say("calendar.lead", Map.of("all", everyState(person) ? "yes" : "no")),
                        said,
                        address,
                        feed.isPresent(),
                        feed.map(found -> visit.say("calendar.have", Map.of("at", visit.moment(found.madeAt()))))
                                .orElseGet(() -> visit.say("calendar.none")),
                        feed.map(found -> found.usedAt()
                                        .map(at -> visit.say("calendar.used", Map.of("at", visit.moment(at))))
                                        .orElseGet(() -> visit.say("calendar.unused")))
                                .orElse(""),
                        off.map(at -> visit.say("calendar.reminders.off", Map.of("at", visit.moment(at))))
                                .orElseGet(() -> visit.say(
                                        "calendar.reminders.on", Map.of("address", visit.code(person.email())))),
                        off.isEmpty()));
    }

    /** Whoever looks after all States follows all of them. */
    private boolean everyState(Person person) {
        return access.allows(Optional.of(person), Permission.REMINDERS_READ, Thing.SYSTEM);
    }

    @GetMapping("/calendar/{token}.ics")
    ResponseEntity<byte[]> feed(@PathVariable("token") String token) {
        Person person = feeds.open(token, clock.instant())
                .flatMap(people::find)
                .filter(found -> found.disabledAt().isEmpty())
                .orElseThrow(() -> new Problem("link-unknown", Problem.Kind.NOT_FOUND, Map.of()).asException());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Knowledge now = knowledge.current();
        List<Obligation> duties = (everyState(person)
                        ? now.obligations().all(today)
                        : person.states().stream()
                                .flatMap(state -> now.obligations().of(state, today).stream())
                                .toList())
                .stream()
                        .filter(duty -> !(duty.standing().value() instanceof DutyState.PassedWithoutRecord))
                        .toList();
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=3600")
                .header("X-Robots-Tag", "noindex")
                .header("Content-Language", person.language().code())
                .body(DutyCalendar.of(duties, today, now.narrator(person.language(), today))
                        .getBytes(StandardCharsets.UTF_8));
    }
}
