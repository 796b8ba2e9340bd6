package org.mineban.portal;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.accounts.Person;
import org.mineban.accounts.SecondFactor;
import org.mineban.accounts.SecondFactors;
import org.mineban.accounts.Session;
import org.mineban.accounts.SignIn;
import org.mineban.accounts.SignedIn;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** One’s second factors: telephones that show codes, and codes on paper. */
@RestController
final class FactorPages {

    private final PageRenderer renderer;
    private final SecondFactors factors;
    private final SignIn signIn;

    FactorPages(PageRenderer renderer, SecondFactors factors, SignIn signIn) {
        this.renderer = renderer;
        this.factors = factors;
        this.signIn = signIn;
    }

    /** What the page shows. */
    record View(Optional<Forms.Wrong> wrong, boolean proved, List<Row> rows, boolean none, String recovery) {}

    /** A second factor. */
    record Row(String id, String kind, String label, String added, String used, String remove) {}

    /** A telephone about to be added. */
    record CodeView(Optional<Forms.Wrong> wrong, String step, String secret, String picture, String label) {}

    /** Codes on paper, shown once. */
    record RecoveryView(List<String> codes) {}

    @GetMapping("/account/factors")
    ResponseEntity<byte[]> list(Visit visit) {
        return list(visit, Optional.empty());
    }

    ResponseEntity<byte[]> list(Visit visit, Optional<Forms.Wrong> wrong) {
        Person person = visit.visitor().requireSignedIn().person();
        List<SecondFactor> all = factors.list(person);
        List<Row> rows = all.stream()
                .filter(factor -> factor.kind() != SecondFactor.Kind.RECOVERY)
                .map(factor -> row(visit, factor))
                .toList();
        int paper = all.size() - rows.size();
        return renderer.page(
                visit,
                Forms.status(wrong),
                "factors",
                visit.say("account.factors.title"),
                new View(
                        wrong,
                        visit.asked("said").filter(ProofPages.PROVED::equals).isPresent(),
                        rows,
                        rows.isEmpty(),
                        visit.say("account.recovery.left", Map.of("count", paper))));
    }

    private static Row row(Visit visit, SecondFactor factor) {
        String label = Visit.isolated(factor.label());
        return new Row(
                factor.id().toString(),
                visit.say("factor." + RoleWords.words(factor.kind())),
                factor.label(),
                visit.moment(factor.addedAt()),
                factor.usedAt().map(visit::moment).orElseGet(() -> visit.say("account.factor.never")),
                visit.say("account.factor.remove", Map.of("label", label)));
    }

    /** Whoever has a second factor and came without it may not add one: a stolen password would be enough. */
    SignedIn requireMayChange(Visit visit) {
        SignedIn in = visit.visitor().requireSignedIn();
        boolean has = factors.list(in.person()).stream().anyMatch(f -> f.kind() != SecondFactor.Kind.RECOVERY);
        if (has && !in.session().method().complete()) {
            throw new Problem("sign-in-needed", Problem.Kind.NOT_SIGNED_IN, Map.of()).asException();
        }
        return in;
    }

    /** Whoever changes how they sign in has proved a short while ago that it is they. What was begun then may be finished. */
    SignedIn requireFreshProof(Visit visit) {
        SignedIn in = requireMayChange(visit);
        signIn.requireFreshProof(in);
        return in;
    }

    @PostMapping("/account/factors/begin-code")
    ResponseEntity<byte[]> begin(Visit visit) {
        SignedIn in = requireFreshProof(visit);
        return code(visit, factors.beginCode(in.person()), Optional.empty(), "");
    }

    private ResponseEntity<byte[]> code(
            Visit visit, SecondFactors.Enrolment enrolment, Optional<Forms.Wrong> wrong, String label) {
        return renderer.page(
                visit,
                Forms.status(wrong),
                "factor-code",
                visit.say("account.factor.code.title"),
                new CodeView(wrong, enrolment.step().text(), enrolment.secret(), picture(enrolment.address()), label));
    }

    @PostMapping("/account/factors/code")
    ResponseEntity<byte[]> add(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        SignedIn in = requireMayChange(visit);
        String step = Forms.text(request, "step");
        String label = Forms.text(request, "label");
        try {
            List<String> paper = factors.addCode(in.person(), step, label, Forms.text(request, "code"));
            if (!in.session().method().complete()) {
                Cookies.signIn(
                        request,
                        response,
                        signIn.strengthen(in, Session.Method.PASSWORD_AND_CODE, SignInPages.from(request)));
            }
            return paper.isEmpty() ? Forms.seeOther(visit.link("/account/factors")) : recovery(visit, paper);
        } catch (ProblemException refused) {
            if (!refused.problem().id().equals("code-wrong")) {
                throw refused;
            }
            return code(visit, factors.again(in.person(), step), Forms.wrong(visit, refused), label);
        }
    }

    ResponseEntity<byte[]> recovery(Visit visit, List<String> codes) {
        return renderer.page(visit, "recovery", visit.say("account.recovery.title"), new RecoveryView(codes));
    }

    @PostMapping("/account/factors/remove")
    ResponseEntity<byte[]> remove(Visit visit, HttpServletRequest request) {
        SignedIn in = requireFreshProof(visit);
        try {
            Forms.id(Forms.text(request, "factor")).ifPresent(factor -> factors.remove(in.person(), factor));
            return Forms.seeOther(visit.link("/account/factors"));
        } catch (ProblemException refused) {
            return list(visit, Forms.wrong(visit, refused));
        }
    }

    @PostMapping("/account/factors/recovery")
    ResponseEntity<byte[]> renew(Visit visit) {
        SignedIn in = visit.visitor().requireSignedIn();
        if (!in.session().method().complete()) {
            return Forms.seeOther(visit.link("/account/factors"));
        }
        signIn.requireFreshProof(in);
        return recovery(visit, factors.renewRecoveryCodes(in.person()));
    }

    /** The picture for a camera, as an address that holds it: nothing is fetched. */
    private static String picture(String text) {
        try {
            BitMatrix dots =
                    new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 4));
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < dots.getHeight(); y++) {
                for (int x = 0; x < dots.getWidth(); x++) {
                    if (dots.get(x, y)) {
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + dots.getWidth() + " "
                    + dots.getHeight() + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h"
                    + dots.getWidth() + "v" + dots.getHeight() + "H0z\"/><path d=\"" + path + "\"/></svg>";
            return "data:image/svg+xml;base64,"
                    + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
        } catch (WriterException tooLong) {
            throw new IllegalStateException(tooLong);
        }
    }
}
