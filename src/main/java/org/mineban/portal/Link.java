package org.mineban.portal;

/**
 * A link on a page.
 *
 * @param label what it says
 * @param href where it leads
 * @param note a few words beside it; may be empty
 */
record Link(String label, String href, String note) {

    static Link of(String label, String href) {
        return new Link(label, href, "");
    }
}
