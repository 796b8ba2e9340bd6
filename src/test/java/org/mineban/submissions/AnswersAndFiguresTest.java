package org.mineban.submissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mineban.Facts;
import org.mineban.accounts.Access;
import org.mineban.accounts.Notices;
import org.mineban.accounts.People;
import org.mineban.accounts.PermissionTable;
import org.mineban.accounts.Person;
import org.mineban.accounts.Role;
import org.mineban.audit.AuditTrail;
import org.mineban.kernel.Confidence;
import org.mineban.kernel.Explained;
import org.mineban.kernel.Figure;
import org.mineban.kernel.Language;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.Reason;
import org.mineban.kernel.RuleName;
import org.mineban.kernel.SourceRow;
import org.mineban.kernel.StateCode;
import org.mineban.mail.TestClock;
import org.mineban.presentation.KnowledgeSource;
import org.mineban.reporting.Checks;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Editions;
import org.mineban.reporting.Entry;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.FigureSource;
import org.mineban.reporting.Finding;
import org.mineban.reporting.Mark;
import org.mineban.reporting.Origin;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportKind;
import org.mineban.reporting.Subject;
import org.mineban.reporting.Value;
import org.mineban.storage.Database;
import org.mineban.storage.Engine;
import org.mineban.storage.OnBothEngines;
import org.mineban.storage.ReceivedFile;
import org.mineban.storage.Sha256;

@DisplayName("Answers to findings, and figures of the register in a draft")
class AnswersAndFiguresTest extends OnBothEngines {

    private static final StateCode KHM = new StateCode("KHM");
    private static final Part RETAINED = Part.of(Subject.RETAINED);
    private static final FieldPath TOTAL = new FieldPath("d.total");
    private static final FieldPath CLEARED = new FieldPath("c.released.clearedM2");
    private static final Certification AUTHORITY = new Certification("Ministry of Defence", "");

    private static final Submissions.KitMaker MAKER = new Submissions.KitMaker() {
        @Override
        public List<Submissions.Made> make(StateCode state, int year, Report snapshot) {
            return List.of();
        }

        @Override
        public Submissions.Made receipt(Submission submission, List<Submission.File> files) {
            return new Submissions.Made(
                    "receipt.txt", "text/plain", Optional.empty(), "receipt".getBytes(StandardCharsets.UTF_8));
        }
    };

    /** A register of which the test says what it gives. */
    private static final class Given implements FigureSource {
        private final Map<FieldPath, Long> figures = new LinkedHashMap<>();
        private String name = "";

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<Sourced> figures(StateCode state, LocalDate from, LocalDate to) {
            return figures.entrySet().stream()
                    .map(one -> new Sourced(one.getKey(), counted(one.getValue())))
                    .toList();
        }

        /** A figure of two records, of which the second gives 8. */
        private static Explained<Figure> counted(long value) {
            return new Explained<>(
                    Figure.of(value),
                    new Reason.Counted(Named.COUNTED, List.of(row(1, value - 8), row(2, 8)), List.of()));
        }

        private static Explained<?> row(int number, long value) {
            LinkedHashMap<String, String> fields = new LinkedHashMap<>(Map.of(
                    "kind",
                    "stock",
                    "code",
                    "S-" + number,
                    "number",
                    Integer.toString(number),
                    "version",
                    "3",
                    "value",
                    Long.toString(value)));
            return Explained.stated(
                    Figure.of(value), Named.COUNTED, SourceRow.of("register/stock", 0, fields, Confidence.RECORDED));
        }
    }

    private enum Named implements RuleName {
        COUNTED;

        @Override
        public String id() {
            return "record-counted";
        }
    }

    private final AuditTrail audit = new AuditTrail();
    private final TestClock clock = new TestClock("2013-03-10T09:30:00Z");
    private final AtomicInteger invited = new AtomicInteger();
    private final Given register = new Given();

    private record Office(
            Database database,
            Drafts drafts,
            DraftFindings findings,
            DraftFigures figures,
            DraftFiles files,
            Submissions submissions) {}

