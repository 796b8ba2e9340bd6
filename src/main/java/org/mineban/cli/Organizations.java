package org.mineban.cli;

import java.util.Optional;
import org.mineban.parties.State;
import org.mineban.platform.FactTable;
import org.mineban.presentation.Addressee;
import org.mineban.presentation.Addressee.Office;
import org.mineban.presentation.Knowledge;

/** Tells by a name or abbreviation that a person gave whether it is a State's or an organization's. */
final class Organizations {

    private static final String FILE = "meetings/organizations.csv";

    private Organizations() {}

    /** The recorded organization of that name or abbreviation; empty when none is recorded. */
    static Optional<String> find(Knowledge knowledge, String wanted) {
        return knowledge
                .table(FILE)
                .map(FactTable::rows)
                .flatMap(rows -> rows.stream()
                        .filter(row -> row.get("name").equalsIgnoreCase(wanted)
                                || row.get("acronym_or_iso3").equalsIgnoreCase(wanted))
                        .map(row -> row.get("name"))
                        .findFirst());
    }

    /** A State when the name or code is one's in any language, else an organization, called by its whole name where one is recorded. */
    static Addressee addressee(Knowledge knowledge, String wanted) {
        return knowledge.register().states().stream()
                .filter(state -> named(state, wanted))
                .findFirst()
                .<Addressee>map(state -> new Addressee.OfState(state, Office.NEW_YORK))
                .orElseGet(() ->
                        new Addressee.OfOrganization(find(knowledge, wanted).orElse(wanted)));
    }

    private static boolean named(State state, String wanted) {
        return state.code().iso3().equals(wanted)
                || state.names().values().stream()
                        .flatMap(java.util.List::stream)
                        .anyMatch(name -> name.name().equalsIgnoreCase(wanted));
    }
}
