package org.mineban.rollup;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mineban.operations.RegisterFigures.Counted;
import org.mineban.operations.RegisterFigures.Lineage;

/**
 * Land that went from one area into another in a period, because an area was split or areas were merged. It is neither found nor released: what the parts
 * have is taken from the whole as far as the whole has lost it, and the other way round.
 */
final class Moves {

    /** Of each area that takes part: the family in which land moves. */
    private final Map<Long, Long> families = new HashMap<>();

    private final Set<Long> givers = new HashSet<>();

    /** The balance of each family: what was given and not yet taken. */
    private final Map<Long, Long> given = new HashMap<>();

    private Moves() {}

    /** Those of a period: of an area that was a part, or merged, before it, nothing moves any more. */
    static Moves of(List<Lineage> lineage, Map<Long, Counted> before, Map<Long, Counted> atEnd) {
        Map<String, Long> numbers = new HashMap<>();
        atEnd.values().forEach(one -> numbers.put(one.code(), one.number()));
        Moves moves = new Moves();
        for (Lineage one : lineage) {
            Counted earlier = before.get(one.number());
            one.splitFrom().filter(code -> earlier == null).map(numbers::get).ifPresent(whole -> {
                moves.join(one.number(), whole);
                moves.givers.add(whole);
            });
            boolean merged =
                    earlier != null && earlier.status().filter("MERGED"::equals).isPresent();
            one.mergedInto().filter(code -> !merged).map(numbers::get).ifPresent(whole -> {
                moves.join(one.number(), whole);
                moves.givers.add(one.number());
            });
        }
        return moves;
    }

    private void join(long one, long other) {
        long own = families.getOrDefault(one, one);
        long into = families.getOrDefault(other, other);
        families.put(one, into);
        families.put(other, into);
        families.replaceAll((number, family) -> family == own ? into : family);
    }

    /** Whether an area gives land to others. */
    boolean gives(long number) {
        return givers.contains(number);
    }

    /** How much of an area’s change is land that moved: all that a giver lost; of what another gained, as much as was given. */
    long take(long number, long change) {
        Long family = families.get(number);
        if (family == null) {
            return 0;
        }
        long open = given.getOrDefault(family, 0L);
        if (givers.contains(number)) {
            long lost = Math.min(0, change);
            given.put(family, open - lost);
            return lost;
        }
        long taken = Math.clamp(change, 0, open);
        given.put(family, open - taken);
        return taken;
    }
}
