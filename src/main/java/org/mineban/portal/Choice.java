package org.mineban.portal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mineban.kernel.Problem;

/**
 * A choice in a form.
 *
 * @param value what the form sends; empty for no choice
 * @param label what the reader sees
 */
record Choice(String value, String label, boolean chosen) {

    /** The choices of a filter, the first of which is none. */
    static List<Choice> of(
            String none, Collection<String> values, Optional<String> chosen, Function<String, String> label) {
        return Stream.concat(
                        Stream.of(new Choice("", none, chosen.isEmpty())),
                        values.stream()
                                .map(value -> new Choice(
                                        value,
                                        label.apply(value),
                                        chosen.filter(value::equals).isPresent())))
                .toList();
    }

    /**
     * What was asked, when it is one of the values.
     *
     * @throws org.mineban.kernel.ProblemException {@code unknown-filter} when it is none of them
     */
    static Optional<String> check(Visit visit, String name, Collection<String> values) {
        Optional<String> asked = visit.asked(name);
        asked.filter(value -> !values.contains(value)).ifPresent(value -> {
            throw new Problem(
                            "unknown-filter",
                            Problem.Kind.WRONG_USAGE,
                            Map.of("value", value, "name", name, "allowed", String.join(", ", values)))
                    .asException();
        });
        return asked;
    }
}
