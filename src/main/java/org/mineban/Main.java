package org.mineban;

import org.mineban.cli.CommandLineProgram;

/** Starts the program. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        // SLF4J would tell on standard error that it replays a call made while logging was starting: nobody can act on
        // that
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        int exit = CommandLineProgram.onTerminal().run(arguments);
        if (exit != 0) {
            System.exit(exit);
        }
    }
}
