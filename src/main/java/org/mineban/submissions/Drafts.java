package org.mineban.submissions;

import static mineban.tables.Tables.REPORT_SUBMISSION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
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
import org.mineban.reporting.Entry;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.Group;
import org.mineban.reporting.Mark;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportKind;
import org.mineban.reporting.Subject;
import org.mineban.reporting.Value;
import org.mineban.storage.Database;
import org.mineban.storage.Identifiers;
import org.mineban.storage.Transaction;

/**
 * Drafts of reports: begun from the last report, written part by part by several people, reviewed, and approved by somebody who wrote none of it. No
 * text that was saved is ever lost: when two people save the same part, both texts are kept until somebody chooses. Every method asks first whether the
 * person may, and every change is in the audit trail, in the same transaction.
 */
public final class Drafts {

    /** What the audit trail calls a draft. */
    public static final String SUBJECT = "report-draft";

    private static final int FIRST_YEAR = 1998;
    private static final int MOST_CHANGES_TOLD = 60;
    private static final int LONGEST_TOLD = 300;

    private final Database database;
    private final AuditTrail audit;
    private final Access access;
    private final Examination examination;

    public Drafts(Database database, AuditTrail audit, Access access, Examination examination) {
        this.database = database;
        this.audit = audit;
        this.access = access;
        this.examination = examination;
    }

    /** Whether somebody may look at the draft of a State, all of it or a part. */
    public boolean mayRead(Optional<Person> reader, StateCode state) {
        return Part.all().stream().anyMatch(part -> mayRead(reader, state, part));
    }

    /** Whether somebody may look at that part of the drafts of a State. */
    public boolean mayRead(Optional<Person> reader, StateCode state, Part part) {
        return access.allows(reader, Permission.REPORT_READ_DRAFT, part.thing(state))
                || access.allows(reader, Permission.REPORT_APPROVE, Thing.of(state));
    }

    /** Whether somebody may look at the part of a draft in which that place is. */
    boolean mayReadPlace(Person reader, StateCode state, String place) {
        return partOf(place)
                .filter(part -> mayRead(Optional.of(reader), state, part))
                .isPresent();
    }

    /** Whether somebody may write that part of the drafts of a State. */
    public boolean mayWrite(Optional<Person> writer, StateCode state, Part part) {
        return access.allows(writer, Permission.REPORT_WRITE, part.thing(state));
    }

    /** Whether somebody may write every part. */
    public boolean mayLead(Optional<Person> writer, StateCode state) {
        return mayWrite(writer, state, Part.TITLE);
    }

    /** Whether somebody may approve the draft, having written none of it. */
    public boolean mayApprove(Optional<Person> second, Draft draft) {
        return access.allows(second, Permission.REPORT_APPROVE, thing(second, draft));
    }

    private static Thing thing(Optional<Person> second, Draft draft) {
        Thing thing = Thing.of(draft.state());
        return second.filter(person -> draft.writers().contains(person.id()))
                .map(person -> thing.by(person.id()))
                .orElse(thing);
    }

    private void requireRead(Person reader, StateCode state) {
        if (!mayRead(Optional.of(reader), state)) {
            access.require(Optional.of(reader), Permission.REPORT_READ_DRAFT, Thing.of(state));
        }
    }

    /** The newest draft of a State and year, corrections included; empty when nobody has begun one. */
    public Optional<Draft> find(Person reader, StateCode state, int year) {
        requireRead(reader, state);
        return database.read(sql -> DraftRows.newest(sql, state, year));
    }

    /** Every draft of a State, the newest year first. */
    public List<Draft> list(Person reader, StateCode state) {
        requireRead(reader, state);
        return database.read(sql -> DraftRows.ofState(sql, state));
    }

