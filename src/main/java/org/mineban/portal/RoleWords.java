package org.mineban.portal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mineban.accounts.Grant;
import org.mineban.accounts.Organisation;
import org.mineban.accounts.Role;

/** Roles in words, with the State, organisation or sections they are for. */
final class RoleWords {

    private final Visit visit;
    private final Map<UUID, String> organisations;

    RoleWords(Visit visit, List<Organisation> organisations) {
        this.visit = visit;
        this.organisations = organisations.stream().collect(Collectors.toMap(Organisation::id, Organisation::name));
    }

    String say(Role role) {
        return visit.say("role." + role.id());
    }

    String say(Grant grant) {
        String role = say(grant.role());
        String state = grant.state().map(visit::state).orElse("");
        return switch (grant.role().bound()) {
            case SYSTEM -> role;
            case STATE -> visit.say("role.of-state", Map.of("role", role, "state", state));
            case ORGANISATION ->
                visit.say(
                        "role.of-organisation",
                        Map.of(
                                "role",
                                role,
                                "state",
                                state,
                                "organisation",
                                Visit.isolated(grant.organisation()
                                        .map(id -> organisations.getOrDefault(id, id.toString()))
                                        .orElse(""))));
            case SECTIONS ->
                visit.say(
                        "role.of-sections",
                        Map.of(
                                "role",
                                role,
                                "state",
                                state,
                                "sections",
                                grant.sections().stream().sorted().collect(Collectors.joining(", "))));
        };
    }

    /** The name of a constant as the message files write it: lower-case words joined by hyphens. */
    static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
