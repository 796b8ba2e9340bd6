package org.mineban.reminders;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mineban.accounts.People;
import org.mineban.accounts.Person;
import org.mineban.accounts.Role;
import org.mineban.kernel.StateCode;

/** The people of the accounts. */
public final class PeopleContacts implements Contacts {

    private static final int AT_ONCE = 2000;

    private final People people;

    public PeopleContacts(People people) {
        this.people = people;
    }

    @Override
    public List<Contact> with(Set<Audience> audience) {
        Map<UUID, Person> found = new LinkedHashMap<>();
        for (Audience one : audience) {
            Optional<Person> after = Optional.empty();
            List<Person> page;
            do {
                page = people.list(new People.Query("", Optional.empty(), Role.find(one.role()), after, AT_ONCE));
                page.forEach(person -> found.put(person.id(), person));
                after = page.isEmpty() ? after : Optional.of(page.getLast());
            } while (page.size() == AT_ONCE);
        }
        List<Person> sorted = new ArrayList<>(found.values());
        sorted.sort(java.util.Comparator.comparing(Person::name).thenComparing(Person::id));
        return sorted.stream().map(person -> contact(person, audience)).toList();
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
