package org.mineban.cli;

/** What a command tells the script that called it. */
final class ExitCode {

    static final int DONE = 0;
    /** Findings at or above the asked level. */
    static final int FINDINGS = 1;

    static final int WRONG_USAGE = 2;
    static final int CANNOT_BE_DONE = 3;
    static final int OUR_FAULT = 4;

    private ExitCode() {}
}
