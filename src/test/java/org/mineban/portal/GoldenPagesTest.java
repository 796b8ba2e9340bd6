package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mineban.kernel.Language;
import org.springframework.web.util.HtmlUtils;

/**
 * Ten pages in six languages, kept: a change shows here before a reader meets it. After looking at the changed pages,
 * {@code -Dmineban.golden=write} keeps them anew.
 */
@DisplayName("The text of a page")
class GoldenPagesTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden/pages");

    private static final List<String> PAGES = List.of(
            "",
            "/states",
            "/states/UKR",
            "/duties?state=UKR",
            "/why/UKR/initial-report",
            "/why/count/partiesByDeposit",
            "/what-if?state=USA&deposit=2027-01-15",
            "/universalization",
            "/resolutions",
            "/resolutions/A-RES-74-61");

    static Stream<Arguments> pages() {
        return PAGES.stream()
                .flatMap(page -> Stream.of(Language.values()).map(language -> Arguments.of(page, language.code())));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("pages")
    void is_as_it_was_kept(String page, String language) throws IOException {
        String address = "/" + language + page + (page.contains("?") ? "&" : "?") + "on=2012-12-03";
        String text = text(RunningPortal.get(address).body());
        String name = page.isEmpty() ? "home" : page.substring(1).replaceAll("[^A-Za-z0-9]+", "-");
        Path golden = FOLDER.resolve(name + "-" + language + ".txt");
        if ("write".equals(System.getProperty("mineban.golden"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(golden, text);
        }

        assertThat(text).isEqualTo(Files.readString(golden));
    }

    /** What stands in the main part of the page, a line for each element that stands on its own. */
    private static String text(String html) {
        int begin = html.indexOf("<main");
        int end = html.indexOf("</main>");
        assertThat(begin).isPositive();
        String main = html.substring(html.indexOf('>', begin) + 1, end)
                .replaceAll("(?s)<(?:script|style|option)\\b.*?</(?:script|style|option)>", "")
                .replaceAll("\\s+", " ")
                .replaceAll("</t[dh]>", " | ")
                .replaceAll(
                        "</?(?:p|div|h\\d|li|tr|table|caption|section|article|summary|dt|dd|form|aside|br)\\b[^>]*>",
                        "\n")
                .replaceAll("<[^>]*>", "");
        return HtmlUtils.htmlUnescape(main)
                        .lines()
                        .map(line -> line.replaceAll(" +", " ").strip())
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n"))
                + "\n";
    }
}