    /**
     * Begins the report of a year from the State's last submission with content: every section stands there as unchanged since its year, to be confirmed.
     *
     * @param kind of the report, as {@link ReportKind#ANNUAL}
     * @param language in which it is going to be written, when the last report does not say
     * @throws ProblemException {@code draft-there} when the year has a draft that was not handed in; {@code draft-year} for a year that no report covers
     */
    public Draft open(Person opener, StateCode state, int year, ReportKind kind, Language language) {
        access.require(Optional.of(opener), Permission.REPORT_WRITE, Thing.of(state));
        return database.write(transaction -> {
            if (year < FIRST_YEAR
                    || year
                            > LocalDate.ofInstant(transaction.now(), java.time.ZoneOffset.UTC)
                                    .getYear()) {
                throw problem("draft-year", Problem.Kind.WRONG_USAGE, Map.of("value", Integer.toString(year)));
            }
            Optional<Draft> there = DraftRows.newest(transaction.sql(), state, year);
            if (there.isPresent() && there.get().status() != DraftStatus.SUBMITTED) {
                throw problem("draft-there", Problem.Kind.CONFLICT, Map.of("year", Integer.toString(year)));
            }
            int round = SubmissionRows.rounds(transaction.sql(), state, year);
            Optional<Submission> from = SubmissionRows.lastWithContent(transaction.sql(), state, year);
            Report begun = begin(
                    state,
                    year,
                    round == 0 ? kind : ReportKind.AMENDMENT,
                    language,
                    from,
                    Certification.day(transaction.now()));
            boolean correction = round > 0;
            List<DraftPart> parts = Part.all().stream()
                    .map(part -> new DraftPart(
                            part,
                            part.cut(begun),
                            1,
                            progress(part, begun, from.isPresent(), correction),
                            "",
                            Optional.empty(),
                            transaction.now(),
                            0))
                    .toList();
            Draft draft = new Draft(
                    Identifiers.newId(),
                    state,
                    year,
                    round,
                    DraftStatus.DRAFT,
                    1,
                    from.map(Submission::id),
                    Set.of(),
                    parts,
                    transaction.now(),
                    transaction.now(),
                    Optional.empty(),
                    Optional.empty());
            DraftRows.insert(transaction, draft, opener.id());
            tell(transaction, opener, "open", draft, "", List.of());
            return draft;
        });
    }

    private static Progress progress(Part part, Report begun, boolean carried, boolean correction) {
        if (correction) {
            return Progress.READY;
        }
        boolean something = part.subject().isEmpty()
                ? carried
                : begun.mark(part.subject().get()).isPresent();
        return something ? Progress.TO_CONFIRM : Progress.NOT_STARTED;
    }

    private static Report begin(
            StateCode state, int year, ReportKind kind, Language language, Optional<Submission> from, LocalDate today) {
        Optional<Report> before = from.flatMap(Submission::content);
        boolean same = from.filter(one -> one.year() == year).isPresent();
        Group title = before.map(Report::envelope).orElse(Group.empty());
        for (String gone : List.of(
                "submittedOn", "receivedOn", "certifiedBy", "claim", "coverLetter", "fileDatedOn", "attachment")) {
            title = title.without(gone);
        }
        // A first report tells how things stand when it is written, and does not wait for the end of the year.
        LocalDate last = LocalDate.of(year, 12, 31);
        LocalDate end = kind == ReportKind.INITIAL && today.isBefore(last) ? today : last;
        title = title.with("state", Entry.of(Value.Words.of(state.iso3())))
                .with("kind", Entry.of(Value.Words.of(kind.key())))
                .with("periodFrom", Entry.of(new Value.Date(new PartialDate.OfDay(LocalDate.of(year, 1, 1)))))
                .with("periodTo", Entry.of(new Value.Date(new PartialDate.OfDay(end))));
        if (title.word("edition").isEmpty()) {
            title = title.with("edition", Entry.of(Value.Words.of("forms-2007")));
        }
        if (title.words("language").isEmpty()) {
            title = title.with("language", Entry.of(Value.Words.of(language.code())));
        }
        Report begun = Report.empty().withEnvelope(title);
        if (before.isEmpty()) {
            return begun;
        }
        for (Subject subject : Subject.values()) {
            Optional<Mark> mark = before.get().mark(subject);
            if (!same
                    && (mark.isEmpty() || mark.get() instanceof Mark.Changed)
                    && before.get().tells(subject)) {
                mark = Optional.of(
                        new Mark.Unchanged(Integer.toString(from.get().year())));
            }
            if (kind == ReportKind.INITIAL && mark.orElse(null) instanceof Mark.Unchanged) {
                mark = Optional.of(new Mark.Changed()); // a first report has nothing to be unchanged since
            }
            if (mark.isPresent()) {
                begun = begun.with(subject, mark.get());
            }
            begun = begun.with(
                    subject,
                    same
                            ? before.get().section(subject)
                            : DraftFigures.carried(
                                    before.get(), subject, from.get().year()));
        }
        return begun;
    }

    /** The submission that a draft began from: last year’s, or the one that it corrects; empty when there was none. */
    public Optional<Submission> before(Person reader, Draft draft) {
        requireRead(reader, draft.state());
        return draft.from()
                .flatMap(before ->
                        database.read(sql -> SubmissionRows.list(sql, REPORT_SUBMISSION.ID.eq(before))).stream()
                                .findFirst());
    }

