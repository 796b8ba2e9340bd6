package org.mineban.operations;

import java.util.Map;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;

/** Why a change of a record cannot be done. */
final class Refusals {

    private static final int LONGEST_REASON = 2000;

    private Refusals() {}

    static void requireSeen(RegisterVersion now, int seen) {
        if (now.version() != seen) {
            throw changed(now);
        }
    }

    static void requireApproval(RegisterVersion version, Approval needed) {
        if (version.approval() != needed) {
            throw locked(version);
        }
    }

    static String reason(String because) {
        String reason = because.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new Problem("register-reason-needed", Problem.Kind.WRONG_USAGE, Map.of("most", LONGEST_REASON))
                    .asException();
        }
        return reason;
    }

    static ProblemException unknown(StateCode state, String code) {
        return new Problem(
                        "register-record-unknown", Problem.Kind.NOT_FOUND, Map.of("code", code, "state", state.iso3()))
                .asException();
    }

    static ProblemException changed(RegisterVersion now) {
        return new Problem("register-changed", Problem.Kind.CONFLICT, Map.of("code", now.code())).asException();
    }

    static ProblemException locked(RegisterVersion now) {
        return new Problem(
                        "register-locked",
                        Problem.Kind.CONFLICT,
                        Map.of("code", now.code(), "approval", now.approval().id()))
                .asException();
    }
}
