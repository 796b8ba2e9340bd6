package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.accounts.Organisations;
import org.mineban.accounts.People;
import org.mineban.accounts.Person;
import org.mineban.accounts.Role;
import org.mineban.audit.AuditTrail;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;
import org.mineban.mail.TestClock;
import org.mineban.platform.Settings;

@DisplayName("The pages about victims")
class VictimPagesTest {

    private static final StateCode KHM = new StateCode("KHM");
    private static final String ALL = "/en/register/KHM/victims";
    private static final String WHY = "Arranging the transport to the clinic";

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock("2026-11-24T09:00:00Z");
    private OwnPortal portal;

    @BeforeEach
    void start() {
        portal = new OwnPortal(folder, clock, Settings.none());
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    private String signIn(String name, Role role, StateCode state) {
        Optional<UUID> organisation = role.bound() == Role.Bound.ORGANISATION
                ? Optional.of(portal.bean(Organisations.class)
                        .add("program:test", "Body of " + name, Optional.of(state))
                        .id())
                : Optional.empty();
        Person person = portal.bean(People.class)
                .invite(
                        "program:test",
                        name,
                        name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.org",
                        Language.ENGLISH,
                        Optional.of(new People.Wanted(
                                role,
                                role.bound() == Role.Bound.SYSTEM ? Optional.empty() : Optional.of(state),
                                organisation,
                                role.bound() == Role.Bound.SECTIONS ? Set.of("J") : Set.of())))
                .person();
        return portal.signIn(person);
    }

    static Map<String, String> form(String name) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("outcome", "INJURED");
        form.put("sex", "F");
        form.put("age-band", "CHILD");
        form.put("age", "9");
        form.put("status", "CIVILIAN");
        form.put("device", "AP_MINE");
        form.put("day", "2025-03");
        form.put("region", "Battambang");
        form.put("name", name);
        form.put("address", "House 5");
        form.put("guardian", "Aunt Chenda");
        form.put("purpose", "ASSISTANCE");
        form.put("basis", "CONSENT");
        form.put("keep-until", "2031-12-31");
        return form;
    }

    /** Records a victim and gives the number. */
    private String victim(String officer, String name) {
        HttpResponse<String> answer = portal.post(officer, ALL + "/new", ALL + "/new", form(name));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        String to = answer.headers().firstValue("Location").orElseThrow();
        return to.substring(to.lastIndexOf('/') + 1);
    }

    @Test
    void record_a_victim_show_who_it_is_for_a_reason_and_lose_no_text_of_two_writers() {
        String officer = signIn("Officer One", Role.VICTIM_DATA_OFFICER, KHM);
        assertThat(portal.get(officer, "/en/account").body()).contains("href=\"/en/victims\"");
        assertThat(portal.get(officer, "/en/victims").headers().firstValue("Location"))
                .contains(ALL);
        assertThat(portal.get(officer, ALL).body()).contains("No victim is recorded yet");
        String number = victim(officer, "Sokha Chanthy");
        String one = ALL + "/" + number;

        assertThat(number).matches("V-[2-9B-Z]{8}");
        assertThat(portal.get(officer, ALL).body())
                .contains(number, "injured", "9")
                .doesNotContain("Chanthy");
        assertThat(portal.get(officer, one).body())
                .contains("Battambang", "add-identity")
                .doesNotContain("Chanthy");
        HttpResponse<String> none = portal.post(officer, one, one + "/identity", Map.of("reason", "why"));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("The reason says too little").doesNotContain("Chanthy");
        HttpResponse<String> shown = portal.post(officer, one, one + "/identity", Map.of("reason", WHY));
        assertThat(shown.body()).contains("Sokha Chanthy", "House 5", "Aunt Chenda", "Officer One");
        assertThat(shown.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(portal.get(officer, one).body()).contains(WHY, ">read<");

        Map<String, String> change = new LinkedHashMap<>(form("Sokha Chanthy"));
        change.put("version", "1");
        change.put("address", "House 6");
        assertThat(portal.post(officer, one, one + "/identity/change", change).statusCode())
                .isEqualTo(303);
        change.put("address", "House 7, behind the school");
        HttpResponse<String> late = portal.post(officer, one, one + "/identity/change", change);
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body())
                .contains("Somebody changed", "House 7, behind the school", "In the vault now: House 6")
                .contains("name=\"version\" value=\"2\"");
    }

