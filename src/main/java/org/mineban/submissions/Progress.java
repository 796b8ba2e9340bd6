package org.mineban.submissions;

import java.util.Arrays;
import java.util.Locale;

/** How far a part of a draft is. */
public enum Progress {
    /** Nothing was there to begin with, and nothing was written. */
    NOT_STARTED,
    /** It stands as in the report before, and waits for somebody to say that this is still so. */
    TO_CONFIRM,
    /** Somebody is writing it. */
    IN_PROGRESS,
    /** Whoever writes it says that it is finished. */
    READY,
    /** A reviewer sent it back, with the reason. */
    RETURNED;

    /** The word in data and in the message {@code draft.progress.KEY}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Progress of(String key) {
        return Arrays.stream(values())
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