    /** What came of a save. */
    public sealed interface Outcome {
        /** It is the text now. */
        record Saved(int revision) implements Outcome {}

        /** Nothing was different from the text as it is. */
        record Same(int revision) implements Outcome {}

        /** Somebody saved another text meanwhile: this one is kept beside it until one is chosen. */
        record SetAside(UUID id) implements Outcome {}
    }

    /**
     * Saves a part.
     *
     * @param beganFrom the revision that the writer had before them
     * @param text a report with this part; everything else in it is left out
     * @param done whether the writer says that the part is finished
     * @throws ProblemException {@code draft-closed} when the draft is with the reviewers or was handed in; {@code figure-reason-needed} when it is said to
     *     be finished and a figure stands in the place of the register’s without a reason
     */
    public Outcome save(Person writer, UUID id, Part part, int beganFrom, Report text, boolean done) {
        return database.write(transaction -> {
            Draft draft = get(transaction, id);
            access.require(Optional.of(writer), Permission.REPORT_WRITE, part.thing(draft.state()));
            requireOpen(draft);
            return save(transaction, writer, draft, part, beganFrom, part.cut(text), done);
        });
    }

    Outcome save(
            Transaction transaction, Person writer, Draft draft, Part part, int beganFrom, Report typed, boolean done) {
        DraftPart now = draft.part(part);
        Report text = marked(transaction, draft, part, DraftFigures.keepOffered(now.text(), typed));
        if (done) {
            DraftFigures.requireReasons(text);
        }
        if (text.equals(now.text()) && (!done || now.progress() == Progress.READY)) {
            return new Outcome.Same(now.revision());
        }
        Progress progress = done ? Progress.READY : Progress.IN_PROGRESS;
        if (now.revision() != beganFrom && text.equals(now.text())) {
            DraftRows.progress(transaction, draft.id(), part, progress, "");
            return new Outcome.Same(now.revision());
        }
        if (now.revision() != beganFrom
                || !DraftRows.update(transaction, draft.id(), part, beganFrom, text, progress, writer.id())) {
            UUID aside = DraftRows.keep(transaction, draft.id(), part, Optional.empty(), beganFrom, text, writer.id());
            DraftRows.addWriter(transaction, draft.id(), writer.id());
            tell(transaction, writer, "set-aside", draft, part.key(), changes(now.text(), text));
            return new Outcome.SetAside(aside);
        }
        if (done) {
            DraftRows.progress(transaction, draft.id(), part, progress, "");
        }
        DraftRows.keep(transaction, draft.id(), part, Optional.of(beganFrom + 1), beganFrom, text, writer.id());
        DraftRows.addWriter(transaction, draft.id(), writer.id());
        tell(transaction, writer, "save", draft, part.key(), changes(now.text(), text));
        return new Outcome.Saved(beganFrom + 1);
    }

    /** A section that is no longer what the draft began with has changed, whatever its mark said. */
    private static Report marked(Transaction transaction, Draft draft, Part part, Report typed) {
        Optional<Subject> subject = part.subject();
        if (subject.isEmpty() || !(typed.mark(subject.get()).orElse(null) instanceof Mark.Unchanged)) {
            return subject.isPresent() && typed.mark(subject.get()).isEmpty() && typed.tells(subject.get())
                    ? typed.with(subject.get(), new Mark.Changed())
                    : typed;
        }
        Group begun = DraftRows.revision(transaction.sql(), draft.id(), part, 1)
                .map(first -> first.text().section(subject.get()))
                .orElse(Group.empty());
        return typed.section(subject.get()).equals(begun) ? typed : typed.with(subject.get(), new Mark.Changed());
    }

    /** The text of a part as it was saved under that number; empty when there is none. Whoever asks must have asked before whether they may. */
    public Optional<Report> revision(Draft draft, Part part, int revision) {
        return database.read(sql -> DraftRows.revision(sql, draft.id(), part, revision))
                .map(DraftRows.Saved::text);
    }

    /** Two texts of one part, between which somebody chooses. */
    public record Choice(UUID aside, UUID writer, java.time.Instant at, Report kept, int revision, Report other) {

