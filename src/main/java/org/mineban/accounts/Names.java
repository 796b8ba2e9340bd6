package org.mineban.accounts;

import java.util.Map;
import org.mineban.kernel.Problem;

/** What is taken as the name of a person or an organisation. */
final class Names {

    private static final int LONGEST = 200;

    private Names() {}

    /**
     * The name without blanks around it.
     *
     * @throws org.mineban.kernel.ProblemException {@code name-wrong}
     */
    static String check(String name) {
        String shown = name.strip();
        if (shown.isEmpty() || shown.length() > LONGEST || shown.chars().anyMatch(Character::isISOControl)) {
            throw new Problem("name-wrong", Problem.Kind.WRONG_USAGE, Map.of("value", shown, "most", LONGEST))
                    .asException();
        }
        return shown;
    }
}
