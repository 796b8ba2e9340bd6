package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;

/** A reader who has no mouse. At every stop the focus is outlined, in sight, and stands after where it was. */
final class Keyboard {

    static final int MOST_STOPS = 900;

    /** What has the focus: whether it can be seen there, and whether it stands after what had it before. */
    private static final String STOP = """
            () => {
              const here = document.activeElement;
              if (here === document.body || here === document.documentElement) return { end: true };
              const style = getComputedStyle(here);
              const box = here.getBoundingClientRect();
              const before = window.before;
              window.before = here;
              return {
                end: false,
                what: here.outerHTML.slice(0, 150),
                same: before === here,
                outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
                seen: box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight
                    && box.right > 0 && box.left < innerWidth,
                after: !before || before === here
                    || !!(before.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING)
              };
            }""";

    private Keyboard() {}

    /** Presses Tab until that has the focus. */
    static void tabTo(Page page, String selector) {
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            assertThat(next(page)).as("reached before the end: " + selector).isTrue();
            if (page.evaluate("selector => document.activeElement.matches(selector)", selector)
                    .equals(true)) {
                return;
            }
        }
        throw new AssertionError("Not reached: " + selector);
    }

    /** Presses Tab; false at the end of the page. */
    static boolean next(Page page) {
        page.keyboard().press("Tab");
        return stop(page);
    }

    /** Looks at what has the focus; false when nothing has. */
    static boolean stop(Page page) {
        Map<?, ?> stop = (Map<?, ?>) page.evaluate(STOP);
        if (stop.get("end").equals(true)) {
            return false;
        }
        assertThat(stop.get("outlined")).as("outlined: " + stop.get("what")).isEqualTo(true);
        assertThat(stop.get("seen")).as("in sight: " + stop.get("what")).isEqualTo(true);
        assertThat(stop.get("after")).as("in order: " + stop.get("what")).isEqualTo(true);
        return true;
    }

    /** Presses Enter and waits until an address holds that. */
    static void enter(Page page, String address) {
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains(address));
        page.waitForLoadState();
    }

    /** Goes to a field and types into it, or chooses by typing in a list. */
    static void type(Page page, String selector, String text) {
        tabTo(page, selector);
        page.keyboard().type(text);
    }
}
