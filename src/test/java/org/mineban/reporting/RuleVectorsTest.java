package org.mineban.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.mineban.kernel.Explained;
import org.mineban.kernel.Figure;
import org.mineban.kernel.Reason;
import org.mineban.kernel.StateCode;
import org.mineban.obligations.ObligationRule;

/** Each rule on a report that breaks it and one that keeps it: the reports of XAA, changed in a line of {@code vectors/report-rules.csv}. */
@DisplayName("The rules of reports")
class RuleVectorsTest {

    /** Rules that look at something outside the report; their cases are below. */
    private static final Set<String> WITH_SURROUNDINGS = Set.of(
            "CMP-11", "CMP-12", "C-10", "C-17", "D-10", "I-05", "J-06", "J-07", "X-08", "X-09", "X-10", "X-12", "X-13",
            "P-04");

    @Test
    void find_nothing_in_a_report_without_fault() {
        CheckResult result = Xaa.check("", Surroundings.NONE);

        assertThat(result.findings())
                .extracting(finding -> finding.rule().id() + " " + finding.place() + " " + finding.values())
                .isEmpty();
        assertThat(result.passed().size()
                        + result.notConcerned().size()
                        + result.notChecked().size())
                .isEqualTo(165);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvFileSource(resources = "/vectors/report-rules.csv", numLinesToSkip = 1)
    void hold(String rule, String which, String changes) {
        CheckResult result = Xaa.check(changes == null ? "" : changes, Surroundings.NONE);

        if (which.equals("fails")) {
            assertThat(ids(result)).contains(rule);
        } else {
            assertThat(ids(result)).doesNotContain(rule);
            assertThat(result.passed()).contains(rule);
        }
    }

    @Test
    void have_each_a_case_that_fails_and_one_that_passes() throws IOException {
        for (String which : List.of("fails", "passes")) {
            Set<String> covered = new TreeSet<>(WITH_SURROUNDINGS);
            try (Stream<String> lines = Files.lines(Path.of("src/test/resources/vectors/report-rules.csv"))) {
                covered.addAll(lines.filter(line -> line.contains("," + which + ","))
                        .map(line -> line.substring(0, line.indexOf(',')))
                        .collect(Collectors.toSet()));
            }
            assertThat(covered)
                    .containsExactlyInAnyOrderElementsOf(
                            Xaa.CHECKS.rules().stream().map(Rule::id).toList());
        }
    }

    @Test
    void are_165_of_which_seven_hold_up_submission() {
        assertThat(Xaa.CHECKS.rules()).hasSize(165);
        assertThat(Xaa.CHECKS.rules().stream().filter(Rule::blocks).map(Rule::id))
                .containsExactly("ENV-01", "ENV-03", "ENV-08", "ENV-14", "CMP-04", "CMP-16", "P-04");
        assertThat(Xaa.CHECKS.rules().stream().filter(Rule::peopleOnly).map(Rule::id))
                .containsExactly("C-13", "X-13");
    }

    @Test
    void that_cannot_look_say_why_and_never_pass_in_silence() {
        CheckResult result = Xaa.check("", Surroundings.NONE);

        assertThat(result.notChecked())
                .extracting(CheckResult.NotChecked::rule)
                .contains("X-09", "X-10", "X-13", "C-10", "CMP-11", "P-04", "J-07");
        assertThat(result.passed()).doesNotContain("X-09", "X-13", "P-04");
    }

    @Test
    void raise_an_emplacement_after_the_period_to_an_error_and_keep_one_after_entry_into_force_a_question_for_people() {
        assertThat(Xaa.check("c.row[1].emplacedOn=2013-02", Surroundings.NONE).findings())
                .filteredOn(finding -> finding.rule().id().equals("C-13"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.ERROR));
        CheckResult bound = Xaa.check("c.row[1].emplacedOn=2011", Surroundings.NONE);
        assertThat(bound.findings())
                .filteredOn(finding -> finding.rule().id().equals("C-13"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.QUESTION));
        assertThat(bound.open()).noneMatch(finding -> finding.rule().id().equals("C-13"));
    }

    @Nested
    @DisplayName("answered by a person")
    class Answered {

        private Finding finding(String changes, List<Answer> answers) {
            Report report = Xaa.report(2012);
            for (String change : changes.split(";;", -1)) {
                report = Xaa.change(report, change.strip());
            }
            List<ReportArchive.Filed> before = List.of(ReportArchive.Filed.of(Xaa.report(2011)));
            return Xaa.CHECKS
                    .run(
                            report,
                            Checks.Inputs.of(Xaa.facts(), Xaa.DAY)
                                    .with((ReportArchive) state -> before)
                                    .with(answers))
                    .findings()
                    .stream()
                    .filter(found -> found.rule().id().equals("D-01"))
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void keep_the_answer_while_the_values_are_the_same() {
            Finding first = finding("d.total=511", List.of());
            Answer answer = new Answer(
                    "D-01",
                    first.place(),
                    first.valuesHash(),
                    "One lies in a museum.",
                    "Ms X",
                    java.time.Instant.EPOCH);

            assertThat(first.answer()).isEmpty();
            assertThat(finding("d.total=511 ;; j.text=Other words", List.of(answer))
                            .answer())
                    .contains(answer);
            assertThat(finding("d.total=512", List.of(answer)).answer()).isEmpty();
        }

        @Test
        void cannot_settle_what_holds_up_submission() {
            Finding blocking =
                    Xaa.check("env.periodFrom=", Surroundings.NONE).findings().getFirst();

            assertThat(blocking.rule().id()).isEqualTo("ENV-03");
            assertThat(blocking.blocks()).isTrue();
            assertThat(blocking.answerable()).isFalse();
        }
    }

    @Nested
    @DisplayName("that look at something outside the report")
    class WithSurroundings {

        private static FigureSource source(String place, long figure) {
            return new FigureSource() {
                @Override
                public String name() {
                    return "the register";
                }

                @Override
                public List<Sourced> figures(StateCode state, LocalDate from, LocalDate to) {
                    return List.of(new Sourced(
                            FieldPath.of(place),
                            new Explained<>(Figure.of(figure), new Reason.Supposed(ObligationRule.SUPPOSED_DEPOSIT))));
                }
            };
        }

        private void holds(String rule, Surroundings wrong, Surroundings right) {
            holds(rule, "", wrong, right);
        }

        private void holds(String rule, String changes, Surroundings wrong, Surroundings right) {
            assertThat(ids(Xaa.check(changes, wrong))).contains(rule);
            CheckResult fine = Xaa.check(changes, right);
            assertThat(ids(fine)).doesNotContain(rule);
            assertThat(fine.passed()).contains(rule);
            assertThat(Xaa.check(changes, Surroundings.NONE).passed()).doesNotContain(rule);
        }

        @Test
        void compare_with_figures_from_elsewhere() {
            FigureSource same = source("d.total", 510);
            FigureSource other = source("d.total", 509);

            holds("X-08", Surroundings.NONE.withOtherReports(other), Surroundings.NONE.withOtherReports(same));
            holds("X-09", Surroundings.NONE.withRegister(other), Surroundings.NONE.withRegister(same));
            holds("X-10", Surroundings.NONE.withStatements(other), Surroundings.NONE.withStatements(same));
            holds("X-13", Surroundings.NONE.withThirdParty(other), Surroundings.NONE.withThirdParty(same));
            assertThat(Xaa.check("", Surroundings.NONE.withThirdParty(other)).open())
                    .isEmpty();
        }

        @Test
        void compare_language_versions() {
            Report french = Xaa.change(Xaa.report(2012), "env.language=fr");

            holds(
                    "X-12",
                    Surroundings.NONE.withVersions(List.of(Xaa.change(french, "c.row[1].areaM2=950001"))),
                    Surroundings.NONE.withVersions(List.of(french)));
        }

        @Test
        void look_into_files() {
            Surroundings.Files none = file -> List.of();

            holds("P-04", Surroundings.NONE.withFiles(file -> List.of("macros")), Surroundings.NONE.withFiles(none));
            holds("CMP-11", Surroundings.NONE.withFiles(file -> List.of("missing")), Surroundings.NONE.withFiles(none));
            assertThat(Xaa.check("", Surroundings.NONE.withFiles(file -> List.of("macros")))
                            .blocked())
                    .isTrue();
        }

        @Test
        void know_what_happened_in_the_year() {
            List<Surroundings.Event> accident =
                    List.of(new Surroundings.Event("accident", LocalDate.of(2012, 5, 6), "Accident near the well"));
            String everything = java.util.Arrays.stream(Subject.values())
                    .map(subject -> "mark." + subject.key() + "=unchanged 2011")
                    .collect(Collectors.joining(" ;; "));

            holds(
                    "CMP-12",
                    everything,
                    Surroundings.NONE.withEvents(accident),
                    Surroundings.NONE.withEvents(List.of()));
            assertThat(ids(Xaa.check("!j", Surroundings.NONE.withEvents(accident))))
                    .contains("J-07");
            assertThat(Xaa.check("", Surroundings.NONE.withEvents(accident)).passed())
                    .contains("J-07");
        }

        @Test
        void know_the_country() {
            Places small = new Places(BigDecimal.valueOf(1_000), 10L, BigDecimal.valueOf(700_000), false);
            Places large = new Places(new BigDecimal("9E9"), 1_000_000L, BigDecimal.valueOf(950_010), true);

            holds("C-10", Surroundings.NONE.withPlaces(small), Surroundings.NONE.withPlaces(large));
            holds("I-05", Surroundings.NONE.withPlaces(small), Surroundings.NONE.withPlaces(large));
            holds(
                    "C-17",
                    "c.row[1].polygon=north.geojson",
                    Surroundings.NONE.withPlaces(small),
                    Surroundings.NONE.withPlaces(large));
            assertThat(ids(Xaa.check("", Surroundings.NONE.withPlaces(small)))).contains("C-18");
            assertThat(Xaa.check("", Surroundings.NONE.withPlaces(large)).passed())
                    .contains("C-18");
        }

        @Test
        void compare_with_the_reports_of_other_states() {
            Report other = Xaa.change(Xaa.report(2012), "env.state=XAB");
            Report mirrored = Xaa.change(other, "d.trn[1].state=XAA");
            mirrored = Xaa.change(mirrored, "d.trn[1].direction=from");
            mirrored = Xaa.change(mirrored, "d.trn[1].qty=7");
            mirrored = Xaa.change(mirrored, "j.coop[2].direction=given");
            mirrored = Xaa.change(mirrored, "j.coop[2].partnerState=XAA");
            ReportArchive silent = archive(other);
            ReportArchive telling = archive(mirrored);

            holds(
                    "D-10",
                    "d.trn[1].state=XAB ;; d.trn[1].direction=to ;; d.trn[1].qty=7 ;; d.trn[1].purpose=training",
                    Surroundings.NONE.withOtherStates(silent),
                    Surroundings.NONE.withOtherStates(telling));
            holds(
                    "J-06",
                    "j.coop[1].partnerState=XAB",
                    Surroundings.NONE.withOtherStates(silent),
                    Surroundings.NONE.withOtherStates(telling));
        }

        private static ReportArchive archive(Report report) {
            List<ReportArchive.Filed> filed = List.of(ReportArchive.Filed.of(report));
            return state -> state.iso3().equals("XAB") ? filed : List.of();
        }
    }

    /** A country in which every unit has the same size and people. */
    private record Places(BigDecimal size, long people, BigDecimal outline, boolean within)
            implements Surroundings.Places {
        @Override
        public Optional<BigDecimal> areaOf(String unit) {
            return Optional.of(size);
        }

        @Override
        public Optional<Long> populationOf(String unit) {
            return Optional.of(people);
        }

        @Override
        public Optional<BigDecimal> areaOfOutline(String sha256) {
            return Optional.of(outline);
        }

        @Override
        public Optional<Boolean> inside(String unit, BigDecimal latitude, BigDecimal longitude) {
            return Optional.of(within);
        }

        @Override
        public Optional<BigDecimal> country() {
            return Optional.of(size.multiply(BigDecimal.TEN));
        }
    }

    private static Set<String> ids(CheckResult result) {
        return result.findings().stream()
                .map(finding -> finding.rule().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
