package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mineban.accounts.Role;
import org.mineban.kernel.StateCode;
import org.mineban.operations.Kind;

@DisplayName("The page of a hazardous area")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AreaPagesTest {

    private static final StateCode KHM = new StateCode("KHM");
    private static final Pattern RECORD = Pattern.compile("/en/register/KHM/records/(\\d+)");

    private DeskPortal portal;
    private DeskPortal.SignedInVisitor writer;
    private DeskPortal.SignedInVisitor verifier;
    private DeskPortal.SignedInVisitor manager;

    @BeforeAll
    void start() {
        portal = new DeskPortal();
        writer = portal.signIn("writer", Role.INFORMATION_MANAGER, KHM);
        verifier = portal.signIn("verifier", Role.VERIFIER, KHM);
        manager = portal.signIn("manager", Role.INFORMATION_MANAGER, KHM);
    }

    @AfterAll
    void stop() {
        if (portal != null) {
            portal.close();
        }
    }

    private static Map<String, String> area(String code, String from) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("action", "keep");
        fields.put("code", code);
        fields.put("valid-from", from);
        fields.put("f-class", "SHA");
        fields.put("f-status", "OPEN");
        fields.put("f-contamination", "AP_MINE");
        fields.put("f-evidence", "VERBAL");
        fields.put("corners", "3");
        return fields;
    }

    /** A box of tenths of a thousandth of a degree, at places with the decimals that a place needs. */
    private static void box(Map<String, String> fields, int east, int north, int width, int height) {
        String[][] corners = {
            {"s", "13.%04d, 103.%04d".formatted(north, east)},
            {"t1", "13.%04d, 103.%04d".formatted(north, east + width)},
            {"t2", "13.%04d, 103.%04d".formatted(north + height, east + width)},
            {"t3", "13.%04d, 103.%04d".formatted(north + height, east)}
        };
        for (String[] corner : corners) {
            fields.put(corner[0] + "-place", corner[1]);
        }
    }

    private String written(String kind, Map<String, String> fields) {
        HttpResponse<String> kept =
                writer.post("/en/register/KHM/" + kind + "/new", "/en/register/KHM/" + kind + "/new", fields);
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(303);
        return record(kept);
    }

    private static String record(HttpResponse<String> kept) {
        Optional<String> location = kept.headers().firstValue("Location");
        Matcher number = RECORD.matcher(location.orElse(""));
        assertThat(number.find()).as(kept.body()).isTrue();
        return "/en/register/KHM/records/" + number.group(1);
    }

    private void approved(String record) {
        assertThat(writer.post(record, record + "/submit", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(verifier.post(record, record + "/verify", Map.of()).statusCode())
                .isEqualTo(303);
        HttpResponse<String> done = manager.post(record, record + "/approve", Map.of());
        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
    }

    @Test
    void shows_what_remains_lets_it_be_split_and_opened_again_and_each_link_from_both_ends() {
        Map<String, String> whole = area("A-1", "2010-05-03");
        box(whole, 1000, 1000, 20, 20);
        String area = written("hazard", whole);
        approved(area);

        assertThat(writer.get(area).body()).contains("What may follow", "Split a part off", "Merge into another area");
        HttpResponse<String> tooSoon = writer.post(
                area, area + "/move", Map.of("status", "HANDED_OVER", "step-on", "2011-01-01", "because", "Try."));
        assertThat(tooSoon.statusCode()).isEqualTo(409);
        assertThat(tooSoon.body())
                .contains("cannot become “handed over”", "tasked, closed by cancellation, merged, void");
        assertThat(writer.post(area, area + "/move", Map.of("status", "TASKED", "step-on", "soon", "because", "Try."))
                        .body())
                .contains("“soon” is no day.");

        String split = "/en/register/KHM/hazard/new?split=" + area.substring(area.lastIndexOf('/') + 1);
        Map<String, String> part = area("A-1-EAST", "2011-02-01");
        box(part, 1010, 1000, 10, 20);
        HttpResponse<String> form = writer.get(split);
        assertThat(form.body()).contains("value=\"A-1\"");
        String east = record(writer.post(form, split, part));
        assertThat(writer.get(east).body()).contains("Split from", ">A-1<");
        assertThat(writer.get(area).body()).contains("A-1-EAST was split from it");
        approved(area);
        approved(east);

        Map<String, String> product = new LinkedHashMap<>(Map.of(
                "action", "keep",
                "code", "P-1",
                "valid-from", "2011-12-31",
                "f-release", "CANCELLED",
                "f-hazard", "A-1-EAST",
                "f-released_on", "2011-12-31",
                "corners", "3"));
        box(product, 1010, 1000, 10, 10);
        String released = written("product", product);
        approved(released);
        assertThat(writer.get(east).body()).contains("What is left", "Write what is left as a draft");
        assertThat(writer.post(east, east + "/remainder", Map.of()).statusCode())
                .isEqualTo(303);
        approved(east);

        assertThat(manager.get("/en/register/KHM/map?day=2011-12-30").body())
                .contains("On 30 December 2011: 2 open areas, 0 closed");
        assertThat(manager.get("/en/register/KHM/map?day=2010-12-31").body())
                .contains("On 31 December 2010: 1 open area, 0 closed");
        assertThat(manager.get("/en/register/KHM/map?day=31.12.2011").body())
                .contains("On 31 December 2011: 2 open areas");
        assertThat(manager.get("/en/register/KHM/map?day=2011-12-31&known=2011-12-31")
                        .body())
                .as("nothing was known here in 2011")
                .contains("0 open areas");
        assertThat(manager.get("/en/register/KHM/map?day=never").body()).contains("“never” is no day");
    }

    @Test
    void has_a_form_for_every_kind_of_record() {
        for (Kind kind : Kind.values()) {
            HttpResponse<String> form = writer.get("/en/register/KHM/" + kind.id() + "/new");
            assertThat(form.statusCode()).as(kind.id()).isEqualTo(200);
            assertThat(form.body()).contains("name=\"f-");
            assertThat(writer.get("/en/register/KHM/" + kind.id()).statusCode())
                    .as(kind.id())
                    .isEqualTo(200);
        }
    }

    @Test
    void is_handed_in_verified_and_approved_with_many_others_and_each_is_told_of() {
        Map<String, String> good = area("B-1", "2015-05-03");
        box(good, 3001, 3001, 20, 20);
        Map<String, String> bad = area("B-2", "2015-05-03");
        String one = written("hazard", good);
        String two = written("hazard", bad);
        String picks = pick(one) + "&pick=" + pick(two).replace(":", "%3A");
        HttpResponse<String> list = writer.get("/en/register/KHM/hazard?q=b-");
        assertThat(list.body()).contains("Look at what was picked");
        HttpResponse<String> looked = writer.post(list, "/en/register/KHM/bulk?pick=" + picks, Map.of());
        assertThat(looked.body())
                .contains("2 records that were picked", "There is no shape: the place is unknown.", "Hand in")
                .doesNotContain(">Verify<");
        assertThat(bulk(writer, "submit", picks).body()).contains("handed in");
        assertThat(bulk(writer, "verify", picks).body())
                .as("four eyes: its writer verifies nothing")
                .contains("class=\"finding blocks\"");
        assertThat(bulk(verifier, "verify", picks).body()).contains("verified");
        String approved = bulk(manager, "approve", picks).body();
        assertThat(approved).contains("V-01");
        assertThat(manager.get(one).body()).contains("Take the approval back");
        assertThat(manager.get(two).body()).doesNotContain("Take the approval back");
        assertThat(manager.get("/en/register/KHM/work").body()).contains("Work that waits");
        assertThat(manager.get("/en/register/KHM/work/waiting").body()).contains("B-2");
        assertThat(manager.get("/en/register/KHM/work/waiting.csv").body()).contains("B-2");
        assertThat(manager.get("/en/register/KHM/work/unsurveyed").body()).contains("B-1");
        assertThat(manager.get("/en/register/KHM/work/quiet").body()).contains("Nothing waits here.");
    }

    private static String pick(String record) {
        return record.substring(record.lastIndexOf('/') + 1) + ":1";
    }

    private HttpResponse<String> bulk(DeskPortal.SignedInVisitor visitor, String step, String picks) {
        return visitor.post("/en/register/KHM/hazard", "/en/register/KHM/bulk/" + step + "?pick=" + picks, Map.of());
    }

    @Test
    void is_told_of_as_late_when_its_task_is_and_kept_in_a_list_of_ones_own() {
        Map<String, String> task = new LinkedHashMap<>(Map.of(
                "action", "keep",
                "code", "T-1",
                "valid-from", "2026-01-02",
                "f-task_status", "ISSUED",
                "f-work_type", "CLEARANCE",
                "f-issued_on", "2026-01-02",
                "f-deadline_on", "2026-03-01"));
        written("task", task);
        task.put("code", "T-2");
        task.put("f-deadline_on", "2027-03-01");
        written("task", task);
        assertThat(writer.get("/en/register/KHM/work/tasks-late").body())
                .contains(">T-1<")
                .doesNotContain(">T-2<");

        HttpResponse<String> list = writer.get("/en/register/KHM/task?status=ISSUED");
        assertThat(list.body()).contains(">T-2<", "Keep this list under a name");
        writer.post(list, "/en/register/KHM/task/views", Map.of("name", "My tasks", "query", "status=ISSUED"));
        assertThat(writer.get("/en/register/KHM/task").body())
                .contains("My tasks", "/en/register/KHM/task?status=ISSUED");
        assertThat(manager.get("/en/register/KHM/task").body()).doesNotContain("My tasks");
    }
}
