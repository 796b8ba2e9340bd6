package org.mineban.cli;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.mineban.accounts.Notices;
import org.mineban.accounts.People;
import org.mineban.accounts.Person;
import org.mineban.audit.AuditTrail;
import org.mineban.kernel.Problem;
import org.mineban.secrets.Token;

/** What the commands about accounts share. Whoever can run them can read the data folder, so no permission is asked for. */
final class Accounts {

    private static final String NO_ADDRESS = "http://127.0.0.1:8080";

    private final Session session;
    private final String actor;
    private final People people;

    Accounts(Session session, String command) {
        this.session = session;
        this.actor = "program:user-" + command;
        this.people = new People(session.database(), new AuditTrail(), Notices.NONE);
    }

    /** How the audit trail names the command. */
    String actor() {
        return actor;
    }

    People people() {
        return people;
    }

    /** The account of that address. */
    Person find(String email) {
        return people.findByEmail(email)
                .orElseThrow(() ->
                        new Problem("unknown-person", Problem.Kind.NOT_FOUND, Map.of("value", email)).asException());
    }

    /** Tells a link, which is shown only now. */
    void tellLink(Person person, Token link, Duration lasts) {
        session.out()
                .println(session.messages()
                        .say(
                                session.language(),
                                "cli.user.link",
                                Map.of(
                                        "name",
                                        person.name(),
                                        "until",
                                        session.clock()
                                                .instant()
                                                .plus(lasts)
                                                .truncatedTo(ChronoUnit.MINUTES)
                                                .toString(),
                                        "link",
                                        address(session) + "/"
                                                + person.language().code() + "/link/" + link.text())));
    }

    /** Where people reach the server, as far as the settings say. */
    static String address(Session session) {
        return session.settings().publicAddress().orElse(NO_ADDRESS);
    }

    void tellDone(Person person) {
        session.err()
                .println(session.messages()
                        .say(
                                session.language(),
                                "cli.user.done",
                                Map.of("name", person.name(), "email", person.email())));
    }
}
