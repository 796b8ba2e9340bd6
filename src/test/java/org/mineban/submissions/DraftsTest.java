package org.mineban.submissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mineban.accounts.Access;
import org.mineban.accounts.Notices;
import org.mineban.accounts.People;
import org.mineban.accounts.PermissionTable;
import org.mineban.accounts.Person;
import org.mineban.accounts.Role;
import org.mineban.audit.AuditTrail;
import org.mineban.kernel.Figure;
import org.mineban.kernel.Language;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;
import org.mineban.mail.TestClock;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Entry;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.Mark;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportKind;
import org.mineban.reporting.Subject;
import org.mineban.reporting.Value;
import org.mineban.storage.Database;
import org.mineban.storage.Engine;
import org.mineban.storage.OnBothEngines;
import org.mineban.storage.ReceivedFile;
import org.mineban.storage.Sha256;

@DisplayName("Drafts and submissions of reports")
class DraftsTest extends OnBothEngines {

    private static final StateCode KHM = new StateCode("KHM");
    private static final Certification AUTHORITY = new Certification("Ministry of Defence", "Director");
    private static final Part STOCK = Part.of(Subject.STOCKPILES);
    private static final FieldPath QUANTITY = new FieldPath("b.row[1].qty");
    private static final FieldPath TYPE = new FieldPath("b.row[1].type");

    private final AuditTrail audit = new AuditTrail();
    private final TestClock clock = new TestClock("2012-04-27T09:30:00Z");
    private final AtomicInteger invited = new AtomicInteger();

