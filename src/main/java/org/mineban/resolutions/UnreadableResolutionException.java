package org.mineban.resolutions;

import java.util.Map;

/**
 * A file that cannot be read as a resolution. It carries what a message needs, and no message for people: that is said in their language
 * where they ask.
 */
public final class UnreadableResolutionException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient Map<String, Object> values;

    public UnreadableResolutionException(Reason reason, Map<String, Object> values) {
        super(reason + " " + values);
        this.reason = reason;
        this.values = Map.copyOf(values);
    }

    public UnreadableResolutionException(Reason reason, Map<String, Object> values, Throwable cause) {
        super(reason + " " + values, cause);
        this.reason = reason;
        this.values = Map.copyOf(values);
    }

    public Reason reason() {
        return reason;
    }

    /** Named values for the message: {@code size}, {@code limit} in bytes, {@code pages}; see the reasons. */
    public Map<String, Object> values() {
        return values;
    }

    /** Why the file was refused. */
    public enum Reason {
        /** There is no such file, or it may not be read. No values. */
        NOT_FOUND,
        /** Nothing, or nothing but spaces. Value {@code size}. */
        EMPTY,
        /** More than the limit. Values {@code size} and {@code limit}, in bytes. */
        TOO_LARGE,
        /** A PDF of more pages than any resolution. Values {@code pages} and {@code limit}. */
        TOO_MANY_PAGES,
        /** Neither text nor PDF. Value {@code format}: what it seems to be, or "unknown". */
        BINARY,
        /** A PDF without text: a scan to be recognized first. Value {@code pages}. */
        PICTURE_ONLY_PDF,
        /** A PDF that asks for a password. No values. */
        PROTECTED_PDF,
        /** A PDF that cannot be opened. No values. */
        BROKEN_PDF,
        /** Text in a language other than English or French. No values. */
        OTHER_LANGUAGE,
        /** Text that does not have the shape of a resolution. Value {@code beginning}: its first words. */
        NOT_A_RESOLUTION
    }
}
