package org.mineban.reporting.rules;

import java.util.function.Function;

/** A rule and its predicate. */
public record Check(String rule, Function<Case, Verdict> predicate) {}
