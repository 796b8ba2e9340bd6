package org.mineban.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mineban.kernel.Language;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;

@DisplayName("Who may do what")
class PermissionsTest {

    private static final StateCode OWN_STATE = new StateCode("KHM");
    private static final StateCode OTHER_STATE = new StateCode("THA");
    private static final UUID OWN_BODY = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID OTHER_BODY = UUID.fromString("00000000-0000-7000-8000-000000000002");
    private static final UUID SELF = UUID.fromString("00000000-0000-7000-8000-00000000000a");
    private static final UUID COLLEAGUE = UUID.fromString("00000000-0000-7000-8000-00000000000b");

    private final Access access = new Access(new PermissionTable());

    /** What the vectors say of a cell. */
    record Expected(Reach reach, boolean fourEyes) {}

    static Stream<Arguments> cells() throws IOException {
        Map<String, Expected> expected = new HashMap<>();
        try (InputStream file = PermissionsTest.class.getResourceAsStream("/vectors/roles.txt")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String role = line.substring(0, line.indexOf(':'));
                String[] rest = line.substring(line.indexOf(':') + 2).split(" ", 2);
                Reach reach = Reach.valueOf(rest[0].toUpperCase(Locale.ROOT));
                for (String permission : rest[1].split(", ", -1)) {
                    boolean eyes = permission.endsWith("!");
                    String id = eyes ? permission.substring(0, permission.length() - 1) : permission;
                    assertThat(Permission.find(id)).as(id).isPresent();
                    expected.put(role + " " + id, new Expected(reach, eyes));
                }
            });
        }
        return Arrays.stream(Role.values())
                .flatMap(role -> Arrays.stream(Permission.values())
                        .map(permission -> Arguments.of(
                                role,
                                permission,
                                expected.getOrDefault(
                                        role.id() + " " + permission.id(), new Expected(Reach.NONE, false)))));
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @MethodSource("cells")
    void is_as_the_words_say_in_every_cell(Role role, Permission permission, Expected expected) {
        Optional<Person> person = Optional.of(person(role));
        Thing own = Thing.of(OWN_STATE).of(OWN_BODY).section("C");
        Reach reach = expected.reach();

        assertThat(access.allows(person, permission, own.by(COLLEAGUE)))
                .as("own State, organisation and section")
                .isEqualTo(reach != Reach.NONE);
        assertThat(access.allows(person, permission, own.by(SELF)))
                .as("own work")
                .isEqualTo(reach != Reach.NONE && !expected.fourEyes());
        assertThat(access.allows(
                        person, permission, Thing.of(OTHER_STATE).of(OWN_BODY).section("C")))
                .as("another State")
                .isEqualTo(reach == Reach.ALL);
        assertThat(access.allows(
                        person, permission, Thing.of(OWN_STATE).of(OTHER_BODY).section("C")))
                .as("another organisation of the State")
                .isEqualTo(reach == Reach.ALL || reach == Reach.STATE || reach == Reach.SECTIONS);
        assertThat(access.allows(
                        person, permission, Thing.of(OWN_STATE).of(OWN_BODY).section("D")))
                .as("another section")
                .isEqualTo(reach == Reach.ALL || reach == Reach.STATE || reach == Reach.ORGANISATION);
        assertThat(access.allows(person, permission, Thing.SYSTEM))
                .as("the whole system")
                .isEqualTo(reach == Reach.ALL);
    }

    @Test
    void nobody_and_the_disabled_may_do_nothing() {
        Person disabled = new Person(
                SELF,
                "A",
                "a@example.org",
                Language.ENGLISH,
                Optional.of(Instant.EPOCH),
                true,
                List.of(grant(Role.ADMINISTRATOR)),
                Instant.EPOCH,
                1);
        for (Permission permission : Permission.values()) {
            assertThat(access.allows(Optional.empty(), permission, Thing.SYSTEM))
                    .isFalse();
            assertThat(access.allows(Optional.of(disabled), permission, Thing.SYSTEM))
                    .isFalse();
            assertThat(access.allowsSomewhere(Optional.of(disabled), permission))
                    .isFalse();
        }
    }

    @Test
    void an_administrator_approves_nothing_and_reads_no_victim() {
        Optional<Person> administrator = Optional.of(person(Role.ADMINISTRATOR));
        for (Permission never : List.of(
                Permission.VICTIMS_READ_IDENTITY,
                Permission.REPORT_APPROVE,
                Permission.REGISTER_APPROVE,
                Permission.DESK_CONFIRM)) {
            assertThat(access.allows(administrator, never, Thing.of(OWN_STATE))).isFalse();
        }
    }

    @Test
    void the_refusal_says_whether_a_second_person_is_all_that_is_missing() {
        Optional<Person> officer = Optional.of(person(Role.DEPOSITARY_OFFICER));

        assertThatThrownBy(() -> access.require(officer, Permission.DESK_CONFIRM, Thing.SYSTEM.by(SELF)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().id()).isEqualTo("four-eyes"));
        assertThatThrownBy(() -> access.require(officer, Permission.REPORT_PUBLISH, Thing.SYSTEM))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().id()).isEqualTo("not-allowed"));
        access.require(officer, Permission.DESK_CONFIRM, Thing.SYSTEM.by(COLLEAGUE));
    }

    @Test
    void a_decision_tells_each_step() {
        Person person = person(Role.VERIFIER);

        Decision decision = access.decide(
                Optional.of(person),
                Permission.REGISTER_VERIFY,
                Thing.of(OTHER_STATE).by(COLLEAGUE));

        assertThat(decision.allowed()).isFalse();
        assertThat(decision.steps()).extracting(Decision.Step::finding).containsExactly(Decision.Finding.OTHER_STATE);
    }

    private static Person person(Role role) {
        return new Person(
                SELF,
                "A",
                "a@example.org",
                Language.ENGLISH,
                Optional.empty(),
                true,
                List.of(grant(role)),
                Instant.EPOCH,
                1);
    }

    private static Grant grant(Role role) {
        return new Grant(
                UUID.fromString("00000000-0000-7000-8000-0000000000ff"),
                role,
                role.bound() == Role.Bound.SYSTEM ? Optional.empty() : Optional.of(OWN_STATE),
                role.bound() == Role.Bound.ORGANISATION ? Optional.of(OWN_BODY) : Optional.empty(),
                role.bound() == Role.Bound.SECTIONS ? Set.of("C") : Set.of(),
                "program:test",
                Instant.EPOCH);
    }
}