    @Test
    void find_by_name_consent_care_export_by_two_and_erase() {
        String officer = signIn("Officer One", Role.VICTIM_DATA_OFFICER, KHM);
        String coordinator = signIn("Coordinator", Role.NATIONAL_COORDINATOR, KHM);
        String number = victim(officer, "Sokha Chanthy");
        String other = victim(officer, "Vanna");
        String one = ALL + "/" + number;

        assertThat(portal.post(officer, ALL, ALL + "/search", Map.of("typed", "CHANTHY sokha"))
                        .body())
                .contains("One person", number)
                .doesNotContain(other);
        assertThat(portal.post(
                                officer,
                                one,
                                one + "/consents",
                                Map.of("sharing", "REFERRAL", "answer", "YES", "giver", "GUARDIAN"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(portal.post(
                                officer,
                                one,
                                one + "/care",
                                Map.of(
                                        "kind",
                                        "SERVICE",
                                        "service",
                                        "REHABILITATION",
                                        "provider",
                                        "Clinic",
                                        "began",
                                        "2026-01-05",
                                        "done",
                                        "2026-01-01",
                                        "remark",
                                        ""))
                        .body())
                .contains("before it began");
        assertThat(portal.post(
                                officer,
                                one,
                                one + "/care",
                                Map.of(
                                        "kind",
                                        "SERVICE",
                                        "service",
                                        "REHABILITATION",
                                        "provider",
                                        "Clinic",
                                        "began",
                                        "2026-01-05",
                                        "done",
                                        "",
                                        "remark",
                                        "left leg"))
                        .statusCode())
                .isEqualTo(303);
        String page = portal.get(officer, one).body();
        assertThat(page).contains("the guardian", "left leg", "goes on");
        Matcher step = Pattern.compile("name=\"step\" value=\"([^\"]+)\"").matcher(page);
        assertThat(step.find()).isTrue();
        portal.post(officer, one, one + "/care/done", Map.of("step", step.group(1)));
        assertThat(portal.get(officer, one).body()).doesNotContain("goes on");

        String exports = ALL + "/exports";
        portal.post(officer, exports, exports, Map.of("sharing", "REFERRAL", "receiver", "Clinic", "because", WHY));
        Matcher wish = Pattern.compile("exports/([0-9a-f-]{36})/confirm")
                .matcher(portal.get(coordinator, exports).body());
        assertThat(wish.find()).isTrue();
        assertThat(portal.get(officer, exports).body()).contains("waits for a second person");
        String id = exports + "/" + wish.group(1);
        assertThat(portal.post(officer, exports, id + "/confirm", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(portal.post(coordinator, exports, id + "/confirm", Map.of()).statusCode())
                .isEqualTo(303);
        HttpResponse<String> file = portal.post(officer, exports, id + "/take", Map.of());
        assertThat(file.body()).contains("Sokha Chanthy").doesNotContain("Vanna");
        assertThat(portal.post(officer, exports, id + "/take", Map.of()).statusCode())
                .isEqualTo(409);

        assertThat(portal.post(
                                officer,
                                one,
                                one + "/erase",
                                Map.of("version", "1", "because", "The family asked for it"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(portal.get(officer, one).body()).contains("The identity was erased", "Battambang");
        assertThat(portal.post(officer, one, one + "/identity", Map.of("reason", WHY))
                        .body())
                .contains("was erased and is not there any more");

        String breaches = ALL + "/breaches";
        portal.post(
                officer,
                breaches,
                breaches,
                Map.of("noticed", "2026-11-23", "people", "", "what", "A list was left in a taxi", "done", "Found"));
        assertThat(portal.get(officer, breaches).body()).contains("A list was left in a taxi", "not known");
    }

    @Test
    void lose_nothing_of_a_form_that_is_refused() {
        String officer = signIn("Officer One", Role.VICTIM_DATA_OFFICER, KHM);
        Map<String, String> form = new LinkedHashMap<>(form("Sokha Chanthy"));
        form.put("day", "yesterday");

        HttpResponse<String> answer = portal.post(officer, ALL + "/new", ALL + "/new", form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Sokha Chanthy", "Aunt Chenda", "yesterday", "2031-12-31");
        assertThat(portal.get(officer, ALL).body()).contains("No victim is recorded yet");
    }

    /** The table of permissions through the web: what each role gets to see of each page, in its own State and in another. */
    @Test
    void open_for_each_role_what_it_may_see_and_nothing_else() {
        String officer = signIn("Officer One", Role.VICTIM_DATA_OFFICER, KHM);
        String number = victim(officer, "Sokha Chanthy");
        String one = ALL + "/" + number;
        Map<Role, String> seen = new LinkedHashMap<>();
        Map<Role, String> abroad = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            String here = signIn("Here " + role.id(), role, KHM);
            String there = signIn("There " + role.id(), role, new StateCode("THA"));
            seen.put(role, seen(here, one));
            abroad.put(role, seen(there, one));
        }

        // list, one, new, exports, breaches; identity, change, search, consents, erase
        String nothing = "403 403 403 403 403 403 403 403 403 403";
        Map<Role, String> expected = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            expected.put(
                    role,
                    switch (role) {
                        case NATIONAL_COORDINATOR -> "200 200 403 200 403 403 403 403 403 403";
                        case VERIFIER, INFORMATION_MANAGER -> "200 200 403 403 403 403 403 403 403 403";
                        case VICTIM_DATA_OFFICER -> "200 200 200 200 200 200 422 200 422 422";
                        default -> nothing;
                    });
        }
        assertThat(seen).isEqualTo(expected);
        assertThat(abroad)
                .allSatisfy((role, what) -> assertThat(what).as(role.id()).isEqualTo(nothing));
        assertThat(portal.database().read(sql -> new AuditTrail().of(sql, "victim-file", "KHM/" + number, 500)).stream()
                        .filter(entry -> entry.event().action().equals("read-refused"))
                        .count())
                .as("who was refused is written down")
                .isEqualTo(2L * Role.values().length - 1);
    }

    private String seen(String session, String one) {
        List<String> seen = new ArrayList<>();
        for (String page : List.of(ALL, one, ALL + "/new", ALL + "/exports", ALL + "/breaches")) {
            HttpResponse<String> answer = portal.get(session, page);
            assertThat(answer.body()).doesNotContain("Chanthy");
            seen.add("" + answer.statusCode());
        }
        String code = OwnPortal.code(portal.get(session, "/en/account").body());
        for (String action : List.of("/identity", "/identity/change")) {
            HttpResponse<String> answer =
                    portal.post(session, one + action, Map.of("reason", WHY, "version", "77"), code);
            seen.add("" + answer.statusCode());
            assertThat(answer.body().contains("Chanthy")).isEqualTo(answer.statusCode() != 403);
        }
        seen.add(""
                + portal.post(session, ALL + "/search", Map.of("typed", "Vanna"), code)
                        .statusCode());
        seen.add(""
                + portal.post(session, one + "/consents", Map.of("sharing", "?"), code)
                        .statusCode());
        seen.add(""
                + portal.post(session, one + "/erase", Map.of("because", "no"), code)
                        .statusCode());
        return String.join(" ", seen);
    }

    @Test
    void show_a_photograph_only_after_the_identity() throws java.io.IOException {
        String officer = signIn("Officer One", Role.VICTIM_DATA_OFFICER, KHM);
        String one = ALL + "/" + victim(officer, "Sokha Chanthy");

        assertThat(portal.get(officer, one + "/photograph").statusCode()).isEqualTo(409);
        clock.move(Duration.ofMinutes(1));
        portal.post(officer, one, one + "/identity", Map.of("reason", WHY));
        assertThat(portal.get(officer, one + "/photograph").statusCode())
                .as("there is none")
                .isEqualTo(404);
    }

    @Test
    void tell_the_public_nothing_of_a_draft_and_say_so() {
        String officer = signIn("Officer One", Role.VICTIM_DATA_OFFICER, KHM);
        victim(officer, "Sokha Chanthy");

        HttpResponse<String> page = portal.get("", "/en/register/KHM/casualties");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("No casualty is recorded and approved").doesNotContain("Battambang");
        assertThat(portal.get("", "/en/register/KHM/casualties.csv").body()).contains("year,by,category");
        assertThat(portal.get("", "/en/register/ZZZ/casualties").statusCode()).isEqualTo(404);
    }
}
