package org.mineban.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mineban.accounts.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code user disable}: lets somebody sign in no more. */
@Command(name = "disable")
final class UserDisableCommand implements Runnable {

    private final Session session;

    @Parameters(paramLabel = "EMAIL", descriptionKey = "email")
    private String email = "";

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "reason")
    private @Nullable String reason;

    UserDisableCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Accounts accounts = new Accounts(session, "disable");
        Person person = accounts.find(email);
        accounts.people().disable(accounts.actor(), person, Optional.ofNullable(reason));
        accounts.tellDone(person);
    }
}
