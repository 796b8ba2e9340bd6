package org.mineban.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Links to the files of what a page shows, with its filters and its day. */
final class Downloads {

    private Downloads() {}

    /** The files beside a page, by their endings; the page's filters go with them. */
    static List<Link> of(Visit visit, String page, String... formats) {
        return of(visit, page, visit.query(), formats);
    }

    /** The files of a document that knows no filter. */
    static List<Link> whole(Visit visit, String page, String... formats) {
        return of(visit, page, Map.of(), formats);
    }

    private static List<Link> of(Visit visit, String page, Map<String, String> filters, String... formats) {
        List<Link> links = new ArrayList<>();
        for (String format : formats) {
            links.add(Link.of(format.toUpperCase(Locale.ROOT), visit.link(page + "." + format, filters)));
        }
        return links;
    }
}
