package org.mineban.submissions;

import static mineban.tables.Tables.REPORT_COUNT;
import static mineban.tables.Tables.REPORT_DRAFT;
import static mineban.tables.Tables.REPORT_QUESTION;
import static mineban.tables.Tables.REPORT_SUBMISSION;
import static mineban.tables.Tables.REPORT_SUBMISSION_FILE;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import mineban.tables.tables.records.ReportSubmissionFileRecord;
import mineban.tables.tables.records.ReportSubmissionRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportJson;
import org.mineban.storage.Transaction;

/** Submissions in the database. */
final class SubmissionRows {

    private SubmissionRows() {}

    /** How many rounds of that State and year there are. */
    static int rounds(DSLContext sql, StateCode state, int year) {
        return sql.fetchCount(
                REPORT_SUBMISSION, REPORT_SUBMISSION.STATE.eq(state.iso3()), REPORT_SUBMISSION.YEAR_COVERED.eq(year));
    }

    /** The last submission with content that covers that year or an earlier one. */
    static Optional<Submission> lastWithContent(DSLContext sql, StateCode state, int year) {
        return sql.selectFrom(REPORT_SUBMISSION)
                .where(
                        REPORT_SUBMISSION.STATE.eq(state.iso3()),
                        REPORT_SUBMISSION.YEAR_COVERED.le(year),
                        REPORT_SUBMISSION.SNAPSHOT.isNotNull())
                .orderBy(REPORT_SUBMISSION.YEAR_COVERED.desc(), REPORT_SUBMISSION.ROUND.desc())
                .limit(1)
                .fetchOptional(SubmissionRows::submission);
    }

    static Optional<Submission> find(DSLContext sql, StateCode state, int number) {
        return sql.selectFrom(REPORT_SUBMISSION)
                .where(REPORT_SUBMISSION.STATE.eq(state.iso3()), REPORT_SUBMISSION.NUMBER.eq(number))
                .fetchOptional(SubmissionRows::submission);
    }

    static List<Submission> list(DSLContext sql, Condition... conditions) {
        return sql.selectFrom(REPORT_SUBMISSION)
                .where(conditions)
                .orderBy(REPORT_SUBMISSION.STATE, REPORT_SUBMISSION.YEAR_COVERED, REPORT_SUBMISSION.ROUND)
                .fetch(SubmissionRows::submission);
    }

    /** A public copy is never taken back, so that their number tells whether there are more. */
    static Condition publishedUntil(Optional<java.time.LocalDate> day) {
        return day.map(last -> REPORT_SUBMISSION.PUBLISHED_AT.lt(
                        last.plusDays(1).atStartOfDay(java.time.ZoneOffset.UTC).toInstant()))
                .orElseGet(REPORT_SUBMISSION.PUBLISHED_AT::isNotNull);
    }

    static List<Submission.File> files(DSLContext sql, UUID submission) {
        return sql.selectFrom(REPORT_SUBMISSION_FILE)
                .where(REPORT_SUBMISSION_FILE.SUBMISSION_ID.eq(submission))
                .orderBy(REPORT_SUBMISSION_FILE.PLACE)
                .fetch(SubmissionRows::file);
    }

    private static Submission.File file(ReportSubmissionFileRecord row) {
        return new Submission.File(
                row.getName(),
                row.getMediaType(),
                Language.find(row.getLanguage()),
                row.getSha256(),
                row.getSizeBytes());
    }

    /** The submissions that have a file of that hash, or are themselves of that hash. */
    static List<Submission> ofHash(DSLContext sql, String sha256) {
        return list(
                sql,
                REPORT_SUBMISSION
                        .IDENTITY
                        .eq(sha256)
                        .or(REPORT_SUBMISSION.PUBLISHED_SHA256.eq(sha256))
                        .or(REPORT_SUBMISSION.ID.in(sql.select(REPORT_SUBMISSION_FILE.SUBMISSION_ID)
                                .from(REPORT_SUBMISSION_FILE)
                                .where(REPORT_SUBMISSION_FILE.SHA256.eq(sha256)))));
    }

    static int nextNumber(Transaction transaction, StateCode state) {
        transaction
                .sql()
                .insertInto(REPORT_COUNT)
                .set(REPORT_COUNT.STATE, state.iso3())
                .set(REPORT_COUNT.NUMBERED, 0)
                .onConflictDoNothing()
                .execute();
        return Objects.requireNonNull(transaction
                        .sql()
                        .update(REPORT_COUNT)
                        .set(REPORT_COUNT.NUMBERED, REPORT_COUNT.NUMBERED.plus(1))
                        .where(REPORT_COUNT.STATE.eq(state.iso3()))
                        .returning()
                        .fetchOne())
                .getNumbered();
    }

    static void insert(Transaction transaction, Submission one, @Nullable UUID draft, List<Submission.File> files) {
        ReportSubmissionRecord row = transaction.sql().newRecord(REPORT_SUBMISSION);
        row.setId(one.id());
        row.setState(one.state().iso3());
        row.setNumber(one.number());
        row.setYearCovered(one.year());
        row.setRound(one.round());
        row.setKind(one.kind());
        row.setWay(one.way().key());
        row.setLanguages(one.languages().stream().map(Language::code).collect(Collectors.joining(" ")));
        row.setSnapshot(one.content().map(ReportJson::write).orElse(null));
        row.setIdentity(one.identity());
        row.setReason(one.reason());
        row.setDraftId(draft);
        row.setSubmittedById(one.submittedBy());
        row.setRecordedAt(one.recordedAt());
        row.setSubmittedOn(one.submittedOn());
        row.setReceivedOn(one.receivedOn().orElse(null));
        row.setReceivedById(one.receivedOn().map(day -> one.submittedBy()).orElse(null));
        row.insert();
        addFiles(transaction, one.id(), files);
    }

