package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.accounts.Notices;
import org.mineban.accounts.OutsideSignIn;
import org.mineban.accounts.Passwords;
import org.mineban.accounts.Session;
import org.mineban.accounts.SignIn;
import org.mineban.accounts.SignIn.Outcome;
import org.mineban.accounts.SignedIn;
import org.mineban.kernel.Language;
import org.mineban.kernel.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out, a forgotten password, and the links that let somebody in for the first time. */
@RestController
final class SignInPages {

    /** The path of the page that takes a one-time link, to be followed by its token. */
    static final String LINK = "/link/";

    private final PageRenderer renderer;
    private final SignIn signIn;
    private final OutsideSignIn outside;
    private final Notices notices;

    SignInPages(PageRenderer renderer, SignIn signIn, OutsideSignIn outside, Notices notices) {
        this.renderer = renderer;
        this.signIn = signIn;
        this.outside = outside;
        this.notices = notices;
    }

    /**
     * The page for signing in.
     *
     * @param then where one wanted to go
     * @param provider the name of the provider of the organisation; empty when none is set
     * @param outside the address where one goes on to the provider
     */
    record View(Optional<Forms.Wrong> wrong, String email, String then, Optional<String> provider, String outside) {

        /** The words for the text of the link to the provider. */
        public Map<String, String> words() {
            return Map.of("provider", provider.orElse(""));
        }
    }

    /** The page for the second factor; {@code step} goes on with what the password began. */
    record CodeView(Optional<Forms.Wrong> wrong, String step, String then) {}

    /** The page for a forgotten password. */
    record ForgottenView(Optional<Forms.Wrong> wrong, boolean mail, boolean done) {}

    /** The page that a link leads to. */
    record LinkView(
            Optional<Forms.Wrong> wrong,
            boolean first,
            String token,
            String name,
            String email,
            int least,
            List<Choice> languages) {}

    static SignIn.From from(HttpServletRequest request) {
        String device = request.getHeader("User-Agent");
        return new SignIn.From(network(request.getRemoteAddr()), device == null ? "" : device, Cookies.device(request));
    }

