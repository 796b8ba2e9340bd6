package org.mineban.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mineban.accounts.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code user enable}: lets somebody sign in again. */
@Command(name = "enable")
final class UserEnableCommand implements Runnable {

    private final Session session;

    @Parameters(paramLabel = "EMAIL", descriptionKey = "email")
    private String email = "";

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "reason")
    private @Nullable String reason;

    UserEnableCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Accounts accounts = new Accounts(session, "enable");
        Person person = accounts.find(email);
        accounts.people().enable(accounts.actor(), person, Optional.ofNullable(reason));
        accounts.tellDone(person);
    }
}
