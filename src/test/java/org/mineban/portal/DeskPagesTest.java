package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mineban.accounts.Role;
import org.mineban.kernel.Language;
import org.mineban.portal.DeskPortal.SignedInVisitor;

/** Georgia's accession, which it has not made, from the form to every page. */
@DisplayName("The pages of the depositary's desk")
class DeskPagesTest {

    private static final Map<String, String> ACCESSION = Map.of(
            "state", "GEO",
            "act", "accession",
            "date", "2026-11-20",
            "source", "C.N.999.2026.TREATIES-XXVI.5");

    private DeskPortal portal;
    private SignedInVisitor author;
    private SignedInVisitor second;

    @BeforeEach
    void start() {
        portal = new DeskPortal();
        author = portal.signIn("author", Role.DEPOSITARY_OFFICER);
        second = portal.signIn("second", Role.DEPOSITARY_OFFICER);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String text) {
        Map<String, String> changed = new HashMap<>(fields);
        changed.put(name, text);
        return changed;
    }

    /** Records an act and gives the address of its entry. */
    private String record(Map<String, String> fields) {
        HttpResponse<String> saved = author.post("/en/desk/new", "/en/desk/new", fields);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        return saved.headers().firstValue("Location").orElseThrow();
    }

    private String propose(Map<String, String> fields) {
        String entry = record(fields);
        assertThat(author.post(entry, entry + "/propose", Map.of()).statusCode())
                .isEqualTo(303);
        return entry;
    }

    private String confirm(Map<String, String> fields) {
        String entry = propose(fields);
        assertThat(second.post(entry + "/confirm", entry + "/confirm", Map.of()).statusCode())
                .isEqualTo(303);
        return entry;
    }

    @Test
    void tell_who_comes_first_what_to_do() {
        assertThat(author.get("/en/desk").body()).contains("No entry yet. When a depositary notification arrives");
        assertThat(portal.signIn("reader", Role.SECRETARIAT_OFFICER)
                        .get("/en/desk")
                        .body())
                .contains("No entry yet.")
                .doesNotContain("/en/desk/new");
    }