    /** The address of one household or office: of IPv6, whoever has one has the 64 bits behind it too. */
    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        List<String> groups = Arrays.asList(address.split(":", -1));
        return String.join(":", groups.subList(0, Math.min(4, groups.size())));
    }

    @GetMapping("/sign-in")
    ResponseEntity<byte[]> ask(Visit visit) {
        if (visit.visitor().person().isPresent()) {
            return Forms.seeOther(visit.link("/account"));
        }
        return ask(visit, Optional.empty(), "", visit.asked("then").orElse(""));
    }

    ResponseEntity<byte[]> ask(Visit visit, Optional<Forms.Wrong> wrong, String email, String then) {
        String onwards = visit.link(OutsidePages.BEGIN, then.isEmpty() ? Map.of() : Map.of("then", then));
        return renderer.page(
                visit,
                Forms.status(wrong),
                "sign-in",
                visit.say("page.nav.sign-in"),
                new View(wrong, email, then, outside.name(), onwards));
    }

    @PostMapping("/sign-in")
    ResponseEntity<byte[]> password(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        String email = Forms.text(request, "email");
        String then = Forms.text(request, "then");
        try {
            Outcome outcome = signIn.password(email, Forms.secret(request, "password"), from(request));
            return goOn(visit, outcome, then, request, response);
        } catch (ProblemException refused) {
            return ask(visit, Forms.wrong(visit, refused), email, then);
        }
    }

    private ResponseEntity<byte[]> goOn(
            Visit visit, Outcome outcome, String then, HttpServletRequest request, HttpServletResponse response) {
        return switch (outcome) {
            case Outcome.In in -> {
                Cookies.signIn(request, response, in);
                // only a password alone comes in here: the second factor is next
                yield Forms.seeOther(visit.link("/account/factors"));
            }
            case Outcome.SecondFactorAsked asked ->
                askCode(visit, Optional.empty(), asked.step().text(), then);
        };
    }

    private ResponseEntity<byte[]> askCode(Visit visit, Optional<Forms.Wrong> wrong, String step, String then) {
        return renderer.page(
                visit,
                Forms.status(wrong),
                "second-factor",
                visit.say("account.code.title"),
                new CodeView(wrong, step, then));
    }

    @PostMapping("/sign-in/code")
    ResponseEntity<byte[]> code(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        String step = Forms.text(request, "step");
        String then = Forms.text(request, "then");
        try {
            Outcome.In in = signIn.code(step, Forms.text(request, "code"), from(request));
            Cookies.signIn(request, response, in);
            return Forms.seeOther(within(then).orElseGet(() -> visit.link("/account")));
        } catch (ProblemException refused) {
            if (refused.problem().id().equals("link-over")) {
                return ask(visit, Forms.wrong(visit, refused), "", then);
            }
            return askCode(visit, Forms.wrong(visit, refused), step, then);
        }
    }

    /** An address of this portal; empty when it could lead elsewhere. */
    static Optional<String> within(String address) {
        boolean here = address.matches("/[A-Za-z0-9][A-Za-z0-9/_.~%?&=+:,;@!*()-]*");
        return here ? Optional.of(address) : Optional.empty();
    }

    @PostMapping("/sign-out")
    ResponseEntity<byte[]> out(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        Optional<SignedIn> left = visit.visitor().signedIn();
        left.ifPresent(signIn::out);
        Cookies.signOut(request, response);
        response.setHeader(
                "Clear-Site-Data", "\"cache\", \"storage\""); // not cookies: one tells that the browser is known
        boolean elsewhereToo = left.filter(in -> in.session().method() == Session.Method.OUTSIDE)
                .isPresent();
        return Forms.seeOther(visit.link(elsewhereToo ? OutsidePages.LEFT : "/"));
    }

    @GetMapping("/sign-in/forgotten")
    ResponseEntity<byte[]> forgotten(Visit visit) {
        return forgotten(visit, Optional.empty(), false);
    }

    private ResponseEntity<byte[]> forgotten(Visit visit, Optional<Forms.Wrong> wrong, boolean done) {
        return renderer.page(
                visit,
                Forms.status(wrong),
                "forgotten",
                visit.say("account.forgotten.title"),
                new ForgottenView(wrong, notices.sent(), done));
    }

    @PostMapping("/sign-in/forgotten")
    ResponseEntity<byte[]> sendLink(Visit visit, HttpServletRequest request) {
        try {
            signIn.forgotten(Forms.text(request, "email"), from(request));
            return forgotten(visit, Optional.empty(), true);
        } catch (ProblemException refused) {
            return forgotten(visit, Forms.wrong(visit, refused), false);
        }
    }

    @GetMapping("/link/{token}")
    ResponseEntity<byte[]> link(Visit visit, @PathVariable("token") String token) {
        return link(visit, token, Optional.empty(), "", "", visit.lang());
    }

    private ResponseEntity<byte[]> link(
            Visit visit, String token, Optional<Forms.Wrong> wrong, String name, String email, String language) {
        SignIn.Waiting waiting = signIn.waiting(token).orElseThrow(SignIn::linkOver);
        String title = waiting.person()
                .map(person -> visit.say("account.link.invited", Map.of("name", person.name())))
                .orElseGet(() -> visit.say("account.link.first"));
        List<Choice> languages = languages(visit, language);
        return renderer.page(
                visit,
                Forms.status(wrong),
                "link",
                title,
                new LinkView(
                        wrong,
                        waiting.first(),
                        token,
                        waiting.person().map(person -> person.name()).orElse(name),
                        waiting.person().map(person -> person.email()).orElse(email),
                        Passwords.SHORTEST,
                        languages));
    }

    static List<Choice> languages(Visit visit, String chosen) {
        return Arrays.stream(Language.values())
                .map(language -> new Choice(
                        language.code(),
                        visit.say("language." + language.code()),
                        language.code().equals(chosen)))
                .toList();
    }

    @PostMapping("/link/{token}")
    ResponseEntity<byte[]> comeIn(
            Visit visit,
            @PathVariable("token") String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        String name = Forms.text(request, "name");
        String email = Forms.text(request, "email");
        String language = Forms.text(request, "language");
        String password = Forms.secret(request, "password");
        try {
            SignIn.Waiting waiting = signIn.waiting(token).orElseThrow(SignIn::linkOver);
            if (!password.equals(Forms.secret(request, "again"))) {
                Forms.Wrong differ = new Forms.Wrong(visit.say("account.password.differ"), Optional.of("again"));
                return link(visit, token, Optional.of(differ), name, email, language);
            }
            Outcome outcome = waiting.first()
                    ? signIn.makeFirstAdministrator(
                            token,
                            name,
                            email,
                            Language.find(language).orElse(visit.language()),
                            password,
                            from(request))
                    : signIn.setPassword(token, password, from(request));
            return goOn(visit, outcome, "", request, response);
        } catch (ProblemException refused) {
            if (refused.problem().id().equals("link-over")) {
                throw refused;
            }
            return link(visit, token, Forms.wrong(visit, refused), name, email, language);
        }
    }
}
