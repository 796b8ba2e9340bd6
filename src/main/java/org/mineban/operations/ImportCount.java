package org.mineban.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an import counts while it runs. */
final class ImportCount {

    /** More findings than anybody reads are only counted. */
    private static final int MOST_FINDINGS = 10_000;

    long rows;
    long created;
    long changed;
    long unchanged;
    long quarantined;
    long placeUnknown;
    long otherKinds;
    long equalRows;
    final List<Finding> findings = new ArrayList<>();
    final Map<String, Long> byCheck = new TreeMap<>();

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
