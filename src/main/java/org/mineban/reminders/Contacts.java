package org.mineban.reminders;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where the people come from who may be reminded. */
public interface Contacts {

    /** Everyone who has one of these roles for a State, disabled accounts included, in the order of names. */
    List<Contact> with(Set<Audience> audience);

    /** One of them, as the account is now; empty when the person has none of these roles any more. */
    Optional<Contact> find(UUID account, Set<Audience> audience);
}
