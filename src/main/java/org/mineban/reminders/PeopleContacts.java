package org.mineban.reminders;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mineban.accounts.People;
import org.mineban.accounts.Person;
import org.mineban.accounts.Role;
import org.mineban.kernel.StateCode;

/** The people of the accounts. */
public final class PeopleContacts implements Contacts {

    private final People people;

    public PeopleContacts(People people) {
        this.people = people;
    }

    @Override
    public List<Contact> with(Set<Audience> audience) {
        Set<Role> roles =
                audience.stream().flatMap(one -> Role.find(one.role()).stream()).collect(Collectors.toSet());
        return people.withAnyOf(roles).stream()
                .map(person -> contact(person, audience))
                .toList();
    }

    @Override
    public Optional<Contact> find(UUID account, Set<Audience> audience) {
        return people.find(account)
                .map(person -> contact(person, audience))
                .filter(contact -> !contact.states().isEmpty());
    }

    private static Contact contact(Person person, Set<Audience> audience) {
        List<StateCode> states = person.grants().stream()
                .filter(grant -> Audience.find(grant.role().id())
                        .filter(audience::contains)
                        .isPresent())
                .flatMap(grant -> grant.state().stream())
                .distinct()
                .sorted()
                .toList();
        return new Contact(
                person.id(),
                person.name(),
                person.email(),
                person.language(),
                person.disabledAt().map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC)),
                states);
    }
}
