package org.mineban.submissions;

import static mineban.tables.Tables.REPORT_SUBMISSION;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mineban.accounts.Access;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.audit.AuditEvent;
import org.mineban.audit.AuditTrail;
import org.mineban.audit.Change;
import org.mineban.kernel.Language;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Entry;
import org.mineban.reporting.FigureSource;
import org.mineban.reporting.Group;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportArchive;
import org.mineban.reporting.ReportJson;
import org.mineban.reporting.Value;
import org.mineban.storage.Database;
import org.mineban.storage.FileStore;
import org.mineban.storage.Identifiers;
import org.mineban.storage.ReceivedFile;
import org.mineban.storage.Transaction;

/**
 * What was handed in and received. A submission, its snapshot and its files are never changed; what comes after (receipt, questions, the public copy) is
 * recorded beside it. Every method asks first whether the person may, and every change is in the audit trail, in the same transaction.
 */
public final class Submissions implements PublishedReports {

    /** What the audit trail calls a submission. */
    public static final String SUBJECT = "report-submission";

    private static final long MOST_FILE_BYTES = 64L << 20;

    private final Database database;
    private final AuditTrail audit;
    private final Access access;
    private final Dictionary dictionary;
    private final Examination examination;
    private final FileStore files = new FileStore();

    public Submissions(
            Database database, AuditTrail audit, Access access, Dictionary dictionary, Examination examination) {
        this.database = database;
        this.audit = audit;
        this.access = access;
        this.dictionary = dictionary;
        this.examination = examination;
    }

    /** A file made for a submission. Its bytes are never changed. */
    @SuppressWarnings("ArrayRecordComponent") // handed from maker to store at once; nobody compares two of them
    public record Made(String name, String mediaType, Optional<Language> language, byte[] bytes) {}

    /** Makes the files that go out with a report: documents, data, letter. */
    public interface KitMaker {
        /** The files, in their order, but for the receipt, which names them all. */
        List<Made> make(StateCode state, int year, Report snapshot);

        /** The receipt: which submission it is, and the SHA-256 of each file. */
        Made receipt(Submission submission, List<Submission.File> files);
    }

    /**
     * Hands a draft in that was approved: its text, with the day, becomes a snapshot that never changes, and its files are made and kept.
     *
     * @param reason why it is corrected; empty for the report itself
     * @throws ProblemException {@code draft-moved} when it is not approved, or no longer what the person saw; {@code correction-reason-needed};
     *     {@code report-held-up}
     */
    public Submission submit(Person sender, Draft seen, String reason, KitMaker maker) {
        access.require(Optional.of(sender), Permission.REPORT_SUBMIT, Thing.of(seen.state()));
        if (seen.status() != DraftStatus.CLEARED) {
            throw Drafts.problem("draft-moved", Problem.Kind.CONFLICT, Map.of("year", Integer.toString(seen.year())));
        }
        if (seen.round() > 0 && reason.isBlank()) {
            throw Drafts.problem("correction-reason-needed", Problem.Kind.WRONG_USAGE, Map.of());
        }
        Instant now = database.write(Transaction::now);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Report snapshot = snapshot(seen.report(), today);
        examination.requirePassable(snapshot, today);
        List<FigureSource.Sourced> figures = DraftFigures.atSubmission(examination, seen.state(), snapshot);
        List<Made> made = maker.make(seen.state(), seen.year(), snapshot);
        return database.write(transaction -> {
            Draft draft = DraftRows.find(transaction.sql(), seen.id()).orElseThrow();
            Drafts.move(transaction, draft, seen.version(), DraftStatus.SUBMITTED, Optional.empty());
            DraftFigures.freeze(transaction, draft.id(), figures, snapshot, sender.id());
            List<Submission.File> kept = new ArrayList<>();
            made.forEach(one -> kept.add(keep(transaction, one)));
            kept.addAll(DraftFiles.forKit(transaction.sql(), snapshot));
            Submission submission = new Submission(
                    Identifiers.newId(),
                    draft.state(),
                    SubmissionRows.nextNumber(transaction, draft.state()),
                    draft.year(),
                    draft.round(),
                    snapshot.envelope().word("kind").orElse("annual"),
                    Submission.Way.WRITTEN,
                    snapshot.env().languages(),
                    Optional.of(snapshot),
                    ReportJson.identity(snapshot),
                    reason.strip(),
                    sender.id(),
                    transaction.now(),
                    LocalDate.ofInstant(transaction.now(), ZoneOffset.UTC),
                    Optional.empty(),
                    Optional.empty());
            kept.add(keep(transaction, maker.receipt(submission, kept)));
            SubmissionRows.insert(transaction, submission, draft.id(), kept);
            tell(transaction, sender, "submit", submission, reason, List.of());
            return submission;
        });
    }