        /** The places at which they differ, the mark of a section apart. */
        public List<FieldPath> differences() {
            Set<FieldPath> places = new TreeSet<>();
            SequencedMap<FieldPath, Entry> one = kept.entries();
            SequencedMap<FieldPath, Entry> two = other.entries();
            one.forEach((place, entry) -> {
                if (!entry.equals(two.get(place))) {
                    places.add(place);
                }
            });
            two.keySet().stream().filter(place -> !one.containsKey(place)).forEach(places::add);
            return List.copyOf(places);
        }
    }

    /** The next two texts of a part between which somebody has to choose; empty when there are none. */
    public Optional<Choice> choice(Person reader, Draft draft, Part part) {
        requirePart(reader, draft, part);
        DraftPart now = draft.part(part);
        return database.read(sql -> DraftRows.aside(sql, draft.id(), part))
                .map(aside ->
                        new Choice(aside.id(), aside.writer(), aside.at(), now.text(), now.revision(), aside.text()));
    }

    /**
     * Settles which of two texts holds, place by place.
     *
     * @param fromOther the places that are taken from the text that was set aside
     * @param otherMark whether its mark is taken as well
     */
    public void choose(Person writer, UUID id, Part part, UUID aside, Set<FieldPath> fromOther, boolean otherMark) {
        database.change(transaction -> {
            Draft draft = get(transaction, id);
            access.require(Optional.of(writer), Permission.REPORT_WRITE, part.thing(draft.state()));
            requireOpen(draft);
            DraftRows.Saved other = DraftRows.aside(transaction.sql(), id, part)
                    .filter(one -> one.id().equals(aside))
                    .orElseThrow(() -> problem("draft-choice-gone", Problem.Kind.CONFLICT, Map.of()));
            DraftPart now = draft.part(part);
            Report text = now.text();
            for (FieldPath place : fromOther) {
                Optional<Entry> entry = other.text().at(place);
                Report before = text;
                text = entry.map(content -> before.with(place, content)).orElseGet(() -> before.without(place));
            }
            if (otherMark && part.subject().isPresent()) {
                Optional<Mark> mark = other.text().mark(part.subject().get());
                text = mark.isPresent() ? text.with(part.subject().get(), mark.get()) : text;
            }
            DraftRows.settle(transaction, aside);
            if (text.equals(now.text())) {
                tell(transaction, writer, "choose", draft, part.key(), List.of());
            } else {
                save(transaction, writer, draft, part, now.revision(), text, false);
            }
        });
    }

    /** Says that a part stands as in the report before. */
    public void confirm(Person writer, UUID id, Part part) {
        confirm(writer, id, List.of(part));
    }

    /** Says that every part which still waits for it stands as in the report before. Returns how many there were. */
    public int confirmAll(Person writer, UUID id) {
        return confirm(writer, id, Part.all());
    }

    private int confirm(Person writer, UUID id, List<Part> parts) {
        return database.write(transaction -> {
            Draft draft = get(transaction, id);
            requireOpen(draft);
            List<Part> waiting = parts.stream()
                    .filter(part -> draft.part(part).progress() == Progress.TO_CONFIRM)
                    .filter(part -> mayWrite(Optional.of(writer), draft.state(), part))
                    .toList();
            if (waiting.isEmpty()) {
                access.require(
                        Optional.of(writer),
                        Permission.REPORT_WRITE,
                        parts.getFirst().thing(draft.state()));
                return 0;
            }
            waiting.forEach(part -> DraftRows.progress(transaction, id, part, Progress.READY, ""));
            DraftRows.addWriter(transaction, id, writer.id());
            List<Change> changes = waiting.stream()
                    .map(part -> new Change(
                            part.key(), Optional.of(Progress.TO_CONFIRM.key()), Optional.of(Progress.READY.key())))
                    .toList();
            tell(transaction, writer, "confirm", draft, "", changes);
            return waiting.size();
        });
    }

    /**
     * Hands the draft to the reviewers: nobody writes in it from now on.
     *
     * @throws ProblemException {@code draft-not-ready} while a part is not ready, or two texts wait for a choice
     */
    public Draft sendToReview(Person writer, UUID id, int version) {
        return step(id, version, DraftStatus.IN_REVIEW, "send-to-review", writer, "", Optional.empty(), draft -> {
            access.require(Optional.of(writer), Permission.REPORT_WRITE, Thing.of(draft.state()));
            requireOpen(draft);
            if (!draft.ready()) {
                long open = draft.parts().stream()
                        .filter(one -> one.progress() != Progress.READY || one.aside() > 0)
                        .count();
                throw problem("draft-not-ready", Problem.Kind.CANNOT_BE_DONE, Map.of("count", open));
            }
        });
    }

