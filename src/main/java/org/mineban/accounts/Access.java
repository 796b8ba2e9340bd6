package org.mineban.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.accounts.Decision.Finding;
import org.mineban.accounts.Decision.Step;
import org.mineban.kernel.Problem;

/** Decides who may do what, from {@link PermissionTable} alone, and says why. Whatever is not allowed there is denied. */
public final class Access {

    private final PermissionTable table;

    public Access(PermissionTable table) {
        this.table = table;
    }

    /** The table that decisions come from. */
    public PermissionTable table() {
        return table;
    }

    /** Whether somebody may do something, with every step that led there. */
    public Decision decide(Optional<Person> person, Permission permission, Thing thing) {
        if (person.isEmpty()) {
            return new Decision(false, permission, List.of(new Step(Finding.NOT_SIGNED_IN, Optional.empty())));
        }
        Person asking = person.get();
        if (asking.disabledAt().isPresent()) {
            return new Decision(false, permission, List.of(new Step(Finding.DISABLED, Optional.empty())));
        }
        List<Step> steps = new ArrayList<>();
        boolean own = table.fourEyes(permission) && thing.author().equals(Optional.of(asking.id()));
        if (own) {
            steps.add(new Step(Finding.OWN_WORK, Optional.empty()));
        }
        if (asking.grants().isEmpty()) {
            steps.add(new Step(Finding.NO_ROLE, Optional.empty()));
        }
        boolean reached = false;
        for (Grant grant : asking.grants()) {
            Finding finding = find(grant, table.reach(permission, grant.role()), thing);
            steps.add(new Step(finding, Optional.of(grant)));
            reached |= finding == Finding.ALLOWED;
        }
        return new Decision(reached && !own, permission, steps);
    }

    /** Whether somebody may do something. */
    public boolean allows(Optional<Person> person, Permission permission, Thing thing) {
        return decide(person, permission, thing).allowed();
    }

    /** Whether somebody may do it for some State or organisation at all. */
    public boolean allowsSomewhere(Optional<Person> person, Permission permission) {
        return person.filter(asking -> asking.disabledAt().isEmpty()).stream()
                .flatMap(asking -> asking.grants().stream())
                .anyMatch(grant -> table.reach(permission, grant.role()) != Reach.NONE);
    }

    /**
     * Lets nobody past who may not.
     *
     * @throws org.mineban.kernel.ProblemException {@code sign-in-needed}, {@code not-allowed}, {@code four-eyes}
     */
    public void require(Optional<Person> person, Permission permission, Thing thing) {
        Decision decision = decide(person, permission, thing);
        if (decision.allowed()) {
            return;
        }
        if (person.isEmpty()) {
            throw new Problem("sign-in-needed", Problem.Kind.NOT_SIGNED_IN, Map.of()).asException();
        }
        boolean onlyOwn = decision.steps().stream().anyMatch(step -> step.finding() == Finding.OWN_WORK)
                && decision.steps().stream().anyMatch(step -> step.finding() == Finding.ALLOWED);
        throw new Problem(
                        onlyOwn ? "four-eyes" : "not-allowed",
                        Problem.Kind.NOT_ALLOWED,
                        Map.of(
                                "permission",
                                permission.id(),
                                "state",
                                thing.state().map(state -> state.iso3()).orElse("-")))
                .asException();
    }

    private static Finding find(Grant grant, Reach reach, Thing thing) {
        boolean sameState = thing.state().isPresent() && thing.state().equals(grant.state());
        return switch (reach) {
            case NONE -> Finding.ROLE_LACKS;
            case ALL -> Finding.ALLOWED;
            case STATE -> sameState ? Finding.ALLOWED : Finding.OTHER_STATE;
            case ORGANISATION -> {
                if (!sameState) {
                    yield Finding.OTHER_STATE;
                }
                boolean same =
                        thing.organisation().isPresent() && thing.organisation().equals(grant.organisation());
                yield same ? Finding.ALLOWED : Finding.OTHER_ORGANISATION;
            }
            case SECTIONS -> {
                if (!sameState) {
                    yield Finding.OTHER_STATE;
                }
                boolean named =
                        thing.section().filter(grant.sections()::contains).isPresent();
                yield named ? Finding.ALLOWED : Finding.OTHER_SECTION;
            }
        };
    }
}
