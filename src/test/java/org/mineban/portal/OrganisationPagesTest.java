package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.accounts.Organisation;
import org.mineban.accounts.Organisations;
import org.mineban.accounts.People;
import org.mineban.accounts.Person;
import org.mineban.accounts.Role;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;
import org.mineban.platform.Settings;

@DisplayName("An organisation")
class OrganisationPagesTest {

    private static final StateCode KHM = new StateCode("KHM");

    @TempDir
    private Path folder;

    private OwnPortal portal;
    private Organisations organisations;
    private Organisation body;
    private String coordinator;

    @BeforeEach
    void start() {
        portal = new OwnPortal(folder, Clock.systemUTC(), Settings.none());
        organisations = portal.bean(Organisations.class);
        body = organisations.add("program:test", "Clearance North", Optional.of(KHM));
        coordinator = portal.signIn(
                portal.person("Sok", "sok@example.org", Language.ENGLISH, Role.NATIONAL_COORDINATOR, Optional.of(KHM)));
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    private String page() {
        return "/en/organisations/" + body.id();
    }

    private HttpResponse<String> post(String what, Map<String, String> fields) {
        return portal.post(coordinator, page(), page() + "/" + what, fields);
    }

    @Test
    void gets_another_name_with_the_reason_in_its_history() {
        organisations.add("program:test", "Clearance South", Optional.of(KHM));

        HttpResponse<String> taken = post("rename", Map.of("name", "Clearance South", "rename-reason", "merged"));
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(taken.body()).contains("There is an organisation called “Clearance South” already");
        assertThat(post("rename", Map.of("name", "Clearance East", "rename-reason", "it has moved"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(organisations.find(body.id()).orElseThrow().name()).isEqualTo("Clearance East");
        assertThat(portal.get(coordinator, page()).body())
                .contains("Clearance North → Clearance East")
                .contains("it has moved");
    }

    @Test
    void is_closed_once_nobody_has_a_role_in_it_and_opened_again() {
        People people = portal.bean(People.class);
        People.Wanted operator = new People.Wanted(Role.OPERATOR, Optional.of(KHM), Optional.of(body.id()), Set.of());
        Person dara = people.invite("program:test", "Dara", "dara@example.org", Language.ENGLISH, Optional.of(operator))
                .person();

        HttpResponse<String> used = post("close", Map.of("close-reason", "dissolved"));
        assertThat(used.statusCode()).isEqualTo(422);
        assertThat(used.body()).contains("1 role is held in this organisation");

        people.endGrant("program:test", dara, dara.grants().getFirst(), Optional.empty());
        assertThat(post("close", Map.of("close-reason", "dissolved")).statusCode())
                .isEqualTo(303);
        assertThat(portal.get(coordinator, page()).body())
                .contains("Closed since")
                .contains("dissolved");
        assertThat(portal.get(coordinator, "/en/organisations").body()).contains("closed");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() ->
                        people.grant("program:test", people.find(dara.id()).orElseThrow(), operator)))
                .hasMessageContaining("organisation-closed");

        assertThat(post("reopen", Map.of("close-reason", "a mistake")).statusCode())
                .isEqualTo(303);
        assertThat(organisations.find(body.id()).orElseThrow().closedAt()).isEmpty();
    }

    @Test
    void is_not_given_a_name_that_only_looks_like_that_of_another() throws Exception {
        String cyrillic = "\u0421learance N\u043erth";

        assertThatThrownBy(() -> organisations.add("program:test", cyrillic, Optional.of(KHM)))
                .hasMessageContaining("organisation-looks-like");
        Organisation other = organisations.add("program:test", "Clearance West", Optional.of(KHM));
        assertThatThrownBy(() -> organisations.rename("program:test", other, "CLEARANCE  NORTH", Optional.empty()))
                .hasMessageContaining("organisation-looks-like");
        assertThat(organisations.find(other.id()).orElseThrow().name()).isEqualTo("Clearance West");
        organisations.rename("program:test", body, "CLEARANCE NORTH", Optional.empty());
        assertThat(organisations.find(body.id()).orElseThrow().name()).isEqualTo("CLEARANCE NORTH");
    }

    @Test
    void of_another_state_is_answered_as_if_it_were_not_there() {
        Organisation other = organisations.add("program:test", "Elsewhere", Optional.of(new StateCode("UKR")));
        String path = "/en/organisations/" + other.id();

        assertThat(portal.get(coordinator, path).statusCode()).isEqualTo(404);
        assertThat(portal.post(coordinator, page(), path + "/rename", Map.of("name", "Mine"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(organisations.find(other.id()).orElseThrow().name()).isEqualTo("Elsewhere");
    }
}
