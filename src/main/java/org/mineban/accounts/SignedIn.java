package org.mineban.accounts;

/**
 * Who is behind a request.
 *
 * @param session the session by which they came
 */
public record SignedIn(Person person, Session session) {}
