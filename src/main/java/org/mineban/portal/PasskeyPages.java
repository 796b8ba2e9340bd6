package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.mineban.accounts.Passkeys;
import org.mineban.accounts.Session;
import org.mineban.accounts.SignIn;
import org.mineban.accounts.SignedIn;
import org.mineban.kernel.ProblemException;
import org.mineban.platform.Settings;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Adding a passkey and signing in with one: the only pages that need a script, since only a script can ask a browser for a passkey. */
@RestController
final class PasskeyPages {

    /** The addresses whose answers may run our script. */
    static final List<String> WITH_SCRIPT = List.of("/account/factors/begin-passkey", "/sign-in/passkey");

    private static final int LONGEST_RESPONSE = 20_000;

    private final PageRenderer renderer;
    private final Passkeys passkeys;
    private final SignIn signIn;
    private final FactorPages factors;
    private final SignInPages signInPages;
    private final Settings settings;

    PasskeyPages(
            PageRenderer renderer,
            Passkeys passkeys,
            SignIn signIn,
            FactorPages factors,
            SignInPages signInPages,
            Settings settings) {
        this.renderer = renderer;
        this.passkeys = passkeys;
        this.signIn = signIn;
        this.factors = factors;
        this.signInPages = signInPages;
        this.settings = settings;
    }

    /**
     * What the script finds on the page.
     *
     * @param adding whether a passkey is added, else somebody signs in
     */
    record View(
            boolean adding,
            String action,
            String step,
            String challenge,
            String host,
            String owner,
            String name,
            String email,
            String known,
            String then) {}

    private Passkeys.Site site(HttpServletRequest request) {
        String origin = Addresses.of(settings, request);
        return new Passkeys.Site(
                origin, Objects.requireNonNullElse(URI.create(origin).getHost(), ""));
    }

    private static String response(HttpServletRequest request) {
        String given = Forms.secret(request, "response");
        return given.length() > LONGEST_RESPONSE ? "" : given;
    }

    @PostMapping("/account/factors/begin-passkey")
    ResponseEntity<byte[]> begin(Visit visit, HttpServletRequest request) {
        SignedIn in = factors.requireFreshProof(visit);
        Passkeys.Asked asked = passkeys.beginAdding(in.person());
        return renderer.page(
                visit,
                "passkey",
                visit.say("account.factor.passkey.begin"),
                new View(
                        true,
                        "/account/factors/passkey",
                        asked.step().text(),
                        asked.challenge(),
                        site(request).host(),
                        asked.owner(),
                        in.person().name(),
                        in.person().email(),
                        String.join(" ", asked.known()),
                        ""));
    }

    @PostMapping("/account/factors/passkey")
    ResponseEntity<byte[]> add(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        SignedIn in = factors.requireMayChange(visit);
        try {
            List<String> paper = passkeys.add(
                    in.person(),
                    Forms.text(request, "step"),
                    Forms.text(request, "label"),
                    response(request),
                    site(request));
            if (!in.session().method().complete()) {
                Cookies.signIn(
                        request, response, signIn.strengthen(in, Session.Method.PASSKEY, SignInPages.from(request)));
            }
            return paper.isEmpty() ? Forms.seeOther(visit.link("/account/factors")) : factors.recovery(visit, paper);
        } catch (ProblemException refused) {
            return factors.list(visit, Forms.wrong(visit, refused));
        }
    }

    @PostMapping("/sign-in/passkey")
    ResponseEntity<byte[]> ask(Visit visit, HttpServletRequest request) {
        Passkeys.Asked asked = passkeys.beginSigningIn(SignInPages.from(request));
        return renderer.page(
                visit,
                "passkey",
                visit.say("account.sign-in.passkey"),
                new View(
                        false,
                        "/sign-in/passkey/given",
                        asked.step().text(),
                        asked.challenge(),
                        site(request).host(),
                        "",
                        "",
                        "",
                        "",
                        Forms.text(request, "then")));
    }

    @PostMapping("/sign-in/passkey/given")
    ResponseEntity<byte[]> given(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        String then = Forms.text(request, "then");
        try {
            SignIn.Outcome.In in = passkeys.signIn(
                    Forms.text(request, "step"), response(request), site(request), SignInPages.from(request));
            visit.visitor().signedIn().ifPresent(signIn::out); // who proves again goes on in a new session
            Cookies.signIn(request, response, in);
            return Forms.seeOther(SignInPages.within(then).orElseGet(() -> visit.link("/account")));
        } catch (ProblemException refused) {
            return signInPages.ask(visit, Forms.wrong(visit, refused), "", then);
        }
    }
}
