package org.mineban.platform;

import java.util.Arrays;
import java.util.Optional;

/** How far a text can be relied on. Only what is reviewed stands in a formal document without a mark. */
public enum ReviewState {
    /** A person named read the text against the English one that stands today. */
    REVIEWED("reviewed"),
    /** Nobody whose first language it is has read it. */
    UNREVIEWED("unreviewed"),
    /** The English text was changed after this one was made from it. */
    SOURCE_CHANGED("source-changed");

    private final String key;

    ReviewState(String key) {
        this.key = key;
    }

    /** The word in files, addresses and message keys. */
    public String key() {
        return key;
    }

    /** The state of that word; empty when it is none. */
    public static Optional<ReviewState> find(String key) {
        return Arrays.stream(values()).filter(state -> state.key.equals(key)).findFirst();
    }
}
