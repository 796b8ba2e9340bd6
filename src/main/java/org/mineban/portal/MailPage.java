package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.kernel.Problem;
import org.mineban.mail.MailCheck;
import org.mineban.mail.MailError;
import org.mineban.mail.MailState;
import org.mineban.mail.Outbox;
import org.mineban.mail.QueuedMail;
import org.mineban.platform.Setting;
import org.mineban.platform.Settings;
import org.mineban.storage.Database;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The outbox: what waits, what was sent, what failed and why. The texts of messages are not shown. */
@RestController
final class MailPage {

    private static final int PAGE_SIZE = 50;

    private final PageRenderer renderer;
    private final Database database;
    private final Outbox outbox;
    private final Settings settings;

    MailPage(PageRenderer renderer, Database database, Outbox outbox, Settings settings) {
        this.renderer = renderer;
        this.database = database;
        this.outbox = outbox;
        this.settings = settings;
    }

    /** What the page shows; {@code said} tells what was just done. */
    record View(
            String said,
            boolean bad,
            String server,
            List<Link> states,
            String waiting,
            List<Row> rows,
            Optional<String> older,
            Optional<String> newest,
            boolean mayRetry) {}

    /** A message. */
    record Row(
            String id,
            String at,
            String purpose,
            String name,
            String address,
            String subject,
            String lang,
            String dir,
            String state,
            boolean bad,
            String attempts,
            String error,
            String answer,
            boolean retry) {}

    @GetMapping("/admin/mail")
    ResponseEntity<byte[]> mail(Visit visit) {
        visit.visitor().require(Permission.MAIL_READ, Thing.SYSTEM);
        String said = visit.asked("again")
                .flatMap(Forms::id)
                .flatMap(id -> database.<Optional<QueuedMail>>read(sql -> outbox.find(sql, id)))
                .map(mail -> visit.say("mail.retried", Map.of("subject", Visit.isolated(mail.subject()))))
                .orElse("");
        return mail(visit, said, false);
    }

    private ResponseEntity<byte[]> mail(Visit visit, String said, boolean bad) {
        Optional<MailState> state = Choice.check(
                        visit,
                        "state",
                        Arrays.stream(MailState.values()).map(MailState::key).toList())
                .flatMap(MailState::find);
        Optional<UUID> before = visit.asked("before").flatMap(Forms::id);
        Outbox.Selection selection = new Outbox.Selection(state, Optional.empty(), before);
        List<QueuedMail> found = database.read(sql -> outbox.list(sql, selection, PAGE_SIZE + 1));
        Map<MailState, Integer> counts = database.read(outbox::counts);
        boolean mayRetry = visit.visitor().may(Permission.MAIL_RETRY, Thing.SYSTEM);
        return renderer.page(
                visit,
                "mail",
                visit.say("mail.title"),
                new View(
                        said,
                        bad,
                        server(visit),
                        states(visit, counts),
                        database.<Optional<java.time.Instant>>read(outbox::waitingSince)
                                .map(at -> visit.say("mail.waiting-since", Map.of("at", visit.moment(at))))
                                .orElse(""),
                        found.stream()
                                .limit(PAGE_SIZE)
                                .map(mail -> row(visit, mail, mayRetry))
                                .toList(),
                        found.size() > PAGE_SIZE
                                ? Optional.of(visit.here(Map.of(
                                        "before", found.get(PAGE_SIZE - 1).id().toString(), "again", "")))
                                : Optional.empty(),
                        before.map(id -> visit.here(Map.of("before", "", "again", ""))),
                        mayRetry));
    }

    private String server(Visit visit) {
        return settings.find(Setting.MAIL_HOST)
                .map(host -> visit.say("mail.server", Map.of("server", visit.code(host))))
                .orElseGet(() -> visit.say("mail.server.none"));
    }

    private static List<Link> states(Visit visit, Map<MailState, Integer> counts) {
        return Arrays.stream(MailState.values())
                .map(state -> new Link(
                        visit.say("mail.state." + state.key()),
                        visit.link("/admin/mail", Map.of("state", state.key())),
                        visit.number(counts.getOrDefault(state, 0))))
                .toList();
    }

    private static Row row(Visit visit, QueuedMail mail, boolean mayRetry) {
        boolean waits = mail.state() == MailState.QUEUED;
        boolean over = mail.state() == MailState.GIVEN_UP;
        String attempts = visit.say("mail.attempts", Map.of("count", mail.attempts()))
                + (waits
                        ? " · " + visit.say("mail.next", Map.of("at", visit.moment(mail.nextAttemptAt())))
                        : mail.endedAt().map(at -> " · " + visit.moment(at)).orElse(""));
        return new Row(
                mail.id().toString(),
                visit.moment(mail.queuedAt()),
                visit.say("mail.purpose." + mail.purpose().key()),
                mail.recipientName(),
                mail.recipient(),
                mail.subject(),
                mail.language().code(),
                mail.language().rightToLeft() ? "rtl" : "ltr",
                visit.say("mail.state." + mail.state().key()),
                over,
                attempts,
                mail.error().map(error -> words(visit, error)).orElse(""),
                mail.answer(),
                mayRetry && (over || (waits && mail.attempts() > 0)));
    }

    private static String words(Visit visit, MailError error) {
        return visit.say("mail.error." + error.key());
    }

    @PostMapping("/admin/mail/retry")
    ResponseEntity<byte[]> retry(Visit visit, HttpServletRequest request) {
        Person by = visit.visitor().require(Permission.MAIL_RETRY, Thing.SYSTEM);
        String text = Forms.text(request, "message");
        UUID id = Forms.id(text)
                .orElseThrow(() ->
                        new Problem("mail-not-found", Problem.Kind.NOT_FOUND, Map.of("value", text)).asException());
        database.change(transaction -> outbox.retry(transaction, id, by.actor()));
        return Forms.seeOther(visit.link("/admin/mail", Map.of("again", id.toString())));
    }

    @PostMapping("/admin/mail/check")
    ResponseEntity<byte[]> check(Visit visit) {
        visit.visitor().require(Permission.MAIL_READ, Thing.SYSTEM);
        MailCheck.Result result = MailCheck.run(settings);
        String answer = result.answer().isEmpty() ? "none" : visit.code(result.answer());
        String said = result.error()
                .map(error -> visit.say("mail.check.bad", Map.of("error", words(visit, error), "answer", answer)))
                .orElseGet(() -> visit.say(
                        "mail.check.good", Map.of("encrypted", result.encrypted() ? "yes" : "no", "answer", answer)));
        return mail(visit, said, result.error().isPresent());
    }
}
