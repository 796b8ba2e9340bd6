package org.mineban.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mineban.Facts;
import org.mineban.reporting.reading.SampleReader;

/**
 * Facts transcribed from real reports. They stand outside the repository; {@code MINEBAN_SAMPLES} names their folder, and without it these tests say so and
 * are skipped.
 */
@DisplayName("The samples of real reports")
class SamplesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private static Path folder() {
        String named = System.getenv().getOrDefault("MINEBAN_SAMPLES", "../shared/facts/article7-samples");
        Path folder = Path.of(named);
        return Files.isDirectory(folder) ? folder : Path.of("../../shared/facts/article7-samples");
    }

    private static List<Path> files() {
        Path folder = folder();
        assumeTrue(Files.isDirectory(folder), "Skipped: the folder of samples is not here: " + folder);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")
                            && !String.valueOf(file.getFileName()).startsWith("_"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CheckResult check(ReportFile file) {
        StateFacts facts =
                new RecordedFacts(Facts.KNOWLEDGE.register(), Facts.KNOWLEDGE.obligations()).of(file.report(), DAY);
        List<ReportArchive.Filed> earlier = file.earlier();
        return Xaa.CHECKS.run(
                file.report(),
                Checks.Inputs.of(facts, DAY)
                        .with((ReportArchive) state -> earlier)
                        .with(file.outside()));
    }

    private static SampleReport sample(Path file) {
        try {
            return SampleReader.read(ReportJson.parse(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> give_the_findings_they_expect_and_no_more_errors() {
        return files().stream()
                .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> {
                    CheckResult result = check(ReportFile.read(file));
                    List<SampleReport.Expected> expected = sample(file).expected();
                    Set<String> found = result.findings().stream()
                            .map(finding -> finding.rule().id() + " "
                                    + finding.severity().key())
                            .collect(Collectors.toSet());
                    List<String> wrong = new ArrayList<>();
                    for (SampleReport.Expected one : expected) {
                        boolean held = one.severity().equals("pass")
                                ? result.passed().contains(one.rule())
                                : found.contains(one.rule() + " " + one.severity());
                        if (!held) {
                            wrong.add("expected " + one.rule() + " " + one.severity() + ": " + one.why());
                        }
                    }
                    Set<String> named =
                            expected.stream().map(SampleReport.Expected::rule).collect(Collectors.toSet());
                    result.atLeast(Severity.ERROR).stream()
                            .filter(finding -> !named.contains(finding.rule().id()))
                            .forEach(finding -> wrong.add("more than expected: "
                                    + finding.rule().id() + " " + finding.place() + " " + finding.values()));

                    assertThat(wrong).isEmpty();
                }));
    }

    @Test
    void come_back_from_their_json_as_they_were() {
        for (Path file : files()) {
            Report report = ReportFile.read(file).report();

            assertThat(ReportJson.read(ReportJson.write(report).getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(report);
        }
    }

    @Test
    void fill_only_fields_of_the_dictionary_with_what_those_want() {
        for (Path file : files()) {
            ReportFile.read(file).report().placed().forEach(placed -> {
                Field field = Xaa.DICTIONARY
                        .find(placed.place())
                        .orElseThrow(() -> new AssertionError(placed.place() + " in " + file));
                if (field.quantity()) {
                    assertThat(placed.entry().value()).isInstanceOfAny(Value.Quantity.class, Value.Unread.class);
                }
            });
        }
    }

    @Test
    void keep_areas_in_square_metres_with_the_original_beside() {
        Report thailand = ReportFile.read(folder().resolve("tha-2014.json")).report();

        Entry area = thailand.at(FieldPath.of("c.row[1].areaM2")).orElseThrow();
        assertThat(area.written()).isEqualTo("28.97 km2");
        assertThat(thailand.section(Subject.AREAS)
                        .rows("row")
                        .getFirst()
                        .fields()
                        .number("areaM2")
                        .orElseThrow())
                .isEqualByComparingTo("28970000");
        assertThat(Totals.area(thailand).orElseThrow()).isEqualByComparingTo("474260000");
    }
}
