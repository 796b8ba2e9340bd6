package org.mineban.operations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a file brings, or would bring.
 *
 * @param batch the number under which it can be undone; empty when nothing was written
 * @param profiles the mappings by which it was read, {@code guessed} when it was by its columns
 * @param columns what each column was taken for
 * @param rows of the file
 * @param created new records
 * @param changed records that say something else now
 * @param unchanged rows that say what is known
 * @param quarantined rows of which something forbids to count them; kept and given back with the reason
 * @param placeUnknown records kept without a place
 * @param otherKinds rows of another kind than was asked for, left for another import
 * @param findings the first of them, in the order of the file
 * @param findingCounts how many of each check there are
 * @param offers the first repairs that may be accepted, or were
 * @param offered how many of each sort there are
 */
public record ImportResult(
        Optional<Long> batch,
        List<String> profiles,
        List<ColumnUse> columns,
        long rows,
        long created,
        long changed,
        long unchanged,
        long quarantined,
        long placeUnknown,
        long otherKinds,
        List<Finding> findings,
        Map<String, Long> findingCounts,
        List<Repairs.Offer> offers,
        Map<Repairs.Sort, Long> offered) {

    public ImportResult {
        profiles = List.copyOf(profiles);
        columns = List.copyOf(columns);
        findings = List.copyOf(findings);
        offers = List.copyOf(offers);
        offered = Map.copyOf(offered);
        findingCounts = java.util.Collections.unmodifiableMap(new TreeMap<>(findingCounts));
    }
}
