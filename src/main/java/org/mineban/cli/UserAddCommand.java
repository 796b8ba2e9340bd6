package org.mineban.cli;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mineban.accounts.People;
import org.mineban.accounts.Role;
import org.mineban.kernel.Language;
import org.mineban.kernel.Problem;
import org.mineban.kernel.StateCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code user add}: invites somebody and prints the link by which they come in. */
@Command(name = "add")
final class UserAddCommand implements Runnable {

    private final Session session;

    @Parameters(paramLabel = "EMAIL", descriptionKey = "email")
    private String email = "";

    @Option(names = "--name", paramLabel = "NAME", required = true, descriptionKey = "name")
    private String name = "";

    @Option(names = "--role", paramLabel = "ROLE", descriptionKey = "role")
    private @Nullable String role;

    @Option(names = "--state", paramLabel = "ISO3", descriptionKey = "role-state")
    private @Nullable String state;

    @Option(names = "--language", paramLabel = "LANGUAGE", descriptionKey = "person-language")
    private @Nullable String language;

    UserAddCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Accounts accounts = new Accounts(session, "add");
        Optional<StateCode> code = Optional.ofNullable(state)
                .map(asked -> session.knowledge().register().getState(asked).code());
        Optional<People.Wanted> wanted = Optional.ofNullable(role)
                .map(asked -> new People.Wanted(role(asked), code, Optional.empty(), Set.of()));
        Language own = Optional.ofNullable(language)
                .map(asked -> Language.find(asked)
                        .orElseThrow(
                                () -> new Problem("unknown-language", Problem.Kind.WRONG_USAGE, Map.of("value", asked))
                                        .asException()))
                .orElse(session.language());
        People.Invited invited = accounts.people().invite(accounts.actor(), name, email, own, wanted);
        accounts.tellLink(invited.person(), invited.link(), People.INVITATION_LASTS);
    }

    private static Role role(String asked) {
        return Role.find(asked)
                .orElseThrow(() -> new Problem(
                                "unknown-role",
                                Problem.Kind.WRONG_USAGE,
                                Map.of(
                                        "value",
                                        asked,
                                        "known",
                                        Arrays.stream(Role.values())
                                                .map(Role::id)
                                                .collect(Collectors.joining(", "))))
                        .asException());
    }
}
