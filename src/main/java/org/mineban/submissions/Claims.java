package org.mineban.submissions;

import static mineban.tables.Tables.REPORT_CLAIM;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mineban.accounts.Access;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.audit.AuditEvent;
import org.mineban.audit.AuditTrail;
import org.mineban.audit.Change;
import org.mineban.kernel.Confidence;
import org.mineban.kernel.Problem;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.FieldPath;
import org.mineban.storage.Database;
import org.mineban.storage.Identifiers;
import org.mineban.storage.Transaction;

/**
 * Two truths side by side: the figure of a State and that of another source, with the State’s answer. Only figures of public fields are set beside each
 * other, so that nothing inferred about use or laying of mines comes before the public in this way.
 */
public final class Claims {

    private final Database database;
    private final AuditTrail audit;
    private final Access access;
    private final Dictionary dictionary;

    public Claims(Database database, AuditTrail audit, Access access, Dictionary dictionary) {
        this.database = database;
        this.audit = audit;
        this.access = access;
        this.dictionary = dictionary;
    }

    /** What is said of the figures of a submission, in the order of their places; anybody may read it where the report is public. */
    public List<Claim> of(Submission submission) {
        return database.read(sql -> sql.selectFrom(REPORT_CLAIM)
                .where(REPORT_CLAIM.SUBMISSION_ID.eq(submission.id()))
                .orderBy(REPORT_CLAIM.PLACE, REPORT_CLAIM.RECORDED_AT)
                .fetch(row -> new Claim(
                        row.getId(),
                        FieldPath.of(row.getPlace()),
                        new BigDecimal(row.getFigure()),
                        row.getSource(),
                        Confidence.find(row.getConfidence()).orElseThrow(),
                        row.getSaidOn(),
                        row.getNote(),
                        row.getRecordedAt(),
                        Optional.ofNullable(row.getAnswer()),
                        Optional.ofNullable(row.getAnsweredAt()))));
    }

    /**
     * Sets the figure of another source beside that of the State.
     *
     * @throws org.mineban.kernel.ProblemException {@code claim-place} when no public figure stands there, {@code claim-incomplete} without a source,
     *     {@code claim-same} when the State says the same
     */
    public void record(
            Person officer,
            Submission submission,
            FieldPath place,
            BigDecimal figure,
            String source,
            Confidence confidence,
            LocalDate saidOn,
            String note) {
        access.require(Optional.of(officer), Permission.REPORT_ASK, Thing.of(submission.state()));
        Optional<BigDecimal> own = submission
                .published()
                .flatMap(Submission.Published::content)
                .flatMap(report -> report.at(place))
                .flatMap(entry -> entry.value() instanceof org.mineban.reporting.Value.Quantity(var known)
                        ? known.known()
                        : Optional.empty());
        boolean open = dictionary.find(place).filter(field -> !field.hidden()).isPresent();
        if (own.isEmpty() || !open) {
            throw Drafts.problem("claim-place", Problem.Kind.WRONG_USAGE, Map.of("value", place.text()));
        }
        if (source.isBlank()) {
            throw Drafts.problem("claim-incomplete", Problem.Kind.WRONG_USAGE, Map.of());
        }
        if (own.get().compareTo(figure) == 0) {
            throw Drafts.problem("claim-same", Problem.Kind.WRONG_USAGE, Map.of("value", figure.toPlainString()));
        }
        database.change(transaction -> {
            transaction
                    .sql()
                    .insertInto(REPORT_CLAIM)
                    .set(REPORT_CLAIM.ID, Identifiers.newId())
                    .set(REPORT_CLAIM.SUBMISSION_ID, submission.id())
                    .set(REPORT_CLAIM.PLACE, place.text())
                    .set(REPORT_CLAIM.FIGURE, figure.toPlainString())
                    .set(REPORT_CLAIM.SOURCE, source.strip())
                    .set(REPORT_CLAIM.CONFIDENCE, confidence.code())
                    .set(REPORT_CLAIM.SAID_ON, saidOn)
                    .set(REPORT_CLAIM.NOTE, note.strip())
                    .set(REPORT_CLAIM.RECORDED_BY_ID, officer.id())
                    .set(REPORT_CLAIM.RECORDED_AT, transaction.now())
                    .execute();
            tell(
                    transaction,
                    officer,
                    "claim",
                    submission,
                    new Change(
                            place.text(),
                            Optional.of(own.get().toPlainString()),
                            Optional.of(figure.toPlainString() + ", " + source.strip())));
        });
    }

    /** The State’s answer. Both figures stay. */
    public void answer(Person person, Submission submission, UUID claim, String answer) {
        access.require(Optional.of(person), Permission.REPORT_WRITE, Thing.of(submission.state()));
        if (answer.isBlank()) {
            throw Drafts.problem("draft-note-empty", Problem.Kind.WRONG_USAGE, Map.of());
        }
        database.change(transaction -> {
            int answered = transaction
                    .sql()
                    .update(REPORT_CLAIM)
                    .set(REPORT_CLAIM.ANSWER, answer.strip())
                    .set(REPORT_CLAIM.ANSWERED_BY_ID, person.id())
                    .set(REPORT_CLAIM.ANSWERED_AT, transaction.now())
                    .where(
                            REPORT_CLAIM.ID.eq(claim),
                            REPORT_CLAIM.SUBMISSION_ID.eq(submission.id()),
                            REPORT_CLAIM.ANSWER.isNull())
                    .execute();
            if (answered != 1) {
                throw Drafts.problem("question-answered", Problem.Kind.CONFLICT, Map.of());
            }
            tell(
                    transaction,
                    person,
                    "claim-answer",
                    submission,
                    new Change("answer", Optional.empty(), Optional.of(answer.strip())));
        });
    }

    private void tell(Transaction transaction, Person by, String action, Submission submission, Change change) {
        audit.add(
                transaction,
                new AuditEvent(
                        by.actor(),
                        "report-" + action,
                        Submissions.SUBJECT,
                        submission.state().iso3() + "-" + submission.number(),
                        Optional.of(submission.state()),
                        Optional.empty(),
                        List.of(change)));
    }
}
