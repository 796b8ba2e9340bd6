package org.mineban.audit;

import java.util.Optional;

/**
 * One field of a thing before and after.
 *
 * @param field the field's name
 * @param before its text before; empty when there was none
 * @param after its text after; empty when there is none any more
 */
public record Change(String field, Optional<String> before, Optional<String> after) {}
