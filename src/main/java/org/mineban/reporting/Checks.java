package org.mineban.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mineban.kernel.PartialDate;
import org.mineban.platform.FactColumn;
import org.mineban.platform.FactColumn.Kind;
import org.mineban.platform.FactTable;
import org.mineban.reporting.rules.AllRules;
import org.mineban.reporting.rules.Case;
import org.mineban.reporting.rules.Check;
import org.mineban.reporting.rules.Ordnance;
import org.mineban.reporting.rules.Verdict;

/**
 * Runs the rules of the catalogue over a report. It knows no clock and keeps nothing: the same report, history, facts and day give the same result.
 */
public final class Checks {

    private final Dictionary dictionary;
    private final Editions editions;
    private final Ordnance ordnance = Ordnance.load();
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Map<String, Check> checks = new HashMap<>();
    private final Set<String> outsideControl;

    private Checks(Dictionary dictionary, Editions editions, FactTable table, FactTable control) {
        this.dictionary = dictionary;
        this.editions = editions;
        table.by("id");
        table.rows()
                .forEach(row -> rules.put(
                        row.get("id"),
                        new Rule(
                                row.get("id"),
                                row.get("field"),
                                Severity.find(row.get("severity")).orElseThrow(),
                                row.get("blocks").equals("true"),
                                Integer.parseInt(row.get("since")),
                                row.get("provision"),
                                row.get("source"),
                                row.get("trust"),
                                row.get("people_only").equals("true"),
                                row.get("next"))));
        AllRules.checks().forEach(check -> checks.put(check.rule(), check));
        if (!checks.keySet().equals(rules.keySet())) {
            throw new IllegalStateException("Rules without a predicate, or predicates without a rule: "
                    + checks.keySet() + " " + rules.keySet());
        }
        this.outsideControl =
                control.rows().stream().map(row -> row.get("iso3")).collect(Collectors.toUnmodifiableSet());
    }

    /** The rules that come with the program. */
    public static Checks load(Dictionary dictionary, Editions editions) {
        return new Checks(
                dictionary,
                editions,
                FactTable.resource(
                        "reporting/rules.csv",
                        FactColumn.of("id", Kind.TEXT),
                        FactColumn.of("field", Kind.TEXT),
                        FactColumn.oneOf("severity", "error", "warning", "question", "info"),
                        FactColumn.of("blocks", Kind.YES_NO),
                        FactColumn.of("since", Kind.WHOLE_NUMBER),
                        FactColumn.text("provision"),
                        FactColumn.of("source", Kind.TEXT),
                        FactColumn.oneOf("trust", "V", "R", "P"),
                        FactColumn.of("people_only", Kind.YES_NO),
                        FactColumn.of("next", Kind.TEXT)),
                FactTable.resource(
                        "reporting/outside-control.csv",
                        FactColumn.of("iso3", Kind.STATE),
                        FactColumn.of("what", Kind.TEXT),
                        FactColumn.of("source", Kind.TEXT),
                        FactColumn.of("confidence", Kind.CONFIDENCE),
                        FactColumn.text("note")));
    }

    /** Every rule, in the order of the catalogue. */
    public List<Rule> rules() {
        return List.copyOf(rules.values());
    }

    public Dictionary dictionary() {
        return dictionary;
    }

    public Editions editions() {
        return editions;
    }

    /**
     * What there is to check a report with.
     *
     * @param archive the State's other reports
     * @param facts what the record says of the State
     * @param outside figures and files from elsewhere
     * @param answers what people said to earlier findings
     * @param on the day of the check
     */
    public record Inputs(
            ReportArchive archive, StateFacts facts, Surroundings outside, List<Answer> answers, LocalDate on) {
        public Inputs {
            answers = List.copyOf(answers);
        }

        public static Inputs of(StateFacts facts, LocalDate on) {
            return new Inputs(ReportArchive.NONE, facts, Surroundings.NONE, List.of(), on);
        }

        public Inputs with(ReportArchive reports) {
            return new Inputs(reports, facts, outside, answers, on);
        }

        public Inputs with(Surroundings surroundings) {
            return new Inputs(archive, facts, surroundings, answers, on);
        }

        public Inputs with(List<Answer> said) {
            return new Inputs(archive, facts, outside, said, on);
        }
    }

    /** Checks a report by every rule that applies to its edition. */
    public CheckResult run(Report report, Inputs inputs) {
        Case matter = matter(report, inputs);
        int edition = report.env()
                .edition()
                .flatMap(editions::find)
                .map(Edition::year)
                .orElse(Integer.MAX_VALUE);
        List<Finding> findings = new ArrayList<>();
        List<String> passed = new ArrayList<>();
        List<String> notConcerned = new ArrayList<>();
        List<CheckResult.NotChecked> notChecked = new ArrayList<>();
        for (Rule rule : rules.values()) {
            if (rule.since() > edition) {
                notConcerned.add(rule.id());
                continue;
            }
            switch (java.util.Objects.requireNonNull(checks.get(rule.id()))
                    .predicate()
                    .apply(matter)) {
                case Verdict.Found(List<Verdict.Hit> hits) ->
                    hits.forEach(hit -> findings.add(finding(rule, hit, inputs.answers())));
                case Verdict.Passed() -> passed.add(rule.id());
                case Verdict.NotConcerned() -> notConcerned.add(rule.id());
                case Verdict.NotChecked(String why) -> notChecked.add(new CheckResult.NotChecked(rule.id(), why));
            }
        }
        return new CheckResult(findings, passed, notConcerned, notChecked);
    }

    private static Finding finding(Rule rule, Verdict.Hit hit, List<Answer> answers) {
        Finding finding =
                new Finding(rule, hit.instead().orElse(rule.severity()), hit.place(), hit.values(), Optional.empty());
        return finding.answered(
                answers.stream().filter(answer -> answer.answers(finding)).reduce((one, other) -> other));
    }

    private Case matter(Report report, Inputs inputs) {
        Envelope env = report.env();
        List<Report> earlier = new ArrayList<>();
        List<Report> sameYear = new ArrayList<>();
        Optional<LocalDate> end = env.lastDay();
        env.state()
                .ifPresent(state -> inputs.archive().reports(state).forEach(filed -> {
                    Optional<LocalDate> theirs = filed.report().env().to().map(PartialDate::latest);
                    if (theirs.isEmpty() || end.isEmpty()) {
                        return;
                    }
                    if (theirs.get().getYear() == end.get().getYear()) {
                        if (!filed.report().equals(report)) { // a report that was submitted is in the archive itself
                            sameYear.add(filed.report());
                        }
                    } else if (theirs.get().isBefore(end.get())) {
                        earlier.add(filed.report());
                    }
                }));
        earlier.sort(Comparator.comparing(
                filed -> filed.env().to().map(PartialDate::latest).orElse(LocalDate.MIN)));
        boolean control = env.state()
                .filter(state -> outsideControl.contains(state.iso3()))
                .isPresent();
        return new Case(
                report,
                env,
                inputs.facts(),
                inputs.on(),
                earlier,
                sameYear,
                inputs.outside(),
                control,
                dictionary,
                editions,
                ordnance,
                report.placed().stream()
                        .map(placed ->
                                new Case.Located(placed.place(), placed.entry(), dictionary.find(placed.place())))
                        .toList());
    }
}
