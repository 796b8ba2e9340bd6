package org.mineban.portal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mineban.kernel.Confidence;
import org.mineban.kernel.Language;
import org.mineban.kernel.Problem;
import org.mineban.platform.Messages;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What Mineban is, and the few addresses around it: whether it runs, and the parts of the design that are not built. */
@RestController
final class AboutPage {

    private final PageRenderer renderer;

    AboutPage(PageRenderer renderer) {
        this.renderer = renderer;
    }

    /** What the page shows. */
    record View(List<Link> confidences, List<LanguageState> languages) {}

    /** A language and whether its texts wait for a reviewer. */
    record LanguageState(String code, String dir, String name, String state) {}

    @GetMapping("/about")
    ResponseEntity<byte[]> about(Visit visit) {
        View view = new View(
                Arrays.stream(Confidence.values())
                        .map(confidence -> new Link(
                                Words.confidence(visit, confidence),
                                "",
                                visit.say("confidence." + confidence.code() + ".explained")))
                        .toList(),
                Arrays.stream(Language.values())
                        .map(language -> new LanguageState(
                                language.code(),
                                language.rightToLeft() ? "rtl" : "ltr",
                                visit.say("language." + language.code()),
                                reviewed(visit, language)))
                        .toList());
        return renderer.page(visit, "about", visit.say("page.about.title"), view);
    }

    private String reviewed(Visit visit, Language language) {
        Messages messages = visit.knowledge().messages();
        if (messages.unreviewed(language)) {
            return visit.say("page.about.unreviewed");
        }
        long waiting = messages.keys(language).stream()
                .filter(key -> messages.unreviewed(language, key))
                .count();
        return visit.say("page.about.reviewed", Map.of("count", waiting));
    }

    @GetMapping("/health")
    ResponseEntity<byte[]> health() {
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(new byte[] {'o', 'k', '\n'});
    }

    @GetMapping({"/meetings/**", "/meetings", "/plans/**", "/plans"})
    ResponseEntity<byte[]> notBuilt(Visit visit) {
        Problem problem = new Problem("not-built", Problem.Kind.NOT_FOUND, Map.of("value", visit.path()));
        return renderer.page(
                visit,
                Faults.status(problem),
                "error",
                visit.say("page.error.not-built"),
                new Faults.View(404, visit.narrator().problem(problem), java.util.Optional.empty()));
    }
}
