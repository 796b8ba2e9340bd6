package org.mineban.portal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.mineban.accounts.Permission;
import org.mineban.presentation.ResolutionColumn;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Makes pages: the frame of {@code templates/layout.html} around the content of one page's template. A page is made whole before it is sent. */
@Component
final class PageRenderer {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    /** The parts of the portal that stand in the head of every page, by their addresses. */
    private static final List<String> SECTIONS = List.of(
            "/",
            "/states",
            "/duties",
            "/reports",
            "/universalization",
            "/what-if",
            "/resolutions",
            "/convention",
            "/data",
            "/about");

    /** The parts that are not open to everybody. */
    private static final SequencedMap<String, Permission> OWN = new LinkedHashMap<>();

    static {
        OWN.put("/people", Permission.PEOPLE_READ);
        OWN.put("/desk", Permission.DESK_READ);
        OWN.put("/register", Permission.REGISTER_READ);
        OWN.put("/victims", Permission.VICTIMS_CONFIRM_EXPORT);
        OWN.put("/audit", Permission.AUDIT_READ);
        OWN.put("/reminders", Permission.REMINDERS_READ);
        OWN.put("/admin/mail", Permission.MAIL_READ);
        OWN.put("/admin/jobs", Permission.JOBS_READ);
    }

    private final ITemplateEngine engine;
    private final StaticFiles files;

    PageRenderer(ITemplateEngine engine, StaticFiles files) {
        this.engine = engine;
        this.files = files;
    }

    /** A link of the head of the page. */
    record Section(String key, String href, boolean current) {}

    /** A day that many ask about. */
    record QuickDay(String label, String href, boolean current) {}

    /**
     * A page.
     *
     * @param template the name of the template that has the content
     * @param title its title, in the reader's language
     * @param page what the template shows
     */
    ResponseEntity<byte[]> page(Visit visit, String template, String title, Object page) {
        return page(visit, HttpStatusCode.valueOf(200), template, title, page);
    }

    ResponseEntity<byte[]> page(Visit visit, HttpStatusCode status, String template, String title, Object page) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("v", visit);
        variables.put("title", title);
        variables.put("page", page);
        variables.put("content", template);
        variables.put("files", files);
        variables.put("sections", sections(visit));
        variables.put("own", own(visit));
        variables.put("days", quickDays(visit));
        variables.put("unreviewed", visit.knowledge().messages().unreviewed(visit.language()));
        String html = engine.process("layout", new Context(visit.language().locale(), variables));
        return ResponseEntity.status(status)
                .contentType(HTML)
                .header("Content-Language", visit.lang())
                .body(withoutIndents(html).getBytes(StandardCharsets.UTF_8));
    }

    /** The content of a page without its frame, for a script that puts it into a page which is open already. */
    ResponseEntity<byte[]> content(Visit visit, String template, Object page) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("v", visit);
        variables.put("page", page);
        String html = engine.process(
                template,
                java.util.Set.of("content"),
                new Context(visit.language().locale(), variables));
        return ResponseEntity.ok()
                .contentType(HTML)
                .header("Content-Language", visit.lang())
                .body(withoutIndents(html).getBytes(StandardCharsets.UTF_8));
    }

    /** The page without the indents of its templates, which a long list repeats a thousand times. */
    private static String withoutIndents(String html) {
        StringBuilder lines = new StringBuilder(html.length());
        boolean begin = false;
        for (int i = 0; i < html.length(); i++) {
            char sign = html.charAt(i);
            if (sign == '\n') {
                if (!begin) {
                    lines.append(sign);
                }
                begin = true;
            } else if (!begin || sign != ' ') {
                lines.append(sign);
                begin = false;
            }
        }
        return lines.toString();
    }

    /** The parts that are open to who is signed in, each with the permission that opens it. */
    private static List<Section> own(Visit visit) {
        return OWN.entrySet().stream()
                .filter(part -> visit.visitor().maySomewhere(part.getValue()))
                .map(part -> new Section(
                        "page.nav." + part.getKey().substring(part.getKey().lastIndexOf('/') + 1),
                        visit.link(part.getKey()),
                        visit.path().startsWith(part.getKey())))
                .toList();
    }

    private static List<Section> sections(Visit visit) {
        return SECTIONS.stream()
                .map(path -> new Section(
                        "page.nav." + (path.equals("/") ? "home" : path.substring(1)),
                        visit.link(path),
                        path.equals("/")
                                ? visit.path().equals("/")
                                : visit.path().startsWith(path)))
                .toList();
    }

    private static List<QuickDay> quickDays(Visit visit) {
        LocalDate seed = visit.knowledge()
                .resolutions()
                .find(ResolutionColumn.SEED)
                .orElseThrow()
                .adopted();
        LocalDate newest = visit.knowledge().resolutions().newest().adopted();
        return List.of(
                quickDay(visit, seed, visit.date(seed)),
                quickDay(visit, newest, visit.date(newest)),
                new QuickDay(
                        visit.say("page.day.today"),
                        visit.hereToday(),
                        visit.on().equals(visit.today())));
    }

    private static QuickDay quickDay(Visit visit, LocalDate day, String label) {
        return new QuickDay(label, visit.here(day), visit.on().equals(day));
    }
}
