package org.mineban.portal;

import java.util.List;
import java.util.Map;

/** A page of each kind, by its address after the language. */
final class PageKinds {

    static final List<String> ALL = List.of(
            "",
            "/states",
            "/states/UKR",
            "/duties",
            "/why/count/signedNotBound?on=2012-12-03",
            "/why/OMN/initial-report",
            "/what-if",
            "/what-if?state=USA&deposit=2027-01-15",
            "/universalization",
            "/resolutions",
            "/resolutions/A-RES-74-61",
            "/convention",
            "/checks",
            "/data",
            "/about",
            "/translations?of=ar",
            "/search",
            "/search?q=mines",
            "/search?q=nothinghasthisword",
            "/api/v1/",
            "/duties?year=12",
            "/nowhere");

    /** Long tables with the same parts and fewer rows, for slow examinations. */
    static final Map<String, String> FEWER_ROWS = Map.of(
            "/states", "/states?standing=not-party",
            "/duties", "/duties?group=WEOG&duty=clearance");

    private PageKinds() {}
}
