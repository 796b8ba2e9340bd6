package org.mineban.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.mineban.accounts.Access;
import org.mineban.accounts.Notices;
import org.mineban.accounts.Organisations;
import org.mineban.accounts.People;
import org.mineban.accounts.PermissionTable;
import org.mineban.accounts.Role;
import org.mineban.audit.AuditEntry;
import org.mineban.audit.AuditEvent;
import org.mineban.audit.AuditTrail;
import org.mineban.kernel.Language;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;
import org.mineban.mail.TestClock;
import org.mineban.storage.Database;
import org.mineban.storage.Engine;
import org.mineban.storage.OnBothEngines;

@DisplayName("The mine action register")
class MineActionRegisterTest extends OnBothEngines {

    private static final StateCode XAA = new StateCode("XAA");

    private final AuditTrail audit = new AuditTrail();
    private final Access access = new Access(new PermissionTable());
    private final AtomicInteger invited = new AtomicInteger();
    private final TestClock clock = new TestClock("2026-01-10T09:00:00Z");

    /** The register with its people. */
    private record Office(Database database, Register register, Approvals approvals) {}

    private Office office(Engine engine) {
        Database database = open(engine, clock);
        Register register = new Register(database, audit, access);
        return new Office(database, register, new Approvals(database, audit, access, register));
    }

    private Actor actor(Database database, Role role, Optional<UUID> organisation) {
        int number = invited.incrementAndGet();
        return Actor.of(new People(database, audit, Notices.NONE)
                .invite(
                        "program:test",
                        "Officer " + number,
                        "officer" + number + "@example.org",
                        Language.ENGLISH,
                        Optional.of(new People.Wanted(role, Optional.of(XAA), organisation, Set.of())))
                .person());
    }

    private UUID organisation(Database database, String name) {
        return new Organisations(database, audit)
                .add("program:test", name, Optional.of(XAA))
                .id();
    }

    /** An area that nothing forbids to approve: with evidence, and a square of that size. One below 25 square metres has no place. */
    private static Content area(String code, String validFrom, String areaClass, String status, String squareMetres) {
        return new Content(
                Kind.HAZARD,
                code,
                LocalDate.parse(validFrom),
                Fields.of(Map.of(
                        "class",
                        areaClass,
                        "status",
                        status,
                        "contamination",
                        "AP_MINE",
                        "evidence",
                        areaClass.equals("CHA") ? "VISUAL" : "VERBAL",
                        "area_stated_m2",
                        squareMetres,
                        "area_basis",
                        "STATED")),
                square(Double.parseDouble(squareMetres)),
                Optional.empty());
    }

    private static Optional<Shape> square(double squareMetres) {
        double north = Math.sqrt(squareMetres) / 111_132;
        double east = north / Math.cos(Math.toRadians(45));
        Envelope box = new Envelope(15.1234, 15.1234 + east, 45.1234, 45.1234 + north);
        return squareMetres < 25 ? Optional.empty() : Optional.of(Shapes.kept(new GeometryFactory().toGeometry(box)));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void nothing_is_approved_that_a_check_forbids(Engine engine) {
        Office office = office(engine);
        Actor writer = actor(office.database(), Role.INFORMATION_MANAGER, Optional.empty());
        Actor verifier = actor(office.database(), Role.VERIFIER, Optional.empty());
        Actor manager = actor(office.database(), Role.INFORMATION_MANAGER, Optional.empty());
        Content place = area("H-1", "2010-05-03", "SHA", "OPEN", "1000");
        Content without =
                new Content(place.kind(), "H-2", place.validFrom(), place.fields(), Optional.empty(), Optional.empty());
        Content upon = area("H-3", "2010-05-03", "SHA", "OPEN", "1000");

        approved(
                office,
                writer,
                verifier,
                manager,
                office.register().record(writer, XAA, place).number());
        long missing = office.register().record(writer, XAA, without).number();
        long twice = office.register().record(writer, XAA, upon).number();

        assertForbidden("V-01", () -> approved(office, writer, verifier, manager, missing));
        assertForbidden("V-15, V-16", () -> approved(office, writer, verifier, manager, twice));
        assertThat(office.register().get(manager, XAA, twice).approval()).isEqualTo(Approval.VERIFIED);
        assertThat(office.approvals()
                        .look(manager, XAA, twice, LocalDate.of(2026, 1, 10))
                        .of("V-16"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.values()).containsEntry("other", "H-1"));
    }

    private static void assertForbidden(String checks, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, thrown -> {
            assertThat(thrown.problem().id()).isEqualTo("register-checks-forbid");
            assertThat(thrown.problem().values()).containsEntry("checks", checks);
        });
    }