    @Test
    void are_for_those_whose_roles_allow_it() {
        String entry = propose(ACCESSION);
        SignedInVisitor reader = portal.signIn("reader", Role.SECRETARIAT_OFFICER);
        SignedInVisitor administrator = portal.signIn("administrator", Role.ADMINISTRATOR);

        assertThat(portal.get("/en/desk").statusCode()).isEqualTo(303);
        assertThat(portal.get("/en/desk").headers().firstValue("Location").orElseThrow())
                .startsWith("/en/sign-in");
        assertThat(administrator.get("/en/desk").statusCode()).isEqualTo(403);
        assertThat(administrator.get(entry).statusCode()).isEqualTo(403);
        assertThat(reader.get(entry).body())
                .contains("What will change")
                .doesNotContain("/propose")
                .doesNotContain("/confirm");
        assertThat(reader.get("/en/desk/new").statusCode()).isEqualTo(403);
        assertThat(reader.post("/en/account", entry + "/confirm", Map.of("version", "2"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void say_before_it_counts_what_will_change() {
        String page = author.get(record(ACCESSION)).body();

        assertThat(page)
                .contains("What will change")
                .contains("State not party")
                .contains("Consent to be bound deposited, not yet in force; takes effect: 1 May 2027")
                .contains("Georgia · Initial transparency report")
                .contains("28 October 2027")
                .contains("1 May 2031")
                .contains("1 May 2037")
                .contains("Georgia · Share of the costs")
                .contains("Why it will be so");
    }

    @Test
    void bring_an_accession_onto_every_page_once_another_has_confirmed_it() {
        String before = portal.get("/api/v1/count?on=2026-12-01").body();
        String entry = propose(ACCESSION);
        assertThat(author.get(entry).body()).contains("somebody else must confirm or return it");
        assertThat(author.post(entry, entry + "/confirm", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(portal.get("/en/states/GEO").body()).doesNotContain("C.N.999.2026");

        assertThat(second.post(entry + "/confirm", entry + "/confirm", Map.of()).statusCode())
                .isEqualTo(303);

        assertThat(portal.get("/en/states/GEO").body())
                .contains("Consent to be bound deposited, not yet in force; takes effect: 1 May 2027")
                .contains("C.N.999.2026.TREATIES-XXVI.5")
                .contains("Recorded here; confirmed: 24 November 2026, as: Depositary’s officer")
                .doesNotContain("Entry at the depositary’s desk");
        assertThat(second.get("/en/states/GEO").body()).contains("href=\"" + entry + "\"");
        assertThat(portal.get("/en/why/GEO/entry-into-force").body())
                .contains("1 May 2027")
                .contains("depositary/recorded.csv:2");
        assertThat(portal.get("/en/duties?state=GEO").body()).contains("28 October 2027");
        assertThat(portal.get("/en/universalization").body()).doesNotContain("/en/what-if?state=GEO");
        assertThat(parties(portal.get("/api/v1/count?on=2026-12-01").body())).isEqualTo(parties(before) + 1);
        assertThat(portal.get("/api/v1/status?iso3=GEO").body()).contains("consent-deposited");
        assertThat(portal.get("/en/search?q=Georgia+accession").body()).contains("/en/states/GEO");
        assertThat(portal.get("/en/data").body()).contains("depositary/recorded.csv");
        assertThat(portal.get("/data/depositary/recorded.csv").body())
                .contains("GEO,accession,,2026-11-20")
                .contains("2026-11-24");
        assertThat(author.get(entry).body())
                .contains("What it changed")
                .contains("Confirmed by")
                .contains("desk-confirm");
        assertThat(author.get("/en/desk").body()).contains("Confirmed").contains("C.N.999.2026.TREATIES-XXVI.5");
    }

    private static int parties(String json) {
        java.util.regex.Matcher found =
                java.util.regex.Pattern.compile("\"partiesByDeposit\" : (\\d+)").matcher(json);
        assertThat(found.find()).as(json).isTrue();
        return Integer.parseInt(found.group(1));
    }

    @Test
    void answer_as_was_known_before_and_after_on_the_web_and_on_the_command_line() {
        portal.toDay("2026-12-10");
        author = portal.signIn("author", Role.DEPOSITARY_OFFICER);
        second = portal.signIn("second", Role.DEPOSITARY_OFFICER);
        confirm(ACCESSION);

        assertThat(portal.get("/en/states/GEO").body()).contains("takes effect: 1 May 2027");
        assertThat(portal.get("/en/states/GEO?known-on=2026-12-09").body())
                .contains("This is what was known on 9 December 2026.")
                .contains("State not party")
                .doesNotContain("1 May 2027");
        assertThat(portal.get("/en/states/GEO?known-on=2026-12-10").body()).contains("takes effect: 1 May 2027");
        assertThat(portal.get("/en/known-on?page=/states/GEO").body())
                .contains("href=\"/en/states/GEO?known-on=2026-12-10\">10 December 2026");
        assertThat(command("status", "GEO", "--format", "csv")).contains("GEO,consent-deposited,2026-11-20");
        assertThat(command("status", "GEO", "--format", "csv", "--known-on", "2026-12-09"))
                .contains("GEO,not-party");
    }

    private String command(String... arguments) {
        StringWriter out = new StringWriter();
        String[] all = java.util.stream.Stream.concat(
                        java.util.Arrays.stream(arguments),
                        java.util.stream.Stream.of(
                                "--lang", "en", "--data", portal.folder().toString()))
                .toArray(String[]::new);
        Clock later = Clock.fixed(Instant.parse("2026-12-11T09:00:00Z"), ZoneOffset.UTC);
        StringWriter err = new StringWriter();
        int code = new org.mineban.cli.CommandLineProgram(later, new PrintWriter(out), new PrintWriter(err)).run(all);
        assertThat(code).as(err.toString()).isZero();
        return out.toString();
    }

    @Test
    void keep_what_was_typed_and_lead_from_each_mistake_to_its_field() {
        HttpResponse<String> refused = author.post(
                "/en/desk/new",
                "/en/desk/new",
                Map.of("state", "GEO", "act", "accession", "date", "20.11.2026", "note", "Kept <b>as typed</b>"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("2 fields are not right yet:")
                .contains("<a href=\"#date\">“20.11.2026” is not a date.")
                .contains("<a href=\"#source\">Name the source")
                .contains("value=\"20.11.2026\"")
                .contains("Kept &lt;b&gt;as typed&lt;/b&gt;")
                .contains("<option value=\"GEO\" selected=\"selected\">Georgia");
        assertThat(author.post("/en/desk/new", "/en/desk/new", with(ACCESSION, "date", "2026-11-25"))
                        .body())
                .contains("“2026-11-25” lies ahead");
    }

    @Test
    void show_both_texts_to_the_second_of_two_who_save_the_same_draft() {
        String entry = record(ACCESSION);
        HttpResponse<String> seen = second.get(entry + "/edit");
        author.post(entry + "/edit", entry + "/edit", with(ACCESSION, "date", "2026-11-19"));

        HttpResponse<String> conflict = second.post(seen, entry + "/edit", with(ACCESSION, "date", "2026-11-18"));

        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body())
                .contains("Somebody else saved another text")
                .contains("author")
                .contains("<bdi>2026-11-19</bdi>")
                .contains("<bdi>2026-11-18</bdi>");
        assertThat(second.get(entry).body()).contains("19 November 2026");
        assertThat(second.post(conflict, entry + "/edit", with(ACCESSION, "date", "2026-11-18"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(second.get(entry).body()).contains("18 November 2026");
    }

    @Test
    void do_not_confirm_what_was_changed_after_it_was_read() {
        String entry = propose(ACCESSION);
        HttpResponse<String> read = second.get(entry + "/confirm");
        author.post(entry, entry + "/take-back", Map.of());
        author.post(entry + "/edit", entry + "/edit", with(ACCESSION, "date", "2026-11-19"));
        author.post(entry, entry + "/propose", Map.of());

        HttpResponse<String> answer = second.post(read, entry + "/confirm", Map.of());

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Somebody else has changed entry 1").contains("Waits for confirmation");
    }

    @Test
    void return_an_entry_only_with_a_reason_which_its_writers_read() {
        String entry = propose(ACCESSION);

        assertThat(second.post(entry, entry + "/return", Map.of("return-because", " "))
                        .statusCode())
                .isEqualTo(400);
        assertThat(second.post(entry, entry + "/return", Map.of("return-because", "It was the 19th."))
                        .statusCode())
                .isEqualTo(303);
        assertThat(author.get(entry).body()).contains("Returned by").contains("It was the 19th.");
    }

    @Test
    void correct_a_row_and_leave_the_earlier_one_readable() {
        assertThat(author.get("/en/desk/new?state=OMN").body())
                .contains("/en/desk/new?corrects=parties%2Ftreaty-actions.csv%3A214");
        HttpResponse<String> form = author.get("/en/desk/new?corrects=parties/treaty-actions.csv:214");
        assertThat(form.body()).contains("value=\"2014-08-20\"").contains("The row as the record has it now");
        Map<String, String> correction = new HashMap<>(Map.of(
                "state", "OMN",
                "act", "accession",
                "date", "2014-09-20",
                "source", "C.N.998.2026.TREATIES-XXVI.5",
                "corrects", "parties/treaty-actions.csv:214",
                "manner", "replace"));
        assertThat(author.post(form, "/en/desk/new", correction).body()).contains("Say what was wrong");
        String entry = confirm(with(correction, "why", "The notification says September."));

        assertThat(portal.get("/en/states/OMN").body())
                .contains("1 March 2015")
                .contains("Takes the place of an earlier row")
                .contains("The notification says September.")
                .contains("parties/treaty-actions.csv:214")
                .contains("2014-08-20");
        assertThat(portal.get("/en/why/OMN/initial-report").body())
                .contains("28 August 2015")
                .contains("Takes the place of an earlier row");
        assertThat(author.get(entry).body()).contains("1 February 2015").contains("1 March 2015");
    }

    @Test
    void say_that_nothing_moves_and_point_out_what_is_unusual() {
        String declaration = record(Map.of(
                "state", "OMN",
                "act", "interpretative-declaration",
                "date", "2026-11-20",
                "summary", "Understands the word use as its allies do.",
                "source", "C.N.997.2026.TREATIES-XXVI.5"));
        assertThat(author.get(declaration).body()).contains("Nothing moves:");

        String again = record(with(with(ACCESSION, "state", "OMN"), "date", "2026-11-20"));
        assertThat(author.get(again).body())
                .contains("Look at this before it counts:")
                .contains("The State was bound, or had consented, the day before.");
    }

    @Test
    void are_complete_in_six_languages() {
        String entry = propose(ACCESSION).substring("/en".length());
        for (Language language : Language.values()) {
            String lang = "/" + language.code();
            for (String page : new String[] {
                "/desk",
                "/desk/new?state=OMN",
                "/desk/new?corrects=parties/treaty-actions.csv:214",
                entry,
                entry + "/confirm"
            }) {
                HttpResponse<String> answer = second.get(lang + page);
                assertThat(answer.statusCode()).as(lang + page).isEqualTo(200);
                assertThat(answer.body()).contains("<html lang=\"" + language.code() + "\"");
            }
        }
    }

    @Test
    void keep_the_source_document_and_give_it_as_a_file_only() {
        String entry = record(ACCESSION);
        byte[] pdf = "%PDF-1.7\nA notification.\n%%EOF".getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(author.upload(author.get(entry), entry + "/document", "../C.N.999 إشعار.pdf", pdf)
                        .statusCode())
                .isEqualTo(303);

        HttpResponse<String> read = second.get(entry + "/document");
        assertThat(read.body()).isEqualTo("%PDF-1.7\nA notification.\n%%EOF");
        assertThat(read.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(read.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .doesNotContain("..");
        assertThat(read.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(second.get(entry).body()).contains("إشعار.pdf").contains("desk-attach");
        assertThat(portal.get(entry + "/document").statusCode()).isEqualTo(303);
        assertThat(portal.signIn("administrator", Role.ADMINISTRATOR)
                        .get(entry + "/document")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void refuse_a_document_of_another_kind_or_too_large() {
        String entry = record(ACCESSION);

        HttpResponse<String> program = author.upload(
                author.get(entry), entry + "/document", "notification.pdf", new byte[] {'M', 'Z', 0, 1, 2, 3});
        assertThat(program.statusCode()).isEqualTo(400);
        assertThat(program.body()).contains("“notification.pdf” is of a kind that is not taken here");

        byte[] large = new byte[21 * 1024 * 1024];
        large[0] = '%';
        HttpResponse<String> tooLarge = author.upload(author.get(entry), entry + "/document", "large.pdf", large);
        assertThat(tooLarge.statusCode()).isEqualTo(400);
        assertThat(tooLarge.body()).contains("larger than 20,971,520 bytes");
        assertThat(author.get(entry).body()).doesNotContain("large.pdf");
    }

    @Test
    void refuse_a_form_from_another_site() {
        HttpResponse<String> answer = author.post("/en/desk/new", "/en/desk/new", ACCESSION);
        assertThat(answer.statusCode()).isEqualTo(303);

        Map<String, String> forged = with(ACCESSION, "state", "UKR");
        HttpResponse<String> page = author.get("/en/desk/new");
        HttpResponse<String> refused = second.post(page, "/en/desk/new", forged);

        assertThat(refused.statusCode()).isEqualTo(403);
    }
}
