package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mineban.Facts;
import org.mineban.accounts.Organisations;
import org.mineban.accounts.People;
import org.mineban.accounts.Person;
import org.mineban.accounts.Role;
import org.mineban.audit.AuditTrail;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;
import org.mineban.operations.ExampleImport;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Editions;
import org.mineban.reporting.Entry;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.Mark;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportKind;
import org.mineban.reporting.Subject;
import org.mineban.reporting.Value;
import org.mineban.submissions.Certification;
import org.mineban.submissions.Draft;
import org.mineban.submissions.Drafts;
import org.mineban.submissions.Kit;
import org.mineban.submissions.Part;
import org.mineban.submissions.Submission;
import org.mineban.submissions.Submissions;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Every page that the server knows, filled with work and looked at by whoever uses it: in English and Arabic, light and dark, on a screen of 320 pixels
 * and at 200 per cent. Which pages there are is asked of the server, so that a new one fails this test until it is named here (or in {@link PageKinds}).
 */
@DisplayName("Every page")
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {

    private static final boolean PICTURES = System.getenv("MINEBAN_SCREENSHOTS") != null;
    private static final StateCode KHM = new StateCode("KHM");
    private static final StateCode EXAMPLE = new StateCode("XAA");
    private static final int MOST_BYTES = 150_000;

    /** Who looks. */
    enum Who {
        ANYBODY,
        ADMINISTRATOR,
        DEPOSITARY_OFFICER,
        SECRETARIAT_OFFICER,
        REPORTER,
        INFORMATION_MANAGER,
        VICTIM_DATA_OFFICER
    }

    record Sight(Who who, String path) {

        @Override
        public String toString() {
            return path + " as " + who;
        }
    }

    /** What a program or a folder reads, and not a person on a screen. */
    private static final Pattern FILES = Pattern.compile(
            "/api.*|/static/.*|/health|.*\\.\\{format.*|.*\\.(csv|ics|xlf|xlsx|zip)|.*/files/\\{.*|.*/document|.*/photograph|.*/export/file|.*/draft/file");

    /** What only leads elsewhere; the last, after signing out, needs a provider. */
    private static final Set<String> LEAD_ELSEWHERE =
            Set.of("/known-on", "/victims", "/sign-in/outside", "/sign-in/outside/back", "/sign-in/outside/left");

    /** Looked at by the test of the work that leads to it, {@link ReportFromRegisterBrowserTest}; not looked at: what stands only while an import runs. */
    private static final Pattern SEEN_ELSEWHERE = Pattern.compile("/reports/.*/figures/\\{id.*|.*/import/running/.*");

    /** Pages that say that there is nothing, or not any more. */
    private static final Pattern NOT_THERE = Pattern.compile("/unsubscribe/.*|/meetings");

    /** With what stands for what was made in the server. */
    private static final List<Sight> SIGHTS = List.of(
            new Sight(Who.ANYBODY, "/about"),
            new Sight(Who.ANYBODY, "/meetings"),
            new Sight(Who.ANYBODY, "/roles"),
            new Sight(Who.ANYBODY, "/sign-in"),
            new Sight(Who.ANYBODY, "/sign-in/forgotten"),
            new Sight(Who.ANYBODY, "/link/LINK"),
            new Sight(Who.ANYBODY, "/unsubscribe/" + "x".repeat(43)),
            new Sight(Who.ANYBODY, "/why/OMN/annual-report/2024"),
            new Sight(Who.ANYBODY, "/reports"),
            new Sight(Who.ANYBODY, "/reports/KHM"),
            new Sight(Who.ANYBODY, "/reports/KHM/2024"),
            new Sight(Who.ANYBODY, "/reports/KHM/2024/1"),
            new Sight(Who.ANYBODY, "/reports/verify"),
            new Sight(Who.ANYBODY, "/reports/KHM/compare"),
            new Sight(Who.ANYBODY, "/register"),
            new Sight(Who.ANYBODY, "/register/XAA/casualties"),
            new Sight(Who.ADMINISTRATOR, "/access?permission=report.approve&state=KHM"),
            new Sight(Who.ADMINISTRATOR, "/account"),
            new Sight(Who.ADMINISTRATOR, "/account/calendar"),
            new Sight(Who.ADMINISTRATOR, "/account/factors"),
            new Sight(Who.ADMINISTRATOR, "/account/proof"),
            new Sight(Who.ADMINISTRATOR, "/admin/jobs"),
            new Sight(Who.ADMINISTRATOR, "/admin/mail"),
            new Sight(Who.ADMINISTRATOR, "/audit"),
            new Sight(Who.ADMINISTRATOR, "/people"),
            new Sight(Who.ADMINISTRATOR, "/people/new"),
            new Sight(Who.ADMINISTRATOR, "/people/PERSON"),
            new Sight(Who.ADMINISTRATOR, "/organisations"),
            new Sight(Who.ADMINISTRATOR, "/organisations/ORGANISATION"),
            new Sight(Who.DEPOSITARY_OFFICER, "/desk"),
            new Sight(Who.DEPOSITARY_OFFICER, "/desk/new"),
            new Sight(Who.DEPOSITARY_OFFICER, "/desk/ENTRY"),
            new Sight(Who.DEPOSITARY_OFFICER, "/desk/WRITTEN/edit"),
            new Sight(Who.DEPOSITARY_OFFICER, "/desk/ENTRY/confirm"),
            new Sight(Who.SECRETARIAT_OFFICER, "/reminders"),
            new Sight(Who.SECRETARIAT_OFFICER, "/reminders/REMINDER"),
            new Sight(Who.SECRETARIAT_OFFICER, "/reports/board"),
            new Sight(Who.SECRETARIAT_OFFICER, "/reports/register"),
            new Sight(Who.SECRETARIAT_OFFICER, "/reports/KHM/submissions/1/claims"),
            new Sight(Who.REPORTER, "/reports/KHM/submissions/1"),
            new Sight(Who.REPORTER, "/reports/KHM/2023/draft/begin"),
            new Sight(Who.REPORTER, "/reports/KHM/2025/draft"),
            new Sight(Who.REPORTER, "/reports/KHM/2025/draft/stockpiles"),
            new Sight(Who.REPORTER, "/reports/KHM/2025/draft/retained/choose"),
            new Sight(Who.INFORMATION_MANAGER, "/register/XAA"),
            new Sight(Who.INFORMATION_MANAGER, "/register/XAA/figures/confirmed-areas?year=2013"),
            new Sight(Who.INFORMATION_MANAGER, "/register/XAA/hazard"),
            new Sight(Who.INFORMATION_MANAGER, "/register/XAA/records/1"),
            new Sight(Who.INFORMATION_MANAGER, "/register/XAA/import"),
            new Sight(Who.INFORMATION_MANAGER, "/register/XAA/map"),
            new Sight(Who.INFORMATION_MANAGER, "/register/XAA/differences"),
            new Sight(Who.INFORMATION_MANAGER, "/register/XAA/export"),
            new Sight(Who.INFORMATION_MANAGER, "/register/XAA/work"),
            new Sight(Who.INFORMATION_MANAGER, "/register/XAA/work/unsurveyed"),
            new Sight(Who.INFORMATION_MANAGER, "/register/XAA/hazard/new"),
            new Sight(Who.INFORMATION_MANAGER, "/register/XAA/records/1/edit"),
            new Sight(Who.VICTIM_DATA_OFFICER, "/register/KHM/victims"),
            new Sight(Who.VICTIM_DATA_OFFICER, "/register/KHM/victims/new"),
            new Sight(Who.VICTIM_DATA_OFFICER, "/register/KHM/victims/VICTIM"),
            new Sight(Who.VICTIM_DATA_OFFICER, "/register/KHM/victims/exports"),
            new Sight(Who.VICTIM_DATA_OFFICER, "/register/KHM/victims/breaches"));

    private final Map<String, String> made = new HashMap<>();
    private final Map<Who, BrowserContext> contexts = new HashMap<>();
    private Chromium chromium;
    private DeskPortal portal;

    /** How many bytes every page loads besides itself. */
    private long loaded;

    @BeforeAll
    void start() {
        chromium = Chromium.start();
        portal = new DeskPortal();
        Map<Who, DeskPortal.SignedInVisitor> visitors = new LinkedHashMap<>();
        visitors.put(Who.ADMINISTRATOR, portal.signIn("administrator", Role.ADMINISTRATOR));
        visitors.put(Who.DEPOSITARY_OFFICER, portal.signIn("desk", Role.DEPOSITARY_OFFICER));
        visitors.put(Who.SECRETARIAT_OFFICER, portal.signIn("secretariat", Role.SECRETARIAT_OFFICER));
        visitors.put(Who.REPORTER, portal.signIn("reporter", Role.REPORTER, KHM));
        visitors.put(Who.INFORMATION_MANAGER, portal.signIn("manager", Role.INFORMATION_MANAGER, EXAMPLE));
        visitors.put(Who.VICTIM_DATA_OFFICER, portal.signIn("victims", Role.VICTIM_DATA_OFFICER, KHM));
        visitors.forEach((who, visitor) -> {
            BrowserContext context = context();
            context.addCookies(List.of(new Cookie("mineban-session", visitor.cookie()).setUrl(portal.address("/"))));
            contexts.put(who, context);
        });
        contexts.put(Who.ANYBODY, context());
        new ExampleImport(portal.database(), new AuditTrail()).bring(EXAMPLE);
        people();
        desk(portal.signIn("author", Role.DEPOSITARY_OFFICER), visitors.get(Who.DEPOSITARY_OFFICER));
        reports();
        loaded = Pattern.compile("(?:href|src)=\"(/static/[^\"]+)\"")
                .matcher(portal.get("/en/about").body())
                .results()
                .mapToLong(file -> portal.get(file.group(1)).body().length())
                .sum();
        made.put("REMINDER", reminder(visitors.get(Who.SECRETARIAT_OFFICER)));
        String all = "/en/register/KHM/victims";
        made.put(
                "VICTIM",
                last(visitors.get(Who.VICTIM_DATA_OFFICER)
                        .post(all + "/new", all + "/new", VictimPagesTest.form("Sokha Chanthy"))));
    }

    private BrowserContext context() {
        return chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(1280, 900));
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

    private void people() {
        People.Invited invited = portal.part(People.class)
                .invite(
                        "program:test",
                        "Đặng Thị Mai",
                        "mai@example.org",
                        Language.FRENCH,
                        Optional.of(new People.Wanted(Role.REPORTER, Optional.of(KHM), Optional.empty(), Set.of())));
        made.put("PERSON", invited.person().id().toString());
        made.put("LINK", invited.link().text());
        UUID organisation = portal.part(Organisations.class)
                .add("program:test", "Mine Action Authority", Optional.of(KHM))
                .id();
        made.put("ORGANISATION", organisation.toString());
    }

    /** One entry that waits for a second person, and one that its author still writes. */
    private void desk(DeskPortal.SignedInVisitor author, DeskPortal.SignedInVisitor second) {
        Map<String, String> accession =
                Map.of("state", "GEO", "act", "accession", "date", "2026-11-20", "source", "C.N.999.2026");
        String entry = "/en/desk/" + last(author.post("/en/desk/new", "/en/desk/new", accession));
        author.post(entry, entry + "/propose", Map.of());
        made.put("ENTRY", entry.substring(entry.lastIndexOf('/') + 1));
        made.put("WRITTEN", last(second.post("/en/desk/new", "/en/desk/new", accession)));
    }

    /** A report for 2024, handed in, received and published; a draft for 2025 that begins from it. */
    private void reports() {
        Person reporter = person("reporter");
        portal.signIn("approver", Role.APPROVER, KHM);
        Person approver = person("approver");
        Drafts drafts = portal.part(Drafts.class);
        Draft draft = drafts.open(reporter, KHM, 2024, ReportKind.ANNUAL, Language.ENGLISH);
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
        for (Subject subject : Subject.values()) {
            drafts.save(
                    reporter,
                    draft.id(),
                    Part.of(subject),
                    1,
                    Report.empty().with(subject, new Mark.Nil(Map.of(Language.ENGLISH, "There is none."))),
                    true);
        }
        drafts.sendToReview(reporter, draft.id(), 1);
        drafts.approve(approver, draft.id(), 2, new Certification("Mine Action Authority", "Director"));
        Submissions submissions = portal.part(Submissions.class);
        submissions.submit(
                approver,
                drafts.find(approver, KHM, 2024).orElseThrow(),
                "",
                new Kit(Facts.KNOWLEDGE, Dictionary.load(), Editions.load()));
        Person officer = person("secretariat");
        Submission made = submissions.get(officer, KHM, 1);
        submissions.receive(officer, made, LocalDate.of(2026, 11, 24));
        submissions.publish(officer, submissions.get(officer, KHM, 1));

        Draft next = drafts.open(reporter, KHM, 2025, ReportKind.ANNUAL, Language.ENGLISH);
        portal.signIn("other", Role.REPORTER, KHM);
        Part part = Part.of(Subject.RETAINED);
        Report none =
                Report.empty().with(Subject.RETAINED, new Mark.Nil(Map.of(Language.ENGLISH, "None is retained.")));
        drafts.save(person("other"), next.id(), part, 1, none, false);
        drafts.save(reporter, next.id(), part, 1, next.part(part).text(), false);
    }

    private Person person(String name) {
        return portal.part(People.class).findByEmail(name + "@example.org").orElseThrow();
    }

    private String reminder(DeskPortal.SignedInVisitor officer) {
        return last(officer.post(
                "/en/reminders",
                "/en/reminders",
                Map.of("kind", "annual-report", "day", "2026-12-15", "audience", "reporter", "states", "")));
    }

    private static String last(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        String to = answer.headers().firstValue("Location").orElseThrow();
        return to.substring(to.lastIndexOf('/') + 1);
    }

    private String filled(String path) {
        String filled = path;
        for (Map.Entry<String, String> one : made.entrySet()) {
            filled = filled.replace(one.getKey(), one.getValue());
        }
        return filled;
    }

    @Test
    void is_named_here() throws Exception {
        RequestMappingHandlerMapping mappings =
                portal.part(RequestMappingHandlerMapping.class, "requestMappingHandlerMapping");
        Set<HandlerMethod> seen = new HashSet<>();
        for (String path : Stream.concat(
                        PageKinds.ALL.stream().map(kind -> kind.isEmpty() ? "/" : kind),
                        SIGHTS.stream().map(Sight::path))
                .toList()) {
            MockHttpServletRequest request =
                    new MockHttpServletRequest("GET", filled(path).split("\\?", 2)[0]);
            ServletRequestPathUtils.parseAndCache(request);
            Optional.ofNullable(mappings.getHandler(request))
                    .ifPresent(found -> seen.add(((HandlerMethod) found.getHandler()).createWithResolvedBean()));
        }
        Set<String> missing = new TreeSet<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (!seen.contains(method.createWithResolvedBean()) && reads(mapping)) {
                mapping.getPatternValues().stream()
                        .filter(pattern -> !FILES.matcher(pattern).matches()
                                && !SEEN_ELSEWHERE.matcher(pattern).matches()
                                && !LEAD_ELSEWHERE.contains(pattern))
                        .forEach(missing::add);
            }
        });
        assertThat(missing)
                .as("pages that nobody looks at: name an address of each in SIGHTS, with who uses it")
                .isEmpty();
    }

    private static boolean reads(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().stream()
                .anyMatch(method -> method.name().equals("GET"));
    }

    static List<Sight> sights() {
        return SIGHTS;
    }

    @ParameterizedTest
    @MethodSource("sights")
    void can_be_used_by_everybody_on_every_screen_and_is_light(Sight sight) {
        List<String> wrong = new ArrayList<>();
        for (String language : List.of("en", "ar")) {
            try (Page page = Objects.requireNonNull(contexts.get(sight.who())).newPage()) {
                Response answer =
                        Objects.requireNonNull(page.navigate(portal.address("/" + language + filled(sight.path()))));
                assertThat(answer.status())
                        .as(sight.toString())
                        .isEqualTo(NOT_THERE.matcher(sight.path()).matches() ? 404 : 200);
                assertThat(page.url()).as("where one comes to").endsWith(filled(sight.path()));
                if (answer.body().length + loaded > MOST_BYTES) {
                    wrong.add(language + " weighs " + (answer.body().length + loaded));
                }
                examine(page, language, wrong, List.of());
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                examine(page, language + " dark", wrong, List.of("color-contrast"));
                fits(page, 320, language, wrong);
                fits(page, 640, language, wrong); // 1280 at 200 per cent
                if (PICTURES) {
                    page.setViewportSize(360, 900);
                    page.screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of(
                                    "target/screenshots",
                                    "every-" + language + sight.path().replaceAll("[^A-Za-z0-9]+", "-") + ".png")));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void examine(Page page, String where, List<String> wrong, List<String> rules) {
        AxeRunOptions violationsAlone = new AxeRunOptions();
        violationsAlone.setResultTypes(List.of("violations"));
        AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true).options(violationsAlone);
        List<Rule> violations =
                (rules.isEmpty() ? axe : axe.withRules(rules)).analyze().getViolations();
        violations.stream()
                .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                .forEach(rule -> wrong.add(where + " " + rule.getId() + ": "
                        + rule.getNodes().stream()
                                .limit(3)
                                .map(node -> node.getHtml())
                                .toList()));
    }

    private static void fits(Page page, int width, String language, List<String> wrong) {
        page.setViewportSize(width, 900);
        int over = ((Number)
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
        if (over > 0) {
            wrong.add(language + " is " + over + " pixels too wide at " + width);
        }
    }
}