    private Office office(Engine engine) {
        Database database = open(engine, clock);
        Access access = new Access(new PermissionTable());
        Dictionary dictionary = Dictionary.load();
        Examination examination = new Examination(
                Checks.load(dictionary, Editions.load()), KnowledgeSource.shipped(Facts.KNOWLEDGE), database, name -> {
                    register.name = name;
                    return register;
                });
        Drafts drafts = new Drafts(database, audit, access, examination);
        return new Office(
                database,
                drafts,
                new DraftFindings(database, access, drafts, examination),
                new DraftFigures(database, access, drafts, examination),
                new DraftFiles(database, access, drafts, dictionary),
                new Submissions(database, audit, access, dictionary, examination));
    }

    private Person person(Office office, Role role) {
        int number = invited.incrementAndGet();
        return new People(office.database(), audit, Notices.NONE)
                .invite(
                        "program:test",
                        "Officer " + number,
                        "officer" + number + "@example.org",
                        Language.ENGLISH,
                        Optional.of(new People.Wanted(role, Optional.of(KHM), Optional.empty(), Set.of())))
                .person();
    }

    private static Report retained(long mines) {
        return Report.empty()
                .with(new FieldPath("d.ret[1].type"), Entry.of(Value.Words.of("PMN-2")))
                .with(new FieldPath("d.ret[1].qty"), Entry.of(Figure.of(mines)))
                .with(TOTAL, Entry.of(Figure.of(mines)));
    }

    private Draft draft(Office office, Person reader) {
        return office.drafts().find(reader, KHM, 2012).orElseThrow();
    }

    /** X-09 at the total, as it stands in a run for a reader of that language. */
    private Optional<Finding> beside(Office office, Person reader, Draft draft, String registerName) {
        register.name = registerName;
        return office
                .findings()
                .of(reader, draft, LocalDate.of(2013, 3, 10), register, id -> "Officer")
                .findings()
                .stream()
                .filter(one -> one.rule().id().equals("X-09") && one.place().equals(TOTAL))
                .findFirst();
    }

    private Submission handIn(Office office, Person reporter, Person approver, Draft draft) {
        for (Subject subject : Subject.values()) {
            if (subject != Subject.RETAINED) {
                int now = draft(office, reporter).part(Part.of(subject)).revision();
                office.drafts()
                        .save(
                                reporter,
                                draft.id(),
                                Part.of(subject),
                                now,
                                Report.empty().with(subject, new Mark.Nil(Map.of(Language.ENGLISH, "None."))),
                                true);
            }
        }
        Draft now = draft(office, reporter);
        office.drafts()
                .save(
                        reporter,
                        draft.id(),
                        RETAINED,
                        now.part(RETAINED).revision(),
                        now.part(RETAINED).text(),
                        true);
        office.drafts()
                .save(
                        reporter,
                        draft.id(),
                        Part.TITLE,
                        now.part(Part.TITLE).revision(),
                        now.part(Part.TITLE).text(),
                        true);
        int version = draft(office, reporter).version();
        office.drafts().sendToReview(reporter, draft.id(), version);
        office.drafts().approve(approver, draft.id(), version + 1, AUTHORITY);
        return office.submissions().submit(approver, draft(office, approver), "corrected", MAKER);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void keep_an_answer_while_the_figures_are_the_same_and_take_it_along_with_the_report(Engine engine) {
        Office office = office(engine);
        Person reporter = person(office, Role.REPORTER);
        Person approver = person(office, Role.APPROVER);
        register.figures.put(TOTAL, 508L);
        Draft draft = office.drafts().open(reporter, KHM, 2012, ReportKind.ANNUAL, Language.ENGLISH);
        office.drafts().save(reporter, draft.id(), RETAINED, 1, retained(518), false);

        Finding found =
                beside(office, reporter, draft(office, reporter), "register").orElseThrow();
        assertThat(found.answer()).isEmpty();
        office.findings()
                .answer(
                        reporter,
                        draft.id(),
                        RETAINED,
                        "X-09",
                        TOTAL,
                        found.valuesHash(),
                        "Ten mines are on loan to the training school.");

        assertThat(beside(office, reporter, draft(office, reporter), "le registre"))
                .as("the same figures, read in another language")
                .get()
                .satisfies(one -> {
                    assertThat(one.answer().orElseThrow().text())
                            .isEqualTo("Ten mines are on loan to the training school.");
                    assertThat(one.answer().orElseThrow().by()).isEqualTo("Officer");
                    assertThat(one.answer().orElseThrow().at()).isEqualTo(clock.instant());
                });
        office.drafts().save(reporter, draft.id(), RETAINED, 2, retained(520), false);
        assertThat(beside(office, reporter, draft(office, reporter), "register"))
                .as("another figure asks anew")
                .get()
                .satisfies(one -> assertThat(one.answer()).isEmpty());
        office.drafts().save(reporter, draft.id(), RETAINED, 3, retained(518), false);
        assertThat(beside(office, reporter, draft(office, reporter), "register")
                        .orElseThrow()
                        .answer())
                .isPresent();
        assertThatThrownBy(() -> office.findings()
                        .answer(reporter, draft.id(), Part.TITLE, "ENV-03", new FieldPath("env.periodTo"), "0", "So."))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problem().id()).isEqualTo("finding-holds-up"));

