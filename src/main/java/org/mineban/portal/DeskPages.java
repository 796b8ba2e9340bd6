package org.mineban.portal;

/** The depositary's desk. */
final class DeskPages {

    private DeskPages() {}

    /** Whether the way to an entry is shown. */
    static boolean mayRead(Visit visit) {
        return visit.path().isEmpty();
    }
}
