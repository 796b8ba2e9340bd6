package org.mineban.operations;

import java.util.Optional;
import java.util.UUID;
import org.mineban.accounts.Access;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;

/**
 * Who works with the register.
 *
 * @param person whoever is signed in; empty for a program run by the owner of the data folder, who can read and write it anyway
 * @param name what the audit trail calls them
 */
public record Actor(Optional<Person> person, String name) {

    /** Somebody who is signed in. */
    public static Actor of(Person person) {
        return new Actor(Optional.of(person), person.id().toString());
    }

    /** A command or job, as {@code import-command}. */
    public static Actor program(String name) {
        return new Actor(Optional.empty(), "program:" + name);
    }

    /**
     * Lets nobody past who may not.
     *
     * @throws org.mineban.kernel.ProblemException {@code not-allowed}, {@code four-eyes}
     */
    void require(Access access, Permission permission, Thing thing) {
        if (person.isPresent()) {
            access.require(person, permission, thing);
        }
    }

    boolean may(Access access, Permission permission, Thing thing) {
        return person.isEmpty() || access.allows(person, permission, thing);
    }

    /** The organisation by which somebody has a role; empty for the national office and for programs. */
    public Optional<UUID> organisation(org.mineban.kernel.StateCode state) {
        return person.stream()
                .flatMap(one -> one.grants().stream())
                .filter(grant -> grant.state().equals(Optional.of(state)))
                .flatMap(grant -> grant.organisation().stream())
                .findFirst();
    }
}
