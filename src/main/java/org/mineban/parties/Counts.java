package org.mineban.parties;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.mineban.kernel.Explained;

/**
 * How many States stood where on a day; each number opens the States it counts. {@code partiesByDeposit}, {@code signedNotBound},
 * {@code notBound}, {@code withdrawn} and {@code notDeterminable} are disjoint and together all States of the list.
 *
 * @param on the day
 * @param partiesByDeposit States that had formally accepted the obligations: instrument deposited, whether or not in force, and not withdrawn
 *     with effect. The General Assembly's number.
 * @param inForce States Parties: the Convention in force for them
 * @param signatures States that had signed, whatever they did later
 * @param signedNotBound signed, and had not deposited an instrument
 * @param notBound had neither signed nor deposited an instrument
 * @param withdrawn withdrawn with effect, and not joined again
 * @param notDeterminable instrument deposited on a day that the record has to the month or year only, so that on this day nobody can say
 */
public record Counts(
        LocalDate on,
        Explained<Integer> partiesByDeposit,
        Explained<Integer> inForce,
        Explained<Integer> signatures,
        Explained<Integer> signedNotBound,
        Explained<Integer> notBound,
        Explained<Integer> withdrawn,
        Explained<Integer> notDeterminable) {

    /** Every count by its name in data, in the order of the command line contract. */
    public SequencedMap<String, Explained<Integer>> byName() {
        SequencedMap<String, Explained<Integer>> all = new LinkedHashMap<>();
        all.put("partiesByDeposit", partiesByDeposit);
        all.put("inForce", inForce);
        all.put("signatures", signatures);
        all.put("signedNotBound", signedNotBound);
        all.put("notBound", notBound);
        all.put("withdrawn", withdrawn);
        all.put("notDeterminable", notDeterminable);
        return all;
    }

    /** The count of that name; empty when there is none of it. */
    public Optional<Explained<Integer>> find(String name) {
        return Optional.ofNullable(byName().get(name));
    }
}
