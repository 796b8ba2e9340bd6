package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.kernel.Language;
import org.mineban.mail.TestClock;
import org.mineban.platform.Settings;
import org.mineban.reporting.Entry;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportKind;
import org.mineban.reporting.Value;
import org.mineban.submissions.Drafts;
import org.mineban.submissions.Submission;
import org.mineban.submissions.Submissions;

/** What people send by mistake, or to see what happens: each is told clearly, and nothing is lost. */
@DisplayName("Bad input to the pages of reports")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportBadInputTest {

    @TempDir
    private static Path folder;

    private OwnPortal portal;
    private PublishedLibrary library;
    private String reporterIn;
    private String officerIn;

    @BeforeAll
    void start() {
        portal = new OwnPortal(folder, new TestClock("2013-04-20T09:00:00Z"), Settings.none());
        library = new PublishedLibrary(portal);
        reporterIn = portal.signIn(library.reporter);
        officerIn = portal.signIn(library.officer);
        portal.bean(Drafts.class)
                .open(library.reporter, PublishedLibrary.THA, 2012, ReportKind.ANNUAL, Language.ENGLISH);
    }

    @AfterAll
    void stop() {
        if (portal != null) {
            portal.close();
        }
    }

    private HttpResponse<String> send(
            String session, String page, String path, Map<String, String> fields, String name, byte[] file)
            throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Map<String, String> all = new java.util.LinkedHashMap<>(fields);
        all.put("form-code", OwnPortal.code(portal.get(session, page).body()));
        for (Map.Entry<String, String> field : all.entrySet()) {
            body.write(PublishedLibrary.utf8("--edge\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                    + "\"\r\n\r\n" + field.getValue() + "\r\n"));
        }
        body.write(PublishedLibrary.utf8(
                "--edge\r\nContent-Disposition: form-data; name=\"document\"; filename=\"" + name + "\"\r\n\r\n"));
        body.write(file);
        body.write(PublishedLibrary.utf8("\r\n--edge--\r\n"));
        return portal.send(HttpRequest.newBuilder(URI.create(portal.address(path)))
                .header("Cookie", "mineban-session=" + session)
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    private static Map<String, String> received(String year, String submitted, String received) {
        return Map.of(
                "state",
                "KHM",
                "year",
                year,
                "kind",
                "annual",
                "language",
                "en",
                "submitted",
                submitted,
                "received",
                received);
    }

    private HttpResponse<String> register(String year, String submitted, String received, String name, byte[] file)
            throws IOException {
        return send(
                officerIn,
                "/en/reports/register",
                "/en/reports/register",
                received(year, submitted, received),
                name,
                file);
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(PublishedLibrary.utf8("<x/>"));
            }
        }
        return out.toByteArray();
    }

    @Test
    void a_document_with_macros_is_refused_at_both_doors_whatever_its_name() throws IOException {
        byte[] macros = zip("word/document.xml", "word/vbaProject.bin");

        assertThat(register("2011", "2012-04-01", "2012-04-02", "report.docx", macros)
                        .body())
                .contains("holds programs (macros)");
        assertThat(send(
                                reporterIn,
                                "/en/reports/THA/2012/draft",
                                "/en/reports/THA/2012/draft/offline",
                                Map.of(),
                                "form.docx",
                                macros)
                        .body())
                .contains("holds programs (macros)");
    }

    @Test
    void a_document_that_is_no_form_is_told_what_to_bring() throws IOException {
        assertThat(send(
                                reporterIn,
                                "/en/reports/THA/2012/draft",
                                "/en/reports/THA/2012/draft/offline",
                                Map.of(),
                                "letter.docx",
                                zip("word/document.xml"))
                        .body())
                .contains("no place of a field, as d.total");
        assertThat(register("2011", "2012-04-01", "2012-04-02", "report.txt", PublishedLibrary.utf8("Report"))
                        .body())
                .contains("is no document that can be registered here");
    }

    @Test
    void a_day_of_receipt_before_the_day_of_submission_is_told_with_both() throws IOException {
        assertThat(register("2010", "2011-04-30", "2011-04-01", "r.pdf", PublishedLibrary.utf8("%PDF-1.4 a"))
                        .body())
                .contains("2011-04-01")
                .contains("2011-04-30");
        assertThat(register("2010", "03/04/2011", "2011-05-01", "r.pdf", PublishedLibrary.utf8("%PDF-1.4 a"))
                        .body())
                .contains("03/04/2011");
    }

    @Test
    void the_same_file_is_registered_once_and_four_at_the_same_time_each_get_a_number() throws Exception {
        List<Future<HttpResponse<String>>> sent = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(4)) {
            for (int one = 0; one < 4; one++) {
                byte[] pdf = PublishedLibrary.utf8("%PDF-1.4 report " + one);
                sent.add(people.submit(() -> register("2009", "2010-04-01", "2010-04-02", "r.pdf", pdf)));
            }
        }
        for (Future<HttpResponse<String>> answer : sent) {
            assertThat(status(answer)).isEqualTo(303);
        }
        assertThat(register("2009", "2010-04-01", "2010-04-02", "r.pdf", PublishedLibrary.utf8("%PDF-1.4 report 2"))
                        .body())
                .contains("This very file is registered already");
        assertThat(
                        portal
                                .bean(Submissions.class)
                                .ofState(library.officer, new org.mineban.kernel.StateCode("KHM"))
                                .stream()
                                .filter(one -> one.year() == 2009))
                .extracting(Submission::number)
                .hasSize(4)
                .doesNotHaveDuplicates();
    }

    private static int status(Future<HttpResponse<String>> answer) throws InterruptedException {
        try {
            return answer.get().statusCode();
        } catch (ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void what_can_mean_two_things_is_kept_as_written_and_taken_for_no_value() {
        portal.post(
                reporterIn,
                "/en/reports/THA/2012/draft",
                "/en/reports/THA/2012/draft/offline/accept",
                Map.of(
                        "take~d.total", "yes",
                        "text~d.total", "1.234",
                        "take~b.total", "yes",
                        "text~b.total", "2O16",
                        "take~b.asOf", "yes",
                        "text~b.asOf", "03/04/2012",
                        "take~d.live", "yes",
                        "text~d.live", "٤٨٠"));
        Report draft = portal.bean(Drafts.class)
                .find(library.reporter, PublishedLibrary.THA, 2012)
                .orElseThrow()
                .report();
        for (Map.Entry<String, String> place : Map.of("d.total", "1.234", "b.total", "2O16", "b.asOf", "03/04/2012")
                .entrySet()) {
            Entry entry = draft.at(FieldPath.of(place.getKey())).orElseThrow();
            assertThat(entry.value()).as(place.getKey()).isInstanceOf(Value.Unread.class);
            assertThat(entry.written()).isEqualTo(place.getValue());
        }
        assertThat(draft.section(org.mineban.reporting.Subject.RETAINED).number("live"))
                .contains(new java.math.BigDecimal("480"));
        assertThat(portal.get(reporterIn, "/en/reports/THA/2012/draft/retained").body())
                .contains("1.234");
    }

    @Test
    void a_pdf_of_300_megabytes_is_refused_with_a_page_that_names_the_limit() throws IOException {
        long length = 300L << 20;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), portal.port())) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write(PublishedLibrary.utf8(
                    "POST /en/reports/register HTTP/1.1\r\nHost: localhost\r\nCookie: mineban-session="
                            + officerIn + "\r\nContent-Type: multipart/form-data; boundary=edge\r\nContent-Length: "
                            + length
                            + "\r\nConnection: close\r\n\r\n"));
            byte[] piece = new byte[1 << 20];
            for (int sent = 0; sent < 300; sent++) {
                out.write(piece);
            }
            out.flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").contains("20").contains("</html>");
        }
    }
}
