package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.mineban.accounts.OutsideSignIn;
import org.mineban.accounts.Person;
import org.mineban.accounts.SecondFactor;
import org.mineban.accounts.SecondFactors;
import org.mineban.accounts.Session;
import org.mineban.accounts.SignIn;
import org.mineban.accounts.SignedIn;
import org.mineban.kernel.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Proving again that it is oneself, before one changes how one signs in: by the password, a code, a passkey, or at the organisation, whatever the person
 * has. The last two are a new signing in.
 */
@RestController
final class ProofPages {

    static final String PATH = "/account/proof";

    /** What the page of second factors is told by its address. */
    static final String PROVED = "proved";

    private final PageRenderer renderer;
    private final SignIn signIn;
    private final SecondFactors factors;
    private final OutsideSignIn outside;

    ProofPages(PageRenderer renderer, SignIn signIn, SecondFactors factors, OutsideSignIn outside) {
        this.renderer = renderer;
        this.signIn = signIn;
        this.factors = factors;
        this.outside = outside;
    }

    /**
     * By what the person can prove it.
     *
     * @param then where they go on
     * @param provider the name of the provider through which they signed in; empty when they did not
     */
    record View(
            Optional<Forms.Wrong> wrong,
            String then,
            boolean password,
            boolean code,
            boolean passkey,
            Optional<String> provider,
            String outside) {

        /** The words for the text of the link to the provider. */
        public Map<String, String> words() {
            return Map.of("provider", provider.orElse(""));
        }
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> ask(Visit visit) {
        return ask(visit, Optional.empty());
    }

    private ResponseEntity<byte[]> ask(Visit visit, Optional<Forms.Wrong> wrong) {
        SignedIn in = visit.visitor().requireSignedIn();
        Person person = in.person();
        boolean outsider = in.session().method() == Session.Method.OUTSIDE;
        String then = onwards(visit);
        return renderer.page(
                visit,
                Forms.status(wrong),
                "proof",
                visit.say("account.proof.title"),
                new View(
                        wrong,
                        then,
                        person.hasPassword(),
                        has(person, SecondFactor.Kind.CODE),
                        has(person, SecondFactor.Kind.PASSKEY),
                        outside.name().filter(name -> outsider),
                        visit.link(OutsidePages.BEGIN, Map.of(OutsidePages.AGAIN, "1", "then", then))));
    }

    private boolean has(Person person, SecondFactor.Kind kind) {
        return factors.list(person).stream().anyMatch(factor -> factor.kind() == kind);
    }

    private static String onwards(Visit visit) {
        return visit.link("/account/factors", Map.of("said", PROVED));
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> prove(Visit visit, HttpServletRequest request) {
        SignedIn in = visit.visitor().requireSignedIn();
        String code = Forms.text(request, "code");
        try {
            if (code.isEmpty()) {
                signIn.proveByPassword(in, Forms.secret(request, "present"));
            } else {
                signIn.proveByCode(in, code);
            }
            return Forms.seeOther(onwards(visit));
        } catch (ProblemException refused) {
            return ask(visit, Forms.wrong(visit, refused));
        }
    }
}
