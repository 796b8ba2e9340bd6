package org.mineban.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mineban.search.Found.Line;

/**
 * Results for programs: {@code query, total, more, page, corrected, anyWord, cut, results[]}; each result has {@code kind, iso3, year,
 * address, confidence, title, excerpt}, the last two with {@code language, text} and {@code pieces[]} of {@code text} and {@code sought}.
 */
public final class SearchJson {

    private SearchJson() {}

    /**
     * The results of one page.
     *
     * @param address makes the address that a reader follows from that of the page
     */
    public static Map<String, @Nullable Object> of(
            SearchQuery asked, SearchResults results, UnaryOperator<String> address) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("query", results.read());
        json.put("total", results.total());
        json.put("more", results.more());
        json.put("page", asked.page());
        json.put("corrected", results.corrected().orElse(null));
        json.put("anyWord", results.anyWord().orElse(null));
        json.put("cut", results.cut());
        json.put(
                "results",
                results.found().stream().map(found -> one(found, address)).toList());
        return json;
    }

    private static Map<String, @Nullable Object> one(Found found, UnaryOperator<String> address) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", found.kind().key());
        json.put("iso3", found.state().map(state -> state.iso3()).orElse(null));
        json.put("year", found.year().isPresent() ? found.year().getAsInt() : null);
        json.put("address", address.apply(found.address()));
        json.put("confidence", found.confidence().code());
        json.put("title", line(found.title()));
        json.put("excerpt", line(found.excerpt()));
        return json;
    }

    private static Map<String, Object> line(Line line) {
        List<Map<String, Object>> pieces = line.pieces().stream()
                .map(piece -> Map.<String, Object>of("text", piece.text(), "sought", piece.sought()))
                .toList();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("language", line.language().code());
        json.put("text", line.text());
        json.put("pieces", pieces);
        return json;
    }
}
