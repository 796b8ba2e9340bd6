package org.mineban.geography;

/** How much a finding about data matters. */
public enum Severity {
    /** Must be answered before the record can be approved. */
    BLOCKS,
    /** A person should look at it. */
    WARNS,
    /** Worth knowing; nothing need be done. */
    INFORMS
}
