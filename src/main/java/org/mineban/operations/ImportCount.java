package org.mineban.operations;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an import counts while it runs. */
final class ImportCount {

    /** More findings than anybody reads are only counted. */
    private static final int MOST_FINDINGS = 10_000;

    private static final int MOST_OFFERS = 30;
    private static final int MOST_POINTS = 200;

    final ImportProgress progress;
    long rows;
    long created;
    long changed;
    long unchanged;
    long quarantined;
    long placeUnknown;
    long otherKinds;
    long equalRows;
    final List<Finding> findings = new ArrayList<>();
    final List<Repairs.Offer> offers = new ArrayList<>();
    final Map<Repairs.Sort, Long> offered = new EnumMap<>(Repairs.Sort.class);
    final Map<String, Long> byCheck = new TreeMap<>();

    ImportCount(ImportProgress progress) {
        this.progress = progress;
    }

    /** A repair; the first are kept to be shown, but for shapes too large for a page. */
    void offer(Repairs.Offer offer) {
        offered.merge(offer.sort(), 1L, Long::sum);
        if (offers.size() < MOST_OFFERS) {
            boolean small = offer.before() != null && offer.before().getNumPoints() <= MOST_POINTS;
            offers.add(
                    small
                            ? offer
                            : new Repairs.Offer(
                                    offer.line(),
                                    offer.sort(),
                                    offer.accepted(),
                                    null,
                                    null,
                                    offer.areaBefore(),
                                    offer.areaAfter()));
        }
    }

    void add(Finding finding) {
        byCheck.merge(finding.check(), 1L, Long::sum);
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }

    /** A finding that stands for many rows. */
    void add(Finding finding, long many) {
        byCheck.merge(finding.check(), many, Long::sum);
        findings.add(finding);
    }
}
