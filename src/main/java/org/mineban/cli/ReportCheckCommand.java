package org.mineban.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mineban.presentation.Table;
import org.mineban.reporting.CheckResult;
import org.mineban.reporting.Checks;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Editions;
import org.mineban.reporting.Finding;
import org.mineban.reporting.FindingWords;
import org.mineban.reporting.RecordedFacts;
import org.mineban.reporting.ReportArchive;
import org.mineban.reporting.ReportFile;
import org.mineban.reporting.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report check FILE}: what the rules find in a report. The exit code tells whether something weighs as much as was asked. */
@Command(name = "check")
final class ReportCheckCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(arity = "1", paramLabel = "FILE")
    private String file = "";

    @Option(names = "--previous", paramLabel = "FILE", arity = "1..*")
    private List<String> previous = List.of();

    @Option(names = "--level", paramLabel = "LEVEL", defaultValue = "error")
    private String level = "error";

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private String format = "text";

    @Mixin
    private DayOption day = new DayOption();

    ReportCheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Format wanted = Format.of(format, Format.TEXT, Format.JSON, Format.CSV);
        Severity asked = Choices.of("--level", level, Severity.values(), Severity::key);
        LocalDate on = day.day(session);
        ReportFile read = ReportFile.read(Path.of(file));
        List<ReportArchive.Filed> earlier = new ArrayList<>(read.earlier());
        for (String name : previous) {
            ReportFile before = ReportFile.read(Path.of(name));
            earlier.add(ReportArchive.Filed.of(before.report()));
        }
        read.besides()
                .forEach(besides -> say("report.compared-with", Map.of("file", String.valueOf(besides.getFileName()))));
        CheckResult result = Checks.load(Dictionary.load(), Editions.load())
                .run(
                        read.report(),
                        Checks.Inputs.of(
                                        new RecordedFacts(
                                                        session.knowledge().register(),
                                                        session.knowledge().obligations())
                                                .of(read.report(), on),
                                        on)
                                .with((ReportArchive) state -> earlier)
                                .with(read.outside()));
        FindingWords words = new FindingWords(session.messages(), session.language());
        session.out().print(wanted == Format.TEXT ? text(result, words) : wanted.write(table(result, words)));
        remarks(result, words);
        return result.atLeast(asked).isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private static Table table(CheckResult result, FindingWords words) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Finding finding : result.findings()) {
            rows.add(List.of(
                    finding.rule().id(),
                    finding.severity().key(),
                    finding.place().text(),
                    FindingWords.values(finding),
                    words.message(finding),
                    words.next(finding.rule()),
                    Boolean.toString(finding.blocks()),
                    finding.rule().source()));
        }
        return new Table(
                "findings",
                List.of("rule", "severity", "place", "values", "message", "next", "blocks", "source"),
                rows);
    }

    private static String text(CheckResult result, FindingWords words) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : result.findings()) {
            text.append(finding.rule().id())
                    .append("  ")
                    .append(words.severity(finding))
                    .append("  ")
                    .append(finding.place().text())
                    .append("\n  ")
                    .append(words.message(finding))
                    .append("\n  → ")
                    .append(words.next(finding.rule()))
                    .append('\n');
        }
        return text.toString();
    }

    private void remarks(CheckResult result, FindingWords words) {
        if (result.findings().isEmpty()) {
            say(
                    "report.no-findings",
                    Map.of(
                            "checked",
                            result.passed().size(),
                            "not",
                            result.notChecked().size()));
        }
        String sensitive = result.findings().stream()
                .filter(finding -> finding.rule().peopleOnly())
                .map(finding -> finding.rule().id())
                .distinct()
                .collect(Collectors.joining(", "));
        if (!sensitive.isEmpty()) {
            say("report.people-only", Map.of("rules", sensitive));
        }
        result.notChecked().stream()
                .collect(
                        Collectors.groupingBy(CheckResult.NotChecked::why, java.util.TreeMap::new, Collectors.toList()))
                .forEach((why, rules) -> say(
                        "report.not-checked",
                        Map.of(
                                "rules",
                                rules.stream().map(CheckResult.NotChecked::rule).collect(Collectors.joining(", ")),
                                "why",
                                words.notChecked(rules.getFirst()))));
    }

    private void say(String key, Map<String, ?> arguments) {
        session.err().println(session.messages().say(session.language(), key, arguments));
    }
}
