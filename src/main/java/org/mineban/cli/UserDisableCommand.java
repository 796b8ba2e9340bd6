package org.mineban.cli;

import java.util.Optional;
import org.mineban.accounts.Person;
import picocli.CommandLine.Command;

/** {@code user disable}: lets somebody sign in no more. */
@Command(name = "disable")
final class UserDisableCommand extends UserChange {

    UserDisableCommand(Session session) {
        super(session, "disable");
    }

    @Override
    void change(Accounts accounts, Person person, Optional<String> why) {
        accounts.people().disable(accounts.actor(), person, why);
    }
}
