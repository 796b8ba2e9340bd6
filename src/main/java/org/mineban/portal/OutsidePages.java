package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mineban.accounts.OutsideSignIn;
import org.mineban.accounts.SignIn;
import org.mineban.kernel.Language;
import org.mineban.kernel.ProblemException;
import org.mineban.platform.Settings;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Signing in through the provider of an organisation. The way there begins with a link, since our pages let no form lead elsewhere; whoever opens it
 * without wanting to has changed nothing. The way back has one address for all languages, so that one is registered at the provider.
 */
@RestController
final class OutsidePages {

    /** The page that leads on to the provider. */
    static final String BEGIN = "/sign-in/outside";

    /** The page after signing out. */
    static final String LEFT = "/sign-in/outside/left";

    /** The parameter by which somebody who is signed in proves again that it is they. */
    static final String AGAIN = "again";

    private static final String BACK = "/sign-in/outside/back";

    private final PageRenderer renderer;
    private final SignInPages signIn;
    private final SignIn signIns;
    private final OutsideSignIn outside;
    private final VisitResolver visits;
    private final Settings settings;

    OutsidePages(
            PageRenderer renderer,
            SignInPages signIn,
            SignIn signIns,
            OutsideSignIn outside,
            VisitResolver visits,
            Settings settings) {
        this.renderer = renderer;
        this.signIn = signIn;
        this.signIns = signIns;
        this.outside = outside;
        this.visits = visits;
        this.settings = settings;
    }

    /**
     * The page after signing out.
     *
     * @param words the name of the provider
     * @param address where one signs out there; empty when there is no such page
     */
    record LeftView(Map<String, String> words, Optional<URI> address) {}

    @GetMapping(BEGIN)
    ResponseEntity<byte[]> begin(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        requireProvider(visit);
        String then = visit.asked("then").flatMap(SignInPages::within).orElseGet(() -> visit.link("/account"));
        boolean again = visit.asked(AGAIN).isPresent();
        if (visit.visitor().person().isPresent() && !again) {
            return Forms.seeOther(then);
        }
        try {
            URI back = URI.create(Addresses.of(settings, request) + BACK);
            OutsideSignIn.Begun begun = outside.begin(back, then, visit.language(), again, SignInPages.from(request));
            Cookies.outside(request, response, begun.browser());
            response.setHeader("Cache-Control", "no-store");
            return Forms.seeOther(begun.address().toString());
        } catch (ProblemException refused) {
            return signIn.ask(visit, Forms.wrong(visit, refused), "", then);
        }
    }

    private String requireProvider(Visit visit) {
        return outside.name().orElseThrow(() -> Faults.notFound(visit.path()));
    }

    @GetMapping(BACK)
    ResponseEntity<byte[]> back(HttpServletRequest request, HttpServletResponse response) {
        String state = Forms.text(request, "state");
        Optional<Language> began = OutsideSignIn.language(state);
        began.ifPresent(language -> request.setAttribute(PortalFilter.LANGUAGE, language));
        Visit visit = visits.today(request);
        requireProvider(visit);
        Optional<String> browser = Cookies.outside(request);
        Cookies.outsideOver(request, response);
        response.setHeader("Cache-Control", "no-store");
        try {
            OutsideSignIn.Finished finished = outside.finish(
                    browser,
                    Objects.requireNonNullElse(request.getQueryString(), ""),
                    state,
                    SignInPages.from(request));
            visit.visitor().signedIn().ifPresent(signIns::out); // the new session takes its place
            Cookies.signIn(request, response, finished.in());
            return Forms.seeOther(SignInPages.within(finished.then()).orElseGet(() -> visit.link("/account")));
        } catch (ProblemException refused) {
            return signIn.ask(visit, Forms.wrong(visit, refused), "", "");
        }
    }

    @GetMapping(LEFT)
    ResponseEntity<byte[]> left(Visit visit) {
        Map<String, String> words = Map.of("provider", requireProvider(visit));
        return renderer.page(
                visit,
                "outside-left",
                visit.say("account.sign-out.done"),
                new LeftView(words, outside.signOutAddress()));
    }
}
