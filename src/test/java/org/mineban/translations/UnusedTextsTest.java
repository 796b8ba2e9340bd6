package org.mineban.translations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mineban.kernel.Language;
import org.mineban.platform.Messages;

/**
 * A text that nothing asks for is a burden on five translators. A key is used when it stands whole in a Java file or a template, or when it
 * belongs to a family whose name stands there and its last part is a word of the program or of its data.
 */
@DisplayName("A text that nothing asks for")
class UnusedTextsTest {

    /** Keys put together by code: the first part, then a word that stands in the program or in its data. */
    private static final Set<String> FAMILIES = Set.of(
            "action.",
            "article4.",
            "trail.fault.",
            "backup.left-out.",
            "check.",
            "doctor.",
            "article5.",
            "confidence.",
            "coordinate.fault.",
            "coordinate.question.",
            "coordinate.wrong-guess.",
            "decision.",
            "declaration.",
            "desk.aside.",
            "desk.field.",
            "desk.group.",
            "desk.hint.",
            "desk.manner.",
            "desk.status.",
            "desk.unusual.",
            "document.states.",
            "document.states.introduction.",
            "duty-state.",
            "duty.",
            "expected.",
            "factor.",
            "geometry.",
            "group.",
            "job.outcome.",
            "language.",
            "import.status.",
            "mail.changed.",
            "mail.error.",
            "mail.purpose.",
            "mail.state.",
            "method.",
            "page.api.call.",
            "page.api.parameter.",
            "page.count.",
            "page.duty-state.",
            "page.figure.",
            "page.home.record.",
            "page.nav.",
            "page.what-if.",
            "permission.",
            "problem.",
            "reach.",
            "reading.",
            "reason.",
            "compare.carried.",
            "draft.before.",
            "draft.begin.",
            "document.reports.",
            "compare.fate.",
            "compare.kind.",
            "report.board.show.",
            "report.draft.status.",
            "report.progress.",
            "report.unit.",
            "reminder.body.",
            "reminder.left-out.",
            "reminder.line.",
            "reminder.next.",
            "reminder.outcome.",
            "reminder.show.",
            "reminder.status.",
            "reminder.subject.",
            "retained.",
            "register.approval.",
            "register.column.",
            "register.field.",
            "register.flag.",
            "register.import.kind.",
            "register.kind.",
            "register.order.",
            "register.step.",
            "register.unit.",
            "rollup.change.",
            "rollup.figure.",
            "role.",
            "search.kind.",
            "standing.",
            "translation.file.",
            "translation.note.",
            "translation.rule.",
            "translation.state.",
            "figure.",
            "mark.",
            "report-kind.",
            "subject.",
            "severity.",
            "nil-sentence.",
            "vote.",
            "victims.code.",
            "victims.part.",
            "victims.file.",
            "casualties.by.",
            "what-if.");

    /** Families whose last part is put together too: by number, by file, or by the command line's own library. */
    private static final Set<String> BUILT = Set.of(
            "cli.help.",
            "area-form.",
            "work.",
            "area.named.",
            "check-title.",
            "check-finding.",
            "check-next.",
            "check-not.",
            "check-severity.",
            "check-need.",
            "check-family.",
            "job.",
            "permission.",
            "report.list.",
            "meeting.MSP.",
            "meeting.RC.",
            "page.data.file.",
            "provision.",
            "register-finding.",
            "register.code.",
            "resolution.67-32.",
            "rule.",
            "field.",
            "report-code.");

    private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9-]*");

    private final String code = text("src/main/java", ".java") + text("src/main/resources/templates", ".html");

    private final Set<String> words = WORD.matcher((code + text("src/main/resources", ".csv"))
                    .toLowerCase(Locale.ROOT)
                    .replace('_', '-'))
            .results()
            .map(found -> found.group())
            .collect(Collectors.toCollection(TreeSet::new));

    @Test
    void does_not_exist() {
        assertThat(new Messages().keys(Language.ENGLISH))
                .filteredOn(key -> !used(key))
                .as("delete these from the six languages, or declare the family of keys in this test")
                .isEmpty();
    }

    @Test
    void would_be_seen() {
        assertThat(List.of("page.no-such-page", "problem.no-such-problem", "reason.because-of-nothing"))
                .noneMatch(this::used);
    }

    @Test
    void cannot_hide_in_a_family_that_no_code_names() {
        assertThat(FAMILIES).allMatch(family -> code.contains("\"" + family) || code.contains("'" + family));
    }

    private boolean used(String key) {
        if (code.contains("\"" + key + "\"") || code.contains("'" + key + "'")) {
            return true;
        }
        if (BUILT.stream().anyMatch(key::startsWith)) {
            return true;
        }
        return FAMILIES.stream()
                .filter(key::startsWith)
                .map(family -> key.substring(family.length())
                        .replace(".explained", "")
                        .replace(".about", "")
                        .toLowerCase(Locale.ROOT))
                .anyMatch(last -> words.contains(last) || builtOfTwo(last));
    }

    /** Whether the code has the beginning of a word, up to a hyphen, as a text of its own, and the program the rest. */
    private boolean builtOfTwo(String word) {
        int hyphen = word.indexOf('-');
        return hyphen > 0
                && code.contains("\"" + word.substring(0, hyphen + 1) + "\"")
                && words.contains(word.substring(hyphen + 1));
    }

    private static String text(String folder, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.endsWith("messages/reviews.csv"))
                    .map(UnusedTextsTest::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
