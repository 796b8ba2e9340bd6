package org.mineban.cli;

import java.util.Optional;
import org.mineban.accounts.Person;
import picocli.CommandLine.Command;

/** {@code user enable}: lets somebody sign in again. */
@Command(name = "enable")
final class UserEnableCommand extends UserChange {

    UserEnableCommand(Session session) {
        super(session, "enable");
    }

    @Override
    void change(Accounts accounts, Person person, Optional<String> why) {
        accounts.people().enable(accounts.actor(), person, why);
    }
}
