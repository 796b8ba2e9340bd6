package org.mineban.reporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.kernel.Figure;
import org.mineban.kernel.Language;
import org.mineban.kernel.PartialDate;

/** The reports of the fictitious State XAA, from {@code src/test/resources/reports}, and changes to them in one line. */
public final class Xaa {

    public static final Dictionary DICTIONARY = Dictionary.load();
    public static final Editions EDITIONS = Editions.load();
    public static final Checks CHECKS = Checks.load(DICTIONARY, EDITIONS);
    public static final LocalDate DAY = LocalDate.of(2013, 6, 1);

    private Xaa() {}

    private static final Map<Integer, Report> READ = new java.util.concurrent.ConcurrentHashMap<>();

    public static Report report(int year) {
        return READ.computeIfAbsent(year, Xaa::read);
    }

    private static Report read(int year) {
        try {
            Report report = Report.empty();
            for (String line : Files.readAllLines(Path.of("src/test/resources/reports/xaa-" + year + ".txt"))) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    report = change(report, line);
                }
            }
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the record says of XAA: bound since 1 March 2010, with stock and areas. */
    public static StateFacts facts() {
        return new StateFacts(
                true,
                "XAA",
                Optional.of(true),
                Optional.of(LocalDate.of(2010, 3, 1)),
                Optional.empty(),
                Optional.of(LocalDate.of(2014, 3, 1)),
                StateFacts.Duty.OPEN,
                Optional.empty(),
                Optional.of(LocalDate.of(2020, 3, 1)),
                StateFacts.Duty.OPEN,
                Optional.empty(),
                false,
                Optional.of(600L));
    }

    /** A report with one change: {@code path=value}, {@code path=}, {@code -list[row]}, {@code !section}, {@code mark.subject=mark}. */
    public static Report change(Report report, String change) {
        if (change.equals("nomarks")) {
            return new Report(report.envelope(), Map.of(), report.sections(), report.restatements());
        }
        if (change.startsWith("!")) {
            return report.with(Subject.ofPrefix(change.substring(1)).orElseThrow(), Group.empty());
        }
        if (change.startsWith("-")) {
            return withoutRow(report, FieldPath.of(change.substring(1)));
        }
        if (change.startsWith("restate ")) {
            String[] parts = change.split(" ", 5);
            return report.with(new Restatement(
                    FieldPath.of(parts[1]),
                    Figure.of(Long.parseLong(parts[2])),
                    Figure.of(Long.parseLong(parts[3])),
                    parts.length > 4 ? parts[4] : "",
                    DAY));
        }
        boolean unitShown = !change.startsWith("nounit ");
        String[] parts = change.replace("nounit ", "").split("=", 2);
        if (parts[0].startsWith("mark.")) {
            return mark(report, Subject.find(parts[0].substring(5)).orElseThrow(), parts[1]);
        }
        FieldPath place = FieldPath.of(parts[0]);
        if (parts[1].isEmpty()) {
            return report.without(place);
        }
        Field field = DICTIONARY.find(place).orElseThrow(() -> new AssertionError("No field " + place));
        return report.with(place, FieldReader.read(field, parts[1], Language.ENGLISH, unitShown));
    }

    private static Report withoutRow(Report report, FieldPath row) {
        Subject subject = row.subject().orElseThrow();
        FieldPath.Step step = row.steps().get(1);
        Group section = report.section(subject);
        if (step.row().isEmpty()) {
            String inner = row.steps().get(2).name();
            Group group = section.group(step.name());
            Rows rows =
                    new Rows(group.rows(inner)).without(row.steps().get(2).row().orElseThrow());
            return report.with(subject, section.with(step.name(), group.with(inner, rows)));
        }
        Rows rows = new Rows(section.rows(step.name())).without(step.row().get());
        return report.with(subject, section.with(step.name(), rows));
    }

    private static Report mark(Report report, Subject subject, String word) {
        if (word.isEmpty()) {
            return report.without(subject);
        }
        Mark mark = switch (word.split(" ", 2)[0]) {
            case "changed" -> new Mark.Changed();
            case "unchanged" ->
                new Mark.Unchanged(word.substring("unchanged".length()).strip());
            case "nil" -> new Mark.Nil(Map.of(Language.ENGLISH, "None."));
            case "not-applicable" -> new Mark.NotApplicable();
            default -> throw new AssertionError(word);
        };
        return report.with(subject, mark);
    }

    private static StateFacts fact(StateFacts facts, String name, String value) {
        return new StateFacts(
                facts.known(),
                facts.name(),
                name.equals("party") ? Optional.of(Boolean.valueOf(value)) : facts.party(),
                name.equals("inForce") ? Optional.of(LocalDate.parse(value)) : facts.entryIntoForce(),
                name.equals("withdrawal") ? Optional.of(LocalDate.parse(value)) : facts.withdrawalEffect(),
                name.equals("stockpileDeadline") ? Optional.of(LocalDate.parse(value)) : facts.stockpileDeadline(),
                name.equals("stockpile") ? StateFacts.Duty.valueOf(value) : facts.stockpile(),
                name.equals("stockpileCompleted") ? PartialDate.find(value) : facts.stockpileCompleted(),
                name.equals("clearanceDeadline") ? Optional.of(LocalDate.parse(value)) : facts.clearanceDeadline(),
                name.equals("clearance") ? StateFacts.Duty.valueOf(value) : facts.clearance(),
                name.equals("clearanceCompleted") ? PartialDate.find(value) : facts.clearanceCompleted(),
                name.equals("extension") ? Boolean.parseBoolean(value) : facts.extensionAsked(),
                facts.retainedFirst());
    }

    /** The report for 2012 after those changes, joined by {@code ;;}, checked with what the changes say of history and facts. */
    public static CheckResult check(String changes, Surroundings outside) {
        Report report = report(2012);
        Report before = report(2011);
        StateFacts facts = facts();
        boolean history = true;
        boolean same = false;
        for (String change : changes.split(";;", -1)) {
            String one = change.strip();
            if (one.isEmpty()) {
                continue;
            }
            if (one.equals("noprev")) {
                history = false;
            } else if (one.equals("same")) {
                same = true;
            } else if (one.startsWith("prev.")) {
                before = change(before, one.substring(5));
            } else if (one.startsWith("fact.")) {
                String[] parts = one.substring(5).split("=", 2);
                facts = fact(facts, parts[0], parts[1]);
            } else {
                report = change(report, one);
            }
        }
        List<ReportArchive.Filed> filed = new ArrayList<>();
        if (history) {
            filed.add(ReportArchive.Filed.of(before));
        }
        if (same) {
            filed.add(ReportArchive.Filed.of(change(report, "j.text=Another report for the same year.")));
        }
        return CHECKS.run(
                report,
                Checks.Inputs.of(facts, DAY)
                        .with((ReportArchive) state -> filed)
                        .with(outside));
    }
}
