package org.mineban.cli;

import org.mineban.accounts.Notices;
import org.mineban.accounts.People;
import org.mineban.accounts.Person;
import org.mineban.accounts.SecondFactors;
import org.mineban.secrets.Token;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code user reset}: prints a link by which somebody sets a new password, and on request takes away lost second factors. */
@Command(name = "reset")
final class UserResetCommand implements Runnable {

    private final Session session;

    @Parameters(paramLabel = "EMAIL", descriptionKey = "email")
    private String email = "";

    @Option(names = "--second-factors", descriptionKey = "second-factors")
    private boolean secondFactors;

    UserResetCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Accounts accounts = new Accounts(session, "reset");
        Person person = accounts.find(email);
        if (secondFactors) {
            SecondFactors.removeAll(session.database(), accounts.people(), Notices.NONE, accounts.actor(), person);
        }
        if (person.hasPassword()) {
            Token link = accounts.people().resetLink(accounts.actor(), person);
            accounts.tellLink(person, link, People.RESET_LASTS);
        } else {
            accounts.tellLink(person, accounts.people().inviteAgain(accounts.actor(), person), People.INVITATION_LASTS);
        }
    }
}
