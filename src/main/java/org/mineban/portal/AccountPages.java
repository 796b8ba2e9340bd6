package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.mineban.accounts.Organisations;
import org.mineban.accounts.Passwords;
import org.mineban.accounts.Session;
import org.mineban.accounts.Sessions;
import org.mineban.accounts.SignIn;
import org.mineban.accounts.SignedIn;
import org.mineban.kernel.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** One’s own account: roles, password, and where one is signed in. */
@RestController
final class AccountPages {

    private final PageRenderer renderer;
    private final SignIn signIn;
    private final Sessions sessions;
    private final Organisations organisations;

    AccountPages(PageRenderer renderer, SignIn signIn, Sessions sessions, Organisations organisations) {
        this.renderer = renderer;
        this.signIn = signIn;
        this.sessions = sessions;
        this.organisations = organisations;
    }

    /** What the page shows; {@code said} tells what was just done. */
    record View(
            Optional<Forms.Wrong> wrong,
            String said,
            String name,
            String email,
            List<String> roles,
            List<Row> sessions,
            int least) {}

    /** A session. */
    record Row(String id, String device, String method, String started, String seen, boolean current) {}

    @GetMapping("/account")
    ResponseEntity<byte[]> account(Visit visit) {
        String said = visit.asked("said")
                .filter("password"::equals)
                .map(x -> visit.say("account.password.changed"))
                .or(() -> visit.asked("said").filter("session"::equals).map(x -> visit.say("account.session.ended")))
                .orElse("");
        return account(visit, Optional.empty(), said);
    }

    private ResponseEntity<byte[]> account(Visit visit, Optional<Forms.Wrong> wrong, String said) {
        SignedIn in = visit.visitor().requireSignedIn();
        RoleWords words = new RoleWords(visit, organisations.list());
        List<Row> rows = sessions.list(in.person()).stream()
                .map(session -> row(visit, in, session))
                .toList();
        return renderer.page(
                visit,
                Forms.status(wrong),
                "account",
                visit.say("account.title"),
                new View(
                        wrong,
                        said,
                        in.person().name(),
                        in.person().email(),
                        in.person().grants().stream().map(words::say).toList(),
                        rows,
                        Passwords.SHORTEST));
    }

    private static Row row(Visit visit, SignedIn in, Session session) {
        return new Row(
                session.id().toString(),
                session.device(),
                visit.say("method." + RoleWords.words(session.method())),
                visit.moment(session.startedAt()),
                visit.moment(session.seenAt()),
                session.id().equals(in.session().id()));
    }

    @PostMapping("/account/password")
    ResponseEntity<byte[]> password(Visit visit, HttpServletRequest request) {
        SignedIn in = visit.visitor().requireSignedIn();
        String fresh = Forms.secret(request, "password");
        if (!fresh.equals(Forms.secret(request, "again"))) {
            Forms.Wrong differ = new Forms.Wrong(visit.say("account.password.differ"), Optional.of("again"));
            return account(visit, Optional.of(differ), "");
        }
        try {
            signIn.changePassword(in, Forms.secret(request, "present"), fresh);
            return Forms.seeOther(visit.link("/account", java.util.Map.of("said", "password")));
        } catch (ProblemException refused) {
            return account(visit, Forms.wrong(visit, refused), "");
        }
    }

    @PostMapping("/account/sessions/end")
    ResponseEntity<byte[]> end(Visit visit, HttpServletRequest request) {
        SignedIn in = visit.visitor().requireSignedIn();
        Forms.id(Forms.text(request, "session")).ifPresent(session -> sessions.end(in.person(), session));
        return Forms.seeOther(visit.link("/account", java.util.Map.of("said", "session")));
    }

    @PostMapping("/account/sessions/end-others")
    ResponseEntity<byte[]> endOthers(Visit visit) {
        SignedIn in = visit.visitor().requireSignedIn();
        sessions.endOthers(in.person(), in.session().id());
        return Forms.seeOther(visit.link("/account", java.util.Map.of("said", "session")));
    }
}
