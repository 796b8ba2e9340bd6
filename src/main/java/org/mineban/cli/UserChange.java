package org.mineban.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mineban.accounts.Person;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands share that change the account of one person, with a reason. */
abstract class UserChange implements Runnable {

    private final Session session;
    private final String command;

    @Parameters(paramLabel = "EMAIL", descriptionKey = "email")
    private String email = "";

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "reason")
    private @Nullable String reason;

    /** @param command its word after {@code user}, by which the audit trail names it */
    UserChange(Session session, String command) {
        this.session = session;
        this.command = command;
    }

    /** Changes it. */
    abstract void change(Accounts accounts, Person person, Optional<String> why);

    @Override
    public final void run() {
        Accounts accounts = new Accounts(session, command);
        Person person = accounts.find(email);
        change(accounts, person, Optional.ofNullable(reason));
        accounts.tellDone(person);
    }
}
