package org.mineban.portal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mineban.accounts.Access;
import org.mineban.accounts.Permission;
import org.mineban.accounts.PermissionTable;
import org.mineban.accounts.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What each role may do, in words and as the table that the program decides by. Everybody may read it. */
@RestController
final class RolesPage {

    private final PageRenderer renderer;
    private final PermissionTable table;

    RolesPage(PageRenderer renderer, Access access) {
        this.renderer = renderer;
        this.table = access.table();
    }

    /** What the page shows. */
    record View(List<RoleText> roles, List<Row> rows) {}

    /** A role in words. */
    record RoleText(String id, String name, String about, List<String> may) {}

    /** A permission; {@code cells} by role, in the order of the roles. */
    record Row(String permission, String id, boolean fourEyes, List<String> cells) {}

    @GetMapping("/roles")
    ResponseEntity<byte[]> roles(Visit visit) {
        List<RoleText> roles = Arrays.stream(Role.values())
                .map(role -> new RoleText(
                        role.id(),
                        visit.say("role." + role.id()),
                        visit.say("role." + role.id() + ".about"),
                        Arrays.stream(Permission.values())
                                .filter(permission -> table.reach(permission, role) != org.mineban.accounts.Reach.NONE)
                                .map(permission -> words(visit, permission, role))
                                .toList()))
                .toList();
        List<Row> rows = Arrays.stream(Permission.values())
                .map(permission -> new Row(
                        visit.say("permission." + permission.id()),
                        permission.id(),
                        table.fourEyes(permission),
                        Arrays.stream(Role.values())
                                .map(role -> visit.say("reach." + RoleWords.words(table.reach(permission, role))))
                                .toList()))
                .toList();
        return renderer.page(visit, "roles", visit.say("roles.title"), new View(roles, rows));
    }

    private String words(Visit visit, Permission permission, Role role) {
        String what = visit.say("permission." + permission.id());
        String reach = visit.say("reach." + RoleWords.words(table.reach(permission, role)));
        String text = visit.say("roles.may", Map.of("permission", what, "reach", reach));
        return table.fourEyes(permission) ? text + " " + visit.say("roles.four-eyes") : text;
    }
}
