package org.mineban.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mineban.presentation.Knowledge;
import org.mineban.presentation.KnowledgeSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a reader chooses the day of whose knowledge a page is shown. */
@RestController
final class KnownOnPage {

    private static final Pattern PAGE = Pattern.compile("(/[A-Za-z0-9-]+)+");
    private static final int MOST_DAYS = 100;

    private final PageRenderer renderer;
    private final KnowledgeSource source;

    KnownOnPage(PageRenderer renderer, KnowledgeSource source) {
        this.renderer = renderer;
        this.source = source;
    }

    /**
     * What the page shows.
     *
     * @param action the address that is shown as known on the chosen day
     * @param days the days on which more became known, newest first
     */
    record View(String action, LocalDate chosen, LocalDate least, List<Link> days) {}

    @GetMapping("/known-on")
    ResponseEntity<byte[]> choose(Visit visit) {
        String page = visit.asked("page")
                .filter(asked -> PAGE.matcher(asked).matches())
                .orElse("/");
        View view = new View(
                "/" + visit.lang() + (page.equals("/") ? "" : page),
                visit.knownOn().orElse(visit.today()),
                Knowledge.SHIPPED_AS_OF,
                source.changes().stream()
                        .limit(MOST_DAYS)
                        .map(change -> new Link(
                                visit.date(change.day()),
                                visit.link(
                                        page,
                                        Map.of(Visit.KNOWN_ON, change.day().toString())),
                                visit.say("known-on.rows", Map.of("count", change.rows()))))
                        .toList());
        return renderer.page(visit, "known-on", visit.say("known-on.title"), view);
    }
}
