package org.mineban.reporting;

/**
 * A rule of the catalogue, as data. Its words are the messages {@code rule.ID.title}, {@code rule.ID.message} and {@code rule.next.NEXT}; its predicate is
 * in {@code reporting.rules}, a method named for it.
 *
 * @param id as {@code C-04}
 * @param field what it looks at
 * @param severity of a finding; a predicate may make a finding weigh less
 * @param blocks whether a finding holds up submission
 * @param since the year of the forms from which on it applies; 0 for all
 * @param provision what it rests on, in short, as {@code 7(1)(b)}; empty when it rests on no provision
 * @param source where it comes from, as {@code S26} or {@code P} for good practice
 * @param trust V read in a source, R remembered, P proposed here
 * @param peopleOnly whether a finding goes to people only, never to the public by itself
 * @param next the last part of the message that says what to do
 */
public record Rule(
        String id,
        String field,
        Severity severity,
        boolean blocks,
        int since,
        String provision,
        String source,
        String trust,
        boolean peopleOnly,
        String next) {

    /** The letters before the hyphen, as {@code ENV}. */
    public String family() {
        return id.substring(0, id.indexOf('-'));
    }
}
