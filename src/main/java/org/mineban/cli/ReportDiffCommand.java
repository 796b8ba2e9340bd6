package org.mineban.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.Figure;
import org.mineban.platform.Formats;
import org.mineban.presentation.Table;
import org.mineban.reporting.Comparison;
import org.mineban.reporting.Entry;
import org.mineban.reporting.EntryWords;
import org.mineban.reporting.ReportFile;
import org.mineban.reporting.ReportWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code report diff A B}: two reports field by field, and the sums that have to carry over. The exit code tells whether they differ; with {@code
 * --numbers} whether their numbers do, as for two language versions.
 */
@Command(name = "diff")
final class ReportDiffCommand implements java.util.concurrent.Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", arity = "1", paramLabel = "EARLIER")
    private String earlier = "";

    @Parameters(index = "1", arity = "1", paramLabel = "LATER")
    private String later = "";

    @Option(names = "--numbers")
    private boolean numbers;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private String format = "text";

    @Mixin
    private LanguageOption language = new LanguageOption();

    ReportDiffCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        language.check();
        Format wanted = Format.of(format, Format.TEXT, Format.JSON, Format.CSV);
        ReportFile before = ReportFile.read(Path.of(earlier));
        ReportFile after = ReportFile.read(Path.of(later));
        Comparison comparison = Comparison.of(before.report(), after.report());
        List<Comparison.Difference> differences =
                numbers ? Comparison.numbers(before.report(), after.report()) : comparison.differences();
        session.out().print(wanted.write(table(differences)));
        if (differences.isEmpty()) {
            session.err().println(session.messages().say(session.language(), "report.same"));
        }
        if (!numbers) {
            comparison.carried().forEach(this::say);
        }
        return differences.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private Table table(List<Comparison.Difference> differences) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Comparison.Difference difference : differences) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(difference.kind().name().toLowerCase(Locale.ROOT));
            row.add(difference.place().text());
            row.add(difference.about());
            row.add(text(difference.before()));
            row.add(text(difference.after()));
            row.add(difference.change().map(ReportDiffCommand::number).orElse(null));
            rows.add(row);
        }
        return new Table("differences", List.of("kind", "place", "about", "before", "after", "change"), rows);
    }

    /** A number as a number where it is whole, so that a file of it needs no guard against formulas. */
    private static Object number(BigDecimal change) {
        return change.stripTrailingZeros().scale() <= 0 ? (Object) change.longValue() : change.toPlainString();
    }

    private static @Nullable String text(Optional<Entry> entry) {
        return entry.map(EntryWords::data).orElse(null);
    }

    private void say(Comparison.Carried carried) {
        ReportWords words = new ReportWords(session.messages(), session.language());
        Formats formats = new Formats(session.language());
        session.err()
                .println(session.messages()
                        .say(
                                session.language(),
                                "report.carried",
                                Map.of(
                                        "subject", words.subject(carried.what()),
                                        "closing",
                                                carried.closing()
                                                        .map(formats::number)
                                                        .orElse(words.figure(new Figure.Blank())),
                                        "opening",
                                                carried.opening()
                                                        .map(formats::number)
                                                        .orElse(words.figure(new Figure.Blank())),
                                        "state",
                                                carried.restated()
                                                        ? "restated"
                                                        : carried.broken() ? "broken" : "whole")));
    }
}
