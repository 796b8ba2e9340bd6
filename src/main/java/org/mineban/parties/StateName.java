package org.mineban.parties;

import org.mineban.kernel.SourceRow;

/**
 * A State's short name in one language.
 *
 * @param name as documents of the United Nations print it in that language
 * @param rank place in the list of States of that language, from 1; the order is data, since no sorting rule gives it
 * @param row where it is recorded
 */
public record StateName(String name, int rank, SourceRow row) {}
