package org.mineban.operations;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Which approved records a figure counts.
 *
 * @param knowing as of which day in the field, and as known when
 * @param categories the classes, kinds of release, devices, … that it counts; empty for all
 * @param statuses the statuses that it counts; empty for all
 * @param article5 whether only what counts under Article 5
 * @param from the first day of the period in which it happened; empty when it does not matter when
 * @param until the last day of that period. What may have happened outside it is not counted
 */
public record Selection(
        Kind kind,
        Register.Knowing knowing,
        Set<String> categories,
        Set<String> statuses,
        boolean article5,
        Optional<LocalDate> from,
        Optional<LocalDate> until) {

    public Selection {
        categories = Set.copyOf(categories);
        statuses = Set.copyOf(statuses);
    }

    /** Everything of a kind. */
    public static Selection of(Kind kind, Register.Knowing knowing) {
        return new Selection(kind, knowing, Set.of(), Set.of(), false, Optional.empty(), Optional.empty());
    }

    /** The same, only these categories. */
    public Selection categories(String... only) {
        return new Selection(kind, knowing, Set.of(only), statuses, article5, from, until);
    }

    /** The same, only with these statuses. */
    public Selection statuses(Set<String> only) {
        return new Selection(kind, knowing, categories, only, article5, from, until);
    }

    /** The same, only what counts under Article 5. */
    public Selection underArticle5() {
        return new Selection(kind, knowing, categories, statuses, true, from, until);
    }

    /** The same, only what happened in these days. */
    public Selection happened(LocalDate first, LocalDate last) {
        return new Selection(kind, knowing, categories, statuses, article5, Optional.of(first), Optional.of(last));
    }
}