    private static Report snapshot(Report report, LocalDate day) {
        Entry today = Entry.of(new Value.Date(new PartialDate.OfDay(day)));
        Group title = report.envelope().with("submittedOn", today).without("receivedOn");
        return report.withEnvelope(
                title.with("certifiedBy", title.group("certifiedBy").with("on", today)));
    }

    private Submission.File keep(Transaction transaction, Made made) {
        try (ReceivedFile file = ReceivedFile.from(new ByteArrayInputStream(made.bytes()), MOST_FILE_BYTES)) {
            files.keep(transaction, file);
            return new Submission.File(made.name(), made.mediaType(), made.language(), file.sha256(), file.sizeBytes());
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }

    /**
     * A report that reached the secretariat on paper or as a file.
     *
     * @param kind the key of a {@link org.mineban.reporting.ReportKind}
     * @param mediaType of the file
     */
    public record Incoming(
            StateCode state,
            int year,
            String kind,
            List<Language> languages,
            LocalDate submittedOn,
            LocalDate receivedOn,
            String reason,
            String fileName,
            String mediaType) {}

    /**
     * Registers a report that was received as a file. Its content can follow.
     *
     * @throws ProblemException {@code report-registered} when a submission of that State has this very file already; {@code received-wrong} when it was
     *     received before it was submitted, or in the future
     */
    public Submission register(Person officer, Incoming incoming, ReceivedFile file) {
        access.require(Optional.of(officer), Permission.REPORT_RECEIVE, Thing.of(incoming.state()));
        return database.write(transaction -> {
            requireDay(transaction, incoming.submittedOn(), incoming.receivedOn());
            Optional<Submission> same = SubmissionRows.ofHash(transaction.sql(), file.sha256()).stream()
                    .filter(one -> one.state().equals(incoming.state()))
                    .findFirst();
            if (same.isPresent()) {
                throw Drafts.problem(
                        "report-registered",
                        Problem.Kind.CONFLICT,
                        Map.of(
                                "number",
                                same.get().number(),
                                "year",
                                Integer.toString(same.get().year())));
            }
            files.keep(transaction, file);
            Submission submission = new Submission(
                    Identifiers.newId(),
                    incoming.state(),
                    SubmissionRows.nextNumber(transaction, incoming.state()),
                    incoming.year(),
                    SubmissionRows.rounds(transaction.sql(), incoming.state(), incoming.year()),
                    incoming.kind(),
                    Submission.Way.REGISTERED,
                    incoming.languages(),
                    Optional.empty(),
                    file.sha256(),
                    incoming.reason(),
                    officer.id(),
                    transaction.now(),
                    incoming.submittedOn(),
                    Optional.of(incoming.receivedOn()),
                    Optional.empty());
            SubmissionRows.insert(
                    transaction,
                    submission,
                    null,
                    List.of(new Submission.File(
                            incoming.fileName(),
                            incoming.mediaType(),
                            incoming.languages().stream().findFirst(),
                            file.sha256(),
                            file.sizeBytes())));
            tell(transaction, officer, "register", submission, "", List.of());
            return submission;
        });
    }

    private static void requireDay(Transaction transaction, LocalDate submitted, LocalDate received) {
        LocalDate today = LocalDate.ofInstant(transaction.now(), ZoneOffset.UTC);
        if (received.isAfter(today) || received.isBefore(submitted)) {
            throw Drafts.problem(
                    "received-wrong",
                    Problem.Kind.WRONG_USAGE,
                    Map.of(
                            "value", received.toString(),
                            "submitted", submitted.toString(),
                            "today", today.toString()));
        }
    }

    /** Says when the secretariat received a submission. Said again, it corrects the day; the audit trail has both. */
    public void receive(Person officer, Submission submission, LocalDate day) {
        access.require(Optional.of(officer), Permission.REPORT_RECEIVE, Thing.of(submission.state()));
        database.change(transaction -> {
            requireDay(transaction, submission.submittedOn(), day);
            SubmissionRows.receive(transaction, submission.id(), day, officer.id());
            tell(
                    transaction,
                    officer,
                    "receive",
                    submission,
                    "",
                    List.of(new Change(
                            "received-on",
                            submission.receivedOn().map(LocalDate::toString),
                            Optional.of(day.toString()))));
        });
    }

    /**
     * Releases the public copy of a submission, without what is not public. Once released, it keeps its address and its bytes.
     *
     * @throws ProblemException {@code submission-not-received} before its receipt is recorded; {@code submission-published} when it is released already
     */
    public void publish(Person officer, Submission submission) {
        access.require(Optional.of(officer), Permission.REPORT_PUBLISH, Thing.of(submission.state()));
        if (submission.receivedOn().isEmpty()) {
            throw Drafts.problem(
                    "submission-not-received", Problem.Kind.CANNOT_BE_DONE, Map.of("number", submission.number()));
        }
        Optional<String> content = submission
                .content()
                .map(report -> report.withEnvelope(report.envelope()
                        .with(
                                "receivedOn",
                                Entry.of(new Value.Date(new PartialDate.OfDay(
                                        submission.receivedOn().get()))))))
                .map(report ->
                        ReportJson.write(PublicCopy.of(report, dictionary).report()));
        String sha256 = content.map(json -> org.mineban.storage.Sha256.of(json)).orElse("");
        database.change(transaction -> {
            if (!SubmissionRows.publish(transaction, submission.id(), content, sha256, officer.id())) {
                throw Drafts.problem(
                        "submission-published", Problem.Kind.CONFLICT, Map.of("number", submission.number()));
            }
            tell(transaction, officer, "publish", submission, "", List.of());
        });
    }

    /** Asks the State about a field. */
    public void ask(Person officer, Submission submission, String place, String question) {
        access.require(Optional.of(officer), Permission.REPORT_ASK, Thing.of(submission.state()));
        if (question.isBlank()) {
            throw Drafts.problem("draft-note-empty", Problem.Kind.WRONG_USAGE, Map.of());
        }
        database.change(transaction -> {
            SubmissionRows.ask(
                    transaction, Identifiers.newId(), submission.id(), place, question.strip(), officer.id());
            tell(
                    transaction,
                    officer,
                    "ask",
                    submission,
                    "",
                    List.of(new Change(place, Optional.empty(), Optional.of(question.strip()))));
        });
    }

    /** Answers a question of the secretariat. */
    public void answer(Person person, Submission submission, UUID question, String answer) {
        access.require(Optional.of(person), Permission.REPORT_WRITE, Thing.of(submission.state()));
        if (answer.isBlank()) {
            throw Drafts.problem("draft-note-empty", Problem.Kind.WRONG_USAGE, Map.of());
        }
        database.change(transaction -> {
            if (!SubmissionRows.answer(transaction, question, submission.id(), answer.strip(), person.id())) {
                throw Drafts.problem("question-answered", Problem.Kind.CONFLICT, Map.of());
            }
            tell(
                    transaction,
                    person,
                    "answer",
                    submission,
                    "",
                    List.of(new Change("answer", Optional.empty(), Optional.of(answer.strip()))));
        });
    }

    /** What was asked about a submission, for who may read it. */
    public List<Question> questions(Person reader, Submission submission) {
        requireRead(reader, submission.state());
        return database.read(sql -> SubmissionRows.questions(sql, submission.id()));
    }

    /** Whether somebody may read what a State handed in, before and beside its public copy. */
    public boolean mayRead(Optional<Person> reader, StateCode state) {
        return access.allows(reader, Permission.REPORT_READ_SUBMITTED, Thing.of(state));
    }

    private void requireRead(Person reader, StateCode state) {
        access.require(Optional.of(reader), Permission.REPORT_READ_SUBMITTED, Thing.of(state));
    }

    /** Everything that a State handed in, the earliest year first. */
    public List<Submission> ofState(Person reader, StateCode state) {
        requireRead(reader, state);
        return database.read(sql -> SubmissionRows.list(sql, REPORT_SUBMISSION.STATE.eq(state.iso3())));
    }

    /** Everything that any State handed in, by State and year, for the secretariat. */
    public List<Submission> all(Person officer) {
        access.require(Optional.of(officer), Permission.REPORT_RECEIVE, Thing.SYSTEM);
        return database.read(sql -> SubmissionRows.list(sql));
    }

    /**
     * One submission.
     *
     * @throws ProblemException {@code submission-unknown}
     */
    public Submission get(Person reader, StateCode state, int number) {
        requireRead(reader, state);
        return database.read(sql -> SubmissionRows.find(sql, state, number)).orElseThrow(() -> unknown(state, number));
    }

    private static ProblemException unknown(StateCode state, int number) {
        return Drafts.problem(
                "submission-unknown", Problem.Kind.NOT_FOUND, Map.of("state", state.iso3(), "number", number));
    }

    /** Every submission whose public copy is released, by State, year and round; anybody may read them. */
    public List<Submission> published() {
        return database.read(sql -> SubmissionRows.list(sql, REPORT_SUBMISSION.PUBLISHED_AT.isNotNull()));
    }

    @Override
    public List<Submission> published(Optional<LocalDate> until) {
        return database.read(sql -> SubmissionRows.list(sql, SubmissionRows.publishedUntil(until)));
    }

    @Override
    public String edition(Optional<LocalDate> until) {
        return database.read(
                sql -> Integer.toString(sql.fetchCount(REPORT_SUBMISSION, SubmissionRows.publishedUntil(until))));
    }

    /** Those of one State. */
    public List<Submission> published(StateCode state) {
        return database.read(sql -> SubmissionRows.list(
                sql, REPORT_SUBMISSION.PUBLISHED_AT.isNotNull(), REPORT_SUBMISSION.STATE.eq(state.iso3())));
    }

    /** The submissions that a file belongs to, by its hash; none when it is none that was handed in here. Whoever has the file may ask. */
    public List<Submission> ofHash(String sha256) {
        return database.read(sql -> SubmissionRows.ofHash(sql, sha256));
    }

    /** The files of a submission. */
    public List<Submission.File> files(Person reader, Submission submission) {
        requireRead(reader, submission.state());
        return database.read(sql -> SubmissionRows.files(sql, submission.id()));
    }

    /** Writes a file of a submission out. */
    public void copy(Person reader, Submission submission, Submission.File file, OutputStream out) {
        requireRead(reader, submission.state());
        database.read(sql -> {
            try {
                files.copy(sql, file.sha256(), out);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
            return true;
        });
    }

    /** The newest submission of a State for a year, for who runs the program on its own machine. */
    public Optional<Submission> newest(StateCode state, int year) {
        return database
                .read(sql -> SubmissionRows.list(
                        sql, REPORT_SUBMISSION.STATE.eq(state.iso3()), REPORT_SUBMISSION.YEAR_COVERED.eq(year)))
                .stream()
                .reduce((one, two) -> two);
    }

    /** The files of a submission as one ZIP, for who runs the program on its own machine. The stream is left open. */
    public void kit(Submission submission, OutputStream out) {
        database.read(sql -> {
            try {
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
                for (Submission.File file : SubmissionRows.files(sql, submission.id())) {
                    ZipEntry entry = new ZipEntry(file.name());
                    entry.setTime(submission.recordedAt().toEpochMilli());
                    zip.putNextEntry(entry);
                    files.copy(sql, file.sha256(), zip);
                    zip.closeEntry();
                }
                zip.finish();
                return true;
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
    }

    /** As {@link #kit(Submission, OutputStream)}, for who may read it. */
    public void kit(Person reader, Submission submission, OutputStream out) {
        requireRead(reader, submission.state());
        kit(submission, out);
    }

    /** Every day on which the secretariat received a report, for the duties of States. */
    public List<Submission> received() {
        return database.read(sql -> SubmissionRows.list(sql, REPORT_SUBMISSION.RECEIVED_ON.isNotNull()));
    }

    /** What was handed in, in its current versions, for the checks of a report. Whoever asks must have asked before whether they may. */
    static ReportArchive archive(Database database) {
        return state -> {
            Map<Integer, Submission> current = new java.util.TreeMap<>();
            database.read(sql -> SubmissionRows.list(
                            sql, REPORT_SUBMISSION.STATE.eq(state.iso3()), REPORT_SUBMISSION.SNAPSHOT.isNotNull()))
                    .forEach(one -> current.put(one.year(), one));
            return current.values().stream()
                    .map(one -> new ReportArchive.Filed(
                            one.identity(), one.content().orElseThrow(), one.receivedOn()))
                    .toList();
        };
    }

    private void tell(
            Transaction transaction,
            Person by,
            String action,
            Submission submission,
            String reason,
            List<Change> changes) {
        List<Change> all = new ArrayList<>(changes);
        all.add(new Change("identity", Optional.empty(), Optional.of("sha256:" + submission.identity())));
        audit.add(
                transaction,
                new AuditEvent(
                        by.actor(),
                        "report-" + action,
                        SUBJECT,
                        submission.state().iso3() + "-" + submission.number(),
                        Optional.of(submission.state()),
                        Optional.of(reason.strip()).filter(text -> !text.isEmpty()),
                        all));
    }

    /** The bytes of the canonical JSON of a public copy. */
    public static byte[] json(Report report) {
        return ReportJson.write(report).getBytes(StandardCharsets.UTF_8);
    }
}