    private static void assertProblem(String id, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problem().id()).isEqualTo(id));
    }

    private static RegisterVersion approved(Office office, Actor writer, Actor verifier, Actor manager, long number) {
        int version = office.register().get(writer, XAA, number).version();
        office.approvals().submit(writer, XAA, number, version);
        office.approvals().verify(verifier, XAA, number, version);
        return office.approvals().approve(manager, XAA, number, version);
    }

    private static List<String> statusAsOf(Office office, Actor reader, String day, Optional<String> known) {
        return office
                .register()
                .asOf(reader, XAA, Kind.HAZARD, new Register.Knowing(LocalDate.parse(day), known.map(Instant::parse)))
                .stream()
                .map(version -> version.fields().text("class").orElseThrow() + " "
                        + version.fields().text("status").orElseThrow() + " "
                        + version.fields().text("area_stated_m2").orElseThrow())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void answers_for_any_day_in_the_field_and_any_moment_of_knowledge(Engine engine) {
        Office office = office(engine);
        Actor writer = actor(office.database(), Role.INFORMATION_MANAGER, Optional.empty());
        Actor verifier = actor(office.database(), Role.VERIFIER, Optional.empty());
        Actor manager = actor(office.database(), Role.INFORMATION_MANAGER, Optional.empty());

        // On 10 January 2026 a suspected area is recorded that was found on 3 May 2010.
        long number = office.register()
                .record(writer, XAA, area("H-1", "2010-05-03", "SHA", "OPEN", "1000.00"))
                .number();
        approved(office, writer, verifier, manager, number);
        // On 10 February its confirmation of 1 July 2011 is recorded, on 10 March that it had been 1,200 m2 from the
        // beginning.
        clock.move(Duration.between(clock.instant(), Instant.parse("2026-02-10T09:00:00Z")));
        office.register()
                .change(
                        writer,
                        XAA,
                        number,
                        1,
                        Register.ChangeKind.HAPPENED,
                        area("H-1", "2011-07-01", "CHA", "OPEN", "900.00"));
        approved(office, writer, verifier, manager, number);
        clock.move(Duration.between(clock.instant(), Instant.parse("2026-03-10T09:00:00Z")));
        RegisterVersion wrong = office.register().history(writer, XAA, number).getFirst();
        assertThat(wrong.until()).contains(LocalDate.of(2011, 7, 1));

        assertThat(statusAsOf(office, manager, "2010-05-02", Optional.empty())).isEmpty();
        assertThat(statusAsOf(office, manager, "2010-12-31", Optional.empty())).containsExactly("SHA OPEN 1000.00");
        assertThat(statusAsOf(office, manager, "2011-06-30", Optional.empty())).containsExactly("SHA OPEN 1000.00");
        assertThat(statusAsOf(office, manager, "2011-12-31", Optional.empty())).containsExactly("CHA OPEN 900.00");
        // On 31 January nobody knew yet that it had been confirmed.
        assertThat(statusAsOf(office, manager, "2011-12-31", Optional.of("2026-01-31T23:59:59Z")))
                .containsExactly("SHA OPEN 1000.00");
        assertThat(statusAsOf(office, manager, "2011-12-31", Optional.of("2026-01-09T00:00:00Z")))
                .isEmpty();

        // A correction of the confirmed area: it had been 950 m2 all along.
        office.register()
                .change(
                        writer,
                        XAA,
                        number,
                        2,
                        Register.ChangeKind.CORRECTION,
                        area("H-1", "2011-07-01", "CHA", "OPEN", "950.00"));
        assertThat(statusAsOf(office, manager, "2011-12-31", Optional.empty()))
                .as("a draft does not count")
                .containsExactly("CHA OPEN 900.00");
        approved(office, writer, verifier, manager, number);
        assertThat(statusAsOf(office, manager, "2011-12-31", Optional.empty())).containsExactly("CHA OPEN 950.00");
        assertThat(statusAsOf(office, manager, "2011-12-31", Optional.of("2026-02-28T00:00:00Z")))
                .containsExactly("CHA OPEN 900.00");
        assertThat(office.register().history(manager, XAA, number)).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void takes_a_record_by_four_eyes_from_draft_to_approved_and_back_only_with_a_reason(Engine engine) {
        Office office = office(engine);
        Actor writer = actor(office.database(), Role.INFORMATION_MANAGER, Optional.empty());
        Actor verifier = actor(office.database(), Role.VERIFIER, Optional.empty());
        Actor manager = actor(office.database(), Role.INFORMATION_MANAGER, Optional.empty());
        RegisterVersion draft = office.register().record(writer, XAA, area("H-1", "2010-05-03", "SHA", "OPEN", "1000"));
        long number = draft.number();

        assertProblem("register-locked", () -> office.approvals().verify(verifier, XAA, number, 1));
        office.approvals().submit(writer, XAA, number, 1);
        assertProblem(
                "register-locked",
                () -> office.register()
                        .change(writer, XAA, number, 1, Register.ChangeKind.CORRECTION, draft.content()));
        assertProblem("register-reason-needed", () -> office.approvals().giveBack(verifier, XAA, number, 1, " "));
        office.approvals().verify(verifier, XAA, number, 1);
        assertProblem("four-eyes", () -> office.approvals().approve(writer, XAA, number, 1));
        assertProblem("register-changed", () -> office.approvals().approve(manager, XAA, number, 7));
        office.approvals().approve(manager, XAA, number, 1);

        clock.move(Duration.between(clock.instant(), Instant.parse("2026-02-01T09:00:00Z")));
        assertProblem("register-reason-needed", () -> office.approvals().reopen(manager, XAA, number, 1, ""));
        RegisterVersion again = office.approvals().reopen(manager, XAA, number, 1, "The sketch shows another hill.");
        assertThat(again.version()).isEqualTo(2);
        assertThat(again.approval()).isEqualTo(Approval.DRAFT);
        assertThat(statusAsOf(office, manager, "2020-01-01", Optional.empty())).isEmpty();
        assertThat(statusAsOf(office, manager, "2020-01-01", Optional.of("2026-01-31T00:00:00Z")))
                .hasSize(1);
        List<AuditEvent> trail =
                office
                        .database()
                        .read(sql -> audit.of(sql, Register.SUBJECT, draft.id().toString(), 10))
                        .stream()
                        .map(AuditEntry::event)
                        .toList();
        assertThat(trail)
                .extracting(AuditEvent::action)
                .containsExactly("reopen", "approve", "verify", "submit", "record");
        assertThat(trail.getFirst().reason()).contains("The sketch shows another hill.");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void hides_the_drafts_of_one_operator_from_another(Engine engine) {
        Office office = office(engine);
        UUID north = organisation(office.database(), "Demining North");
        UUID south = organisation(office.database(), "Demining South");
        Actor northern = actor(office.database(), Role.OPERATOR, Optional.of(north));
        Actor southern = actor(office.database(), Role.OPERATOR, Optional.of(south));
        Actor verifier = actor(office.database(), Role.VERIFIER, Optional.empty());
        Actor manager = actor(office.database(), Role.INFORMATION_MANAGER, Optional.empty());
        long number = office.register()
                .record(northern, XAA, area("N-1", "2010-05-03", "SHA", "OPEN", "1000"))
                .number();

        assertThat(office.register().list(northern, XAA, Kind.HAZARD, RegisterQuery.all(10)))
                .hasSize(1);
        assertThat(office.register().list(southern, XAA, Kind.HAZARD, RegisterQuery.all(10)))
                .isEmpty();
        assertProblem("register-record-unknown", () -> office.register().get(southern, XAA, number));
        assertProblem(
                "register-record-unknown",
                () -> office.register().history(southern, XAA, number).stream()
                        .findFirst()
                        .orElseThrow(() -> Refusals.unknown(XAA, "N-1")));
        assertThat(office.register().counts(manager, XAA))
                .extracting(Register.KindCount::records)
                .containsExactly(1L);
        assertProblem("not-allowed", () -> office.register().counts(Actor.of(strangers(office.database())), XAA));

        approved(office, northern, verifier, manager, number);
        assertThat(office.register().get(southern, XAA, number).code()).isEqualTo("N-1");
        assertProblem(
                "not-allowed",
                () -> office.register()
                        .change(
                                southern,
                                XAA,
                                number,
                                1,
                                Register.ChangeKind.CORRECTION,
                                area("N-1", "2010-05-03", "SHA", "OPEN", "1")));
        assertProblem(
                "register-code-taken",
                () -> office.register().record(southern, XAA, area("n-1", "2010-05-03", "SHA", "OPEN", "1000")));
    }

    private org.mineban.accounts.Person strangers(Database database) {
        return new People(database, audit, Notices.NONE)
                .invite("program:test", "Stranger", "stranger@example.org", Language.ENGLISH, Optional.empty())
                .person();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void lists_page_by_page_in_every_order(Engine engine) {
        Office office = office(engine);
        Actor manager = actor(office.database(), Role.INFORMATION_MANAGER, Optional.empty());
        for (int i = 1; i <= 7; i++) {
            office.register()
                    .record(
                            manager,
                            XAA,
                            area("H-" + (8 - i), "2010-05-03", i % 2 == 0 ? "SHA" : "CHA", "OPEN", "" + i % 3));
        }

        for (RegisterQuery.Order order : RegisterQuery.Order.values()) {
            List<String> whole = codes(office.register().list(manager, XAA, Kind.HAZARD, query(order, "", 10)));
            List<RegisterVersion> first = office.register().list(manager, XAA, Kind.HAZARD, query(order, "", 3));
            RegisterVersion last = first.getLast();
            RegisterQuery.After after = new RegisterQuery.After(
                    last.number(), last.code(), last.fields().area("area_stated_m2"));
            List<RegisterVersion> rest = office.register()
                    .list(
                            manager,
                            XAA,
                            Kind.HAZARD,
                            new RegisterQuery(
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    order,
                                    Optional.of(after),
                                    10));
            assertThat(java.util.stream.Stream.concat(codes(first).stream(), codes(rest).stream()))
                    .as(order.toString())
                    .containsExactlyElementsOf(whole)
                    .hasSize(7);
        }
        assertThat(codes(office.register().list(manager, XAA, Kind.HAZARD, query(RegisterQuery.Order.CODE, "H-3", 10))))
                .containsExactly("H-3");
    }

    private static List<String> codes(List<RegisterVersion> versions) {
        return versions.stream().map(RegisterVersion::code).toList();
    }

    private static RegisterQuery query(RegisterQuery.Order order, String words, int most) {
        return new RegisterQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(words).filter(text -> !text.isEmpty()),
                order,
                Optional.empty(),
                most);
    }
}
