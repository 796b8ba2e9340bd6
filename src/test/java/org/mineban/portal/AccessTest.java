package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A page, enlarged, narrow, printed or without colours,")
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {

    /** What runs over the edge of the window outside a container that scrolls by itself, and boxes of fixed height that cut their text. */
    private static final String FAULTS = """
            () => {
              const faults = [];
              const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
              if (over > 0) faults.push('page ' + over + ' px too wide');
              for (const e of document.querySelectorAll('body *')) {
                if (e.closest('.hidden, svg, .skip, .scroll')) continue;
                const style = getComputedStyle(e);
                const box = e.getBoundingClientRect();
                if (box.width === 0 || style.visibility === 'hidden') continue;
                if (box.left < -1 || box.right > innerWidth + 1)
                  faults.push(e.tagName + '.' + e.className + ' from ' + box.left + ' to ' + box.right);
                if (/hidden|clip/.test(style.overflowX + style.overflowY)
                    && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
                    && !/INPUT|SELECT/.test(e.tagName))
                  faults.push(e.tagName + '.' + e.className + ' cuts its text');
              }
              return faults.slice(0, 5);
            }""";

    /** Tables have a caption and headings of columns and rows; fields have labels; regions and links have names; ids are used once. */
    private static final String STRUCTURE = """
            () => {
              const faults = [];
              const say = (what, e) => faults.push(what + ': ' + e.outerHTML.slice(0, 120));
              for (const t of document.querySelectorAll('table')) {
                if (!t.caption || !t.caption.textContent.trim()) say('no caption', t);
                for (const h of t.querySelectorAll('th')) if (!/^(col|row)$/.test(h.scope)) say('no scope', h);
                if (!t.tHead || t.tHead.rows.length === 0) say('no head', t);
                for (const r of t.tBodies[0].rows) if (!r.querySelector('th[scope=row]')) say('no head of the row', r);
                if (t.offsetWidth > t.parentElement.clientWidth && !t.closest('.scroll')) say('does not scroll', t);
              }
              for (const s of document.querySelectorAll('.scroll'))
                if (s.tabIndex !== 0 || !(s.ariaLabel || s.getAttribute('aria-labelledby'))) say('scrolls without name or key', s);
              for (const f of document.querySelectorAll('input:not([type=hidden]), select'))
                if (f.labels.length === 0 || !f.labels[0].textContent.trim()) say('no label', f);
              for (const f of document.forms) if (!f.querySelector('button')) say('no button', f);
              for (const l of document.querySelectorAll('a[href]'))
                if (!l.textContent.trim() && !l.ariaLabel) say('empty link', l);
              for (const e of document.querySelectorAll('[aria-labelledby]'))
                for (const id of e.getAttribute('aria-labelledby').split(' '))
                  if (!document.getElementById(id)) say('named by nothing', e);
              const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
              ids.filter((id, at) => ids.indexOf(id) < at).forEach(id => faults.push('twice: ' + id));
              if (document.querySelectorAll('h1').length !== 1) faults.push('not one h1');
              if (document.querySelectorAll('main').length !== 1) faults.push('not one main');
              for (const s of document.querySelectorAll('.shown'))
                if (s.getAttribute('role') !== 'status') say('said to nobody', s);
              return faults.slice(0, 5);
            }""";

    private Chromium chromium;
    private BrowserContext narrow;
    private BrowserContext wide;

    @BeforeAll
    void start() {
        chromium = Chromium.start();
        narrow = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(320, 640)
                        .setBypassCSP(true));
        wide = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1280, 900)
                        .setBypassCSP(true));
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    static Stream<Arguments> kinds() {
        return PageKinds.ALL.stream()
                .map(kind -> PageKinds.FEWER_ROWS.getOrDefault(kind, kind))
                .flatMap(kind -> Stream.of("en", "ar", "ru").map(language -> Arguments.of(language, kind)));
    }

    @ParameterizedTest(name = "{0}{1}")
    @MethodSource("kinds")
    void fits_320_pixels_also_with_wider_spacing(String language, String kind) {
        try (Page page = narrow.newPage()) {
            page.navigate(RunningPortal.address("/" + language + kind));
            assertThat((List<?>) page.evaluate(FAULTS)).as("narrow").isEmpty();

            page.addStyleTag(new Page.AddStyleTagOptions()
                    .setContent("* { line-height: 1.5 !important; letter-spacing: .12em !important;"
                            + " word-spacing: .16em !important; } p { margin-block-end: 2em !important; }"));
            assertThat((List<?>) page.evaluate(FAULTS)).as("spaced").isEmpty();
        }
    }

    /** Russian is longer than English, and Arabic runs the other way. */
    static Stream<Arguments> kindsInTheHarderLanguages() {
        return kinds().filter(kind -> !"en".equals(kind.get()[0]));
    }

    @ParameterizedTest(name = "{0}{1}")
    @MethodSource("kindsInTheHarderLanguages")
    void fits_with_text_of_twice_the_size_and_is_built_to_be_listened_to(String language, String kind) {
        try (Page page = wide.newPage()) {
            page.navigate(RunningPortal.address("/" + language + kind));
            assertThat((List<?>) page.evaluate(STRUCTURE)).as("structure").isEmpty();
            page.addStyleTag(new Page.AddStyleTagOptions().setContent("html { font-size: 200% !important; }"));
            assertThat((List<?>) page.evaluate(FAULTS)).as("twice the size").isEmpty();
        }
    }

    static Stream<String> pagesToWeigh() {
        return Stream.concat(PageKinds.ALL.stream(), Stream.of("/why/count/partiesByDeposit", "/why/count/inForce"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pagesToWeigh")
    void weighs_less_than_150_kilobytes_and_asks_no_other_host(String kind) {
        for (String language : List.of("en", "ru")) {
            List<String> elsewhere = new ArrayList<>();
            long[] weight = {0};
            try (BrowserContext fresh = chromium.browser().newContext();
                    Page page = fresh.newPage()) {
                page.onRequest(request -> {
                    if (!request.url().startsWith(RunningPortal.address("/"))) {
                        elsewhere.add(request.url());
                    }
                });
                page.onResponse(response -> weight[0] += response.body().length);
                page.navigate(RunningPortal.address("/" + language + kind));
                page.waitForLoadState();
            }
            assertThat(elsewhere).isEmpty();
            assertThat(weight[0]).as(language + kind).isLessThan(150_000);
        }
    }

    @Test
    void moves_nothing_for_who_does_not_want_it() {
        try (Page page = wide.newPage()) {
            page.navigate(RunningPortal.address("/en"));
            assertThat(style(page, "html", "scroll-behavior")).isEqualTo("smooth");

            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));

            assertThat(style(page, "html", "scroll-behavior")).isEqualTo("auto");
        }
    }

    @Test
    void shows_marks_and_focus_where_colours_are_the_readers_own() {
        try (Page page = wide.newPage()) {
            page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
            page.navigate(RunningPortal.address("/en/data"));

            assertThat(style(page, ".mark", "border-top-style")).isEqualTo("solid");
            page.keyboard().press("Tab");
            assertThat(style(page, ":focus", "outline-style")).isEqualTo("solid");
        }
    }

    @Test
    void prints_without_what_can_only_be_clicked() {
        try (Page page = wide.newPage()) {
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.navigate(RunningPortal.address("/en/duties?on=2012-12-03"));

            for (String clicked :
                    List.of(".sections", ".languages", ".find", ".filters", ".downloads", ".day button")) {
                assertThat(page.locator(clicked).isVisible()).as(clicked).isFalse();
            }
            assertThat(page.locator(".day").innerText()).contains("3 December 2012");
            assertThat(page.locator("main table").isVisible()).isTrue();
        }
    }

    private static String style(Page page, String element, String property) {
        return (String) page.evaluate(
                "([e, p]) => getComputedStyle(document.querySelector(e)).getPropertyValue(p)",
                List.of(element, property));
    }
}
