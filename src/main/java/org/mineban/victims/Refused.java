package org.mineban.victims;

import java.util.Map;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;

/** What the vault refuses. */
final class Refused {

    private Refused() {}

    static ProblemException unknown(StateCode state, String victimNo) {
        return new Problem(
                        "victim-file-unknown", Problem.Kind.NOT_FOUND, Map.of("value", victimNo, "state", state.iso3()))
                .asException();
    }

    static ProblemException erased(String victimNo) {
        return new Problem("victim-erased", Problem.Kind.CONFLICT, Map.of("value", victimNo)).asException();
    }

    static ProblemException changed(String victimNo) {
        return new Problem("victim-changed", Problem.Kind.CONFLICT, Map.of("value", victimNo)).asException();
    }

    static ProblemException exists(String victimNo) {
        return new Problem("victim-file-exists", Problem.Kind.CONFLICT, Map.of("value", victimNo)).asException();
    }

    static ProblemException wrong(String id) {
        return new Problem(id, Problem.Kind.WRONG_USAGE, Map.of()).asException();
    }

    static ProblemException wrong(String id, String value) {
        return new Problem(id, Problem.Kind.WRONG_USAGE, Map.of("value", value)).asException();
    }

    static ProblemException notNow(String id) {
        return new Problem(id, Problem.Kind.CONFLICT, Map.of()).asException();
    }
}