    /** Makes two small files, since what is tested here is that they are kept. */
    private static final Submissions.KitMaker MAKER = new Submissions.KitMaker() {
        @Override
        public List<Submissions.Made> make(StateCode state, int year, Report snapshot) {
            return List.of(new Submissions.Made(
                    "report.txt",
                    "text/plain",
                    Optional.of(Language.ENGLISH),
                    (state + " " + year + Submissions.json(snapshot).length).getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public Submissions.Made receipt(Submission submission, List<Submission.File> files) {
            return new Submissions.Made(
                    "receipt.txt",
                    "text/plain",
                    Optional.empty(),
                    (submission.number() + files.getFirst().sha256()).getBytes(StandardCharsets.UTF_8));
        }
    };

    private record Office(Database database, Drafts drafts, Submissions submissions) {}

    private Office office(Engine engine) {
        Database database = open(engine, clock);
        Access access = new Access(new PermissionTable());
        Examination examination = Examinations.of(database);
        return new Office(
                database,
                new Drafts(database, audit, access, examination),
                new Submissions(database, audit, access, Dictionary.load(), examination));
    }

    private Person person(Office office, Role role, String... sections) {
        int number = invited.incrementAndGet();
        boolean state = role != Role.SECRETARIAT_OFFICER;
        return new People(office.database(), audit, Notices.NONE)
                .invite(
                        "program:test",
                        "Officer " + number,
                        "officer" + number + "@example.org",
                        Language.ENGLISH,
                        Optional.of(new People.Wanted(
                                role, state ? Optional.of(KHM) : Optional.empty(), Optional.empty(), Set.of(sections))))
                .person();
    }

    private static Report stock(long mines) {
        return Report.empty().with(TYPE, Entry.of(Value.Words.of("PMN-2"))).with(QUANTITY, Entry.of(Figure.of(mines)));
    }

    private static void assertProblem(String id, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problem().id()).isEqualTo(id));
    }

    private Draft draft(Office office, Person reader, int year) {
        return office.drafts().find(reader, KHM, year).orElseThrow();
    }

    /** Writes a first report: figures of the stock, everything else nil. */
    private Submission first(Office office, Person reporter, Person approver) {
        Draft draft = office.drafts().open(reporter, KHM, 2011, ReportKind.ANNUAL, Language.ENGLISH);
        Report title = draft.part(Part.TITLE)
                .text()
                .with(
                        new FieldPath("env.contact[1].organisation"),
                        Entry.of(Value.Text.of(Language.ENGLISH, "Mine Action Authority")))
                .with(
                        new FieldPath("env.contact[1].email"),
                        Entry.of(Value.Text.of(Language.ENGLISH, "focal@example.org")));
        office.drafts().save(reporter, draft.id(), Part.TITLE, 1, title, true);
        office.drafts().save(reporter, draft.id(), STOCK, 1, stock(518), true);
        for (Subject subject : Subject.values()) {
            if (subject != Subject.STOCKPILES) {
                Report nil = Report.empty().with(subject, new Mark.Nil(Map.of(Language.ENGLISH, "None.")));
                office.drafts().save(reporter, draft.id(), Part.of(subject), 1, nil, true);
            }
        }
        office.drafts().sendToReview(reporter, draft.id(), 1);
        office.drafts().approve(approver, draft.id(), 2, AUTHORITY);
        return office.submissions().submit(approver, draft(office, approver, 2011), "", MAKER);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void begin_from_the_last_report_and_go_out_by_confirming_what_is_unchanged(Engine engine) {
        Office office = office(engine);
        Person reporter = person(office, Role.REPORTER);
        Person approver = person(office, Role.APPROVER);

        Submission last = first(office, reporter, approver);
        Draft draft = office.drafts().open(reporter, KHM, 2012, ReportKind.ANNUAL, Language.ENGLISH);

        assertThat(last.number()).isEqualTo(1);
        assertThat(last.submittedOn()).isEqualTo(LocalDate.of(2012, 4, 27));
        assertThat(draft.parts()).extracting(DraftPart::progress).containsOnly(Progress.TO_CONFIRM);
        assertThat(draft.report().mark(Subject.STOCKPILES)).contains(new Mark.Unchanged("2011"));
        assertThat(draft.report().mark(Subject.AREAS)).contains(new Mark.Nil(Map.of(Language.ENGLISH, "None.")));
        assertThat(draft.report().at(QUANTITY)).contains(Entry.of(Figure.of(518)));
        assertThat(office.drafts().confirmAll(reporter, draft.id())).isEqualTo(11);
        office.drafts().sendToReview(reporter, draft.id(), 1);
        assertProblem("not-allowed", () -> office.drafts().approve(reporter, draft.id(), 2, AUTHORITY));
        office.drafts().approve(approver, draft.id(), 2, AUTHORITY);
        Submission second = office.submissions().submit(approver, draft(office, approver, 2012), "", MAKER);
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.content().orElseThrow().mark(Subject.STOCKPILES)).contains(new Mark.Unchanged("2011"));
        assertProblem("draft-closed", () -> office.drafts().save(reporter, draft.id(), STOCK, 1, stock(1), false));
        assertThat(office.database().read(audit::verify).firstBroken()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void are_held_up_by_the_rules_that_block_until_they_are_put_right(Engine engine) {
        Office office = office(engine);
        Person reporter = person(office, Role.REPORTER);
        Person approver = person(office, Role.APPROVER);
        Draft draft = office.drafts().open(reporter, KHM, 2011, ReportKind.INITIAL, Language.ENGLISH);
        Report title = draft.part(Part.TITLE).text().without(new FieldPath("env.periodTo"));
        office.drafts().save(reporter, draft.id(), Part.TITLE, 1, title, true);
        office.drafts().save(reporter, draft.id(), STOCK, 1, stock(518), true);
        for (Subject subject : Subject.values()) {
            if (subject != Subject.STOCKPILES) {
                Mark mark = subject == Subject.AREAS ? new Mark.Unchanged("2010") : new Mark.NotApplicable();
                office.drafts()
                        .save(
                                reporter,
                                draft.id(),
                                Part.of(subject),
                                1,
                                Report.empty().with(subject, mark),
                                true);
            }
        }
        office.drafts().sendToReview(reporter, draft.id(), 1);

        // ENV-03: no end of the period; ENV-14: nobody named; CMP-04: a first report has nothing to be unchanged since.
        assertThatThrownBy(() -> office.drafts().approve(approver, draft.id(), 2, new Certification("", "")))
                .isInstanceOfSatisfying(ProblemException.class, thrown -> {
                    assertThat(thrown.problem().id()).isEqualTo("report-held-up");
                    assertThat(thrown.problem().values())
                            .containsEntry("count", 3)
                            .containsEntry(
                                    "findings",
                                    "ENV-03 (env.periodTo), ENV-14 (env.certifiedBy.organisation), CMP-04 (c)");
                });
        assertThat(draft(office, reporter, 2011).status()).isEqualTo(DraftStatus.IN_REVIEW);
        office.drafts().giveBack(approver, draft.id(), 2, List.of(Part.TITLE, Part.of(Subject.AREAS)), "See the rules");
        office.drafts()
                .save(
                        reporter,
                        draft.id(),
                        Part.TITLE,
                        2,
                        draft.part(Part.TITLE).text(),
                        true);
        office.drafts()
                .save(
                        reporter,
                        draft.id(),
                        Part.of(Subject.AREAS),
                        2,
                        Report.empty().with(Subject.AREAS, new Mark.Nil(Map.of(Language.ENGLISH, "None."))),
                        true);
        office.drafts().sendToReview(reporter, draft.id(), 3);
        assertProblem(
                "report-held-up",
                () -> office.drafts().approve(approver, draft.id(), 4, new Certification("", "Director")));
        office.drafts().approve(approver, draft.id(), 4, AUTHORITY);
        Submission made = office.submissions().submit(approver, draft(office, approver, 2011), "", MAKER);
        assertThat(made.content().orElseThrow().envelope().group("certifiedBy").text("organisation"))
                .isEqualTo("Ministry of Defence");
        assertThat(office.drafts().open(reporter, KHM, 2012, ReportKind.ANNUAL, Language.ENGLISH))
                .satisfies(next -> assertThat(office.drafts().proposedAuthority(reporter, next))
                        .isEqualTo(AUTHORITY));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void keep_both_texts_when_two_people_save_the_same_part_and_lose_nothing_of_either(Engine engine) {
        Office office = office(engine);
        Person one = person(office, Role.REPORTER);
        Person two = person(office, Role.CONTRIBUTOR, "B");
        Draft draft = office.drafts().open(one, KHM, 2011, ReportKind.ANNUAL, Language.ENGLISH);
        Report other = Report.empty()
                .with(new FieldPath("b.row[2].type"), Entry.of(Value.Words.of("POMZ-2")))
                .with(QUANTITY, Entry.of(Figure.of(773)));

        Drafts.Outcome saved = office.drafts().save(one, draft.id(), STOCK, 1, stock(518), false);
        Drafts.Outcome aside = office.drafts().save(two, draft.id(), STOCK, 1, other, false);

        assertThat(saved).isEqualTo(new Drafts.Outcome.Saved(2));
        assertThat(aside).isInstanceOf(Drafts.Outcome.SetAside.class);
        Drafts.Choice choice =
                office.drafts().choice(two, draft(office, one, 2011), STOCK).orElseThrow();
        assertThat(choice.differences())
                .extracting(FieldPath::text)
                .containsExactly("b.row[1].qty", "b.row[1].type", "b.row[2].type");
        office.drafts()
                .choose(
                        two,
                        draft.id(),
                        STOCK,
                        choice.aside(),
                        Set.of(new FieldPath("b.row[2].type"), QUANTITY),
                        false);
        Report now = draft(office, one, 2011).report();
        assertThat(now.at(QUANTITY)).contains(Entry.of(Figure.of(773)));
        assertThat(now.at(TYPE)).contains(Entry.of(Value.Words.of("PMN-2")));
        assertThat(now.at(new FieldPath("b.row[2].type"))).contains(Entry.of(Value.Words.of("POMZ-2")));
        assertThat(office.drafts().choice(two, draft(office, one, 2011), STOCK)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void are_seen_and_written_only_by_their_people_and_a_contributor_writes_named_sections_only(Engine engine) {
        Office office = office(engine);
        Person reporter = person(office, Role.REPORTER);
        Person army = person(office, Role.CONTRIBUTOR, "B", "D");
        Person secretariat = person(office, Role.SECRETARIAT_OFFICER);
        Draft draft = office.drafts().open(reporter, KHM, 2011, ReportKind.ANNUAL, Language.ENGLISH);

        office.drafts().save(army, draft.id(), STOCK, 1, stock(518), false);

        assertProblem(
                "not-allowed",
                () -> office.drafts().save(army, draft.id(), Part.of(Subject.AREAS), 1, Report.empty(), false));
        assertThat(office.drafts().mayRead(Optional.of(army), KHM, Part.of(Subject.AREAS)))
                .isFalse();
        assertThat(office.drafts().mayRead(Optional.of(secretariat), KHM)).isFalse();
        assertProblem("not-allowed", () -> office.drafts().find(secretariat, KHM, 2011));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void mark_a_section_as_changed_once_its_content_is_no_longer_that_of_last_year(Engine engine) {
        Office office = office(engine);
        Person reporter = person(office, Role.REPORTER);
        Person approver = person(office, Role.APPROVER);
        first(office, reporter, approver);
        Draft draft = office.drafts().open(reporter, KHM, 2012, ReportKind.ANNUAL, Language.ENGLISH);

        Report typed = stock(500).with(Subject.STOCKPILES, new Mark.Unchanged("2011"));
        office.drafts().save(reporter, draft.id(), STOCK, 1, typed, true);

        assertThat(draft(office, reporter, 2012).report().mark(Subject.STOCKPILES))
                .contains(new Mark.Changed());
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void are_received_published_without_what_is_private_and_known_again_by_their_hash(Engine engine)
            throws IOException {
        Office office = office(engine);
        Person reporter = person(office, Role.REPORTER);
        Person approver = person(office, Role.APPROVER);
        Person officer = person(office, Role.SECRETARIAT_OFFICER);
        Submission made = first(office, reporter, approver);

        assertProblem("submission-not-received", () -> office.submissions().publish(officer, made));
        assertProblem("received-wrong", () -> office.submissions().receive(officer, made, LocalDate.of(2012, 4, 28)));
        office.submissions().receive(officer, made, LocalDate.of(2012, 4, 27));
        Submission received = office.submissions().get(officer, KHM, 1);
        office.submissions().publish(officer, received);

        Submission published = office.submissions().published(KHM).getFirst();
        Report copy = published.published().orElseThrow().content().orElseThrow();
        assertThat(copy.at(new FieldPath("env.contact[1].organisation"))).isPresent();
        assertThat(copy.at(new FieldPath("env.contact[1].email"))).isEmpty();
        assertThat(Sha256.of(Submissions.json(copy)))
                .isEqualTo(published.published().orElseThrow().sha256());
        String file = office.submissions().files(officer, received).getFirst().sha256();
        assertThat(office.submissions().ofHash(file))
                .extracting(Submission::number)
                .containsExactly(1);
        assertThat(office.submissions().ofHash(Sha256.of("one byte changed"))).isEmpty();
        assertProblem("submission-published", () -> office.submissions().publish(officer, received));
        byte[] paper = "%PDF-1.4 a report on paper".getBytes(StandardCharsets.US_ASCII);
        try (ReceivedFile scan = ReceivedFile.from(new ByteArrayInputStream(paper), 1000)) {
            Submissions.Incoming incoming = new Submissions.Incoming(
                    KHM,
                    2010,
                    "annual",
                    List.of(Language.FRENCH),
                    LocalDate.of(2011, 4, 1),
                    LocalDate.of(2011, 4, 15),
                    "",
                    "scan.pdf",
                    IncomingFile.of(scan, "scan.pdf").mediaType());
            assertThat(office.submissions().register(officer, incoming, scan).number())
                    .isEqualTo(2);
            assertProblem("report-registered", () -> office.submissions().register(officer, incoming, scan));
        }
    }
}
