package org.mineban.submissions;

import static mineban.tables.Tables.REPORT_ANSWER;
import static mineban.tables.Tables.REPORT_DRAFT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import mineban.tables.tables.records.ReportAnswerRecord;
import org.jooq.Record;
import org.mineban.accounts.Access;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.audit.Change;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;
import org.mineban.reporting.Answer;
import org.mineban.reporting.CheckResult;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.FigureSource;
import org.mineban.storage.Database;
import org.mineban.storage.Identifiers;

/**
 * What the rules find in drafts, and what people answered. An answer is kept with who gave it and when. It holds for a finding while the values found are
 * the same, in every run and in corrections of the same year; it goes with the report when that is handed in, and is then not changed any more.
 */
public final class DraftFindings {

    private final Database database;
    private final Access access;
    private final Drafts drafts;
    private final Examination examination;

    public DraftFindings(Database database, Access access, Drafts drafts, Examination examination) {
        this.database = database;
        this.access = access;
        this.drafts = drafts;
        this.examination = examination;
    }

    /**
     * An answer as it was given.
     *
     * @param year of the report
     * @param round of the report, 0 for the first
     */
    public record Said(
            int year,
            int round,
            String rule,
            FieldPath place,
            String valuesHash,
            String text,
            UUID author,
            Instant at) {

        private Answer answer(Function<UUID, String> names) {
            return new Answer(rule, place, valuesHash, text, names.apply(author), at);
        }
    }

    /**
     * What the rules find in a draft as it would be handed in on that day, each finding with its answer; only in parts that the reader may see.
     *
     * @param register the mine action register, by the name that the reader calls it by
     * @param names of people by their ids
     */
    public CheckResult of(
            Person reader, Draft draft, LocalDate on, FigureSource register, Function<UUID, String> names) {
        List<Answer> answers = said(reader, draft.state()).stream()
                .filter(one -> one.year() == draft.year() && one.round() <= draft.round())
                .map(one -> one.answer(names))
                .toList();
        CheckResult result = examination.of(draft, on, answers, register);
        return new CheckResult(
                result.findings().stream()
                        .filter(finding -> drafts.mayReadPlace(
                                reader, draft.state(), finding.place().text()))
                        .toList(),
                result.passed(),
                result.notConcerned(),
                result.notChecked());
    }

    /** Everything that was answered in drafts of a State, the latest last; only in parts that the reader may see. */
    public List<Said> said(Person reader, StateCode state) {
        return database
                .read(sql -> sql.select(REPORT_ANSWER.asterisk(), REPORT_DRAFT.YEAR_COVERED, REPORT_DRAFT.ROUND)
                        .from(REPORT_ANSWER)
                        .join(REPORT_DRAFT)
                        .on(REPORT_DRAFT.ID.eq(REPORT_ANSWER.DRAFT_ID))
                        .where(REPORT_DRAFT.STATE.eq(state.iso3()))
                        .orderBy(REPORT_ANSWER.RECORDED_AT, REPORT_ANSWER.ID)
                        .fetch(DraftFindings::said))
                .stream()
                .filter(one -> drafts.mayReadPlace(reader, state, one.place().text()))
                .toList();
    }

    private static Said said(Record row) {
        ReportAnswerRecord answer = row.into(REPORT_ANSWER);
        return new Said(
                row.get(REPORT_DRAFT.YEAR_COVERED),
                row.get(REPORT_DRAFT.ROUND),
                answer.getRule(),
                FieldPath.of(answer.getPlace()),
                answer.getValuesHash(),
                answer.getContent(),
                answer.getAuthorId(),
                answer.getRecordedAt());
    }

    /** What went with a submission: the answers given in its draft. */
    public List<Said> of(Person reader, Submission submission) {
        return said(reader, submission.state()).stream()
                .filter(one -> one.year() == submission.year() && one.round() == submission.round())
                .toList();
    }

    /**
     * Answers a finding.
     *
     * @param valuesHash of the finding as the writer saw it
     * @throws ProblemException {@code draft-note-empty}; {@code draft-closed}; {@code finding-holds-up} for a rule that has to be followed
     */
    public void answer(
            Person writer, UUID id, Part part, String rule, FieldPath place, String valuesHash, String text) {
        if (text.isBlank()) {
            throw Drafts.problem("draft-note-empty", Problem.Kind.WRONG_USAGE, Map.of());
        }
        if (examination.holdsUp(rule)) {
            throw Drafts.problem("finding-holds-up", Problem.Kind.CANNOT_BE_DONE, Map.of("value", rule));
        }
        database.change(transaction -> {
            Draft draft = Drafts.get(transaction, id);
            access.require(Optional.of(writer), Permission.REPORT_WRITE, part.thing(draft.state()));
            Drafts.requireOpen(draft);
            ReportAnswerRecord row = transaction.sql().newRecord(REPORT_ANSWER);
            row.setId(Identifiers.newId());
            row.setDraftId(id);
            row.setRule(rule);
            row.setPlace(place.text());
            row.setValuesHash(valuesHash);
            row.setContent(text.strip());
            row.setAuthorId(writer.id());
            row.setRecordedAt(transaction.now());
            row.insert();
            DraftRows.addWriter(transaction, id, writer.id());
            drafts.tell(
                    transaction,
                    writer,
                    "answer-finding",
                    draft,
                    "",
                    List.of(new Change(rule + " " + place, Optional.empty(), Optional.of(Drafts.cut(text.strip())))));
        });
    }
}
