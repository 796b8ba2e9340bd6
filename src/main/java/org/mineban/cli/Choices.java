package org.mineban.cli;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mineban.kernel.Problem;

/** Arguments that are one of a few words. */
final class Choices {

    private Choices() {}

    /**
     * The value with that word.
     *
     * @param argument the option or parameter, for who has to mend it
     * @throws org.mineban.kernel.ProblemException {@code unknown-choice} when no value has that word
     */
    static <T> T of(String argument, String word, T[] values, Function<T, String> key) {
        return Arrays.stream(values)
                .filter(value -> key.apply(value).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        unknown(argument, word, Arrays.stream(values).map(key).collect(Collectors.joining(", "))));
    }

    /** The refusal of a word that is none of those allowed, which are named as people read them. */
    static RuntimeException unknown(String argument, String word, String allowed) {
        return new Problem(
                        "unknown-choice",
                        Problem.Kind.WRONG_USAGE,
                        Map.of("name", argument, "value", word, "allowed", allowed))
                .asException();
    }
}
