package org.mineban.operations;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * Lists that a programme keeps outside its register and some checks ask for. A list that is not there is empty here; what it would say is then not
 * checked.
 */
public record CheckLists(
        Optional<AdminUnits> adminUnits, Optional<Accreditations> accreditations, Optional<MineTypes> mineTypes) {

    /** No list at all. */
    public static final CheckLists NONE = new CheckLists(Optional.empty(), Optional.empty(), Optional.empty());

    /** The administrative units of a State. */
    public interface AdminUnits {
        /** The name or code of the unit of the first level in which a place lies; empty when it lies in none. */
        Optional<String> unitOf(Geometry place);
    }

    /** Who may do which work. */
    public interface Accreditations {
        /** Whether there is an organisation of that name. */
        boolean knows(String organisation);

        /** Whether it was accredited for that type of work on all days from the first to the last; empty when the years have no data. */
        Optional<Boolean> covers(String organisation, String activityType, LocalDate from, LocalDate to);
    }

    /** The types of mines that the programme's catalogue knows. */
    public interface MineTypes {
        /** Every name. */
        Collection<String> names();

        /** Whether mines of that type are known in the State. */
        boolean knownHere(String name);
    }
}
