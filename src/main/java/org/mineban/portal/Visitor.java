package org.mineban.portal;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.mineban.accounts.Access;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.SignedIn;
import org.mineban.accounts.Thing;
import org.mineban.kernel.Problem;

/**
 * Who looks at a page and what they may do. Somebody with a password alone is signed in but may do nothing yet.
 *
 * @param signedIn who is signed in; empty for everybody else
 * @param formCode makes the code that a form of this visitor bears, so that no other site can send it
 */
record Visitor(Optional<SignedIn> signedIn, Access access, Supplier<String> formCode) {

    /** The person, once they are in with two factors. */
    Optional<Person> person() {
        return signedIn.filter(in -> in.session().method().complete()).map(SignedIn::person);
    }

    /** Whether they may do it for some State at all, so that the way to it is shown. */
    boolean maySomewhere(Permission permission) {
        return access.allowsSomewhere(person(), permission);
    }

    /** Whether they may do it. */
    boolean may(Permission permission, Thing thing) {
        return access.allows(person(), permission, thing);
    }

    /**
     * Lets nobody past who may not.
     *
     * @throws org.mineban.kernel.ProblemException {@code sign-in-needed}, {@code second-factor-needed}, {@code not-allowed}, {@code four-eyes}
     */
    Person require(Permission permission, Thing thing) {
        requireTwoFactors();
        access.require(person(), permission, thing);
        return person().orElseThrow();
    }

    /** Lets nobody past who may not do it for any State. */
    Person requireSomewhere(Permission permission) {
        requireTwoFactors();
        if (!maySomewhere(permission)) {
            access.require(person(), permission, Thing.SYSTEM);
        }
        return person().orElseThrow();
    }

    /** Who is signed in, with whatever strength. */
    SignedIn requireSignedIn() {
        return signedIn.orElseThrow(
                () -> new Problem("sign-in-needed", Problem.Kind.NOT_SIGNED_IN, java.util.Map.of()).asException());
    }

    private void requireTwoFactors() {
        if (person().isEmpty()) {
            requireSignedIn();
            throw new Problem("second-factor-needed", Problem.Kind.NOT_ALLOWED, java.util.Map.of()).asException();
        }
    }

    /** Whether this is them. */
    boolean is(UUID someone) {
        return signedIn.filter(in -> in.person().id().equals(someone)).isPresent();
    }
}