    /**
     * Sends the draft, or some parts of it, back to the writers.
     *
     * @param parts those that have to be written again; none when the whole is meant
     * @param because why
     * @throws ProblemException {@code draft-reason-needed}
     */
    public Draft giveBack(Person reviewer, UUID id, int version, List<Part> parts, String because) {
        if (because.isBlank()) {
            throw problem("draft-reason-needed", Problem.Kind.WRONG_USAGE, Map.of());
        }
        return database.write(transaction -> {
            Draft draft = get(transaction, id);
            boolean allowed = access.allows(Optional.of(reviewer), Permission.REPORT_APPROVE, Thing.of(draft.state()))
                    || mayLead(Optional.of(reviewer), draft.state());
            if (!allowed) {
                access.require(Optional.of(reviewer), Permission.REPORT_APPROVE, Thing.of(draft.state()));
            }
            requireStatus(draft, draft.status() == DraftStatus.IN_REVIEW || draft.status() == DraftStatus.CLEARED);
            move(transaction, draft, version, DraftStatus.DRAFT, Optional.empty());
            for (Part part : parts) {
                DraftRows.progress(transaction, id, part, Progress.RETURNED, because.strip());
            }
            tell(
                    transaction,
                    reviewer,
                    "return",
                    draft,
                    because.strip(),
                    parts.stream()
                            .map(part -> new Change(part.key(), Optional.empty(), Optional.of(Progress.RETURNED.key())))
                            .toList());
            return get(transaction, id);
        });
    }

    /**
     * Approves the draft for an authority. Never by somebody who wrote something of it, and never while a rule holds the report up.
     *
     * @param authority that clears it; where it names no organisation, the one on the title page counts
     * @throws ProblemException {@code four-eyes}; {@code draft-moved} when it is no longer what the person saw; {@code report-held-up}
     */
    public Draft approve(Person second, UUID id, int version, Certification authority) {
        Draft seen = database.read(sql -> DraftRows.find(sql, id)).orElseThrow(() -> unknown(id));
        requireApproval(second, seen);
        Certification named = authority.organisation().isEmpty() ? Certification.of(seen.report()) : authority;
        // Nobody writes while it is in review, and the step asks for the same version: what is examined here is what is
        // approved.
        examination.requirePassable(
                named.on(seen.report(), Optional.empty()), Certification.day(database.write(Transaction::now)));
        return step(
                id,
                version,
                DraftStatus.CLEARED,
                "approve",
                second,
                "",
                Optional.of(new DraftRows.Cleared(second.id(), named)),
                draft -> requireApproval(second, draft));
    }

    /** The authority that an approver is offered: the one on the title page, else the one that cleared the report before. */
    public Certification proposedAuthority(Person reader, Draft draft) {
        requireRead(reader, draft.state());
        Certification own = Certification.of(draft.report());
        if (!own.organisation().isEmpty()) {
            return own;
        }
        return before(reader, draft)
                .flatMap(Submission::content)
                .map(Certification::of)
                .orElse(own);
    }

    private void requireApproval(Person second, Draft draft) {
        access.require(Optional.of(second), Permission.REPORT_APPROVE, thing(Optional.of(second), draft));
        requireStatus(draft, draft.status() == DraftStatus.IN_REVIEW);
    }

    private Draft step(
            UUID id,
            int version,
            DraftStatus to,
            String action,
            Person by,
            String reason,
            Optional<DraftRows.Cleared> cleared,
            java.util.function.Consumer<Draft> guard) {
        return database.write(transaction -> {
            Draft draft = get(transaction, id);
            guard.accept(draft);
            move(transaction, draft, version, to, cleared);
            List<Change> changes = new ArrayList<>(
                    List.of(new Change("status", Optional.of(draft.status().key()), Optional.of(to.key()))));
            cleared.ifPresent(one -> changes.add(new Change(
                    "env.certifiedBy.organisation",
                    Optional.empty(),
                    Optional.of(one.authority().organisation()))));
            tell(transaction, by, action, draft, reason, changes);
            return get(transaction, id);
        });
    }

    static void move(
            Transaction transaction, Draft draft, int version, DraftStatus to, Optional<DraftRows.Cleared> cleared) {
        if (draft.version() != version || !DraftRows.move(transaction, draft.id(), version, to, cleared)) {
            throw problem("draft-moved", Problem.Kind.CONFLICT, Map.of("year", Integer.toString(draft.year())));
        }
    }

