package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.kernel.Figure;
import org.mineban.kernel.Language;
import org.mineban.mail.TestClock;
import org.mineban.platform.Settings;
import org.mineban.reporting.Entry;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.Report;
import org.mineban.reporting.Value;
import org.mineban.reporting.Xaa;
import org.mineban.submissions.Submission;

/** The library as anybody reads it: two reports of one State written, handed in, received and published before. */
@DisplayName("The library of reports")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReportLibraryTest {

    @TempDir
    private static Path folder;

    private OwnPortal portal;
    private PublishedLibrary library;
    private String reporterIn;
    private String approverIn;
    private String officerIn;

    @BeforeAll
    void start() {
        portal = new OwnPortal(folder, new TestClock("2013-04-20T09:00:00Z"), Settings.none());
        library = new PublishedLibrary(portal);
        reporterIn = portal.signIn(library.reporter);
        approverIn = portal.signIn(library.approver);
        officerIn = portal.signIn(library.officer);
        library.publish(2011, ofThailand(2011), "");
        library.publish(
                2012,
                ofThailand(2012)
                        .with(
                                FieldPath.of("i.text"),
                                Entry.of(new Value.Text(Map.of(
                                        Language.ENGLISH, "1,250 signs in 17 provinces",
                                        Language.FRENCH, "1 250 panneaux dans 16 provinces")))),
                "");
    }

    private static Report ofThailand(int year) {
        return Xaa.report(year).with(FieldPath.of("env.state"), Entry.of(Value.Words.of("THA")));
    }

    @AfterAll
    void stop() {
        if (portal != null) {
            portal.close();
        }
    }

    private String get(String path) {
        return portal.get("", path).body();
    }

    private static String text(String page) {
        return page.replaceAll("</?mark>", "").replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    @Test
    @Order(1)
    void compares_two_years_field_by_field_with_what_carries_over() {
        String page = text(get("/en/reports/THA/compare?from=2011&to=2012"));

        assertThat(page)
                .contains("Stockpiled anti-personnel mines: Total 4,000 2,750 -1,250 Changed")
                .contains("Mined areas 3,591,000 3,591,000 Carries over")
                .contains("English: 1250 · 17")
                .contains("Français: 1250 · 16");
        assertThat(get("/en/reports/THA/2012")).contains("/en/reports/THA/compare?from=2011-1");
        assertThat(get("/en/reports/THA/compare.csv?from=2011&to=2012"))
                .contains("changed,b.total,Stockpiled anti-personnel mines: Total,,4000,2750,-1250");
        assertThat(portal.get("", "/en/reports/THA/compare.xlsx").statusCode()).isEqualTo(200);
        assertThat(text(portal.get("", "/ar/reports/THA/compare?from=1999").body()))
                .contains("2011-1, 2012-2");
        assertThat(page).doesNotContain("had reported");
        assertThat(text(portal.get(officerIn, "/en/reports/THA/compare").body()))
                .contains("Thailand reported 2,750 for 2012");
    }

    @Test
    @Order(2)
    void finds_reports_by_their_words_and_never_by_private_ones() {
        assertThat(text(get("/en/search?q=Thailand&kind=report&year=2012"))).contains("Thailand, 2012: Annual report");
        assertThat(text(get("/fr/search?q=panneaux&kind=report"))).contains("Thaïlande");
        assertThat(text(get("/en/search?q=signs&kind=report&known-on=2013-04-19")))
                .doesNotContain("Thailand, 2012");
        assertThat(get("/api/v1/search?q=signs&kind=report")).contains("/reports/THA/2012/2");
    }

    @Test
    @Order(3)
    void tells_strangers_of_a_file_that_is_not_public_only_that_it_is_known() {
        Submission corrected = library.handIn(
                2012, ofThailand(2012).with(FieldPath.of("d.total"), Entry.of(Figure.of(511))), "A slip in the sum");

        String stranger = text(get("/en/reports/verify?sha256=" + corrected.identity()));
        assertThat(stranger)
                .contains("known here and is not public")
                .doesNotContain("Thailand")
                .doesNotContain("2012");
        assertThat(text(portal.get(approverIn, "/en/reports/verify?sha256=" + corrected.identity())
                        .body()))
                .contains("submission 3 of Thailand for 2012");
        assertThat(text(portal.get(reporterIn, "/en/reports/THA/submissions/3").body()))
                .contains("A slip in the sum");
    }

    @Test
    @Order(5)
    void sets_another_source_beside_the_figure_of_the_state_and_overwrites_neither() {
        String claims = "/en/reports/THA/submissions/2/claims";
        assertThat(portal.post(
                                officerIn,
                                claims,
                                claims,
                                Map.of(
                                        "place", "d.total",
                                        "figure", "540",
                                        "source", "Mine Action Review 2013, page 9",
                                        "day", "2013-04-01",
                                        "confidence", "verified1",
                                        "note", ""))
                        .statusCode())
                .isEqualTo(303);
        String page = text(get("/en/reports/THA/2012/2"));
        assertThat(page)
                .contains("Contested figures")
                .contains("510 540 Mine Action Review 2013, page 9, 1 April 2013")
                .contains("No answer on record");
        String id = portal.get(reporterIn, claims).body().replaceAll("(?s).*name=\"id\" value=\"([^\"]+)\".*", "$1");
        portal.post(reporterIn, claims, claims + "/answer", Map.of("id", id, "answer", "Thirty are without fuses."));
        assertThat(text(get("/en/reports/THA/2012/2")))
                .contains("Thirty are without fuses.")
                .contains("510 540");
        assertThat(get("/en/reports/THA/2012/2/report.json")).doesNotContain("540");
        assertThat(text(portal.post(
                                officerIn,
                                claims,
                                claims,
                                Map.of("place", "d.total", "figure", "5.4O", "source", "x", "day", "2013-04-01"))
                        .body()))
                .contains("5.4O");
        assertThat(portal.post(reporterIn, claims, claims, Map.of("place", "d.total", "figure", "1"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @Order(6)
    void gives_the_lists_for_meetings_with_masthead_in_the_order_of_the_language() {
        String reported = text(get("/en/lists/reported.html?year=2012"));
        assertThat(reported)
                .contains("States that have submitted their reports for 2012 in accordance with Article 7")
                .contains("MINEBAN/REPORTED/2013-04-20")
                .contains("1 of 160 States")
                .contains("Thailand 30 April 2013 20 April 2013");
        String french = text(get("/fr/lists/reported.html?year=2012"));
        assertThat(french.indexOf("Allemagne")).isBetween(1, french.indexOf("Belgique"));
        assertThat(text(get("/en/lists/retained-mines.html"))).contains("Thailand 510 2012");
        assertThat(text(get("/en/lists/article-5.html"))).contains("2,950,100 (2012)");
        for (String format : List.of("pdf", "docx", "xlsx")) {
            assertThat(portal.get("", "/ar/lists/article-5." + format).statusCode())
                    .isEqualTo(200);
        }
    }
}
