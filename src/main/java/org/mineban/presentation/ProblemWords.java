package org.mineban.presentation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mineban.kernel.Language;
import org.mineban.kernel.Problem;
import org.mineban.platform.Messages;

/** Puts a problem into words, also before any fact is read: a broken fact is a problem too. */
public final class ProblemWords {

    private ProblemWords() {}

    /** What the problem is and what to do about it, its values as they stand. */
    public static String say(Messages messages, Language language, Problem problem) {
        return say(messages, language, problem, Object::toString);
    }

    /**
     * What the problem is and what to do about it.
     *
     * @param named how a thing that stands in a row of several is called, such as a State
     */
    static String say(Messages messages, Language language, Problem problem, Function<Object, String> named) {
        Map<String, Object> arguments = new HashMap<>(problem.values());
        arguments.computeIfPresent(
                "expected", (name, expected) -> messages.say(language, "expected." + expected, problem.values()));
        arguments.computeIfPresent(
                "rule", (name, rule) -> messages.say(language, "translation.rule." + rule, problem.values()));
        arguments.replaceAll((name, value) ->
                value instanceof List<?> items ? items.stream().map(named).collect(Collectors.joining(", ")) : value);
        return messages.say(language, "problem." + problem.id(), arguments);
    }
}
