package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.Facts;
import org.mineban.accounts.Person;
import org.mineban.accounts.Role;
import org.mineban.kernel.Figure;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;
import org.mineban.mail.TestClock;
import org.mineban.platform.Settings;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Editions;
import org.mineban.reporting.Entry;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.Mark;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportKind;
import org.mineban.reporting.Subject;
import org.mineban.reporting.Value;
import org.mineban.storage.Sha256;
import org.mineban.submissions.Certification;
import org.mineban.submissions.Draft;
import org.mineban.submissions.Drafts;
import org.mineban.submissions.Kit;
import org.mineban.submissions.Part;
import org.mineban.submissions.Submission;
import org.mineban.submissions.Submissions;

/** The stories of a focal point and of the secretariat, told in a browser, each after the one before. */
@DisplayName("A report in a browser")
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReportsBrowserTest {

    private static final boolean PICTURES = System.getenv("MINEBAN_SCREENSHOTS") != null;
    private static final StateCode KHM = new StateCode("KHM");

    @TempDir
    private static Path folder;

    private final List<String> complaints = new ArrayList<>();
    private Chromium chromium;
    private OwnPortal portal;
    private Person reporter;
    private Person approver;
    private String reporterIn;
    private String approverIn;
    private String officerIn;

    @BeforeAll
    void start() {
        chromium = Chromium.start();
        portal = new OwnPortal(folder, new TestClock("2013-03-10T09:00:00Z"), Settings.none());
        reporter = portal.person("Anna", "anna@example.org", Language.ENGLISH, Role.REPORTER, Optional.of(KHM));
        approver = portal.person("Bo", "bo@example.org", Language.ENGLISH, Role.APPROVER, Optional.of(KHM));
        Person officer =
                portal.person("Cy", "cy@example.org", Language.ENGLISH, Role.SECRETARIAT_OFFICER, Optional.empty());
        reporterIn = portal.signIn(reporter);
        approverIn = portal.signIn(approver);
        officerIn = portal.signIn(officer);
        reportOf2011();
    }

    /** The State reported for 2011: retained mines, the rest nil. */
    private void reportOf2011() {
        Drafts drafts = portal.bean(Drafts.class);
        Draft draft = drafts.open(reporter, KHM, 2011, ReportKind.ANNUAL, Language.ENGLISH);
        drafts.save(
                reporter,
                draft.id(),
                Part.TITLE,
                1,
                draft.part(Part.TITLE)
                        .text()
                        .with(
                                new FieldPath("env.contact[1].organisation"),
                                Entry.of(Value.Text.of(Language.ENGLISH, "Mine Action Authority")))
                        .with(
                                new FieldPath("env.contact[1].email"),
                                Entry.of(Value.Text.of(Language.ENGLISH, "focal@example.org"))),
                true);
        Report retained = Report.empty()
                .with(
                        new FieldPath("d.ret[1].institution"),
                        Entry.of(Value.Text.of(Language.ENGLISH, "Training Centre")))
                .with(new FieldPath("d.ret[1].type"), Entry.of(Value.Words.of("PMN-2")))
                .with(new FieldPath("d.ret[1].qty"), Entry.of(Figure.of(518)))
                .with(new FieldPath("d.total"), Entry.of(Figure.of(518)));
        for (Subject subject : Subject.values()) {
            Report text = subject == Subject.RETAINED
                    ? retained.with(subject, new Mark.Changed())
                    : Report.empty().with(subject, new Mark.Nil(Map.of(Language.ENGLISH, "There is none.")));
            drafts.save(reporter, draft.id(), Part.of(subject), 1, text, true);
        }
        drafts.sendToReview(reporter, draft.id(), 1);
        drafts.approve(approver, draft.id(), 2, new Certification("Mine Action Authority", "Director"));
        portal.bean(Submissions.class)
                .submit(
                        approver,
                        drafts.find(approver, KHM, 2011).orElseThrow(),
                        "",
                        new Kit(Facts.KNOWLEDGE, Dictionary.load(), Editions.load()));
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (portal != null) {
            portal.close();
        }
    }

    private BrowserContext as(String session, int width) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setAcceptDownloads(true));
        context.addCookies(List.of(new Cookie("mineban-session", session)
                .setUrl(portal.address("/"))
                .setHttpOnly(true)));
        return context;
    }

    private Page page(BrowserContext context) {
        Page page = context.newPage();
        page.onPageError(error -> complaints.add(page.url() + " " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
                complaints.add(page.url() + " " + message.text());
            }
        });
        return page;
    }

    private String go(Page page, String path) {
        page.navigate(portal.address(path));
        return page.url();
    }

    private static void picture(Page page, String name) {
        if (PICTURES) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/screenshots/" + name + ".png"))
                    .setFullPage(true));
        }
    }

    private static void assertAccessible(Page page) {
        List<Rule> violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertThat(violations)
                .as(page.url())
                .extracting(
                        rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                .isEmpty();
    }

    private Draft draft(int year) {
        return portal.bean(Drafts.class).find(reporter, KHM, year).orElseThrow();
    }

    @Test
    @Order(1)
    void with_nothing_new_goes_from_last_year_to_the_kit_in_at_most_twelve_clicks() throws IOException {
        int clicks = 0;
        try (BrowserContext reporting = as(reporterIn, 1280);
                BrowserContext approving = as(approverIn, 1280)) {
            Page page = page(reporting);
            go(page, "/en/reports/KHM");
            picture(page, "reports-state");
            page.click("#begin-2012");
            clicks++;
            assertThat(page.locator(".card").count()).isEqualTo(11);
            assertThat(page.locator(".card[data-progress=to-confirm]").count()).isEqualTo(11);
            assertThat(page.locator("main").innerText())
                    .contains("Unchanged since 2011")
                    .contains("518");
            picture(page, "draft");
            assertAccessible(page);
            page.click("#confirm-all");
            clicks++;
            page.click("#send");
            clicks++;
            assertThat(page.locator("main").innerText()).contains("In review");
            Page second = page(approving);
            go(second, "/en/reports/KHM/2012/draft");
            second.click("#approve");
            clicks++;
            second.click("#submit");
            clicks++;
            picture(second, "submission");
            assertAccessible(second);
            Download kit = second.waitForDownload(() -> second.click("#kit"));
            clicks++;
            List<String> names = names(kit.path());
            assertThat(names)
                    .contains(
                            "MBT_Art7_2012_KHM_en.pdf",
                            "MBT_Art7_2012_KHM_en.docx",
                            "MBT_Art7_2012_KHM_en.xlsx",
                            "MBT_Art7_2012_KHM.json",
                            "MBT_Art7_2012_KHM.csv",
                            "MBT_Art7_2012_KHM_note-verbale_en.docx",
                            "MBT_Art7_2012_KHM_email_en.txt",
                            "MBT_Art7_2012_KHM_receipt.txt");
            verify(second, kit.path());
        }
        assertThat(clicks).isLessThanOrEqualTo(12);
        assertThat(complaints).isEmpty();
    }

    private static List<String> names(Path zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream files = new ZipInputStream(in)) {
            for (ZipEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    /** The PDF of the kit is known again, and with one byte changed it is not. */
    private void verify(Page page, Path zip) throws IOException {
        byte[] pdf = {};
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream files = new ZipInputStream(in)) {
            for (ZipEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                if (entry.getName().endsWith("KHM_en.pdf")) {
                    pdf = files.readAllBytes();
                }
            }
        }
        Path file = Files.write(folder.resolve("report.pdf"), pdf);
        go(page, "/en/reports/verify");
        page.setInputFiles("#document", file);
        page.click("form[enctype] button");
        assertThat(page.locator("#answer").innerText())
                .contains("This is submission 2 of Cambodia for 2012, 10 March 2013");
        pdf[pdf.length / 2]++;
        go(page, "/en/reports/verify?sha256=" + Sha256.of(pdf));
        assertThat(page.locator("#answer").innerText()).contains("none that was handed in");
    }

    @Test
    @Order(2)
    void saved_in_two_tabs_loses_nothing_and_shows_both_side_by_side() {
        portal.bean(Drafts.class).open(reporter, KHM, 2013, ReportKind.ANNUAL, Language.ENGLISH);
        try (BrowserContext context = as(reporterIn, 1280)) {
            Page one = page(context);
            Page two = page(context);
            go(one, "/en/reports/KHM/2013/draft/retained");
            go(two, "/en/reports/KHM/2013/draft/retained");
            picture(one, "draft-section");
            assertAccessible(one);
            one.fill("[name='d.ret[1].qty']", "500");
            two.fill("[name='d.ret[1].qty']", "1,200");
            two.fill("[name='d.plans']", "Dogs are trained in May.");
            assertThat(one.locator("#last").textContent())
                    .contains("As reported for 2012")
                    .contains("Training Centre");
            one.click("#save");
            assertThat(one.locator(".onefield:has([id='d.ret[1].qty'])").innerText())
                    .contains("2012: 518");
            assertThat(one.locator("#told").innerText()).contains("Saved");
            two.click("#save");

            assertThat(two.url()).endsWith("/draft/retained/choose");
            assertThat(two.locator("main").innerText())
                    .contains("500")
                    .contains("1,200")
                    .contains("Dogs are trained");
            picture(two, "draft-choose");
            assertAccessible(two);
            two.click("main form button");
        }
        Report now = draft(2013).report();
        assertThat(now.at(new FieldPath("d.ret[1].qty")))
                .map(Entry::value)
                .contains(new Value.Quantity(Figure.of(500)));
        assertThat(now.section(Subject.RETAINED).text("plans")).isEqualTo("Dogs are trained in May.");
        assertThat(now.mark(Subject.RETAINED)).contains(new Mark.Changed());
        assertThat(complaints).isEmpty();
    }

    @Test
    @Order(3)
    void keeps_what_was_typed_while_an_hour_without_connection_and_a_closed_tab_passed() {
        try (BrowserContext context = as(reporterIn, 1280)) {
            Page page = page(context);
            page.clock().install();
            go(page, "/en/reports/KHM/2013/draft/measures");
            page.check("input[name=mark][value=changed]");
            page.click("details[id='add-a.measure'] summary");
            page.fill("details[id='add-a.measure'] textarea[name$='.text']", "Decree 12 of 2013");
            context.setOffline(true);
            page.fill("details[id='add-a.measure'] textarea[name$='.suppl']", "In force since May");
            page.clock().fastForward("01:00:00");
            page.waitForFunction("() => document.getElementById('told').textContent.includes('Not connected')");
            page.close();
            context.setOffline(false);
            Page again = page(context);
            again.clock().install();
            go(again, "/en/reports/KHM/2013/draft/measures");
            assertThat(again.locator("#told").innerText()).contains("What you typed before");
            again.clock().fastForward(6000);
            again.waitForFunction("() => document.getElementById('told').textContent.includes('Saved')");
        }
        Report now = draft(2013).report();
        assertThat(now.section(Subject.MEASURES).rows("measure"))
                .extracting(
                        row -> row.fields().text("text") + " | " + row.fields().text("suppl"))
                .contains("Decree 12 of 2013 | In force since May");
        assertThat(complaints).isEmpty();
    }

    @Test
    @Order(4)
    void is_received_and_published_by_the_secretariat_and_read_by_anybody_without_private_fields() {
        try (BrowserContext context = as(officerIn, 1280)) {
            Page page = page(context);
            go(page, "/en/reports/KHM/submissions/2");
            page.fill("#received", "2013-03-10");
            page.click("#receive");
            page.click("#publish");
            assertThat(page.locator("main").innerText()).contains("In time");
            go(page, "/en/reports/board?year=2012&sort=late");
            assertThat(page.locator("main").innerText()).contains("Cambodia").contains("Received: 1 of");
            picture(page, "board");
            assertAccessible(page);
            go(page, "/en/reports/register");
            assertAccessible(page);
            picture(page, "report-register");
        }
        try (BrowserContext anybody = chromium.browser().newContext()) {
            Page page = page(anybody);
            go(page, "/en/reports");
            assertThat(page.locator("main").innerText()).contains("Cambodia");
            picture(page, "reports");
            assertAccessible(page);
            go(page, "/en/reports/KHM/2012");
            assertThat(page.locator("[id='d.total']").innerText()).contains("518");
            assertThat(page.content()).contains("Mine Action Authority").doesNotContain("focal@example.org");
            picture(page, "report");
            assertAccessible(page);
            go(page, "/en/search?q=PMN-2&kind=report");
            assertThat(page.locator("main").innerText())
                    .contains("Cambodia, 2012: Annual report (Article 7)")
                    .doesNotContain("2011");
            go(page, "/fr/search?q=centre+training&kind=report&state=KHM");
            assertThat(page.locator("main a[href^='/fr/reports/KHM/2012/2']").count())
                    .isEqualTo(1);
            go(page, "/en/search?q=focal&kind=report");
            assertThat(page.locator("main").innerText()).contains("Nothing");
            go(page, "/en/duties?state=KHM&duty=annual-report&past=all");
            assertThat(page.locator("main").innerText()).contains("10 March 2013");
        }
        List<Submission> published = portal.bean(Submissions.class).published(KHM);
        String json = portal.get("", "/en/reports/KHM/2012/2/report.json").body();
        assertThat(Sha256.of(json))
                .isEqualTo(published.getFirst().published().orElseThrow().sha256());
        assertThat(complaints).isEmpty();
    }

    @Test
    @Order(5)
    void goes_out_as_a_workbook_and_comes_back_as_proposals_with_nothing_dropped() throws IOException {
        try (BrowserContext context = as(reporterIn, 1280)) {
            Page page = page(context);
            go(page, "/en/reports/KHM/2013/draft");
            Download form = page.waitForDownload(() -> page.click("#form-xlsx"));
            Path filled = folder.resolve("filled.xlsx");
            try (InputStream in = Files.newInputStream(form.path());
                    XSSFWorkbook book = new XSSFWorkbook(in);
                    OutputStream out = Files.newOutputStream(filled)) {
                XSSFSheet sheet = book.getSheetAt(0);
                sheet.getRow(0).getCell(4).setCellValue("Renamed by the ministry");
                int changed = 0;
                for (Row row : sheet) {
                    String place = row.getCell(0).getStringCellValue();
                    String content = switch (place) {
                        case "e.plant[x1-0].name" -> "Factory 7";
                        case "i.text" -> "Signs were put up.";
                        case "d.live" -> "٤٨٠";
                        default -> "";
                    };
                    if (!content.isEmpty()) {
                        row.getCell(4).setCellValue(content);
                        changed++;
                    }
                    if (place.equals("d.total")) {
                        row.getCell(4).setCellValue(500);
                        changed++;
                    }
                }
                assertThat(changed).isEqualTo(4);
                sheet.createRow(sheet.getLastRowNum() + 2).createCell(1).setCellValue("Ask the army again");
                book.write(out);
            }
            page.setInputFiles("#document", filled);
            page.click("#bring");
            picture(page, "draft-offline");
            assertAccessible(page);
            assertThat(page.locator("input[name^='take~']").count()).isEqualTo(4);
            assertThat(page.locator("#left").inputValue()).contains("Ask the army again");
            page.click("#accept");
            assertThat(page.locator("main").innerText()).contains("Ask the army again");
        }
        Report now = draft(2013).report();
        assertThat(now.section(Subject.CONVERSION)
                        .rows("plant")
                        .getFirst()
                        .fields()
                        .text("name"))
                .isEqualTo("Factory 7");
        assertThat(now.section(Subject.RETAINED).number("total")).contains(new BigDecimal("500"));
        assertThat(now.section(Subject.RETAINED).number("live")).contains(new BigDecimal("480"));
        assertThat(now.section(Subject.WARNING).text("text")).isEqualTo("Signs were put up.");
    }

    @Test
    @Order(6)
    void goes_out_as_a_text_document_and_comes_back_through_libreoffice_as_ten_proposals() throws IOException {
        Path form = folder.resolve("form.docx");
        try (BrowserContext context = as(reporterIn, 1280)) {
            Page page = page(context);
            go(page, "/en/reports/KHM/2013/draft");
            Download out = page.waitForDownload(() -> page.click("#form-docx"));
            int changed = 0;
            try (InputStream in = Files.newInputStream(out.path());
                    XWPFDocument document = new XWPFDocument(in);
                    OutputStream filled = Files.newOutputStream(form)) {
                for (XWPFTable table : document.getTables()) {
                    for (XWPFTableRow row : table.getRows()) {
                        String content = TYPED.get(row.getCell(2).getText().replaceAll("[^A-Za-z0-9.\\[\\]-]", ""));
                        if (content != null) {
                            row.getCell(1).setText(content);
                            changed++;
                        }
                    }
                }
                document.createParagraph().createRun().setText("Ask the navy about its depot");
                document.write(filled);
            }
            assertThat(changed).isEqualTo(10);
            page.setInputFiles("#document", savedByLibreOffice(form));
            page.click("#bring");
            assertThat(page.locator("input[name^='take~']").count()).isEqualTo(10);
            assertThat(page.locator("#left").inputValue()).isEqualTo("Ask the navy about its depot");
            page.click("#accept");
            assertThat(page.locator("main").innerText()).contains("Ask the navy about its depot");
        }
        Report now = draft(2013).report();
        assertThat(now.section(Subject.OTHER).text("text")).isEqualTo("A note");
        assertThat(now.at(new FieldPath("g.spot")).map(Entry::value).orElseThrow())
                .isEqualTo(new Value.Quantity(new Figure.Unknown()));
        assertThat(now.at(new FieldPath("e.plant[x1-1].status")).map(Entry::written))
                .contains("half done");
        assertThat(complaints).isEmpty();
    }

    /** The document as LibreOffice writes it anew. */
    private static Path savedByLibreOffice(Path document) throws IOException {
        Path saved = Files.createDirectories(folder.resolve("saved"));
        Process office = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("office").toUri(),
                        "--headless",
                        "--convert-to",
                        "docx",
                        "--outdir",
                        saved.toString(),
                        document.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.log").toFile())
                .start();
        try {
            assertThat(office.waitFor(3, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return saved.resolve(String.valueOf(document.getFileName()));
    }

    private static final Map<String, String> TYPED = Map.of(
            "a.measure[x1-1].text", "Decree 40",
            "a.measure[x1-1].suppl", "Second line",
            "g.spot", "unknown",
            "e.plant[x1-1].name", "Factory 8",
            "e.plant[x1-1].status", "half done",
            "f.art4.site[x1-0].place", "Depot B",
            "f.art4.site[x1-0].methods", "Burning",
            "i.behaviour", "Fewer people enter marked areas.",
            "j.text", "A note",
            "b.asOf", "2013-12-31");

    @Test
    @Order(7)
    void reads_in_arabic_and_on_a_telephone_without_a_bar_to_push() {
        for (String lang : List.of("ar", "en")) {
            try (BrowserContext context = as(reporterIn, 360)) {
                Page page = page(context);
                for (String path : List.of(
                        "/reports",
                        "/reports/KHM",
                        "/reports/KHM/2012",
                        "/reports/KHM/2013/draft",
                        "/reports/KHM/2013/draft/retained",
                        "/reports/KHM/2013/draft/title",
                        "/reports/KHM/submissions/2")) {
                    go(page, "/" + lang + path);
                    Object over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
                    assertThat(((Number) over).intValue()).as(lang + path).isLessThanOrEqualTo(0);
                    picture(page, "360-" + lang + path.replace('/', '-'));
                }
            }
        }
    }
}
