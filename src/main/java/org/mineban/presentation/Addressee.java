package org.mineban.presentation;

import org.mineban.parties.State;

/** To whom a letter goes. States get notes verbales, organizations get letters. */
public sealed interface Addressee {

    /**
     * A State, through one of its offices.
     *
     * @param office which of them
     */
    record OfState(State state, Office office) implements Addressee {}

    /**
     * An organization.
     *
     * @param name as it calls itself, in any language
     */
    record OfOrganization(String name) implements Addressee {}

    /** Through which office a State is written to. */
    enum Office {
        /** Its mission to the United Nations in New York. */
        NEW_YORK,
        /** Its mission to the United Nations Office at Geneva. */
        GENEVA,
        /** Its ministry of foreign affairs. */
        MINISTRY;

        /** Its word in commands. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
