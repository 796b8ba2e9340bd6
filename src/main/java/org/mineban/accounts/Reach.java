package org.mineban.accounts;

/** How far a permission reaches for one role. */
public enum Reach {
    /** Not at all. */
    NONE,
    /** What belongs to the sections of the report that the role is given for, in its State. */
    SECTIONS,
    /** What belongs to the organisation that the role is given for, in its State. */
    ORGANISATION,
    /** What belongs to the State that the role is given for. */
    STATE,
    /** Everything. */
    ALL
}
