package org.mineban.portal;

import java.util.List;
import java.util.Optional;
import org.mineban.presentation.ResolutionColumn;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The first page: resolution 67/32 as a document, and beside each paragraph what the record says of it on the chosen day. */
@RestController
final class HomePage {

    private final PageRenderer renderer;
    private final ResolutionDocument document;
    private final PartiesChart chart;

    HomePage(PageRenderer renderer, ResolutionDocument document, PartiesChart chart) {
        this.renderer = renderer;
        this.document = document;
        this.chart = chart;
    }

    /**
     * What the page shows.
     *
     * @param standfirst whether the words that say what Mineban is stand above: on the first page, not where the resolution is one of its series
     * @param others how the neighbours in the series are reached
     */
    record View(
            boolean standfirst,
            ResolutionDocument.View document,
            Optional<PartiesChart.View> chart,
            List<Link> others) {}

    @GetMapping("/")
    ResponseEntity<byte[]> home(Visit visit) {
        return page(visit, true);
    }

    /** The document as one of the series. */
    ResponseEntity<byte[]> asResolution(Visit visit) {
        return page(visit, false);
    }

    private ResponseEntity<byte[]> page(Visit visit, boolean first) {
        String title = first ? visit.say("page.home.title") : visit.code("A/RES/67/32");
        View view = new View(
                first,
                document.view(visit),
                first ? chart.until(visit) : Optional.empty(),
                ResolutionsPage.neighbours(visit, visit.knowledge().resolutions(), ResolutionColumn.SEED));
        return renderer.page(visit, "home", title, view);
    }
}
