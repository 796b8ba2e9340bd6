package org.mineban.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mineban.accounts.Grant;
import org.mineban.accounts.People;
import org.mineban.accounts.Person;
import org.mineban.kernel.StateCode;
import org.mineban.presentation.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code user list}: people, their roles, and whether they can sign in. */
@Command(name = "list")
final class UserListCommand implements Runnable {

    private static final int AT_ONCE = 500;
    private static final List<String> COLUMNS = List.of("email", "name", "language", "account", "roles", "id");

    private final Session session;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private String format = "text";

    UserListCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Format wanted = Format.of(format, Format.TEXT, Format.JSON, Format.CSV);
        People people = new Accounts(session, "list").people();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        Optional<Person> last = Optional.empty();
        List<Person> some;
        do {
            some = people.list(new People.Query("", Optional.empty(), Optional.empty(), last, AT_ONCE));
            some.forEach(person -> rows.add(row(person)));
            last = some.isEmpty() ? Optional.empty() : Optional.of(some.getLast());
        } while (some.size() == AT_ONCE);
        if (rows.isEmpty()) {
            session.err().println(session.messages().say(session.language(), "cli.user.none"));
        }
        session.out().print(wanted.write(new Table("people", COLUMNS, rows)));
    }

    private static List<@Nullable Object> row(Person person) {
        String account = person.disabledAt().isPresent() ? "disabled" : person.hasPassword() ? "active" : "invited";
        String roles = person.grants().stream().map(UserListCommand::words).collect(Collectors.joining("; "));
        return Arrays.asList(
                person.email(),
                person.name(),
                person.language().code(),
                account,
                roles,
                person.id().toString());
    }

    private static String words(Grant grant) {
        return Stream.of(
                        Stream.of(grant.role().id()),
                        grant.state().map(StateCode::iso3).stream(),
                        grant.sections().stream().sorted())
                .flatMap(part -> part)
                .collect(Collectors.joining(" "));
    }
}