        Submission made = handIn(office, reporter, approver, draft);
        assertThat(office.findings().of(approver, made))
                .singleElement()
                .satisfies(said -> assertThat(said.text()).startsWith("Ten mines"));
        assertThatThrownBy(() -> office.findings()
                        .answer(reporter, draft.id(), RETAINED, "X-09", TOTAL, found.valuesHash(), "Later."))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problem().id()).isEqualTo("draft-closed"));
        assertThat(office.database().read(audit::verify).firstBroken()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void take_figures_with_their_records_let_a_person_overrule_them_and_tell_what_changed_since(Engine engine) {
        Office office = office(engine);
        Person reporter = person(office, Role.REPORTER);
        Person approver = person(office, Role.APPROVER);
        register.figures.put(TOTAL, 508L);
        register.figures.put(CLEARED, 60000L);
        Draft draft = office.drafts().open(reporter, KHM, 2012, ReportKind.ANNUAL, Language.ENGLISH);

        assertThat(office.figures().take(reporter, draft.id(), RETAINED, Set.of(TOTAL, CLEARED)))
                .as("only what belongs to the part")
                .isEqualTo(1);
        assertThat(office.figures().take(reporter, draft.id(), RETAINED, Set.of(TOTAL)))
                .as("once is enough")
                .isZero();
        Entry taken = draft(office, reporter).report().at(TOTAL).orElseThrow();
        assertThat(taken.value()).isEqualTo(new Value.Quantity(Figure.of(508)));
        assertThat(taken.origin().orElseThrow().kind()).isEqualTo(Origin.Kind.REGISTER);
        assertThat(office.figures().kept(reporter, KHM, 2012)).singleElement().satisfies(one -> {
            assertThat(one.id()).hasToString(taken.origin().orElseThrow().reference());
            assertThat(one.records()).extracting(DraftFigures.Counted::code).containsExactly("S-1", "S-2");
            assertThat(one.records()).extracting(DraftFigures.Counted::version).containsOnly(3);
            assertThat(one.at()).isEqualTo(clock.instant());
        });

        // Another figure comes in by any way: what the register gave stays beside it, and a reason is asked for.
        int revision = draft(office, reporter).part(RETAINED).revision();
        office.drafts().save(reporter, draft.id(), RETAINED, revision, retained(518), false);
        Report typed = draft(office, reporter).part(RETAINED).text();
        Origin beside = typed.at(TOTAL).flatMap(Entry::origin).orElseThrow();
        assertThat(beside.kind()).isEqualTo(Origin.Kind.WRITTEN);
        assertThat(beside.offered()).contains(Figure.of(508));
        assertThatThrownBy(() -> office.drafts().save(reporter, draft.id(), RETAINED, revision + 1, typed, true))
                .isInstanceOfSatisfying(ProblemException.class, thrown -> {
                    assertThat(thrown.problem().id()).isEqualTo("figure-reason-needed");
                    assertThat(thrown.problem().values()).containsEntry("places", "d.total");
                });
        Report reasoned = typed.with(
                TOTAL, DraftFigures.put(typed.at(TOTAL).orElseThrow(), beside, "Ten are on loan to the school."));
        office.drafts().save(reporter, draft.id(), RETAINED, revision + 1, reasoned, true);

        Submission made = handIn(office, reporter, approver, draft);
        register.figures.put(TOTAL, 500L);
        assertThat(office.figures().since(approver, made))
                .filteredOn(one -> one.place().equals(TOTAL))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.reported()).contains(Figure.of(518));
                    assertThat(one.reason()).isEqualTo("Ten are on loan to the school.");
                    assertThat(one.then().orElseThrow().amount()).isEqualTo(Figure.of(508));
                    assertThat(one.now()).contains(Figure.of(500));
                    assertThat(one.change()).contains(new java.math.BigDecimal("-8"));
                    assertThat(one.overruled()).isTrue();
                });

        Draft next = office.drafts().open(reporter, KHM, 2013, ReportKind.ANNUAL, Language.ENGLISH);
        assertThat(next.report().at(TOTAL).flatMap(Entry::origin))
                .as("last year’s figure is carried, and nothing is offered beside it")
                .contains(Origin.of(Origin.Kind.CARRIED, "2012"));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void carry_files_into_the_kit_and_refuse_what_is_no_document_or_holds_no_file(Engine engine) throws IOException {
        Office office = office(engine);
        Person reporter = person(office, Role.REPORTER);
        Person approver = person(office, Role.APPROVER);
        Draft draft = office.drafts().open(reporter, KHM, 2012, ReportKind.ANNUAL, Language.ENGLISH);
        byte[] decree = "%PDF-1.4 the decree".getBytes(StandardCharsets.US_ASCII);
        FieldPath quantity = new FieldPath("d.ret[1].qty");

        try (ReceivedFile file = ReceivedFile.from(new ByteArrayInputStream(decree), 1000)) {
            IncomingFile kind = IncomingFile.of(file, "decree: 12.pdf");
            office.files()
                    .attach(
                            reporter,
                            draft.id(),
                            RETAINED,
                            Optional.empty(),
                            "Decree 12",
                            Language.ENGLISH,
                            file,
                            kind);
            assertThatThrownBy(() -> office.files()
                            .attach(
                                    reporter,
                                    draft.id(),
                                    RETAINED,
                                    Optional.of(quantity),
                                    "",
                                    Language.ENGLISH,
                                    file,
                                    kind))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            thrown -> assertThat(thrown.problem().id()).isEqualTo("draft-file-place"));
        }
        try (ReceivedFile program = ReceivedFile.from(new ByteArrayInputStream(new byte[] {'M', 'Z', 0, 1}), 1000)) {
            assertThatThrownBy(() -> IncomingFile.of(program, "report.pdf"))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            thrown -> assertThat(thrown.problem().id()).isEqualTo("report-file-kind"));
        }
        FieldPath place = draft(office, reporter).part(Part.TITLE).text().entries().keySet().stream()
                .filter(one ->
                        one.text().startsWith("env.attachment[") && one.text().endsWith(".file"))
                .findFirst()
                .orElseThrow();
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        office.files()
                .copy(
                        office.files()
                                .find(reporter, draft(office, reporter), place)
                                .orElseThrow(),
                        read);
        assertThat(read.toByteArray()).isEqualTo(decree);

        office.drafts().save(reporter, draft.id(), RETAINED, 1, retained(518), false);
        Submission made = handIn(office, reporter, approver, draft);
        assertThat(office.submissions().files(approver, made))
                .filteredOn(file -> file.name().startsWith("attachment-"))
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.name()).isEqualTo("attachment-1_decree_ 12.pdf");
                    assertThat(file.sha256()).isEqualTo(Sha256.of(decree));
                });
    }
}
