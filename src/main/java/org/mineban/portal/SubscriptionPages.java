package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.mineban.kernel.Problem;
import org.mineban.mail.Subscriptions;
import org.mineban.storage.Database;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Turning reminders off from a message, without signing in: who has the link has the message. Looking at the page changes nothing, since programs that
 * check links look too. A mail program may send the one click of RFC 8058.
 */
@RestController
final class SubscriptionPages {

    private static final String PATH = "/unsubscribe/";
    private static final String ONE_CLICK = "List-Unsubscribe";

    private final PageRenderer renderer;
    private final Database database;
    private final Subscriptions subscriptions;

    SubscriptionPages(PageRenderer renderer, Database database, Subscriptions subscriptions) {
        this.renderer = renderer;
        this.database = database;
        this.subscriptions = subscriptions;
    }

    /** What the page shows. */
    record View(String action, String sentence, boolean on, boolean done) {}

    /** Whether this is the click of a mail program, which has no form of ours: the secret in the address stands for its code. */
    static boolean oneClick(HttpServletRequest request) {
        return request.getRequestURI().startsWith(PATH) && request.getParameter(ONE_CLICK) != null;
    }

    @GetMapping("/unsubscribe/{token}")
    ResponseEntity<byte[]> ask(Visit visit, @PathVariable("token") String token) {
        return page(visit, token, false);
    }

    @PostMapping("/unsubscribe/{token}")
    ResponseEntity<byte[]> change(Visit visit, @PathVariable("token") String token, HttpServletRequest request) {
        Subscriptions.Subscription subscription = find(token);
        boolean on = Forms.text(request, "reminders").equals("on") && !oneClick(request);
        database.change(transaction -> {
            if (on) {
                subscriptions.turnOn(
                        transaction, subscription.purpose(), subscription.account(), subscription.recipient());
            } else {
                subscriptions.turnOff(
                        transaction, subscription.purpose(), subscription.account(), subscription.recipient());
            }
        });
        return page(visit, token, true);
    }

    private ResponseEntity<byte[]> page(Visit visit, String token, boolean done) {
        Subscriptions.Subscription subscription = find(token);
        String key = !subscription.on() ? "reminder.off.done" : done ? "reminder.on.done" : "reminder.off.lead";
        ResponseEntity<byte[]> page = renderer.page(
                visit,
                "unsubscribe",
                visit.say("reminder.off.title"),
                new View(
                        "/" + visit.lang() + PATH + token,
                        visit.say(key, Map.of("address", visit.code(subscription.recipient()))),
                        subscription.on(),
                        done || !subscription.on()));
        return ResponseEntity.status(page.getStatusCode())
                .headers(page.getHeaders())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Robots-Tag", "noindex")
                .body(page.getBody());
    }

    private Subscriptions.Subscription find(String token) {
        return database.<java.util.Optional<Subscriptions.Subscription>>read(sql -> subscriptions.find(sql, token))
                .orElseThrow(() -> new Problem("link-unknown", Problem.Kind.NOT_FOUND, Map.of()).asException());
    }
}
