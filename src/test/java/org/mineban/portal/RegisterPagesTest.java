package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mineban.accounts.Role;
import org.mineban.kernel.StateCode;

@DisplayName("The pages of the register")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterPagesTest {

    private static final StateCode KHM = new StateCode("KHM");

    /** A square of about 100 metres, a bow-tie, and an area without a place. */
    private static final String AREAS = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[103.0,13.0],[103.001,13.0],[103.001,13.001],[103.0,13.001],[103.0,13.0]]]},
             "properties":{"code":"A-1","class":"CHA","status":"OPEN","contamination":"AP_MINE","evidence":"VISUAL","discovered_on":"2024-03-01"}},
            {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[103.1,13.1],[103.101,13.101],[103.101,13.1],[103.1,13.101],[103.1,13.1]]]},
             "properties":{"code":"A-2","class":"SHA","status":"OPEN","contamination":"AP_MINE","evidence":"VERBAL","discovered_on":"2024-04-01"}},
            {"type":"Feature","geometry":null,
             "properties":{"code":"A-3","class":"SHA","status":"OPEN","contamination":"AP_MINE","evidence":"VERBAL","discovered_on":"2024-05-01"}}
            ]}
            """;

    private DeskPortal portal;

    @BeforeAll
    void start() {
        portal = new DeskPortal();
    }

    @AfterAll
    void stop() {
        if (portal != null) {
            portal.close();
        }
    }

    @Test
    void publish_nothing_and_say_so() {
        assertThat(portal.get("/en/register").body()).contains("Nothing of a register is published here.");
        assertThat(portal.get("/en/register/BIH").body()).contains("Nothing of a register is published here.");
        HttpResponse<String> none = portal.signInWithoutRole("nobody").get("/en/register/BIH");
        assertThat(none.body()).contains("You have no role that reads a register.");
        assertThat(portal.get("/en/register/BIH/hazard").statusCode()).isEqualTo(303);
    }

    @Test
    void bring_a_file_show_what_it_holds_take_it_by_four_eyes_into_a_figure_and_let_it_be_undone() {
        DeskPortal.SignedInVisitor writer = portal.signIn("writer", Role.INFORMATION_MANAGER, KHM);
        DeskPortal.SignedInVisitor verifier = portal.signIn("verifier", Role.VERIFIER, KHM);
        DeskPortal.SignedInVisitor manager = portal.signIn("manager", Role.INFORMATION_MANAGER, KHM);
        assertThat(writer.get("/en/register/KHM").body()).contains("This register has no record yet.");

        HttpResponse<String> form = writer.get("/en/register/KHM/import");
        HttpResponse<String> preview = writer.upload(
                form,
                "/en/register/KHM/import",
                Map.of("kind", "hazards"),
                "areas.geojson",
                AREAS.getBytes(StandardCharsets.UTF_8));
        assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
        assertThat(preview.body())
                .contains("3 rows: 1 new, 0 changed, 0 unchanged, 2 quarantined; without a place: 1")
                .contains("Line 4: mended, the shape has 5,998 m² instead of 0 m² as given.")
                .contains("<svg", "Accept every repair of a shape: 1 row")
                .contains("There is no shape: the place is unknown.");
        assertThat(writer.get("/en/register/KHM").body())
                .as("nothing is written before it is confirmed")
                .contains("This register has no record yet.");

        HttpResponse<String> remapped = writer.post(
                preview,
                "/en/register/KHM/import/mapping",
                Map.of(
                        "kind",
                        "hazards",
                        "name",
                        "areas.geojson",
                        "sha256",
                        DeskPortal.hidden(preview.body(), "sha256"),
                        "mine",
                        DeskPortal.hidden(preview.body(), "mine"),
                        "column",
                        "evidence",
                        "field",
                        "evidence",
                        "called",
                        "our areas"));
        assertThat(remapped.body()).contains("saved so by your office", "value=\"our areas\"");

        assertThat(writer.post(
                                preview,
                                "/en/register/KHM/import/confirm",
                                Map.of(
                                        "kind",
                                        "hazards",
                                        "name",
                                        "areas.csv",
                                        "sha256",
                                        DeskPortal.hidden(preview.body(), "sha256"),
                                        "mine",
                                        "0".repeat(64)))
                        .statusCode())
                .as("whoever only knows the hash of a file")
                .isEqualTo(403);
        HttpResponse<String> confirmed = writer.post(
                preview,
                "/en/register/KHM/import/confirm",
                Map.of(
                        "kind",
                        "hazards",
                        "name",
                        "areas.geojson",
                        "sha256",
                        DeskPortal.hidden(preview.body(), "sha256"),
                        "mine",
                        DeskPortal.hidden(preview.body(), "mine"),
                        "repair",
                        "4"));
        assertThat(confirmed.statusCode()).isEqualTo(303);
        assertThat(writer.get("/en/register/KHM/import").body())
                .contains("2 new, 0 changed, 0 unchanged, 1 kept apart");
        assertThat(writer.get("/en/register/KHM/hazard?approval=submitted").body())
                .contains("A-1", "A-2")
                .doesNotContain("A-3");
        assertThat(writer.get("/en/register/KHM/hazard?approval=quarantined").body())
                .contains("A-3");
        assertThat(writer.get("/en/register/KHM/hazard?q=a-2").body())
                .contains("A-2")
                .doesNotContain(">A-1<");

        String record = "/en/register/KHM/records/1";
        assertThat(writer.get(record).body())
                .contains("<svg", "confirmed (CHA)", "anti-personnel mines", "handed in")
                .doesNotContain(">Verify<");
        assertThat(writer.get("/en/register/KHM/records/2").body())
                .contains("The shape as it came, before it was mended");
        assertThat(verifier.post(record, record + "/verify", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(writer.get(record).body()).as("the writer may not approve").doesNotContain(">Approve<");
        assertThat(writer.post("/en/register/KHM/import", record + "/approve", Map.of("version", "1"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(manager.post(record, record + "/approve", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(manager.get(record).body()).contains("approved", "Take the approval back");

        assertThat(manager.get("/en/register/KHM/export").body())
                .contains("geojson", "Land that is not shown may be dangerous all the same");
        assertThat(manager.get("/en/register/KHM/export/file?kind=hazard&format=geojson&on=2024-06-30")
                        .body())
                .contains("A-1", "2024-06-30")
                .doesNotContain("A-2");
        assertThat(portal.get("/en/register/KHM/export/file?kind=hazard&format=csv")
                        .statusCode())
                .isNotEqualTo(200);
        assertThat(manager.get("/en/register/KHM/differences?year=2024").body()).contains("were never frozen");
        assertThat(manager.post(
                                "/en/register/KHM/differences?year=2024",
                                "/en/register/KHM/freeze",
                                Map.of("year", "2024"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(manager.get("/en/register/KHM/differences?year=2024").body())
                .contains("No record has changed what it gives");

        HttpResponse<String> nobodys =
                manager.get("/en/register/KHM/import/running/01a20f8e-3cef-7051-a7bf-32bff5708cc3");
        assertThat(nobodys.statusCode()).isEqualTo(404);
        assertThat(nobodys.body()).contains("There is no such import of yours");

        String figures = manager.get("/en/register/KHM?year=2024").body();
        assertThat(figures).contains("/en/register/KHM/figures/confirmed-areas?year=2024");
        assertThat(manager.get("/en/register/KHM/figures/confirmed-areas?year=2024")
                        .body())
                .contains("1 of 1 records shown", record);

        HttpResponse<String> noReason = manager.post(record, record + "/reopen", Map.of("because", " "));
        assertThat(noReason.statusCode()).isEqualTo(400);
        assertThat(noReason.body()).contains("Say why, in at most");

        HttpResponse<String> refused = writer.post(
                "/en/register/KHM/import", "/en/register/KHM/import/1/undo", Map.of("because", "The wrong province."));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("cannot be undone: 1 record was approved or changed since.");

        HttpResponse<String> other = writer.upload(
                writer.get("/en/register/KHM/import"),
                "/en/register/KHM/import",
                Map.of("kind", "hazards"),
                "more.geojson",
                AREAS.replace("A-", "B-").getBytes(StandardCharsets.UTF_8));
        writer.post(
                other,
                "/en/register/KHM/import/confirm",
                Map.of(
                        "kind",
                        "hazards",
                        "name",
                        "more.geojson",
                        "sha256",
                        DeskPortal.hidden(other.body(), "sha256"),
                        "mine",
                        DeskPortal.hidden(other.body(), "mine")));
        assertThat(writer.get("/en/register/KHM/hazard?q=b-1").body()).contains("B-1");
        assertThat(writer.post(
                                "/en/register/KHM/import",
                                "/en/register/KHM/import/2/undo",
                                Map.of("because", "The wrong province."))
                        .statusCode())
                .isEqualTo(303);
        assertThat(writer.get("/en/register/KHM/import").body()).contains("undone");
        assertThat(writer.get("/en/register/KHM/hazard?q=b-1").body()).contains("No record fits.");
    }
}
