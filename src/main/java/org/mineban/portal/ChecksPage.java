package org.mineban.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mineban.operations.Check;
import org.mineban.operations.Checks;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every check of the mine action register in words: what it asks, how much a finding matters, what it needs, what to do. */
@RestController
final class ChecksPage {

    private final PageRenderer renderer;
    private final Checks checks = new Checks();

    ChecksPage(PageRenderer renderer) {
        this.renderer = renderer;
    }

    /** What the page shows. */
    record View(List<Family> families) {}

    /** Checks of one subject. */
    record Family(String id, String name, List<Line> checks) {}

    /** A check. */
    record Line(String id, String title, String severity, String next, String needs) {}

    @GetMapping("/checks")
    ResponseEntity<byte[]> checks(Visit visit) {
        Map<String, List<Line>> families = new LinkedHashMap<>();
        for (Check check : checks.list()) {
            families.computeIfAbsent(check.family(), family -> new ArrayList<>())
                    .add(new Line(
                            check.id(),
                            visit.say(check.titleKey()),
                            visit.say(
                                    "check-severity." + check.severity().name().toLowerCase(Locale.ROOT)),
                            visit.say(check.nextKey()),
                            visit.list(check.needs().stream()
                                    .map(need -> visit.say("check-need." + need.id()))
                                    .toList())));
        }
        return renderer.page(
                visit,
                "checks",
                visit.say("check-page.title"),
                new View(families.entrySet().stream()
                        .map(family -> new Family(
                                family.getKey(), visit.say("check-family." + family.getKey()), family.getValue()))
                        .toList()));
    }
}