    /** Says something beside a field, for the review of this draft or for the years to come. */
    public void note(Person author, Draft draft, Part part, DraftNote.Kind kind, String place, String text) {
        requirePart(author, draft, part);
        if (text.isBlank()) {
            throw problem("draft-note-empty", Problem.Kind.WRONG_USAGE, Map.of());
        }
        database.change(transaction -> {
            DraftNote note = new DraftNote(
                    Identifiers.newId(),
                    kind,
                    draft.year(),
                    place,
                    text.strip(),
                    author.id(),
                    transaction.now(),
                    Optional.empty());
            DraftRows.insert(
                    transaction,
                    draft.state(),
                    kind == DraftNote.Kind.COMMENT ? Optional.of(draft.id()) : Optional.empty(),
                    note);
            tell(
                    transaction,
                    author,
                    kind.key(),
                    draft,
                    "",
                    List.of(new Change(place, Optional.empty(), Optional.of(cut(text.strip())))));
        });
    }

    /** Settles a comment. */
    public void settle(Person person, Draft draft, Part part, UUID note) {
        requirePart(person, draft, part);
        database.change(transaction -> {
            DraftRows.settleNote(transaction, draft.state(), note);
            tell(transaction, person, "settle", draft, note.toString(), List.of());
        });
    }

    /** What was said of a State's reports beside fields, the newest first; only of parts that the reader may see. */
    public List<DraftNote> notes(Person reader, StateCode state) {
        requireRead(reader, state);
        return database.read(sql -> DraftRows.notes(sql, state)).stream()
                .filter(note -> mayReadPlace(reader, state, note.place()))
                .toList();
    }

    private static Optional<Part> partOf(String place) {
        int point = place.indexOf('.');
        String prefix = point < 0 ? place : place.substring(0, point);
        return Part.all().stream().filter(part -> part.prefix().equals(prefix)).findFirst();
    }

    private void requirePart(Person reader, Draft draft, Part part) {
        if (!mayRead(Optional.of(reader), draft.state(), part)) {
            access.require(Optional.of(reader), Permission.REPORT_READ_DRAFT, part.thing(draft.state()));
        }
    }

    static Draft get(Transaction transaction, UUID id) {
        return DraftRows.find(transaction.sql(), id).orElseThrow(() -> unknown(id));
    }

    static ProblemException unknown(UUID id) {
        return problem("draft-unknown", Problem.Kind.NOT_FOUND, Map.of("value", id.toString()));
    }

    static void requireOpen(Draft draft) {
        if (!draft.open()) {
            throw problem(
                    "draft-closed",
                    Problem.Kind.CONFLICT,
                    Map.of("status", draft.status().key(), "year", Integer.toString(draft.year())));
        }
    }

    private static void requireStatus(Draft draft, boolean fits) {
        if (!fits) {
            throw problem("draft-moved", Problem.Kind.CONFLICT, Map.of("year", Integer.toString(draft.year())));
        }
    }

    static ProblemException problem(String id, Problem.Kind kind, Map<String, Object> values) {
        return new Problem(id, kind, values).asException();
    }

    /** What differs between two texts, as the audit trail tells it. */
    private static List<Change> changes(Report before, Report after) {
        Map<String, String> was = told(before);
        Map<String, String> is = told(after);
        Set<String> places = new TreeSet<>(was.keySet());
        places.addAll(is.keySet());
        List<Change> changes = new ArrayList<>();
        for (String place : places) {
            Optional<String> one = Optional.ofNullable(was.get(place));
            Optional<String> two = Optional.ofNullable(is.get(place));
            if (!one.equals(two) && changes.size() < MOST_CHANGES_TOLD) {
                changes.add(new Change(place, one, two));
            }
        }
        return changes;
    }

    private static Map<String, String> told(Report report) {
        Map<String, String> told = new LinkedHashMap<>();
        report.marks().forEach((subject, mark) -> told.put("mark." + subject.key(), mark.key()));
        report.entries().forEach((place, entry) -> told.put(place.text(), cut(EntryText.data(entry))));
        return told;
    }

    static String cut(String text) {
        return text.length() <= LONGEST_TOLD ? text : text.substring(0, LONGEST_TOLD) + "…";
    }

    void tell(Transaction transaction, Person by, String action, Draft draft, String reason, List<Change> changes) {
        audit.add(
                transaction,
                new AuditEvent(
                        by.actor(),
                        "report-" + action,
                        SUBJECT,
                        draft.id().toString(),
                        Optional.of(draft.state()),
                        Optional.of(reason).filter(text -> !text.isEmpty()),
                        changes));
    }
}
