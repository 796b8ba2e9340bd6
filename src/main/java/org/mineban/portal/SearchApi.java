package org.mineban.portal;

import org.mineban.search.Search;
import org.mineban.search.SearchJson;
import org.mineban.search.SearchQuery;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The search for programs: the same parameters as the page. */
@RestController
final class SearchApi {

    private final Search search;

    SearchApi(Search search) {
        this.search = search;
    }

    @GetMapping("/api/v1/search")
    ResponseEntity<byte[]> search(Visit visit, @RequestParam(name = "q", defaultValue = "") String text) {
        SearchQuery asked = SearchPage.read(visit, text, visit.knowledge().register());
        return Api.json(
                HttpStatusCode.valueOf(200),
                SearchJson.of(asked, search.find(visit.knowledge(), visit.knownOn(), asked), visit::link));
    }
}
