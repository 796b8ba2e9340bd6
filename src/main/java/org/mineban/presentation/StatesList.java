package org.mineban.presentation;

import java.util.Arrays;
import java.util.Optional;

/** Lists of States that documents print. */
public enum StatesList {
    /** States that have accepted the obligations by deposit; those that withdrew stand in brackets. */
    PARTIES("parties"),
    /** States that have signed. */
    SIGNATORIES("signatories"),
    /** States that are not bound, signatories and States that withdrew among them. */
    NOT_PARTY("not-party");

    private final String key;

    StatesList(String key) {
        this.key = key;
    }

    /** Its word in commands and addresses. */
    public String key() {
        return key;
    }

    /** The list with that word; empty when there is none. */
    public static Optional<StatesList> find(String key) {
        return Arrays.stream(values()).filter(list -> list.key.equals(key)).findFirst();
    }
}