    private static void addFiles(Transaction transaction, UUID submission, List<Submission.File> files) {
        int place = 0;
        for (Submission.File file : files) {
            ReportSubmissionFileRecord row = transaction.sql().newRecord(REPORT_SUBMISSION_FILE);
            row.setSubmissionId(submission);
            row.setPlace(place);
            row.setName(file.name());
            row.setMediaType(file.mediaType());
            row.setLanguage(file.language().map(Language::code).orElse(""));
            row.setSha256(file.sha256());
            row.setSizeBytes(file.bytes());
            row.insert();
            place++;
        }
    }

    static boolean receive(Transaction transaction, UUID id, java.time.LocalDate day, UUID by) {
        return transaction
                        .sql()
                        .update(REPORT_SUBMISSION)
                        .set(REPORT_SUBMISSION.RECEIVED_ON, day)
                        .set(REPORT_SUBMISSION.RECEIVED_BY_ID, by)
                        .where(REPORT_SUBMISSION.ID.eq(id))
                        .execute()
                == 1;
    }

    static boolean publish(Transaction transaction, UUID id, Optional<String> content, String sha256, UUID by) {
        return transaction
                        .sql()
                        .update(REPORT_SUBMISSION)
                        .set(REPORT_SUBMISSION.PUBLISHED_AT, transaction.now())
                        .set(REPORT_SUBMISSION.PUBLISHED_BY_ID, by)
                        .set(REPORT_SUBMISSION.PUBLISHED_CONTENT, content.orElse(null))
                        .set(REPORT_SUBMISSION.PUBLISHED_SHA256, sha256)
                        .where(REPORT_SUBMISSION.ID.eq(id), REPORT_SUBMISSION.PUBLISHED_AT.isNull())
                        .execute()
                == 1;
    }

    /** The draft that a submission was made from. */
    static Optional<UUID> draft(DSLContext sql, UUID submission) {
        return sql.select(REPORT_DRAFT.ID)
                .from(REPORT_SUBMISSION)
                .join(REPORT_DRAFT)
                .on(REPORT_DRAFT.ID.eq(REPORT_SUBMISSION.DRAFT_ID))
                .where(REPORT_SUBMISSION.ID.eq(submission))
                .fetchOptional(REPORT_DRAFT.ID);
    }

    static void ask(Transaction transaction, UUID id, UUID submission, String place, String question, UUID by) {
        transaction
                .sql()
                .insertInto(REPORT_QUESTION)
                .set(REPORT_QUESTION.ID, id)
                .set(REPORT_QUESTION.SUBMISSION_ID, submission)
                .set(REPORT_QUESTION.PLACE, place)
                .set(REPORT_QUESTION.QUESTION, question)
                .set(REPORT_QUESTION.ASKED_BY_ID, by)
                .set(REPORT_QUESTION.ASKED_AT, transaction.now())
                .execute();
    }

    static boolean answer(Transaction transaction, UUID question, UUID submission, String answer, UUID by) {
        return transaction
                        .sql()
                        .update(REPORT_QUESTION)
                        .set(REPORT_QUESTION.ANSWER, answer)
                        .set(REPORT_QUESTION.ANSWERED_BY_ID, by)
                        .set(REPORT_QUESTION.ANSWERED_AT, transaction.now())
                        .where(
                                REPORT_QUESTION.ID.eq(question),
                                REPORT_QUESTION.SUBMISSION_ID.eq(submission),
                                REPORT_QUESTION.ANSWER.isNull())
                        .execute()
                == 1;
    }

    static List<Question> questions(DSLContext sql, UUID submission) {
        return sql.selectFrom(REPORT_QUESTION)
                .where(REPORT_QUESTION.SUBMISSION_ID.eq(submission))
                .orderBy(REPORT_QUESTION.ASKED_AT)
                .fetch(row -> new Question(
                        row.getId(),
                        row.getPlace(),
                        row.getQuestion(),
                        row.getAskedById(),
                        row.getAskedAt(),
                        Optional.ofNullable(row.getAnswer()),
                        Optional.ofNullable(row.getAnsweredAt())));
    }

    private static Submission submission(ReportSubmissionRecord row) {
        return new Submission(
                row.getId(),
                new StateCode(row.getState()),
                row.getNumber(),
                row.getYearCovered(),
                row.getRound(),
                row.getKind(),
                Submission.Way.of(row.getWay()),
                Arrays.stream(row.getLanguages().split(" ", -1))
                        .flatMap(code -> Language.find(code).stream())
                        .toList(),
                report(row.getSnapshot()),
                row.getIdentity(),
                row.getReason(),
                row.getSubmittedById(),
                row.getRecordedAt(),
                row.getSubmittedOn(),
                Optional.ofNullable(row.getReceivedOn()),
                Optional.ofNullable(row.getPublishedAt())
                        .map(at -> new Submission.Published(
                                at,
                                report(row.getPublishedContent()),
                                Objects.requireNonNullElse(row.getPublishedSha256(), ""))));
    }

    private static Optional<Report> report(@Nullable String json) {
        return Optional.ofNullable(json).map(text -> ReportJson.read(text.getBytes(StandardCharsets.UTF_8)));
    }
}
