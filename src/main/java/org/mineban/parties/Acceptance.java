package org.mineban.parties;

/** Where a State stands by deposit alone, as the General Assembly counts: one of these for each State on each day. */
enum Acceptance {
    ACCEPTED,
    SIGNED_ONLY,
    NEITHER,
    WITHDRAWN,
    NOT_DETERMINABLE
}
