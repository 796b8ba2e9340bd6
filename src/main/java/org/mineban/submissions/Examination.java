package org.mineban.submissions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mineban.kernel.Language;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.mineban.presentation.Knowledge;
import org.mineban.presentation.KnowledgeSource;
import org.mineban.reporting.Answer;
import org.mineban.reporting.CheckResult;
import org.mineban.reporting.Checks;
import org.mineban.reporting.Entry;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.FigureSource;
import org.mineban.reporting.Finding;
import org.mineban.reporting.NilSentences;
import org.mineban.reporting.RecordedFacts;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportArchive;
import org.mineban.reporting.Subject;
import org.mineban.reporting.Surroundings;
import org.mineban.reporting.Value;
import org.mineban.storage.Database;

/**
 * The rules of the catalogue over a draft, with all that is known here: the State's other submissions, its standing and duties, its mine action register,
 * and what people answered. {@link Drafts} and {@link Submissions} ask it before a report is approved and handed in.
 *
 * <p>ENV-14 asks for the authority that cleared the report. Before approval nobody can know it, so that a draft is not told to be wrong for it: the rule
 * then counts as not checked. At approval the authority that the approver names (or that the title page names already) is put on the title page first, and
 * the rule looks at that; so the rule holds up whoever names nobody, and never everybody.
 */
public final class Examination {

    private static final String AUTHORITY = "ENV-14";

    private final Checks checks;
    private final KnowledgeSource knowledge;
    private final Database database;
    private final Function<String, FigureSource> register;

    /** @param register the mine action register as a source of figures, by the name that a reader calls it by */
    public Examination(
            Checks checks, KnowledgeSource knowledge, Database database, Function<String, FigureSource> register) {
        this.checks = checks;
        this.knowledge = knowledge;
        this.database = database;
        this.register = register;
    }

    /** The mine action register as a source of figures. */
    public FigureSource register(String name) {
        return register.apply(name);
    }

    /**
     * What the rules find in a draft as it would be handed in on that day.
     *
     * @param source the mine action register
     */
    public CheckResult of(Draft draft, LocalDate on, List<Answer> answers, FigureSource source) {
        CheckResult result = run(draft.report(), on, answers, source);
        return draft.certified().isPresent() ? result : beforeApproval(result);
    }

    private static CheckResult beforeApproval(CheckResult result) {
        List<CheckResult.NotChecked> more = new ArrayList<>(result.notChecked());
        if (result.findings().stream().anyMatch(finding -> finding.rule().id().equals(AUTHORITY))) {
            more.add(new CheckResult.NotChecked(AUTHORITY, "before-approval"));
        }
        return new CheckResult(
                result.findings().stream()
                        .filter(finding -> !finding.rule().id().equals(AUTHORITY))
                        .toList(),
                result.passed(),
                result.notConcerned(),
                more);
    }

    private CheckResult run(Report report, LocalDate on, List<Answer> answers, FigureSource source) {
        Knowledge now = knowledge.current();
        Report dated =
                report.with(new FieldPath("env.submittedOn"), Entry.of(new Value.Date(new PartialDate.OfDay(on))));
        return checks.run(
                dated,
                Checks.Inputs.of(new RecordedFacts(now.register(), now.obligations()).of(dated, on), on)
                        .with(Submissions.archive(database))
                        .with(answers)
                        .with(Surroundings.NONE.withRegister(source).withFiles(DraftFiles.faults(database))));
    }

    /** Whether a rule holds a report up, so that an answer does not settle what it finds. */
    boolean holdsUp(String rule) {
        return checks.rules().stream().anyMatch(one -> one.id().equals(rule) && one.blocks());
    }

    /**
     * Definitive sentences for a subject of which a draft has nothing to tell, in the report's language, the most definite first.
     *
     * @param language of the report
     */
    public List<String> sentences(Draft draft, Subject subject, Language language, LocalDate on) {
        Knowledge now = knowledge.current();
        Report report = draft.report();
        LocalDate to = report.env().lastDay().orElse(LocalDate.of(draft.year(), 12, 31));
        LocalDate from = report.env().from().map(PartialDate::earliest).orElse(LocalDate.of(draft.year(), 1, 1));
        OptionalInt last = Submissions.archive(database).reports(draft.state()).stream()
                .map(ReportArchive.Filed::report)
                .filter(one -> one.tells(subject))
                .flatMapToInt(one -> one.env().year().stream())
                .filter(year -> year < draft.year())
                .max();
        return new NilSentences(now.messages(), language)
                .of(
                        subject,
                        now.narrator(language, to).state(draft.state()),
                        from,
                        to,
                        new RecordedFacts(now.register(), now.obligations()).of(report, on),
                        last);
    }

    /**
     * Lets no report past that one of the seven rules holds up.
     *
     * @throws ProblemException {@code report-held-up}, which names each rule and its place
     */
    void requirePassable(Report report, LocalDate on) {
        List<Finding> blocking = run(report, on, List.of(), NO_FIGURES).findings().stream()
                .filter(Finding::blocks)
                .toList();
        if (!blocking.isEmpty()) {
            throw new Problem(
                            "report-held-up",
                            Problem.Kind.CANNOT_BE_DONE,
                            Map.of("count", blocking.size(), "findings", told(blocking)))
                    .asException();
        }
    }

    private static String told(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.rule().id() + " (" + finding.place() + ")")
                .collect(Collectors.joining(", "));
    }

    /** No rule that holds a report up looks at the register. */
    private static final FigureSource NO_FIGURES = new FigureSource() {
        @Override
        public String name() {
            return "";
        }

        @Override
        public List<Sourced> figures(org.mineban.kernel.StateCode state, LocalDate from, LocalDate to) {
            return List.of();
        }
    };
}
