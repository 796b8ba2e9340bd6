package org.mineban.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mineban.convention.ProvisionText;
import org.mineban.kernel.Provision;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The Convention provision by provision, in our words, each with the rule that applies it here. */
@RestController
final class ConventionPage {

    private final PageRenderer renderer;

    ConventionPage(PageRenderer renderer) {
        this.renderer = renderer;
    }

    /** What the page shows. */
    record View(List<Article> articles, String computed) {}

    /**
     * An article, or the preamble.
     *
     * @param anchor its place on the page, as {@code article-17}
     * @param label as {@code Article 17}; empty for the preamble
     * @param provisions its paragraphs in order
     */
    record Article(String anchor, String label, String title, List<Line> provisions) {}

    /**
     * A provision.
     *
     * @param anchor its place on the page; empty when it is the article's own
     * @param label as {@code 2} or {@code (a)}; empty for an article without numbered paragraphs
     * @param method the method that applies it, as {@code Article17.entryIntoForce}; empty when nothing here computes it
     */
    record Line(String anchor, String label, int depth, String text, String method) {}

    @GetMapping("/convention")
    ResponseEntity<byte[]> convention(Visit visit) {
        Map<Integer, List<ProvisionText>> byArticle = new LinkedHashMap<>();
        for (ProvisionText text : visit.knowledge().convention().provisions()) {
            int article = text.provision().map(Provision::article).orElse(0);
            byArticle.computeIfAbsent(article, number -> new ArrayList<>()).add(text);
        }
        List<Article> articles = new ArrayList<>();
        byArticle.forEach((number, texts) -> articles.add(article(visit, number, texts)));
        long computed = visit.knowledge().convention().provisions().stream()
                .filter(text -> text.appliedBy().isPresent())
                .count();
        View view = new View(
                articles,
                visit.say(
                        "page.convention.computed",
                        Map.of(
                                "count",
                                computed,
                                "all",
                                visit.knowledge().convention().provisions().size())));
        return renderer.page(visit, "convention", visit.say("page.convention.title"), view);
    }

    private static Article article(Visit visit, int number, List<ProvisionText> texts) {
        String anchor = number == 0 ? "preamble" : "article-" + number;
        return new Article(
                anchor,
                number == 0 ? "" : visit.narrator().provision(Provision.article(number)),
                visit.say("provision." + anchor + ".title"),
                texts.stream().map(text -> line(visit, anchor, text)).toList());
    }

    private static Line line(Visit visit, String article, ProvisionText text) {
        String label = text.provision()
                .map(provision -> provision.subparagraph().isEmpty()
                        ? (provision.paragraph() == 0 ? "" : Integer.toString(provision.paragraph()))
                        : "(" + provision.subparagraph().replace("-", ") (") + ")")
                .orElse("");
        int depth = text.provision()
                .map(provision -> provision.subparagraph().isEmpty()
                        ? 0
                        : provision.subparagraph().split("-", -1).length)
                .orElse(0);
        return new Line(
                text.id().equals(article) ? "" : text.id(),
                label,
                depth,
                visit.say("provision." + text.id()),
                text.appliedBy().orElse(""));
    }
}
