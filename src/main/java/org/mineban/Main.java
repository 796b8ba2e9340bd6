package org.mineban;

import org.mineban.cli.CommandLineProgram;

/** Starts the program. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        int exit = CommandLineProgram.onTerminal().run(arguments);
        if (exit != 0) {
            System.exit(exit);
        }
    }
}
