package org.mineban.rollup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.mineban.kernel.StateCode;
import org.mineban.operations.Kind;
import org.mineban.operations.RegisterFigures;
import org.mineban.operations.RegisterFigures.Counted;
import org.mineban.operations.Selection;

/**
 * What is left of each area on a day: its area, less the land released from it after that area was measured and by that day. An area that was measured
 * anew when land had been released is not taken off twice.
 */
final class Remaining {

    static final Set<String> OPEN = Set.of("OPEN", "TASKED", "WORKED_ON", "SUSPENDED");

    /** An area that is open on the day, and what is left of it, in hundredths of a square metre; empty when its size is not known. */
    record Area(Counted hazard, OptionalLong left) {}

    private Remaining() {}

    /** Every area under Article 5 that is open on the day, by number. */
    static Map<Long, Area> on(RegisterFigures.Reader records, StateCode state, Period period, LocalDate day) {
        Map<Long, List<Counted>> products = new HashMap<>();
        List<Counted> released = records.counted(
                state, Selection.of(Kind.PRODUCT, period.at(day)).categories("CANCELLED", "REDUCED", "CLEARED"));
        for (Counted product : SharedLand.of(records, state, released).once()) {
            product.parent()
                    .ifPresent(hazard -> products.computeIfAbsent(hazard, absent -> new ArrayList<>())
                            .add(product));
        }
        Map<Long, Area> areas = new HashMap<>();
        for (Counted hazard : records.counted(
                state,
                Selection.of(Kind.HAZARD, period.at(day))
                        .categories("SHA", "CHA")
                        .statuses(OPEN)
                        .underArticle5())) {
            areas.put(
                    hazard.number(),
                    new Area(hazard, left(hazard, products.getOrDefault(hazard.number(), List.of()), day)));
        }
        return areas;
    }

    private static OptionalLong left(Counted hazard, List<Counted> products, LocalDate day) {
        if (hazard.area().isEmpty()) {
            return OptionalLong.empty();
        }
        long left = hazard.area().getAsLong();
        for (Counted product : products) {
            boolean since = product.happenedUntil()
                    .filter(released -> released.isAfter(hazard.validFrom()) && !released.isAfter(day))
                    .isPresent();
            left -= since ? product.area().orElse(0) : 0;
        }
        return OptionalLong.of(Math.max(0, left));
    }
}
